"""No more hearing hours are held by video than a share of those of the whole country."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """T in hours: hearings for which there is no room, all locations, - share x hearing hours of the country.

    A plan has no table for hearings by video: they are those that do not fit the rooms.
    """
    excess: Numbers = np.maximum(view.remote.sum(axis=0) - view.most_remote, 0.0)
    return excess
