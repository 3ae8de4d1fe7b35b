"""No more staff-days are used than supplied, and idle weeks are not saved up."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x G x T in staff-days, the worst of three.

    used to date - supplied to date; used in the week - supplied in the week - 1; whatever is below zero.
    """
    used = view.staff_days.sum(axis=2)
    to_date = np.cumsum(used, axis=2) - np.cumsum(view.supplied, axis=2)
    in_week = used - view.supplied - 1
    below_zero = np.maximum(-view.staff_days, 0).max(axis=2, initial=0)
    wrong: Numbers = np.maximum(np.maximum(to_date, in_week), np.maximum(below_zero, 0.0))
    return wrong
