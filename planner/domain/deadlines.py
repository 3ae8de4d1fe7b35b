"""Due weeks: by when the cases that enter a stream in a week must be decided, heard or screened.

The legal term runs from the first day of the week of lodging (or of entry by conversion), and a due date counts
for the last week that has ended on it: both roundings are to the early side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.domain.court_dates import kept_stock
from planner.domain.grid import UNIT, Counts, spread
from planner.domain.instance import Instance, Stock
from planner.domain.lodgings import ORDINARY, name_of
from planner.domain.stages import STAGES
from planner.domain.streams import StreamFigures
from planner.domain.weeks import last_week_within, term_end


@dataclass(frozen=True)
class DueCurve:
    """Due weeks of one kind (planned, legal, reaction or screening) for K streams over T weeks.

    `bound[k]` says whether stream k has such a due week at all. Cases that enter in week w are due by the end of
    week `due_week[k, w]` (T or more: after the horizon). `opening[k, t]` are the cases of the opening stock that
    become due in week t (those already overdue in week 0).
    """

    bound: NDArray[np.bool_]
    due_week: NDArray[np.intp]
    opening: Counts

    def due(self, entered: Counts) -> Counts:
        """K x T: cumulative cases due by the end of each week, when `entered` (K x T) enter, opening stock included."""
        weeks = entered.shape[1]
        due = self.opening.copy()
        for week in range(weeks):
            inside = np.flatnonzero(self.due_week[:, week] < weeks)
            due[inside, self.due_week[inside, week]] += entered[inside, week]
        return np.cumsum(due, axis=1) * self.bound[:, None]


@dataclass(frozen=True)
class Deadlines:
    """`planned`: the legal term less the stream's buffer. `reaction` is about hearings, `screening` about preparation.

    The last two are due weeks of a stage that comes before the decision.
    """

    planned: DueCurve
    legal: DueCurve
    reaction: DueCurve
    screening: DueCurve


DueDate = Callable[[date], date]
"""The due date of a case by its day of entry."""


def deadlines(instance: Instance, streams: Sequence[StreamFigures]) -> Deadlines:
    """The due weeks of every stream."""
    return Deadlines(
        planned=_with_court_dates(
            instance,
            streams,
            _curve(instance, streams, _decision, [stream.buffer_weeks for stream in streams], STAGES),
        ),
        legal=_with_court_dates(instance, streams, _curve(instance, streams, _decision, [0] * len(streams), STAGES)),
        reaction=_curve(instance, streams, _reaction, [0] * len(streams), STAGES[:2]),
        screening=_curve(instance, streams, _screening, [0] * len(streams), STAGES[:1]),
    )


def _decision(stream: StreamFigures) -> DueDate | None:
    term = stream.term
    return None if term is None else lambda entry: term_end(entry, term)


def _reaction(stream: StreamFigures) -> DueDate | None:
    return _within(stream.hear_within_weeks)


def _screening(stream: StreamFigures) -> DueDate | None:
    return _within(stream.screen_within_weeks)


def _within(weeks: int | None) -> DueDate | None:
    return None if weeks is None else lambda entry: entry + timedelta(weeks=weeks)


def _curve(
    instance: Instance,
    streams: Sequence[StreamFigures],
    due_date_of: Callable[[StreamFigures], DueDate | None],
    buffers: Sequence[int],
    waiting_for: tuple[str, ...],
) -> DueCurve:
    weeks = instance.weeks
    start = weeks[0].monday
    bound = np.zeros(len(streams), dtype=bool)
    due_week = np.full((len(streams), len(weeks)), len(weeks), dtype=np.intp)
    opening = np.zeros((len(streams), len(weeks)), dtype=np.int64)
    stock = kept_stock(instance)
    for k, (stream, buffer) in enumerate(zip(streams, buffers, strict=True)):
        due_date = due_date_of(stream)
        if due_date is None:
            continue
        bound[k] = True
        entries = [max(week.monday, instance.header.first) for week in weeks]
        indices = [_week_index(due_date(entry), start) - buffer for entry in entries]
        indices = [min(max(index, w), len(weeks)) for w, index in enumerate(indices)]
        due_week[k] = np.minimum.accumulate(indices[::-1])[::-1]
        for row in stock:
            if name_of(row.stream, row.part) == stream.name and row.stage in waiting_for:
                kept = row.cases * (1 - withdrawn_share(instance, row))
                for day, cases in by_week_of_lodging(row, kept):
                    index = max(_week_index(due_date(day), start) - buffer, 0)
                    if index < len(weeks):
                        opening[k, index] += cases
    return DueCurve(bound, due_week, opening)


def _with_court_dates(instance: Instance, streams: Sequence[StreamFigures], curve: DueCurve) -> DueCurve:
    """The same with the weeks that courts have set; those before the horizon count for its first week."""
    start, weeks = instance.weeks[0].monday, len(instance.weeks)
    bound, opening = curve.bound.copy(), curve.opening.copy()
    for k, stream in enumerate(streams):
        if stream.court:
            bound[k] = True
            for row in instance.court_dates:
                index = max((row.due_week.monday - start).days // 7, 0)
                if row.stream == stream.base and index < weeks:
                    opening[k, index] += round(row.cases * UNIT)
    return DueCurve(bound, curve.due_week, opening)


def _week_index(due: date, start: date) -> int:
    return (last_week_within(due).monday - start).days // 7


def withdrawn_share(instance: Instance, row: Stock) -> float:
    """Share of an opening stock that withdraws before preparation, within the horizon."""
    if row.stage != STAGES[0] or row.part != ORDINARY:
        return 0.0
    header = instance.header
    return sum(
        other.share
        * max(0, (min(other.last, header.last) - max(other.first, header.first)).days + 1)
        / ((other.last - other.first).days + 1)
        for other in instance.withdrawals
        if other.stream == row.stream and other.share_of == "stock"
    )


def by_week_of_lodging(row: Stock, cases: float) -> list[tuple[date, int]]:
    """Grid counts of a stock row by the first day of each seven of its lodging period, evenly over the days."""
    days = (row.lodged_last - row.lodged_first).days + 1
    firsts = range(0, days, 7)
    share = np.array([min(first + 7, days) / days for first in firsts])
    return [
        (row.lodged_first + timedelta(days=first), int(count))
        for first, count in zip(firsts, spread(cases, share), strict=True)
    ]
