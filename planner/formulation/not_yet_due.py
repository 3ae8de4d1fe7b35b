"""How many cases of a stream may still be open because they are not yet due."""

from __future__ import annotations

import numpy as np

from planner.domain.deadlines import DueCurve
from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Counts, Numbers
from planner.domain.stages import STAGES
from planner.formulation.draft import Draft, Ids


def not_yet_due(f: Figures, curve: DueCurve, opening: Counts, until_stage: int = len(STAGES) - 1) -> Numbers:
    """K x T in cases: `opening` (K) and all entries so far, less withdrawals, less what is due by then.

    Cases that were between two streams at the start enter too, but for those behind `until_stage`.
    """
    coming = f.arrivals + f.entering_streams(until_stage)
    entered = opening[:, np.newaxis] + np.cumsum(coming - f.withdrawn_stock, axis=1)
    return (entered - curve.due(coming)) / UNIT


def put_recent_conversions(
    draft: Draft, f: Figures, curve: DueCurve, rows: Ids, finished: Ids, until_stage: int = len(STAGES) - 1
) -> None:
    """On the row of (k, t): minus the cases that entered k by conversion in a week w <= t and are not due by t.

    `rows` is K x T, -1 where there is no row; a case enters at w = the week its source finished plus the lag. Cases
    that enter behind `until_stage` do not count.
    """
    weeks = len(f.weeks)
    for conversion in f.conversions:
        k = f.stream_of_task[conversion.target]
        if not curve.bound[k] or f.stage_of_task[conversion.target] > until_stage:
            continue
        for w in range(conversion.lag, weeks):
            until = min(int(curve.due_week[k, w]), weeks)
            source = finished[conversion.source, w - conversion.lag]
            draft.put(rows[k, w:until], source, -conversion.share / SHARE_UNIT)
