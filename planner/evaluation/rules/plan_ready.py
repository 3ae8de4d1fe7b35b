"""No case is heard or decided before its preparation is finished."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import SHARE_UNIT, UNIT, Numbers
from planner.domain.stages import STAGES
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """N x T in cases, for hearings and decisions of streams with preparation, 0 elsewhere.

    finished to date - (prepared to date + opening stock past preparation, that on its way included, + conversions in
    past it). Cases that went
    over to another stream in between only make this easier to keep; `case_balance` counts them exactly.
    """
    own = view.figures
    wrong = np.zeros((len(own.tasks), len(view.weeks)))
    preparation = {own.tasks[n].stream: n for n, (_, stage) in enumerate(own.task_names) if stage == STAGES[0]}
    for n, task in enumerate(own.tasks):
        if task.stage == 0 or task.stream not in preparation:
            continue
        between = range(preparation[task.stream] + 1, n + 1)
        ready = view.national[preparation[task.stream]] + own.opening[list(between)].sum()
        ready = ready + np.cumsum(own.underway[list(between)] + own.entering[list(between)], axis=1).sum(axis=0)
        for conversion in own.conversions:
            if conversion.target in between and conversion.lag < len(view.weeks):
                gone = view.national[conversion.source] * (conversion.share / SHARE_UNIT)
                entered = np.zeros(len(view.weeks))
                entered[conversion.lag :] = gone[: len(view.weeks) - conversion.lag]
                ready = ready + entered
        wrong[n] = np.maximum(view.national[n] - ready, 0) / UNIT
    return wrong
