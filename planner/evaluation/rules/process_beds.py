"""Those who stay at a process location around their hearing have a bed there, or are too many."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x T in cases: |excess stated - max(0, weeks of stay x hearings finished there - process beds)|."""
    hearing = np.array([stage == "hearing" for _, stage in view.tasks])
    excess = np.zeros((len(view.instance.locations), len(view.weeks)))
    for place, row in enumerate(view.instance.locations):
        if row.process_beds is not None and row.stay_weeks is not None:
            stays = view.finished[place, hearing].sum(axis=0) / UNIT * row.stay_weeks
            excess[place] = np.maximum(stays - row.process_beds, 0.0)
    return np.abs(view.flows.beds_excess / UNIT - excess)
