"""Cases that are open when the horizon starts, come in, or are withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.domain.court_dates import COURT, kept_stock
from planner.domain.grid import UNIT, Counts, part, spread
from planner.domain.instance import CourtDate, Instance, Stock
from planner.domain.lodgings import ABOVE, EXCESS, Lodgings, name_of
from planner.domain.tasks import Tasks
from planner.domain.weeks import Week


@dataclass(frozen=True)
class OpenCases:
    """K streams, N tasks, T weeks."""

    opening: Counts  # N, open cases that wait for the task when the horizon starts
    underway: Counts  # N x T, open cases on their way to the task then, by the week in which they reach it
    entering: Counts  # N x T, cases between two streams then, by the week in which they enter
    lodged: Counts  # K x T, lodged, before withdrawals
    withdrawn_lodged: Counts  # K x T, of those, withdrawn at once
    withdrawn_stock: Counts  # K x T, withdrawn from the stock that waits for the entry task

    def stock(self, tasks: Tasks) -> Counts:
        """K: opening stock of each stream, less what withdraws from it in the horizon."""
        stock: Counts = -self.withdrawn_stock.sum(axis=1)
        np.add.at(stock, tasks.stream, self.opening + self.underway.sum(axis=1))
        return stock


def open_cases(instance: Instance, tasks: Tasks, lodged: Lodgings) -> OpenCases:
    """The cases of every stream, twins and court cases apart."""
    opening, underway = _opening(instance, tasks)
    arrivals = _arrivals(instance, tasks, lodged)
    at_lodging, from_stock = _withdrawals(instance, tasks, arrivals, opening[tasks.entry])
    return OpenCases(opening, underway, _entering(instance, tasks), arrivals, at_lodging, from_stock)


def some_above(instance: Instance) -> bool:
    """Whether cases above the guaranteed volume were lodged before the horizon."""
    return ABOVE in {*(row.part for row in instance.stock), *(row.part for row in instance.converting)}


def _opening(instance: Instance, tasks: Tasks) -> tuple[Counts, Counts]:
    """N and N x T: open cases that wait at the start, and those on their way by the week in which they arrive."""
    opening = np.zeros(len(tasks), dtype=np.int64)
    underway = np.zeros((len(tasks), len(instance.weeks)), dtype=np.int64)
    found: list[tuple[str, Stock | CourtDate]] = [(name_of(row.stream, row.part), row) for row in kept_stock(instance)]
    found += [(own.stream + COURT, own) for own in instance.court_dates]
    for name, row in found:
        n, cases = tasks.position[name, row.stage], round(row.cases * UNIT)
        week = _week_of(instance, row.ready)
        if week <= 0:
            opening[n] += cases
        elif week < len(instance.weeks):
            underway[n, week] += cases
    return opening, underway


def _entering(instance: Instance, tasks: Tasks) -> Counts:
    """N x T: cases that come from another stream, which they left before the horizon."""
    entering = np.zeros((len(tasks), len(instance.weeks)), dtype=np.int64)
    for row in instance.converting:
        week = max(_week_of(instance, row.week), 0)
        if week < len(instance.weeks):
            entering[tasks.position[name_of(row.stream, row.part), row.stage], week] += round(row.cases * UNIT)
    return entering


def _week_of(instance: Instance, week: Week | None) -> int:
    """The place of a week in the horizon, below zero before it; 0 for none."""
    return 0 if week is None else (week.monday - instance.weeks[0].monday).days // 7


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
