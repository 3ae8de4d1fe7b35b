"""What of the plan in force stands where days are moved, and what it costs to move the rest of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import Ids
from planner.solving.within import within


def in_force(f: Figures) -> NDArray[np.int64]:
    """A x T: the staff-days of the plan in force; those of a work stand on the first of its arcs that is there."""
    first = np.full(f.held.in_force.shape, -1, dtype=np.intp)
    for arc in range(len(f.arc_pair) - 1, -1, -1):
        first[f.held.of_arc[arc], f.arc_there[arc]] = arc
    work, week = np.nonzero(first >= 0)
    days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
    days[first[work, week], week] = f.held.in_force[work, week]
    return days


def put_back(f: Figures, staff_days: NDArray[np.int64], standing: NDArray[np.int64]) -> NDArray[np.int64]:
    """A x T: the staff-days with those that stand in frozen weeks, as far as there are people for them.

    What else people do in these weeks gives way.
    """
    frozen = f.held.frozen[f.held.of_arc]
    there = f.supply.whole_days + f.supply.whole_overtime
    kept = within(f, np.where(frozen, standing, 0), there)
    left = there.copy()
    np.subtract.at(left, f.arc_pair, kept)
    return kept + within(f, np.where(frozen, 0, staff_days), left)


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
