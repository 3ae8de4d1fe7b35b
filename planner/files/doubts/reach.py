"""Whether each piece of work can be reached by people who may do it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.figures import Figures
from planner.domain.instance import Work
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.doubts.load import cases_that_come
from planner.files.draft import Draft


def somebody_can_do_the_work(draft: Draft, figures: Figures) -> Iterator[Problem]:
    """Where cases come, a group with staff at a location, or with people who may come there, may do the stage there."""
    there = figures.supply.staff_days.sum(axis=1) > 0
    there[figures.supply.intakes.pair[figures.supply.intakes.most > 0]] = True
    within_reach = set(figures.arc_work[there[figures.arc_pair]].tolist())
    lonely = {
        figures.works[work]
        for work, cases in enumerate(figures.by_work(cases_that_come(figures)))
        if cases > 0 and work not in within_reach
    }
    for placed in draft.of(Work):
        if (placed.row.stream, placed.row.stage) in lonely:
            yield placed.place.problem(
                "stage",
                Code.NOBODY_CAN,
                f"{placed.row.stream}, {placed.row.stage}",
                "a group in eligibility.csv that has staff at a location in places.csv",
            )
