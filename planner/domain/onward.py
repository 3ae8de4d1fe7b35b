"""Which work a case brings with it: the tasks that it will come to, from the one that it waits for to its decision."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, Numbers


def onward_shares(figures: Figures) -> Numbers:
    """N x N: of the cases that finish a task, the share that goes on to each other one, conversions included."""
    tasks = len(figures.tasks)
    onward = np.zeros((tasks, tasks))
    for conversion in figures.conversions:
        onward[conversion.source, conversion.target] += conversion.share / SHARE_UNIT
    first = np.flatnonzero(figures.following >= 0)
    onward[first, figures.following[first]] += 1 - onward.sum(axis=1)[first]
    return onward


def visits(figures: Figures) -> Numbers:
    """N x N: how many cases come to each task, itself included, for one case that waits for a task."""
    return np.asarray(np.linalg.inv(np.eye(len(figures.tasks)) - onward_shares(figures)), dtype=np.float64)
