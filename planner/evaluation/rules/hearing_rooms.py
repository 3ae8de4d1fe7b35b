"""Hearings fit the rooms of their location."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x T in hours: hours of hearings, no-show included, - those by video - rooms x hours a room x working days / 5.

    What has no room is by video, as far as the whole country may; so this breaks where one location alone needs more
    than that, and `remote_hearings` where all of them together do.
    """
    rooms = np.array([row.hearing_rooms * row.room_hours for row in view.instance.locations])
    excess: Numbers = np.maximum(view.hearing_hours - view.remote - rooms[:, None] * view.working_days / 5, 0.0)
    return excess
