"""The cases finished at a location fit the hours of the staff put on them."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x N x T in hours: hours per case x finished - sum over groups of staff-days x hours per day x efficiency."""
    per_day = np.array([group.hours_per_staff_day for group in view.instance.groups])
    needed = view.finished / UNIT * (view.hours / view.output)
    available = np.zeros(needed.shape)
    for g, hours in enumerate(per_day):
        available += view.staff_days[:, g] * (hours * view.efficiency[:, g])[..., None]
    return np.maximum(needed - available, 0.0)
