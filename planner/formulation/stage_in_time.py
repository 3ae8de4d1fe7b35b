"""Cases that have not passed a stage by its due week are late: the rows of hearings and of screening alike."""

from __future__ import annotations

import numpy as np

from planner.domain.deadlines import DueCurve
from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.formulation.columns import FlowColumns, stream_labels, week_labels
from planner.formulation.draft import Draft, Ids
from planner.formulation.not_yet_due import not_yet_due, put_recent_conversions


def add_stage_in_time(
    draft: Draft, f: Figures, flow: FlowColumns, rule: str, *, curve: DueCurve, stage: int, late: Ids
) -> None:
    """Cases of k that have not finished the stage at the end of t - late[k,t] <= those not due for it by t, in cases.

    Not finished: waiting for the stage or one before it, or on the way between them; those that were so at the start
    are known.
    """
    bound = np.flatnonzero(curve.bound)
    before = f.stage_of_task <= stage
    opening = np.zeros(len(f.streams), dtype=np.int64)
    np.add.at(opening, f.stream_of_task[before], f.open_at_start[before])
    underway = np.zeros((len(f.streams), len(f.weeks)))
    still = f.underway.sum(axis=1)[:, np.newaxis] - np.cumsum(f.underway, axis=1)
    np.add.at(underway, f.stream_of_task[before], still[before] / UNIT)
    names = stream_labels(f)
    rows = np.full((len(f.streams), len(f.weeks)), -1, dtype=np.intp)
    rows[bound] = draft.rows(
        rule,
        ([names[k] for k in bound], week_labels(f)),
        upper=(not_yet_due(f, curve, opening, stage) - underway)[bound],
    )
    draft.put(rows[bound], late[bound], -1.0)
    for n in np.flatnonzero(before & curve.bound[f.stream_of_task]):
        row = rows[f.stream_of_task[n]]
        draft.put(row, flow.waiting[n], 1.0)
        if f.stage_of_task[n] < stage:
            for lag in range(int(f.lag[n])):
                draft.put(row[lag:], flow.finished[n, : len(f.weeks) - lag], f.stays[n])
    put_recent_conversions(draft, f, curve, rows, flow.finished, until_stage=stage)
