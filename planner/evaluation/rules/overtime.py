"""Nobody works more beyond the contract than the share that is allowed."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.weeks import WORKING_DAYS
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x G x T in staff-days: used beyond the whole days supplied, less share x staff-days supplied.

    A period that covers a part of the week's working days allows that part of the share. Where there may be none at
    all, `staff_deployment` is the rule.
    """
    share = np.zeros(view.supplied.shape)
    for row in view.instance.overtime:
        days = [sum(row.first <= week.day(number) <= row.last for number in range(WORKING_DAYS)) for week in view.weeks]
        for location, place in view.location_position.items():
            for group, own in view.group_position.items():
                if row.location in (None, location) and row.group in (None, group):
                    share[place, own] += row.share * np.array(days) / WORKING_DAYS
    beyond = view.all_days.sum(axis=2) - view.whole_days
    above = np.maximum(beyond, 0.0) - share * view.supplied
    return np.where(view.overtime_allowed, np.maximum(above, 0.0), 0.0)
