"""The start group."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import StartGroup, Stock
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def dates_are_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """Decisions count by whole weeks, so one must have ended on the date; and nothing is known after the horizon."""
    first, last = Week.of(draft.header.first).sunday, draft.header.last
    for placed in draft.of(StartGroup):
        if not first <= placed.row.date <= last:
            yield placed.place.problem("date", Code.START_OUTSIDE, placed.row.date, f"a date from {first} to {last}")


def have_stock(draft: Draft) -> Iterator[Problem]:
    """A share of nothing cannot be decided."""
    with_stock = {placed.row.stream for placed in draft.of(Stock) if placed.row.cases > 0}
    for placed in draft.of(StartGroup):
        if placed.row.stream not in with_stock:
            yield placed.place.problem(
                "stream", Code.START_WITHOUT_STOCK, placed.row.stream, "a stream with cases in stock.csv"
            )
