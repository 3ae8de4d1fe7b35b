"""Periods end after they begin, and those of the same thing do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from itertools import pairwise

from planner.domain.instance import Agreement, Inflow, Productivity, Stock, Withdrawal
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Place, Placed, R

Period = tuple[date, date, Place]


def productivity(draft: Draft) -> Iterator[Problem]:
    """A day has one output."""
    yield from _periods(draft.of(Productivity), lambda row: (row.first, row.last), lambda _: "")


def stock(draft: Draft) -> Iterator[Problem]:
    """Times of lodging may overlap."""
    for placed in draft.of(Stock):
        yield from _reversed(
            (placed.row.lodged_first, placed.row.lodged_last, placed.place), "lodged_first", "lodged_last"
        )


def inflow(draft: Draft) -> Iterator[Problem]:
    """What a stream is expected to receive on a day is said once."""
    yield from _periods(draft.of(Inflow), lambda row: (row.first, row.last), lambda row: row.stream)


def withdrawals(draft: Draft) -> Iterator[Problem]:
    """What is withdrawn from a stream on a day is said once."""
    yield from _periods(draft.of(Withdrawal), lambda row: (row.first, row.last), lambda row: (row.stream, row.share_of))


def agreements(draft: Draft) -> Iterator[Problem]:
    """A year may be agreed on as a whole and in parts."""
    for placed in draft.of(Agreement):
        yield from _reversed((placed.row.first, placed.row.last, placed.place), "first", "last")


def _periods(
    rows: list[Placed[R]], period: Callable[[R], tuple[date, date]], same: Callable[[R], Hashable]
) -> Iterator[Problem]:
    by_thing: dict[Hashable, list[Period]] = defaultdict(list)
    for placed in rows:
        own = (*period(placed.row), placed.place)
        problems = list(_reversed(own, "first", "last"))
        if not problems:
            by_thing[same(placed.row)].append(own)
        yield from problems
    for periods in by_thing.values():
        yield from _overlaps(periods)


def _reversed(period: Period, begin: str, end: str) -> Iterator[Problem]:
    first, last, place = period
    if first > last:
        yield place.problem(end, Code.PERIOD_REVERSED, last, f"{first} ({begin}) or later")


def _overlaps(periods: list[Period]) -> Iterator[Problem]:
    for (_, before, earlier), (first, _, place) in pairwise(sorted(periods, key=lambda period: period[:2])):
        if first <= before:
            hint = f"The period on line {earlier.line} of {earlier.file} ends on {before}."
            yield place.problem("first", Code.PERIODS_OVERLAP, first, f"a day after {before}", hint)
