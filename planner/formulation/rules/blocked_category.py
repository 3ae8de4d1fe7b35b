"""Nothing of a blocked category is finished in the weeks of its block."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, task_labels, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """y[n,t] <= 0 for every task n that is blocked in week t, in cases."""
    task, week = np.nonzero(f.blocked)
    tasks, weeks = task_labels(f), week_labels(f)
    names = [f"{tasks[n]},{weeks[t]}" for n, t in zip(task, week, strict=True)]
    rows = draft.rows("blocked_category", (names,), upper=0.0)
    draft.put(rows, flow.finished[task, week], 1.0)
