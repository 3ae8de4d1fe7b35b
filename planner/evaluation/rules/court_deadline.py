"""Cases undecided past the date that a court has set are late."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.restated import week_position
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """2 x K x T in cases: |late stated - max(0, cases whose week has passed - done to date)|, planned and legal.

    Done: past the last stage, or gone over to another stream before.
    """
    wrong = np.zeros((2, len(view.figures.streams), len(view.weeks)))
    for k, stream in enumerate(view.figures.streams):
        if not stream.court:
            continue
        due = np.zeros(len(view.weeks))
        for row in view.instance.court_dates:
            if row.stream == stream.base:
                due += row.cases * (np.arange(len(view.weeks)) >= week_position(view, row.due_week.sunday))
        late = np.maximum(due - view.flows.done_to_date[k] / UNIT, 0.0)
        wrong[0, k] = np.abs(view.flows.late[k] / UNIT - late)
        wrong[1, k] = np.abs(view.flows.late_legal[k] / UNIT - late)
    return wrong
