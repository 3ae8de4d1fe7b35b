"""Nobody works more beyond the contract than the share that is allowed."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x G x T in staff-days: used beyond the whole days supplied, less share x staff-days supplied.

    Of a group that may work overtime at the location in some week; of all others `staff_deployment` is the rule.
    """
    beyond = view.all_days.sum(axis=2) - view.whole_days
    above = np.maximum(beyond, 0.0) - view.overtime_share * view.supplied
    return np.where(view.overtime_allowed, np.maximum(above, 0.0), 0.0)
