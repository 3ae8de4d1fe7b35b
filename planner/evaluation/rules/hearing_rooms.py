"""Hearings fit the rooms of their location."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x T in hours: hours per case, no-show included, x hearings - rooms x hours per room x working days / 5."""
    needed = (view.finished / UNIT * view.room_hours).sum(axis=1)
    rooms = np.array([row.hearing_rooms * row.room_hours for row in view.instance.locations])
    excess: Numbers = np.maximum(needed - rooms[:, None] * view.working_days / 5, 0.0)
    return excess
