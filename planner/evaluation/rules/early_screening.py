"""Cases that are not screened, as a part of their preparation, within the time for it are late."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.restated import late_for_a_stage
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """K x T in cases: |late screenings stated - max(0, screenings due to date - prepared to date)|.

    Due: entries at preparation and the opening stock that waits for it. Prepared is taken from the decisions.
    """
    rows = {row.stream: row.screen_within_weeks for row in view.instance.streams}
    weeks = [None if stream.court else rows[stream.base] for stream in view.figures.streams]
    prepared = np.zeros((len(view.figures.streams), len(view.weeks)), dtype=np.int64)
    for n, (_, stage) in enumerate(view.tasks):
        if stage == "preparation":
            prepared[view.figures.tasks[n].stream] = view.national[n]
    late = late_for_a_stage(view, "preparation", weeks, prepared)
    return np.abs(view.flows.screening_late / UNIT - late)
