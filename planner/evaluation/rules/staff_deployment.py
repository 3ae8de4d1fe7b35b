"""No more staff-days are used in a week than whole ones are supplied in it: fractions carry over, idle weeks do not."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x G x T in staff-days, the worst of two.

    used in the week - (supplied to date, rounded down - supplied to the week before, rounded down), of a group that
    may never work overtime at the location (of others `overtime` is the rule); whatever is below zero. That the days
    are whole is checked where they are read: a fraction of a day is no decision.
    """
    above = np.where(view.overtime_allowed, 0.0, view.all_days.sum(axis=2) - view.whole_days)
    below_zero = np.maximum(-view.staff_days, 0).max(axis=2, initial=0)
    in_teams = np.maximum(-view.team_days, 0).max(axis=2, initial=0)
    np.maximum.at(below_zero, view.figures.teams.location, in_teams)
    wrong: Numbers = np.maximum(np.maximum(above, below_zero), 0.0)
    return wrong
