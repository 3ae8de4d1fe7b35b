"""Dual values of one relaxation for the rows of another, of the week before or of another scenario.

What they prove there is worked out anew: a bound follows from any dual vector, and where little has changed it is
nearly as good.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from planner.domain.grid import Numbers
from planner.formulation.draft import Block, LinearModel


def carried(duals: Numbers, before: LinearModel, after: LinearModel) -> Numbers:
    """The dual values by the names of rows; zero for a row of `after` that `before` does not have."""
    found = np.zeros(len(after.row_lower))
    of_name: dict[str, list[Block]] = defaultdict(list)
    for block in before.row_blocks:
        of_name[block.name].append(block)
    for block in after.row_blocks:
        for own in of_name[block.name]:
            ours, theirs = _both(block, own)
            found[ours] = duals[theirs]
    return found


def _both(one: Block, other: Block) -> tuple[np.ndarray, np.ndarray]:
    """The ids of the cells that both have, by the labels along each axis."""
    ours, theirs = [], []
    for mine, own in zip(one.axes, other.axes, strict=True):
        place = {label: at for at, label in enumerate(own)}
        shared = [(at, place[label]) for at, label in enumerate(mine) if label in place]
        ours.append([at for at, _ in shared])
        theirs.append([at for _, at in shared])
    return one.ids[np.ix_(*ours)], other.ids[np.ix_(*theirs)]
