"""Cases of a lane that are not heard within its time are late."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.tables import STAGES
from planner.evaluation.restated import due_to_date, entries
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """K x T in cases: |late hearings stated - max(0, hearings due to date - heard to date)|.

    Due: entries up to the hearing stage and the opening stock that waits for preparation or hearing. Heard counts
    those that went over to another stream before.
    """
    until_hearing = STAGES[:2]
    entered = entries(view, until_hearing)
    wrong = np.zeros((len(view.figures.streams), len(view.weeks)))
    for k, stream in enumerate(view.figures.streams):
        within = stream.hear_within_weeks
        if within is None or (stream.name, "hearing") not in view.figures.task_names:
            continue
        weeks: int = within

        def due_date(day: date, weeks: int = weeks) -> date:
            return day + timedelta(weeks=weeks)

        due = due_to_date(view, k, due_date, 0, entered[k], until_hearing)
        late = np.maximum(due - view.flows.heard_to_date[k] / UNIT, 0.0)
        wrong[k] = np.abs(view.flows.reaction_late[k] / UNIT - late)
    return wrong
