"""A plan: the decisions of the model's section 2 as whole numbers, indexed like the figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Counts


@dataclass(frozen=True)
class Plan:
    """`staff_days` (A x T): whole staff-days on each arc; `finished` (L x N x T): cases finished, on the grid."""

    staff_days: NDArray[np.int64]
    finished: Counts
