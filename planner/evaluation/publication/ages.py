"""How old the open cases are that were lodged before the plan starts.

Inside a stream first in is first out, so the cases open at the end of a week are those lodged last. The cases of a
row of the stock are spread evenly over the days in which they were lodged; cases with a date set by a court are those
of the stock at their stage that were lodged first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from planner.domain.court_dates import COURT, kept_stock
from planner.domain.grid import Numbers
from planner.domain.instance import Instance, Stock
from planner.domain.publication import BAND_MONTHS
from planner.domain.weeks import term_end

Lot = tuple[date, date, float]
"""Cases lodged from a day to a day."""


def lots_of(instance: Instance) -> dict[str, list[Lot]]:
    """The opening stock of each stream, its court cases apart, by the days on which it was lodged."""
    kept = kept_stock(instance)
    found: dict[str, list[Lot]] = defaultdict(list)
    for before, after in zip(instance.stock, kept, strict=True):
        _put(found, before.stream, before, after.cases)
        _put(found, before.stream + COURT, before, before.cases - after.cases)
    return found


def _put(found: dict[str, list[Lot]], stream: str, row: Stock, cases: float) -> None:
    if cases > 0:
        found[stream].append((row.lodged_first, row.lodged_last, cases))


def by_age(lots: Iterable[Lot], still_open: float, on: date) -> Numbers:
    """The open cases of a stream by age band on a day, the youngest band first: those lodged last are open."""
    starts = np.array([*(start.toordinal() for start in band_starts(on)), 0.0])
    counts, left = np.zeros(len(starts)), still_open
    for first, last, cases in sorted(lots, key=lambda lot: lot[1], reverse=True):
        taken = min(cases, left)
        if taken <= 0:
            break
        left -= taken
        end = last.toordinal() + 1.0
        span = (end - first.toordinal()) * taken / cases
        counts += taken * np.diff(np.clip(end - starts, 0.0, span), prepend=0.0) / span
    counts[0] += max(left, 0.0)  # cases that came from another stream after the start
    return counts


def band_starts(on: date) -> list[date]:
    """The first day of each band but the oldest, which has none; the youngest first."""
    return [_months_before(on, months) + timedelta(days=1) for months in BAND_MONTHS]


def _months_before(day: date, months: int) -> date:
    """The day so many months earlier, clipped to the end of its month."""
    month = day.year * 12 + day.month - 1 - months
    first = date(month // 12, month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), term_end(first, "1m") - timedelta(days=1))
