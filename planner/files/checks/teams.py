"""Specialised teams that can be opened."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import Team
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def end_after_they_begin(draft: Draft) -> Iterator[Problem]:
    """The last week in which a team may be open is not before the first."""
    for placed in draft.of(Team):
        if placed.row.last < placed.row.first:
            expected = f"{placed.row.first} (first) or later"
            yield placed.place.problem("last", Code.PERIOD_REVERSED, placed.row.last, expected)


def size_has_room(draft: Draft) -> Iterator[Problem]:
    """The largest size of a team is at least the smallest."""
    for placed in draft.of(Team):
        if placed.row.most < placed.row.least:
            yield placed.place.problem("most", Code.TEAM_SIZE, placed.row.most, f"{placed.row.least} (least) or more")
