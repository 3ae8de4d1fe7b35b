"""Months as the weeks of a plan make them up: a week counts for the month of its Thursday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.weeks import Week

_FORM = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_THURSDAY = timedelta(days=3)


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month written as `2026-12`; raises ValueError."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, week: Week) -> Month:
        """The month that the week counts for."""
        day = week.monday + _THURSDAY
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def quarter(self) -> str:
        """The quarter that it is in."""
        return f"{self.year}-Q{(self.number + 2) // 3}"

    @property
    def half_year(self) -> str:
        """The half of the year that it is in."""
        return f"{self.year}-H{(self.number + 5) // 6}"

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def months_of(weeks: Sequence[Week]) -> dict[Month, list[int]]:
    """The positions of the weeks of each month, in order."""
    found: dict[Month, list[int]] = {}
    for t, week in enumerate(weeks):
        found.setdefault(Month.of(week), []).append(t)
    return found
