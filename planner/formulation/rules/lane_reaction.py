"""Cases of a lane that are not heard within its time are late."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.tables import STAGES
from planner.formulation.columns import FlowColumns, stream_labels, week_labels
from planner.formulation.draft import Draft
from planner.formulation.not_yet_due import not_yet_due, put_recent_conversions


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Cases of k not heard at the end of t - reaction_late[k,t] <= cases of k whose hearing is not due by t.

    Not heard: waiting for preparation, on the way to the hearing, or waiting for it.
    """
    curve = f.deadlines.reaction
    bound = np.flatnonzero(curve.bound)
    hearing = STAGES.index("hearing")
    unheard = f.stage_of_task <= hearing
    opening = np.zeros(len(f.streams), dtype=np.int64)
    np.add.at(opening, f.stream_of_task[unheard], f.opening[unheard])
    names = stream_labels(f)
    rows = np.full((len(f.streams), len(f.weeks)), -1, dtype=np.intp)
    rows[bound] = draft.rows(
        "lane_reaction",
        ([names[k] for k in bound], week_labels(f)),
        upper=not_yet_due(f, curve, opening)[bound],
    )
    draft.put(rows[bound], flow.reaction_late[bound], -1.0)
    for n in np.flatnonzero(unheard & curve.bound[f.stream_of_task]):
        row = rows[f.stream_of_task[n]]
        draft.put(row, flow.waiting[n], 1.0)
        if f.stage_of_task[n] < hearing:
            for lag in range(int(f.lag[n])):
                draft.put(row[lag:], flow.finished[n, : len(f.weeks) - lag], f.stays[n])
    put_recent_conversions(draft, f, curve, rows, flow.finished, until_stage=hearing)
