"""Locations, and the beds around their hearings."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import Location
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def beds_have_a_stay(draft: Draft) -> Iterator[Problem]:
    """Beds and weeks of a stay go together."""
    for placed in draft.of(Location):
        if (placed.row.process_beds is None) != (placed.row.stay_weeks is None):
            column = "stay_weeks" if placed.row.stay_weeks is None else "process_beds"
            yield placed.place.problem(column, Code.BEDS_WITHOUT_STAY, "nothing", "both beds and weeks, or neither")
