"""The hours that the cases need against the hours that the staff have."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.doubts.load import cases_that_come
from planner.files.draft import Draft
from planner.files.place import Place

LEAST, MOST = 0.3, 3.0
"""Hours needed for one hour there is; a balance outside these is sooner a slip than a service."""


def hours_needed_and_there(_: Draft, figures: Figures) -> Iterator[Problem]:
    """Over the whole horizon, all groups together."""
    needed = float(
        cases_that_come(figures) @ (figures.normal_hours * figures.change.mean(axis=1)) / figures.output.mean()
    )
    there = float(figures.supply.hours_per_day @ figures.supply.staff_days.sum(axis=1)) / UNIT
    if needed and not LEAST * there <= needed <= MOST * there:
        yield Place("work.csv").problem(
            "hours",
            Code.HOURS_BALANCE,
            f"{needed:.0f} hours needed, {there:.0f} hours of staff",
            f"{LEAST:g} to {MOST:g} hours needed for each hour of staff",
        )
