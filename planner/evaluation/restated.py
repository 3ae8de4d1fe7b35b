"""Entries and due weeks worked out a second time, for the rules about time limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Counts, Numbers
from planner.domain.lodgings import EXCESS
from planner.domain.stages import STAGES
from planner.evaluation.view import View


def streams_and_twins(figures: Figures, base: str) -> list[str]:
    """The names of a stream of the instance: its own, and its twin's where there is one."""
    return [stream.name for stream in figures.streams if stream.base == base]


class Waiting(NamedTuple):
    """Cases of the opening stock: the stage that they wait for, when they were lodged, how many."""

    stage: str
    lodged_first: date
    lodged_last: date
    cases: float


def opening_stock(view: View, name: str) -> list[Waiting]:
    """The opening stock of a stream, without its cases with a date set by a court: at each stage the oldest rows go.

    Those on their way to a stage are taken from those on their way to it in the same week.
    """
    base, part = (name[: -len(EXCESS)], "above") if name.endswith(EXCESS) else (name, "ordinary")
    rows = [row for row in view.instance.stock if (row.stream, row.part) == (base, part)]
    found = []
    for place in dict.fromkeys((row.stage, row.ready) for row in rows):
        dated = [row for row in view.instance.court_dates if (row.stream, row.stage, row.ready) == (name, *place)]
        gone = sum(row.cases for row in dated)
        own = [row for row in rows if (row.stage, row.ready) == place]
        for row in sorted(own, key=lambda row: row.lodged_first):
            stays = max(0.0, row.cases - gone)
            gone -= row.cases - stays
            found.append(Waiting(row.stage, row.lodged_first, row.lodged_last, stays))
    return found


def week_position(view: View, day: date) -> int:
    """The place in the horizon of the week that holds the day."""
    return (day - view.weeks[0].monday).days // 7


def entries(view: View, stages: Sequence[str]) -> Counts:
    """K x T: cases that enter each stream in the week at one of the stages, lodged (net) or by conversion."""
    figures = view.figures
    entered = figures.lodged - withdrawals(view)[0]
    for conversion in figures.conversions:
        target = figures.tasks[conversion.target]
        if STAGES[target.stage] not in stages:
            continue
        gone = [count * conversion.share // SHARE_UNIT for count in view.national[conversion.source].tolist()]
        for week in range(len(view.weeks) - conversion.lag):
            entered[target.stream, week + conversion.lag] += gone[week] - (gone[week - 1] if week else 0)
    names = [stream.name for stream in figures.streams]
    for row in view.instance.converting:
        week = max(week_position(view, row.week.monday), 0)
        if row.stage in stages and week < len(view.weeks):
            entered[names.index(row.stream + EXCESS * (row.part == "above")), week] += round(row.cases * UNIT)
    return entered


def withdrawals(view: View) -> tuple[Counts, Counts]:
    """K x T: cases withdrawn in the week, at lodging and from the opening stock, as the rows say.

    At lodging a share of what is lodged on the days of the period; from the stock a share of the cases that wait for
    the first stage, evenly over the days of the period. Both are rounded on running totals.
    """
    figures = view.figures
    at_lodging = np.zeros_like(figures.lodged)
    from_stock = np.zeros_like(figures.lodged)
    for row in view.instance.withdrawals:
        length = (row.last - row.first).days + 1
        for k, stream in enumerate(figures.streams):
            if stream.base != row.stream:
                continue
            if row.share_of == "lodged":
                own = [
                    round(lodged * (_days(view, t, row.first, row.last) / _days(view, t, date.min, date.max)))
                    for t, lodged in enumerate(figures.lodged[k].tolist())
                ]
                at_lodging[k] += np.diff([0, *(round(total * row.share) for total in accumulate(own))])
            elif stream.name == stream.base:
                waiting = int(figures.opening[figures.entry[k]]) / UNIT * row.share
                days = accumulate(_days(view, t, row.first, row.last) for t in range(len(view.weeks)))
                from_stock[k] += np.diff([0, *(round(waiting * UNIT * (passed / length)) for passed in days)])
    return at_lodging, from_stock


def _days(view: View, week: int, first: date, last: date) -> int:
    """Days of the week inside the horizon's start and a period."""
    monday, start = view.weeks[week].monday, view.instance.header.first
    return sum(max(first, start) <= monday + timedelta(days=day) <= last for day in range(7))


def due_to_date(
    view: View,
    k: int,
    due_date: Callable[[date], date],
    buffer: int,
    entered: Counts,
    waiting_for: Sequence[str],
) -> Numbers:
    """T in cases: due by the end of each week, of the cases that enter and of the opening stock.

    Cases are due in the last week that ends on their due date or before, less the buffer, but never before the week
    in which they enter; later entries are never due before earlier ones.
    """
    weeks = len(view.weeks)
    due = np.zeros(weeks + 1)
    latest = weeks
    for w in reversed(range(weeks)):
        first = max(view.weeks[w].monday, view.instance.header.first)
        latest = min(latest, max(_last_week_ended(view, due_date(first)) - buffer, w))
        due[latest] += entered[w] / UNIT
    name = view.figures.streams[k].name
    for row in opening_stock(view, name):
        if row.stage not in waiting_for:
            continue
        kept = row.cases * (1 - _withdrawn_share(view, name) * (row.stage == STAGES[0]))
        days = (row.lodged_last - row.lodged_first).days + 1
        for start in range(0, days, 7):
            week = _last_week_ended(view, due_date(row.lodged_first + timedelta(days=start))) - buffer
            due[min(max(week, 0), weeks)] += kept * min(7, days - start) / days
    return np.cumsum(due[:weeks])


def _last_week_ended(view: View, day: date) -> int:
    """The place of the last week whose Sunday is on the day or before."""
    return week_position(view, day + timedelta(days=1)) - 1


def _withdrawn_share(view: View, stream: str) -> float:
    """Share of a stream's opening stock that withdraws inside the horizon."""
    header = view.instance.header
    share = 0.0
    for row in view.instance.withdrawals:
        if row.stream == stream and row.share_of == "stock":
            inside = (min(row.last, header.last) - max(row.first, header.first)).days + 1
            share += row.share * max(inside, 0) / ((row.last - row.first).days + 1)
    return share


def late_for_a_stage(view: View, stage: str, weeks: Sequence[int | None], done: Counts) -> Numbers:
    """K x T in cases: max(0, cases due for the stage to date - those past it), `weeks` after entry; 0 without a time.

    Due: entries up to the stage and the opening stock that waits for it or for a stage before it.
    """
    until = STAGES[: STAGES.index(stage) + 1]
    entered = entries(view, until)
    late = np.zeros((len(view.figures.streams), len(view.weeks)))
    for k, within in enumerate(weeks):
        if within is None or (view.figures.streams[k].name, stage) not in view.figures.task_names:
            continue
        after = timedelta(weeks=within)

        def due_date(day: date, after: timedelta = after) -> date:
            return day + after

        due = due_to_date(view, k, due_date, 0, entered[k], until)
        late[k] = np.maximum(due - done[k] / UNIT, 0.0)
    return late
