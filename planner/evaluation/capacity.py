"""What an instance asks and what it has: hours of work against hours of staff, before any plan.

All hours are hours at normal output: a week with less output has fewer of them. Where hours per case change in the
course of the horizon, its mean stands for all of it, since nobody knows yet in which week a case will be worked on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Indices, Numbers
from planner.domain.onward import visits


@dataclass(frozen=True)
class Capacity:
    """K streams, N tasks, M pairs, L locations, P pools, Y years. A week counts for the year of most of its days."""

    figures: Figures
    years: tuple[int, ...]
    year_of_week: Indices  # T, position in `years`

    @cached_property
    def stock(self) -> Numbers:
        """K: open cases at the start."""
        total = np.zeros(len(self.figures.streams))
        np.add.at(total, self.figures.stream_of_task, self.figures.open_at_start / UNIT)
        return total

    @cached_property
    def lodged(self) -> Numbers:
        """K x Y: cases lodged, those withdrawn at once included."""
        return self._by_year(self.figures.lodged / UNIT)

    @cached_property
    def withdrawn(self) -> Numbers:
        """K x Y: cases withdrawn, at lodging or from the stock."""
        return self._by_year((self.figures.withdrawn_lodged + self.figures.withdrawn_stock) / UNIT)

    @cached_property
    def asked(self) -> Numbers:
        """K x N x (1 + Y): hours asked at each task until every case is decided, by the stream in which it is now.

        First by the stock, then by the cases lodged in each year.
        """
        own = self.figures
        stock = np.zeros((len(own.streams), len(own.tasks)))
        stock[own.stream_of_task, np.arange(len(own.tasks))] = (own.open_at_start + own.entering.sum(axis=1)) / UNIT
        stock[np.arange(len(own.streams)), own.entry] -= own.withdrawn_stock.sum(axis=1) / UNIT
        coming = visits(own)
        lodged = self._by_year(own.arrivals / UNIT)
        cases = [stock @ coming, *(lodged[:, [year]] * coming[own.entry] for year in range(len(self.years)))]
        hours: Numbers = np.stack(cases, axis=2) * (own.normal_hours * own.change.mean(axis=1))[:, np.newaxis]
        return hours

    @cached_property
    def asked_of_tasks(self) -> Numbers:
        """N x (1 + Y): hours asked at each task."""
        hours: Numbers = self.asked.sum(axis=0)
        return hours

    @cached_property
    def staff_hours(self) -> Numbers:
        """M x Y: hours of staff."""
        own = self.figures.supply
        return self._by_year(own.staff_days / UNIT * own.hours_per_day[:, np.newaxis] * self.figures.output)

    @cached_property
    def room_hours(self) -> Numbers:
        """L x Y: hours of hearing rooms."""
        return self._by_year(self.figures.rooms)

    @cached_property
    def hearings_asked(self) -> Numbers:
        """N: room and interpreter hours asked at each task over the whole horizon."""
        hours: Numbers = self.asked_of_tasks.sum(axis=1) * self.figures.heard_share
        return hours

    @cached_property
    def pools(self) -> tuple[Numbers, Numbers]:
        """P: hours asked of each language pool, and hours that it has, over the whole horizon."""
        return self.figures.pool_share @ self.hearings_asked, self.figures.pools.sum(axis=1)

    @property
    def nothing(self) -> Numbers:
        """1 + Y: no hours."""
        return np.zeros(1 + len(self.years))

    def only_by(self, labels: Sequence[str]) -> dict[str, Numbers]:
        """1 + Y: hours of the work that the pairs of one label alone may do; `labels` has one for each pair.

        What pairs of several labels may do stands under `SHARED`, what nobody may do under `NOBODY`: together they
        are all hours asked.
        """
        found: dict[str, Numbers] = defaultdict(lambda: np.zeros(1 + len(self.years)))
        for n, hours in enumerate(self.asked_of_tasks):
            work = self.figures.work_of_task[n]
            doers = {labels[pair] for pair in self.figures.arc_pair[self.figures.arc_work == work].tolist()}
            found[NOBODY if not doers else SHARED if len(doers) > 1 else doers.pop()] += hours
        return {label: found[label] for label in (*labels, SHARED, NOBODY)}

    def may_do(self, pairs: Sequence[int]) -> Numbers:
        """1 + Y: hours of all work that at least one of the pairs may do."""
        works = self.figures.arc_work[np.isin(self.figures.arc_pair, pairs)]
        tasks = np.flatnonzero(np.isin(self.figures.work_of_task, works))
        hours: Numbers = self.asked_of_tasks[tasks].sum(axis=0)
        return hours

    def _by_year(self, weekly: Numbers) -> Numbers:
        total = np.zeros((weekly.shape[0], len(self.years)))
        np.add.at(total.T, self.year_of_week, weekly.T)
        return total


SHARED, NOBODY = "[several]", "[nobody]"
"""Labels of an instance have no brackets."""


def capacity(figures: Figures) -> Capacity:
    """The capacity model of an instance."""
    years = [week.monday.isocalendar().year for week in figures.weeks]
    own = tuple(sorted(set(years)))
    return Capacity(figures, own, np.array([own.index(year) for year in years], dtype=np.intp))
