"""Staff-days cut down to those that are there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts


def within(f: Figures, staff_days: NDArray[np.int64], there: Counts) -> NDArray[np.int64]:
    """A x T: the staff-days of each pair up to those that are `there` (M x T).

    Teams keep theirs, since they have a least size; outside them the work with most days gives up first.
    """
    days = np.where(f.arc_there, staff_days, 0)
    outside = np.broadcast_to((f.arc_team < 0)[:, np.newaxis], days.shape)
    order = np.lexsort((days, outside, np.broadcast_to(f.arc_pair[:, np.newaxis], days.shape)), axis=0)
    pair = np.sort(f.arc_pair)
    in_order = np.take_along_axis(days, order, axis=0)
    before = np.cumsum(in_order, axis=0) - in_order
    before -= before[np.searchsorted(pair, pair)]
    kept = np.clip(there[pair] - before, 0, in_order)
    found = np.zeros_like(days)
    np.put_along_axis(found, order, kept, axis=0)
    return found


def overtime_of(f: Figures, staff_days: NDArray[np.int64]) -> Counts:
    """M x T: whole days of overtime that the staff-days need and rules allow."""
    used = np.zeros_like(f.supply.whole_days)
    np.add.at(used, f.arc_pair, staff_days)
    overtime: Counts = np.clip(used - f.supply.whole_days, 0, f.supply.whole_overtime)
    return overtime
