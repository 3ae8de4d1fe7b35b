"""What courts order to be paid: so much for each day after the date that they set, and no more than a cap for one case.

Inside a stream first in is first out: the case whose date is first is decided first. So the cases that are late at the
end of week t and whose date was j weeks before or more are max(0, due(t - j) - done(t)). A case pays for the days of
each week at whose end it is late, until the cap is reached. In the shipped policy the aim has no cap: with one, it
would pay to leave for good those that have waited longest.
"""

from __future__ import annotations

from math import fsum

import numpy as np

from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Penalty
from planner.domain.weeks import DAYS_PER_WEEK
from planner.evaluation.flows import Flows


def penalties(own: Flows) -> float:
    """The penalties of a plan inside the horizon, in euro."""
    streams = np.flatnonzero(own.figures.court)
    return fsum(
        row.euro_per_day * _paid_days(own.due_legal[streams], own.done_to_date[streams], row)
        for row in own.figures.instance.penalties
    )


def penalties_by_week(own: Flows) -> Numbers:
    """T: the penalties of each week, in euro."""
    streams = np.flatnonzero(own.figures.court)
    due, done = own.due_legal[streams], own.done_to_date[streams]
    weeks = due.shape[1]
    euro = np.zeros(weeks)
    for row in own.figures.instance.penalties:
        days = np.diff(paid_by_weeks_late(row, weeks), prepend=0.0) * row.euro_per_day
        for late_for, more in enumerate(days.tolist()):
            late = np.maximum(due[:, : weeks - late_for] - done[:, late_for:], 0)
            euro[late_for:] += more * late.sum(axis=0) / UNIT
    return euro


def costs_orders(own: Flows) -> float:
    """The costs of the appeals that led to dates, in euro: the same for every plan."""
    cases = fsum(row.cases for row in own.figures.instance.court_dates)
    return fsum(row.costs_order * cases for row in own.figures.instance.penalties)


def paid_by_weeks_late(row: Penalty, weeks: int) -> Numbers:
    """Days paid for a case at the end of its first week late, of its second, and so on, until the cap is reached."""
    most = row.most_per_case / row.euro_per_day if row.euro_per_day else 0.0
    return np.clip(most - DAYS_PER_WEEK * np.arange(weeks), 0.0, DAYS_PER_WEEK)


def _paid_days(due: Counts, done: Counts, row: Penalty) -> float:
    """Days paid for, times cases; `due` and `done` are running totals (K x T)."""
    weeks = due.shape[1]
    paid, before = [], 0.0
    for late_for, days in enumerate(paid_by_weeks_late(row, weeks).tolist()):
        late = np.maximum(due[:, : weeks - late_for] - done[:, late_for:], 0)
        paid.append((days - before) * (int(late.sum()) / UNIT))
        before = days
    return fsum(paid)
