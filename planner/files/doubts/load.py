"""How many cases come to each task over the horizon, were all work done at once."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Numbers


def cases_that_come(figures: Figures) -> Numbers:
    """N: cases = those that come from outside + the shares of the cases of other tasks that go on to it."""
    outside = figures.opening / UNIT
    outside[figures.entry] += (figures.arrivals - figures.withdrawn_stock).sum(axis=1) / UNIT
    tasks = len(outside)
    onward = np.zeros((tasks, tasks))
    for conversion in figures.conversions:
        onward[conversion.source, conversion.target] += conversion.share / SHARE_UNIT
    first = np.flatnonzero(figures.following >= 0)
    onward[first, figures.following[first]] += 1 - onward.sum(axis=1)[first]
    return np.asarray(np.linalg.solve(np.eye(tasks) - onward.T, outside), dtype=np.float64)
