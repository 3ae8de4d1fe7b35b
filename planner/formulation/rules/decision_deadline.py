"""Open cases past their due week are late."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, stream_labels, week_labels
from planner.formulation.draft import Draft
from planner.formulation.not_yet_due import not_yet_due, put_recent_conversions


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """open_cases[k,t] - late[k,t] <= cases of k that are not due by t under the planned term, in cases.

    First in, first out makes this the same as C_k(t) + late_k(t) >= A_k(t) on cumulative curves, with two entries
    a row instead of a running sum.
    """
    curve = f.deadlines.planned
    bound = np.flatnonzero(curve.bound & ~f.court)
    opening = np.zeros(len(f.streams), dtype=np.int64)
    np.add.at(opening, f.stream_of_task, f.open_at_start)
    names = stream_labels(f)
    rows = np.full((len(f.streams), len(f.weeks)), -1, dtype=np.intp)
    rows[bound] = draft.rows(
        "decision_deadline",
        ([names[k] for k in bound], week_labels(f)),
        upper=not_yet_due(f, curve, opening)[bound],
    )
    draft.put(rows[bound], flow.open_cases[bound], 1.0)
    draft.put(rows[bound], flow.late[bound], -1.0)
    put_recent_conversions(draft, f, curve, rows, flow.finished)
