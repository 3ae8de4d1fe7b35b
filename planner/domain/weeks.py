"""ISO weeks: labels, dates and the part of an edge week that counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_PER_WEEK = 7

WORKING_DAYS = 5
"""Working days in a week, Monday to Friday."""

_LABEL = re.compile(r"([0-9]{4})-W([0-9]{2})")
_TERM = re.compile(r"([0-9]{1,3})([dwm])")


@dataclass(frozen=True, order=True)
class Week:
    """An ISO week, known by its Monday."""

    monday: date

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that holds `day`."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def parse(cls, label: str) -> Week:
        """The week written as `2026-W24`; raises ValueError, also for a week 53 that the year lacks."""
        match = _LABEL.fullmatch(label)
        if not match:
            raise ValueError(label)
        return cls(date.fromisocalendar(int(match[1]), int(match[2]), 1))

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    def day(self, number: int) -> date:
        """A day of the week, 0 for Monday."""
        return self.monday + timedelta(days=number)

    def plus(self, weeks: int) -> Week:
        """The week so many weeks later."""
        return Week(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        year, number, _ = self.monday.isocalendar()
        return f"{year:04d}-W{number:02d}"


def horizon(first: date, last: date) -> tuple[Week, ...]:
    """All weeks from the one that holds `first` to the one that holds `last`."""
    start, end = Week.of(first), Week.of(last)
    return tuple(start.plus(index) for index in range((end.monday - start.monday).days // 7 + 1))


def working_days_between(week: Week, first: date, last: date) -> int:
    """Working days of the week that lie from `first` to `last`, both included."""
    start = max(week.monday, first)
    end = min(week.monday + timedelta(days=WORKING_DAYS - 1), last)
    return max(0, (end - start).days + 1)


def parse_term(text: str) -> tuple[int, str]:
    """A term such as `6m`, `12w` or `15d` as number and unit; raises ValueError."""
    match = _TERM.fullmatch(text)
    if not match:
        raise ValueError(text)
    return int(match[1]), match[2]


def term_end(start: date, term: str) -> date:
    """The last day of a term that starts on `start`: calendar days, weeks or months (clipped to the month's end)."""
    number, unit = parse_term(term)
    if unit == "d":
        return start + timedelta(days=number)
    if unit == "w":
        return start + timedelta(weeks=number)
    months = start.month - 1 + number
    year, month = start.year + months // 12, months % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=start.day - 1), after - timedelta(days=1))


def last_week_within(day: date) -> Week:
    """The last whole week that has ended on `day`: the early side of a due date."""
    week = Week.of(day)
    return week if week.sunday <= day else week.plus(-1)
