"""Before the programme starts, old cases run at the ordinary pace only."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.stages import STAGES
from planner.formulation.columns import FlowColumns, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Sum over old streams k of y[k,s,t] <= pace[s,t] in the weeks before the start, in cases."""
    stages, weeks = (
        np.flatnonzero(np.isfinite(f.pace).any(axis=1)),
        np.flatnonzero(np.isfinite(f.pace).any(axis=0)),
    )
    labels = week_labels(f)
    rows = draft.rows(
        "programme_start",
        ([STAGES[stage] for stage in stages], [labels[week] for week in weeks]),
        upper=f.pace[np.ix_(stages, weeks)],
    )
    for at, stage in enumerate(stages):
        tasks = np.flatnonzero((f.stage_of_task == stage) & f.old[f.stream_of_task])
        draft.put(rows[at], flow.finished[np.ix_(tasks, weeks)], 1.0)
