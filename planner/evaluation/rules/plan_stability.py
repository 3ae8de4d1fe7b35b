"""The weeks after the frozen ones stay those of the plan in force where nothing is lost by it."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.plan_in_force import changed_days
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """T in staff-days: |changed stated - sum over works of |staff-days - those in force||, in the weeks after."""
    asked = view.instance.header.replanning
    stated = (view.flows.changed_days * view.figures.held.calm).sum(axis=0) if len(view.figures.held) else 0
    if asked is None:
        return np.zeros(len(view.weeks)) + stated
    until = asked.stable_weeks
    return np.abs(stated - changed_days(view, asked.frozen_weeks, until, asked.frozen_weeks_nuisance, until))
