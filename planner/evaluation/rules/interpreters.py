"""Hearings fit the interpreters of their language pool, over the whole country."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """P x T in hours: share of the pool x hours per case x hearings - hours of the pool x working days / 5."""
    share = {(row.language, row.stream): row.share for row in view.instance.languages}
    excess = np.zeros((len(view.instance.interpreters), len(view.weeks)))
    hearings = view.finished.sum(axis=0) / UNIT * view.interpreter_hours
    for p, pool in enumerate(view.instance.interpreters):
        for n, (stream, stage) in enumerate(view.tasks):
            if stage == "hearing":
                excess[p] += share.get((pool.language, stream), 0.0) * hearings[n]
        excess[p] -= pool.hours_per_week * view.working_days / 5
    return np.maximum(excess, 0.0)
