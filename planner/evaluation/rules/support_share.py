"""Support takes no more than its share of the hours of the work at a place."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x W x T in hours, the worst over the shares that groups have on the work.

    Hours that are left for others, (1 - share) x hours per case x finished, less the hours of those others: the groups
    that may deliver more than the share. Only where a group with that share may work.
    """
    needed = view.by_work(view.finished / UNIT * (view.hours / view.output))
    wrong = np.zeros(needed.shape)
    for share in np.unique(view.most_share[view.most_share < 1]):
        there = ((view.efficiency > 0) & (view.most_share == share)).any(axis=1)  # L x W
        by_others = (view.worked * (view.most_share > share)[..., None]).sum(axis=1)
        wrong = np.maximum(wrong, ((1 - share) * needed - by_others) * there[..., None])
    return wrong
