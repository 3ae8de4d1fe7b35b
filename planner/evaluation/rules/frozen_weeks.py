"""The first weeks of a plan that is made again are those of the plan in force."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.plan_in_force import changed_days
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """T in staff-days: |changed stated - sum over works of |staff-days - those in force||, in the frozen weeks."""
    asked = view.instance.header.replanning
    stated = (view.flows.changed_days * view.figures.held.frozen).sum(axis=0) if len(view.figures.held) else 0
    if asked is None:
        return np.zeros(len(view.weeks)) + stated
    return np.abs(stated - changed_days(view, 0, asked.frozen_weeks, 0, asked.frozen_weeks_nuisance))
