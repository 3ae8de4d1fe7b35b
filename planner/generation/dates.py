"""The horizon of a synthetic instance: its dates, its holidays and the terms that fit in it."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.instance import CalendarWeek, Header
from planner.domain.weeks import Week, horizon

FIRST = date(2026, 6, 12)

HOLIDAYS = {29: 0.85, 30: 0.8, 31: 0.75, 32: 0.75, 33: 0.8, 34: 0.85, 52: 0.6, 53: 0.6, 1: 0.7, 18: 0.85}
"""Staff-days as a share of normal, by number of the week."""

_TERMS = ((27, "6m"), (14, "3m"), (12, "12w"), (9, "2m"), (8, "8w"), (6, "6w"), (4, "4w"), (3, "3w"))
"""Weeks that a term may take at most, longest first."""


def header(name: str, title: str, weeks: int) -> Header:
    """A quarter of the horizon is run-out after the clearance date; the programme starts after a thirteenth."""
    last = Week.of(FIRST).plus(weeks - 1).sunday
    return Header(
        name=name,
        title=title,
        synthetic=True,
        counting_unit="one application of one person",
        description="Synthetic: drawn at random, plausible in proportions only, about no service.",
        first=FIRST,
        programme_start=FIRST + timedelta(weeks=weeks // 13),
        clearance=last - timedelta(weeks=run_out(weeks)),
        last=last,
    )


def run_out(weeks: int) -> int:
    """Weeks after the clearance date."""
    return max(3, weeks // 4)


def term_within(wanted: int, weeks: int) -> str:
    """The longest term of at most so many weeks that ends in the run-out for a case of the clearance date."""
    return next(term for longest, term in _TERMS if longest <= max(3, min(wanted, run_out(weeks))))


def calendar(own: Header) -> tuple[CalendarWeek, ...]:
    """Summer and Christmas have fewer staff-days."""
    return tuple(
        CalendarWeek(week, HOLIDAYS.get(week.monday.isocalendar().week, 1.0)) for week in horizon(own.first, own.last)
    )
