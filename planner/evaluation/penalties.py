"""What courts order to be paid: so much for each day after the date that they set, and no more than a cap for one case.

Inside a stream first in is first out: the case whose date is first is decided first. So the cases that are late at the
end of week t and whose date was j weeks before or more are max(0, due(t - j) - done(t)). A case pays for the days of
each week at whose end it is late, until the cap is reached; in a weekly run also for those since the first plan. In the
shipped policy the aim has no cap: with one, it would pay to leave for good those that have waited longest.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

import numpy as np

from planner.domain.grid import UNIT, Counts, Indices, Numbers
from planner.domain.instance import Penalty
from planner.domain.weeks import DAYS_PER_WEEK, Week
from planner.evaluation.flows import Flows


def penalties(own: Flows) -> float:
    """The penalties of a plan inside the horizon, in euro."""
    return fsum(
        row.euro_per_day * days * (int(late.sum()) / UNIT)
        for row in own.figures.instance.penalties
        for days, late in paid(own, row)
    )


def penalties_by_week(own: Flows) -> Numbers:
    """T: the penalties of each week, in euro."""
    euro = np.zeros(len(own.figures.weeks))
    for row in own.figures.instance.penalties:
        for days, late in paid(own, row):
            euro += row.euro_per_day * days * late.sum(axis=0) / UNIT
    return euro


def costs_orders(own: Flows) -> float:
    """The costs of the appeals that led to dates, in euro: the same for every plan."""
    cases = fsum(row.cases for row in own.figures.instance.court_dates)
    return fsum(row.costs_order * cases for row in own.figures.instance.penalties)


def paid_by_weeks_late(row: Penalty, weeks: int) -> Numbers:
    """Days paid for a case at the end of its first week late, of its second, and so on, until the cap is reached."""
    most = row.most_per_case / row.euro_per_day if row.euro_per_day else 0.0
    return np.clip(most - DAYS_PER_WEEK * np.arange(weeks), 0.0, DAYS_PER_WEEK)


def paid(own: Flows, row: Penalty) -> Iterator[tuple[float, Counts]]:
    """Days a week that a case pays more once its date was j weeks before, and the cases (streams with dates x T).

    For each j that makes a difference. Weeks late before the horizon count from the first plan on.
    """
    streams = np.flatnonzero(own.figures.court)
    due, done = _due_to_date(own, streams), own.done_to_date[streams]
    before = due.shape[1] - done.shape[1]
    days = np.diff(paid_by_weeks_late(row, due.shape[1]), prepend=0.0)
    for late_for in np.flatnonzero(days).tolist():
        late, first = np.zeros_like(done), max(late_for - before, 0)
        since = due[:, before + first - late_for : due.shape[1] - late_for]
        late[:, first:] = np.maximum(since - done[:, first:], 0)
        yield float(days[late_for]), late


def _due_to_date(own: Flows, streams: Indices) -> Counts:
    """Cases due by the end of each week, those open when the horizon begins by the weeks since the first plan too."""
    f = own.figures
    asked, start = f.instance.header.replanning, f.weeks[0].monday
    since = Week.of(asked.since).monday if asked and asked.since else start
    weeks = max((start - since).days // DAYS_PER_WEEK, 0)
    before = np.zeros((len(streams), weeks), dtype=np.int64)
    at = {f.streams[k].base: number for number, k in enumerate(streams.tolist())}
    for row in f.instance.court_dates:
        week = (row.due_week.monday - since).days // DAYS_PER_WEEK
        if week < weeks:
            before[at[row.stream], max(week, 0) :] += round(row.cases * UNIT)
    return np.hstack([before, own.due_legal[streams]])
