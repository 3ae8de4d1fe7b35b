"""Hours that staff-days can deliver at each site, support no more than its share of them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.columns import Sites, Supports


def deliverable(f: Figures, where: Sites, limits: Supports, staff_days: NDArray[Any]) -> Numbers:
    """S, or S x T: hours of ordinary output at each site from staff-days on arcs (A, or A x T)."""
    arc_hours = staff_days * (f.arc_hours if staff_days.ndim == 1 else f.arc_hours[:, np.newaxis])
    hours = np.zeros((len(where.work), *staff_days.shape[1:]))
    np.add.at(hours, where.arc_site, arc_hours)
    by_others: Numbers = limits.others @ arc_hours
    left = 1 - limits.share
    np.minimum.at(hours, limits.site, by_others / (left if staff_days.ndim == 1 else left[:, np.newaxis]))
    return hours
