"""A share of the start group is decided by a date."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.restated import opening_stock, withdrawals
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """G in cases: |missed stated - max(0, share x (opening - withdrawn) - done by the last week before the date)|."""
    names = [stream.name for stream in view.figures.streams]
    _, from_stock = withdrawals(view)
    wrong = []
    for g, row in enumerate(view.instance.start_group):
        k = names.index(row.stream)
        opening = sum(own.cases for own in opening_stock(view, row.stream))
        asked = row.share * (opening - from_stock[k].sum() / UNIT)
        weeks = sum(week.monday + timedelta(days=6) <= row.date for week in view.weeks)
        missed = max(0.0, asked - view.flows.done_to_date[k, weeks - 1] / UNIT)
        wrong.append(abs(view.flows.start_group_missed[g] / UNIT - missed))
    return np.array(wrong)
