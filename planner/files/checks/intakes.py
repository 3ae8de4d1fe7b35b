"""People who may be hired, retrained and moved, and the courses that they follow."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import CourseStep, Retraining, Transfer
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed


def courses_begin_at_the_start(draft: Draft) -> Iterator[Problem]:
    """What a newcomer yields in the first week is said, be it nothing; the problem stands at the earliest step."""
    earliest: dict[str, Placed[CourseStep]] = {}
    for placed in draft.of(CourseStep):
        known = earliest.setdefault(placed.row.course, placed)
        if placed.row.from_week < known.row.from_week:
            earliest[placed.row.course] = placed
    for course, placed in earliest.items():
        if placed.row.from_week:
            expected = f"a row for {course} with from_week 0"
            yield placed.place.problem("from_week", Code.COURSE_WITHOUT_START, placed.row.from_week, expected)


def lead_elsewhere(draft: Draft) -> Iterator[Problem]:
    """Nobody is retrained for the own group, or moves to the own location."""
    for trained in draft.of(Retraining):
        if trained.row.to_group == trained.row.group:
            yield trained.place.problem("to_group", Code.INTAKE_TO_ITSELF, trained.row.to_group, "another group")
    for moved in draft.of(Transfer):
        if moved.row.to_location == moved.row.location:
            yield moved.place.problem("to_location", Code.INTAKE_TO_ITSELF, moved.row.to_location, "another location")
