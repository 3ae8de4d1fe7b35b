"""At least the agreed production per track and budget year."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.formulation.columns import FlowColumns, agreement_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Sum over streams k of the track and weeks t of the year of decided[k,t] + agreement_missed[a] >= agreed[a].

    In cases. Decided is what finishes the last stage and does not go over to another stream.
    """
    own = f.agreements
    rows = draft.rows("yearly_agreement", (agreement_labels(f),), lower=own.agreed / UNIT)
    draft.put(rows, flow.agreement_missed, 1.0)
    for a, row in enumerate(rows):
        last = f.final[own.streams[a]]
        draft.put(row, flow.finished[np.ix_(last, np.flatnonzero(own.weeks[a]))], f.stays[last][:, np.newaxis])
