"""What a day of work brings to partners in the chain, as rows of the week's model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers


@dataclass(frozen=True)
class ChainRow:
    """A limit (`hard`) or a signal for load `number` of the chain, in the weeks in which its outcomes hold.

    `per_day` (N) is the load of a day of work at normal output, in units of the heaviest one, `unit`.
    """

    number: int
    hard: bool
    weeks: NDArray[np.bool_]
    per_day: Numbers
    unit: float


def chain_rows(f: Figures, cases_per_day: Numbers) -> list[ChainRow]:
    """A row for every load with a limit or a signal, and for every set of outcomes in force; one for all decisions.

    `cases_per_day` (N) are the cases that a day of work finishes at normal output.
    """
    rows = _decisions(f, cases_per_day)
    for r, p in enumerate(f.chain.partner):
        kinds = [hard for hard, limit in ((False, f.chain.signal[p]), (True, f.chain.cap[p])) if np.isfinite(limit)]
        if not kinds or not f.chain_per_finished[r].any():
            continue
        patterns, which = np.unique(f.chain_per_finished[r], axis=1, return_inverse=True)
        for number, pattern in enumerate(patterns.T):
            load = pattern * cases_per_day
            if load.any():
                unit = float(load.max())
                rows += [ChainRow(r, hard, which.ravel() == number, load / unit, unit) for hard in kinds]
    return rows


def _decisions(f: Figures, cases_per_day: Numbers) -> list[ChainRow]:
    """The first decisions of a week that is held against the one before."""
    if not len(f.smoothing.weeks):
        return []
    per_day = np.zeros(len(f.tasks))
    per_day[f.final] = cases_per_day[f.final]
    weeks = np.isin(np.arange(len(f.weeks)), f.smoothing.weeks)
    return [ChainRow(len(f.chain.partner), False, weeks, per_day / per_day.max(), float(per_day.max()))]
