"""Rows that change nothing, and so are likely to say something else than was meant."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.column import ALL
from planner.domain.figures import Figures
from planner.domain.instance import (
    Agreement,
    Blocked,
    Eligibility,
    HoursChange,
    Inflow,
    Language,
    Place,
    StaffChange,
    Withdrawal,
)
from planner.errors import Problem
from planner.files.checks.streams import stages_of_streams
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed


def stages_that_the_stream_lacks(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Nobody needs to be able to do a stage that a stream skips."""
    stages = stages_of_streams(draft)
    rows: list[Placed[Eligibility] | Placed[Place] | Placed[HoursChange] | Placed[Blocked]]
    rows = [*draft.of(Eligibility), *draft.of(Place), *draft.of(HoursChange), *draft.of(Blocked)]
    for placed in rows:
        if ALL not in (placed.row.stage, placed.row.stream) and (placed.row.stream, placed.row.stage) not in stages:
            expected = f"a stage of {placed.row.stream} in work.csv"
            yield placed.place.problem("stage", Code.ROW_WITHOUT_EFFECT, placed.row.stage, expected)


def withdrawals_without_lodgings(draft: Draft, _: Figures) -> Iterator[Problem]:
    """A share of what is lodged needs lodgings."""
    lodged = {placed.row.stream for placed in draft.of(Inflow)}
    for placed in draft.of(Withdrawal):
        if placed.row.share_of == "lodged" and placed.row.stream not in lodged:
            yield placed.place.problem(
                "stream", Code.ROW_WITHOUT_EFFECT, placed.row.stream, "a stream with rows in inflow.csv"
            )


def languages_without_hearings(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Only hearings need an interpreter."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Language):
        if (placed.row.stream, "hearing") not in stages:
            yield placed.place.problem(
                "stream", Code.ROW_WITHOUT_EFFECT, placed.row.stream, "a stream with hearings in work.csv"
            )


def staff_changes_outside_the_horizon(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Who came earlier is in staff.csv already; who comes later is not there in time."""
    weeks = draft.instance.weeks
    for placed in draft.of(StaffChange):
        if not weeks[0] <= placed.row.week <= weeks[-1]:
            yield placed.place.problem(
                "week", Code.ROW_WITHOUT_EFFECT, placed.row.week, f"a week from {weeks[0]} to {weeks[-1]}"
            )


def agreements_outside_the_horizon(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Nothing is asked of a year that the plan does not touch."""
    header = draft.header
    for placed in draft.of(Agreement):
        if placed.row.last < header.first or placed.row.first > header.last:
            yield placed.place.problem(
                "first",
                Code.ROW_WITHOUT_EFFECT,
                placed.row.first,
                f"a period that touches {header.first} to {header.last}",
            )
