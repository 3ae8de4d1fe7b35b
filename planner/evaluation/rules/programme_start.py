"""Before the programme starts, old cases run at the ordinary pace only."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.stages import STAGES
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """S x T in cases: finished of all old streams - pace x working days / 5, in the weeks before the start's."""
    old = {row.stream for row in view.instance.streams if row.lodged == "old"}
    before = np.array([week.monday + timedelta(days=6) < view.instance.header.programme_start for week in view.weeks])
    finished = view.finished.sum(axis=0) / UNIT
    wrong = np.zeros((len(STAGES), len(view.weeks)))
    for row in view.instance.ordinary_pace:
        own = [n for n, (stream, stage) in enumerate(view.tasks) if stream in old and stage == row.stage]
        excess = finished[own].sum(axis=0) - row.cases_per_week * view.working_days / 5
        wrong[STAGES.index(row.stage)] = np.where(before, np.maximum(excess, 0.0), 0.0)
    return wrong
