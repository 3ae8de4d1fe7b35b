"""Open cases past the date that a court has set are late."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, stream_labels, week_labels
from planner.formulation.draft import Draft
from planner.formulation.not_yet_due import not_yet_due


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """open_cases[k!,t] - late[k!,t] <= cases of k! whose date is after t, in cases.

    All of them are there at the start, none comes in later.
    """
    court = np.flatnonzero(f.court)
    opening = np.zeros(len(f.streams), dtype=np.int64)
    np.add.at(opening, f.stream_of_task, f.open_at_start)
    names = stream_labels(f)
    rows = draft.rows(
        "court_deadline",
        ([names[k] for k in court], week_labels(f)),
        upper=not_yet_due(f, f.deadlines.planned, opening)[court],
    )
    draft.put(rows, flow.open_cases[court], 1.0)
    draft.put(rows, flow.late[court], -1.0)
