"""Old cases without a first decision at the clearance date are left."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.stages import STAGES
from planner.evaluation.restated import entries, opening_stock, withdrawals
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """K in cases: |left stated - (opening + entries - withdrawn - done)| at the end of the last whole week before."""
    figures = view.figures
    done_by = sum(week.monday + timedelta(days=6) <= view.instance.header.clearance for week in view.weeks)
    entered = entries(view, STAGES)
    _, from_stock = withdrawals(view)
    left = np.zeros(len(figures.streams))
    old = {row.stream for row in view.instance.streams if row.lodged == "old"}
    for k, stream in enumerate(figures.streams):
        if stream.base in old:
            if stream.court:
                opening = sum(row.cases for row in view.instance.court_dates if row.stream == stream.base)
            else:
                opening = sum(row.cases for row in opening_stock(view, stream.name))
            counts = entered[k, :done_by].sum() - from_stock[k, :done_by].sum()
            left[k] = opening + (counts - view.flows.done_to_date[k, done_by - 1]) / UNIT
    return np.abs(view.flows.left / UNIT - left)
