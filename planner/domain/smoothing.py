"""Weeks whose first decisions may not differ much from those of the week before (rule `chain_smoothing`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.instance import Instance

SAME = 1e-9
"""By how much shares of a normal week may differ and be the same."""


@dataclass(frozen=True)
class SmoothingFigures:
    """`weeks` are those held against the week before; their decisions may differ by `share` of it."""

    weeks: NDArray[np.intp]
    share: float


def smoothing(instance: Instance, part_of_week: Numbers) -> SmoothingFigures:
    """The weeks of an instance; without the table there are none. `part_of_week` (T) is working days / 5."""
    if not instance.smoothing:
        return SmoothingFigures(np.zeros(0, dtype=np.intp), 0.0)
    row = instance.smoothing[0]
    factors = {own.week: own.factor for own in instance.calendar}
    normal = np.array([factors[week] for week in instance.weeks]) * part_of_week
    alike = np.abs(np.diff(normal)) <= row.calendar_step + SAME
    return SmoothingFigures(1 + np.flatnonzero(alike), row.share)
