"""Periods end after they begin, and those of the same thing do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from planner.domain.column import ALL
from planner.domain.instance import (
    Agreement,
    Blocked,
    Ceiling,
    Duty,
    Hiring,
    HiringLimit,
    HoursChange,
    Inflow,
    Overtime,
    Productivity,
    Retraining,
    Stock,
    Transfer,
    Withdrawal,
)
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Place, Placed, R

Moment = date | Week
Period = tuple[Any, Any, Place]
"""First and last day, or first and last week; both of one kind."""


def productivity(draft: Draft) -> Iterator[Problem]:
    """A day has one output."""
    yield from _periods(draft.of(Productivity), lambda row: (row.first, row.last), lambda _: "")


def hours_changes(draft: Draft) -> Iterator[Problem]:
    """Changes of hours may overlap: they multiply."""
    yield from _open_ended(draft.of(HoursChange), lambda row: (row.first, row.last))


def blocked(draft: Draft) -> Iterator[Problem]:
    """What is blocked twice is blocked."""
    yield from _open_ended(draft.of(Blocked), lambda row: (row.first, row.last))


def duties(draft: Draft) -> Iterator[Problem]:
    """Duties may overlap: they add up."""
    yield from _open_ended(draft.of(Duty), lambda row: (row.first, row.last))


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


def hiring(draft: Draft) -> Iterator[Problem]:
    """How large a class of the same people may be in a week is said once."""
    yield from _periods(draft.of(Hiring), _weeks, lambda row: (row.location, row.group))


def retraining(draft: Draft) -> Iterator[Problem]:
    """The same for people who are retrained."""
    yield from _periods(draft.of(Retraining), _weeks, lambda row: (row.location, row.group, row.to_group))


def transfers(draft: Draft) -> Iterator[Problem]:
    """The same for people who move."""
    yield from _periods(draft.of(Transfer), _weeks, lambda row: (row.location, row.to_location, row.group))


def hiring_limits(draft: Draft) -> Iterator[Problem]:
    """Periods may overlap: a year and one of its quarters may each have a limit."""
    for placed in draft.of(HiringLimit):
        yield from _reversed((placed.row.first, placed.row.last, placed.place), "first", "last")


def ceilings(draft: Draft) -> Iterator[Problem]:
    """The same people have one ceiling; a location or group may have its own beside that of all."""
    yield from _periods(draft.of(Ceiling), lambda row: (row.first, row.last), lambda row: (row.location, row.group))


def overtime(draft: Draft) -> Iterator[Problem]:
    """How much overtime a group at a location may work on a day is said once, be it for all of them."""
    rows = draft.of(Overtime)
    for placed in rows:
        yield from _reversed((placed.row.first, placed.row.last, placed.place), "first", "last")
    in_order = [placed for placed in rows if placed.row.first <= placed.row.last]
    for number, later in enumerate(in_order):
        for earlier in in_order[:number]:
            one, other = earlier.row, later.row
            if _same(one.location, other.location) and _same(one.group, other.group):
                periods: list[Period] = [(row.row.first, row.row.last, row.place) for row in (earlier, later)]
                yield from _overlaps(periods)


def _same(one: str, other: str) -> bool:
    """Whether two scopes meet."""
    return ALL in (one, other) or one == other


def _weeks(row: Hiring | Retraining | Transfer) -> tuple[Week, Week]:
    return row.first, row.last


def _open_ended(rows: list[Placed[R]], period: Callable[[R], tuple[date, date | None]]) -> Iterator[Problem]:
    for placed in rows:
        first, last = period(placed.row)
        yield from _reversed((first, last or first, placed.place), "first", "last")


def agreements(draft: Draft) -> Iterator[Problem]:
    """A year may be agreed on as a whole and in parts."""
    for placed in draft.of(Agreement):
        yield from _reversed((placed.row.first, placed.row.last, placed.place), "first", "last")


def _periods(
    rows: list[Placed[R]], period: Callable[[R], tuple[Moment, Moment]], same: Callable[[R], Hashable]
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
            unit = "week" if isinstance(before, Week) else "day"
            hint = f"The period on line {earlier.line} of {earlier.file} ends on {before}."
            yield place.problem("first", Code.PERIODS_OVERLAP, first, f"a {unit} after {before}", hint)
