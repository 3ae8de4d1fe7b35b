"""How old the cases are that wait for each task, so that the oldest can go first."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Numbers
from planner.domain.instance import Stock
from planner.domain.weeks import Week


class Ages:
    """Waiting cases by week of lodging. They decide the order only: how many there are is said from outside.

    A case that goes over to another stream keeps its week of lodging.
    """

    def __init__(self, f: Figures) -> None:
        self._f = f
        self._start = min([f.weeks[0], *(Week.of(row.lodged_first) for row in f.instance.stock)])
        self._first = _weeks_between(self._start, f.weeks[0])
        self.waiting = np.zeros((len(f.tasks), self._first + len(f.weeks)))
        """N x B: cases by task and week of lodging, the oldest first."""
        self._coming: dict[int, Numbers] = {}
        task = {name: n for n, name in enumerate(f.task_names)}
        for row in f.instance.stock:
            self._open(task[row.stream, row.stage], row)

    def open_week(self, week: int, waiting: Numbers) -> None:
        """Cases arrive; withdrawals are taken from all ages alike. `waiting` (N) is how many there are then."""
        f, now = self._f, self._first + week
        self.waiting += self._coming.pop(week, 0.0)
        self.waiting[f.entry, now] += f.arrivals[:, week] / UNIT
        total = self.waiting.sum(axis=1)
        factor = np.divide(waiting, total, out=np.zeros_like(total), where=total > 0)
        self.waiting *= factor[:, np.newaxis]
        self.waiting[:, now] += np.where(total > 0, 0.0, waiting)

    def finish(self, week: int, done: Numbers) -> None:
        """The oldest of each task are `done` (N) and go on."""
        f = self._f
        for n in np.flatnonzero(done):
            gone = oldest(self.waiting[n], float(done[n]))
            self.waiting[n] -= gone
            for conversion in f.conversions:
                if conversion.source == n:
                    self._pass_on(conversion.target, week, conversion.lag, gone * conversion.share / SHARE_UNIT)
            if f.following[n] >= 0:
                self._pass_on(int(f.following[n]), week, int(f.lag[n]), gone * f.stays[n])

    def _pass_on(self, n: int, week: int, lag: int, cases: Numbers) -> None:
        if lag == 0:
            self.waiting[n] += cases
        elif week + lag < len(self._f.weeks):
            self._coming.setdefault(week + lag, np.zeros_like(self.waiting))[n] += cases

    def _open(self, n: int, row: Stock) -> None:
        """Evenly over the days of lodging."""
        week = Week.of(row.lodged_first)
        days = (row.lodged_last - row.lodged_first).days + 1
        while week.monday <= row.lodged_last:
            inside = _days(max(week.monday, row.lodged_first), min(week.sunday, row.lodged_last))
            self.waiting[n, _weeks_between(self._start, week)] += row.cases * inside / days
            week = week.plus(1)


def oldest(by_age: Numbers, cases: float) -> Numbers:
    """So many cases from the front."""
    before = np.cumsum(by_age) - by_age
    taken: Numbers = np.clip(cases - before, 0.0, by_age)
    return taken


def _weeks_between(start: Week, end: Week) -> int:
    return (end.monday - start.monday) // timedelta(weeks=1)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1
