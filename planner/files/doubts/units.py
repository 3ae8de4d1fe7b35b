"""Figures that look as if they were in another unit."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.figures import Figures
from planner.domain.instance import Work
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft

FEWEST_HOURS, MOST_HOURS = 0.2, 60.0


def hours_are_hours(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Few stages take less than twelve minutes or more than a week and a half of one person."""
    for placed in draft.of(Work):
        if not FEWEST_HOURS <= placed.row.hours <= MOST_HOURS:
            unit = "days" if placed.row.hours < FEWEST_HOURS else "minutes"
            yield placed.place.problem(
                "hours",
                Code.HOURS_UNIT,
                f"{placed.row.hours:g}",
                f"{FEWEST_HOURS:g} to {MOST_HOURS:g} hours per case",
                f"Are these {unit}?",
            )
