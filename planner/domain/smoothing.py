"""Weeks whose first decisions may not differ much from those of the week before (rule `chain_smoothing`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Instance

SAME = 1e-9
"""By how much shares of a normal week may differ and be the same."""


@dataclass(frozen=True)
class SmoothingFigures:
    """`weeks` are those held against the week before; their decisions may differ by `share` of it.

    `before` are the decisions (grid) of the week before the horizon.
    """

    weeks: NDArray[np.intp]
    share: float
    before: int = 0

    def week_before(self, decided: Counts) -> Counts:
        """The decisions of the week before each of `weeks`, from those of every week (T)."""
        return np.append(self.before, decided[:-1])[self.weeks]


def normal_weeks(instance: Instance, part_of_week: Numbers) -> Numbers:
    """T: what share of a normal week each is: calendar factor x working days / 5 (`part_of_week`)."""
    factors = {own.week: own.factor for own in instance.calendar}
    return np.array([factors[week] for week in instance.weeks]) * part_of_week


def smoothing(instance: Instance, part_of_week: Numbers) -> SmoothingFigures:
    """The weeks of an instance; without the table there are none."""
    if not instance.smoothing:
        return SmoothingFigures(np.zeros(0, dtype=np.intp), 0.0)
    row = instance.smoothing[0]
    known = row.decided_before is not None
    normal = np.append(row.week_before if known else np.inf, normal_weeks(instance, part_of_week))
    alike = np.abs(np.diff(normal)) <= row.calendar_step + SAME
    return SmoothingFigures(np.flatnonzero(alike), row.share, round((row.decided_before or 0.0) * UNIT))
