"""How many cases come to each task over the horizon, were all work done at once."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.onward import onward_shares


def cases_that_come(figures: Figures) -> Numbers:
    """N: cases = those that come from outside + the shares of the cases of other tasks that go on to it."""
    outside = (figures.open_at_start + figures.entering.sum(axis=1)) / UNIT
    outside[figures.entry] += (figures.arrivals - figures.withdrawn_stock).sum(axis=1) / UNIT
    return np.asarray(np.linalg.solve(np.eye(len(outside)) - onward_shares(figures).T, outside), dtype=np.float64)
