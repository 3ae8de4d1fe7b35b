"""First decisions of a week differ little from those of the week before."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.chain import uneven_decisions
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """T in cases: |uneven stated - max(0, |decided - decided the week before| - share x decided the week before)|.

    In the weeks whose calendar factor x working days / 5 differs from that of the week before by no more than the step;
    the first one where the instance says what was decided in the week before it.
    """
    uneven = np.zeros(len(view.weeks))
    factors = {row.week: row.factor for row in view.instance.calendar}
    normal = [factors[week] * days / 5 for week, days in zip(view.weeks, view.working_days, strict=True)]
    decided = [float(week.sum()) / UNIT for week in view.flows.decided.T]
    for row in view.instance.smoothing:
        before = [] if row.decided_before is None else [(0, row.week_before, row.decided_before)]
        before += [(t, normal[t - 1], decided[t - 1]) for t in range(1, len(view.weeks))]
        for t, normal_before, cases in before:
            if abs(normal[t] - normal_before) < row.calendar_step + _ROUNDING:
                uneven[t] = max(0.0, abs(decided[t] - cases) - row.share * cases)
    return np.abs(uneven_decisions(view.flows) / UNIT - uneven)


_ROUNDING = 1e-9
