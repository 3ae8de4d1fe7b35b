"""First decisions of a week differ little from those of the week before."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.formulation.columns import FlowColumns, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """D[t] - (1 + share) x D[t-1] <= uneven_decisions[t] and (1 - share) x D[t-1] - D[t] <= uneven_decisions[t].

    In cases, with D all first decisions; in the weeks whose share of a normal week is about that of the week before.
    D of the week before the horizon is a figure.
    """
    weeks, share = f.smoothing.weeks, f.smoothing.share
    labels, first, later = [week_labels(f)[t] for t in weeks], weeks == 0, weeks[weeks > 0]
    stays = f.stays[f.final][:, np.newaxis]
    for name, sign in (("chain_smoothing_up", 1.0), ("chain_smoothing_down", -1.0)):
        rows = draft.rows(name, (labels,), upper=np.where(first, (sign + share) * f.smoothing.before / UNIT, 0.0))
        if len(weeks):
            draft.put(rows, flow.finished[np.ix_(f.final, weeks)], sign * stays)
            draft.put(rows[~first], flow.finished[np.ix_(f.final, later - 1)], -(sign + share) * stays)
            draft.put(rows, flow.uneven_decisions[weeks], -1.0)
