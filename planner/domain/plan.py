"""A plan: the decisions of the model's section 2 as whole numbers, indexed like the figures."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Counts


@dataclass(frozen=True)
class Plan:
    """`staff_days` (A x T): whole staff-days on each arc; `finished` (L x N x T): cases finished, on the grid.

    `taken` (D): people who start with each intake; an empty array stands for nobody. `team_open` (Z x T): the weeks
    in which each specialised team is open; an empty array stands for none.
    """

    staff_days: NDArray[np.int64]
    finished: Counts
    taken: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    team_open: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), dtype=bool))

    def replace(self, **changes: Any) -> Self:
        """The same plan with some decisions replaced."""
        return dataclasses.replace(self, **changes)
