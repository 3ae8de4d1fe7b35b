"""Old cases without a first decision at the clearance date are left."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, stream_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """left[k] = open_cases[k, clearance week] for every old stream k, in cases."""
    old = np.flatnonzero(f.old)
    names = stream_labels(f)
    rows = draft.rows("clearance", ([names[k] for k in old],), lower=0.0, upper=0.0)
    draft.put(rows, flow.left[old], 1.0)
    draft.put(rows, flow.open_cases[old, f.clearance], -1.0)
