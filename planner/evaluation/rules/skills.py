"""Work is done only by groups that may do it, only at locations where it is done."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x (G + 1) x N x T: staff-days of each group where it may not work, then cases finished where no one may."""
    staff_days = np.abs(view.staff_days) * (view.efficiency <= 0)[..., None]
    cases = np.abs(view.finished) / UNIT * ~view.allowed[..., None]
    return np.concatenate([staff_days, cases[:, None]], axis=1)
