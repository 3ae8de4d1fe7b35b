"""People in service, and those who come and go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.instance import Staff, StaffChange
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft

TOLERANCE = 1e-9


def never_negative(draft: Draft) -> Iterator[Problem]:
    """No more people go than are there, leavers left out of account."""
    people: dict[tuple[str, str], float] = defaultdict(float)
    for staff in draft.of(Staff):
        people[staff.row.location, staff.row.group] += staff.row.people
    for change in sorted(draft.of(StaffChange), key=lambda placed: placed.row.week):
        pair = change.row.location, change.row.group
        left = people[pair] + change.row.people
        if left < -TOLERANCE:
            expected = f"at most {people[pair]:g} people who go"
            yield change.place.problem("people", Code.STAFF_NEGATIVE, f"{change.row.people:g}", expected)
        people[pair] = max(left, 0.0)
