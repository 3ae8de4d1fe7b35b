"""Cases with a date set by a court: streams of their own, taken from the opening stock (rule `court_deadline`)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from planner.domain.grid import UNIT
from planner.domain.instance import Instance, Stock
from planner.domain.lodgings import ORDINARY
from planner.domain.weeks import Week

COURT = "!"
"""A stream's name with this behind it has its cases with a date set by a court."""


def with_court_dates(instance: Instance) -> set[str]:
    """The streams of the instance of which some cases have such a date."""
    return {row.stream for row in instance.court_dates}


def kept_stock(instance: Instance) -> tuple[Stock, ...]:
    """The opening stock without those cases: of the stock at their stage the rows lodged first go first.

    Inside a row they are spread evenly over its period, as all its cases are.
    """
    taken: dict[tuple[str, str, Week | None], int] = defaultdict(int)
    for row in instance.court_dates:
        taken[row.stream, row.stage, row.ready] += round(row.cases * UNIT)
    kept = list(instance.stock)
    for at in sorted(range(len(kept)), key=lambda at: (kept[at].lodged_first, at)):
        place = kept[at].stream, kept[at].stage, kept[at].ready
        if kept[at].part == ORDINARY and taken[place]:
            cases = round(kept[at].cases * UNIT)
            gone = min(cases, taken[place])
            taken[place] -= gone
            kept[at] = replace(kept[at], cases=(cases - gone) / UNIT)
    return tuple(kept)
