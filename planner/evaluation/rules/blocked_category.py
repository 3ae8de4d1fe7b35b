"""Nothing of a blocked category is finished in the weeks of its block."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from planner.domain.column import ALL
from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """N x T in cases: finished, all locations, in weeks of which any working day is blocked for the task."""
    wrong = np.zeros((len(view.tasks), len(view.weeks)))
    finished = view.finished.sum(axis=0) / UNIT
    for row in view.instance.blocked:
        for t, week in enumerate(view.weeks):
            days = [week.monday + timedelta(days=day) for day in range(5)]
            if not any(row.first <= day and (row.last is None or day <= row.last) for day in days):
                continue
            for n, (stream, stage) in enumerate(view.tasks):
                if row.stream in (ALL, stream) and row.stage in (ALL, stage):
                    wrong[n, t] = max(finished[n, t], 0.0)
    return wrong
