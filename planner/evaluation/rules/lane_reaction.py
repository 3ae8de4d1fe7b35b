"""Cases of a lane that are not heard within its time are late."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.restated import late_for_a_stage
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """K x T in cases: |late hearings stated - max(0, hearings due to date - heard to date)|.

    Due: entries up to the hearing stage and the opening stock that waits for preparation or hearing. Heard counts
    those that went over to another stream before.
    """
    rows = {row.stream: row.hear_within_weeks for row in view.instance.streams}
    weeks = [None if stream.court else rows[stream.base] for stream in view.figures.streams]
    late = late_for_a_stage(view, "hearing", weeks, view.flows.heard_to_date)
    return np.abs(view.flows.reaction_late / UNIT - late)
