"""What of the plan in force stands where days are moved, and what it costs to move the rest of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import Ids


def may_move(f: Figures, giving: Ids, getting: Ids, week: Ids) -> NDArray[np.bool_]:
    """J: moves from an arc (below zero: from nobody) to another that leave the frozen weeks as they are."""
    own = f.held
    if not len(own):
        return np.ones(len(week), dtype=bool)
    taken, added = np.where(giving >= 0, own.of_arc[giving], -1), own.of_arc[getting]
    held = own.frozen[added, week] | ((giving >= 0) & own.frozen[taken, week])
    free: NDArray[np.bool_] = (taken == added) | ~held
    return free


def further(f: Figures, staff_days: NDArray[np.int64], giving: Ids, getting: Ids, week: Ids) -> Numbers:
    """J: staff-days that differ more from the plan in force, in calm weeks, for each day that moves.

    A day that moves back costs nothing and saves nothing: how many can do so a price for each does not know.
    """
    own = f.held
    if not len(own):
        return np.zeros(len(week))
    there = own.days(staff_days)
    taken, added = np.where(giving >= 0, own.of_arc[giving], -1), own.of_arc[getting]
    missed = (giving >= 0) & own.calm[taken, week] & (there[taken, week] <= own.in_force[taken, week])
    more = own.calm[added, week] & (there[added, week] >= own.in_force[added, week])
    changed: Numbers = np.where(taken == added, 0.0, missed.astype(np.float64) + more)
    return changed


def changed_days(f: Figures, staff_days: NDArray[np.int64]) -> int:
    """Staff-days that differ from the plan in force in calm weeks."""
    own = f.held
    return int((np.abs(own.days(staff_days) - own.in_force) * own.calm).sum())
