"""Hearings fit the interpreters of each language pool, over all locations."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Sum over hearings n of share[p,n] x interpreter hours[n,t] x y[n,t] <= pool[p,t], in hours."""
    names = [row.language for row in f.instance.interpreters]
    rows = draft.rows("interpreters", (names, week_labels(f)), upper=f.pools)
    pool, task = np.nonzero(f.pool_share)
    draft.put(rows[pool], flow.finished[task], f.pool_share[pool, task][:, np.newaxis] * f.interpreter_hours[task])
