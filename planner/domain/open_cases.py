"""Cases that are open when the horizon starts, come in, or are withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.domain.court_dates import COURT, kept_stock
from planner.domain.grid import UNIT, Counts, part, spread
from planner.domain.instance import Instance
from planner.domain.lodgings import EXCESS, Lodgings
from planner.domain.tasks import Tasks
from planner.domain.weeks import Week


@dataclass(frozen=True)
class OpenCases:
    """K streams, N tasks, T weeks."""

    opening: Counts  # N, open cases that wait for the task when the horizon starts
    lodged: Counts  # K x T, lodged, before withdrawals
    withdrawn_lodged: Counts  # K x T, of those, withdrawn at once
    withdrawn_stock: Counts  # K x T, withdrawn from the stock that waits for the entry task

    def stock(self, tasks: Tasks) -> Counts:
        """K: opening stock of each stream, less what withdraws from it in the horizon."""
        stock: Counts = -self.withdrawn_stock.sum(axis=1)
        np.add.at(stock, tasks.stream, self.opening)
        return stock


def open_cases(instance: Instance, tasks: Tasks, lodged: Lodgings) -> OpenCases:
    """The cases of every stream, twins and court cases apart."""
    opening = _opening(instance, tasks)
    arrivals = _arrivals(instance, tasks, lodged)
    at_lodging, from_stock = _withdrawals(instance, tasks, arrivals, opening[tasks.entry])
    return OpenCases(opening, arrivals, at_lodging, from_stock)


def _opening(instance: Instance, tasks: Tasks) -> Counts:
    opening = np.zeros(len(tasks), dtype=np.int64)
    for row in kept_stock(instance):
        opening[tasks.position[row.stream, row.stage]] += round(row.cases * UNIT)
    for date_set in instance.court_dates:
        opening[tasks.position[date_set.stream + COURT, date_set.stage]] += round(date_set.cases * UNIT)
    return opening


def _arrivals(instance: Instance, tasks: Tasks, lodged: Lodgings) -> Counts:
    counts = lodged.ordinary | {name + EXCESS: own for name, own in lodged.excess.items()}
    nobody = np.zeros(len(instance.weeks), dtype=np.int64)
    return np.array([counts.get(stream.name, nobody) for stream in tasks.streams])


def _withdrawals(instance: Instance, tasks: Tasks, lodged: Counts, waiting: Counts) -> tuple[Counts, Counts]:
    """Withdrawn at lodging, and withdrawn from the opening stock that waits for the first task; both K x T."""
    weeks = instance.weeks
    at_lodging = np.zeros_like(lodged)
    from_stock = np.zeros_like(lodged)
    length = np.array([_days_inside(week, instance.header.first, week.sunday) for week in weeks])
    for row in instance.withdrawals:
        inside = np.array([_days_inside(week, row.first, row.last) for week in weeks])
        for k, stream in enumerate(tasks.streams):
            if stream.base != row.stream:
                continue
            if row.share_of == "lodged":
                at_lodging[k] += part(np.rint(lodged[k] * (inside / length)).astype(np.int64), row.share)
            elif stream.name == stream.base:
                cumulative = np.cumsum(inside) / ((row.last - row.first).days + 1)
                from_stock[k] += spread(waiting[k] / UNIT * row.share, cumulative)
    return at_lodging, from_stock


def _days_inside(week: Week, first: date, last: date) -> int:
    return max(0, (min(week.sunday, last) - max(week.monday, first)).days + 1)
