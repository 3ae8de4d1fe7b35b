"""Those who stay at a process location around their hearing have a bed there, or are too many."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.stages import STAGES
from planner.formulation.columns import FlowColumns, Sites, StaffColumns, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, where: Sites, flow: FlowColumns, staff: StaffColumns) -> None:
    """Weeks of stay[l] x sum over hearings w of y[l,w,t] - beds_excess[l,t] <= process beds[l], in cases."""
    rows_of = [f.instance.locations[place] for place in f.with_beds]
    beds = np.array([row.process_beds for row in rows_of], dtype=np.float64)
    stay = np.array([row.stay_weeks for row in rows_of], dtype=np.float64)
    names = [row.location for row in rows_of]
    rows = draft.rows("process_beds", (names, week_labels(f)), upper=beds[:, np.newaxis])
    draft.put(rows, flow.beds_excess[f.with_beds], -1.0)
    hearing = f.stage_of_task[where.task] == STAGES.index("hearing")
    chosen = np.flatnonzero(hearing & np.isin(where.location, f.with_beds))
    at = np.searchsorted(f.with_beds, where.location[chosen])
    draft.put(rows[at], staff.done[chosen], stay[at, np.newaxis])
