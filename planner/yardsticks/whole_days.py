"""Whole staff-days out of fractions, without losing the small streams."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers

SLIVER = 1e-6
"""Part of a staff-day that is not worth a day."""


class WholeDays:
    """Rounds each pair's staff-days week by week: what work lost or gained by rounding counts in the next week.

    A pair uses its fractions rounded up together, never more than it has: a stream that needs a tenth of a day a week
    gets a day every tenth week, not one every week.
    """

    def __init__(self, f: Figures) -> None:
        self._of_pair = [np.flatnonzero(f.arc_pair == m) for m in range(len(f.supply.names))]
        self._most = f.supply.whole_days
        self._carried = np.zeros(len(f.arc_pair))

    def rounded(self, week: int, staff_days: Numbers) -> NDArray[np.int64]:
        """A: whole staff-days of the week."""
        whole = np.zeros(len(staff_days), dtype=np.int64)
        for pair, arcs in enumerate(self._of_pair):
            working = arcs[staff_days[arcs] > SLIVER]
            total = min(int(np.ceil(staff_days[working].sum() - SLIVER)), int(self._most[pair, week]))
            wanted = np.maximum(staff_days[working] + self._carried[working], 0.0)
            whole[working] = apportioned(wanted, total)
            self._carried[arcs] = 0.0
            self._carried[working] = np.clip(wanted - whole[working], -1.0, 1.0)
        return whole


def apportioned(wanted: Numbers, total: int) -> NDArray[np.int64]:
    """Whole numbers that add up to `total`, near what is wanted of each; the largest fractions are rounded up."""
    if not len(wanted) or not total:
        return np.zeros(len(wanted), dtype=np.int64)
    whole = np.floor(wanted + SLIVER).astype(np.int64)
    while (rest := total - int(whole.sum())) != 0:
        order = np.argsort(whole - wanted if rest > 0 else np.where(whole > 0, wanted - whole, np.inf), kind="stable")
        whole[order[: abs(rest)]] += np.sign(rest)
        whole = np.maximum(whole, 0)
    return whole
