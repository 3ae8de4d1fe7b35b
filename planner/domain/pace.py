"""The pace that work may have: before the programme starts, and while a category is blocked."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.instance import Instance
from planner.domain.stages import STAGES
from planner.domain.tasks import Tasks
from planner.domain.weeks import Week, working_days_between


def ordinary_pace(instance: Instance, part_of_week: Numbers) -> Numbers:
    """Stages x T, rule `programme_start`: the whole week's pace until the week that holds the start, then none."""
    pace = np.full((len(STAGES), len(part_of_week)), np.inf)
    start = Week.of(instance.header.programme_start)
    before = np.array([week < start for week in instance.weeks])
    for row in instance.ordinary_pace:
        pace[STAGES.index(row.stage), before] = row.cases_per_week * part_of_week[before]
    return pace


def blocked(instance: Instance, tasks: Tasks) -> NDArray[np.bool_]:
    """N x T, rule `blocked_category`: a week of which any working day lies in a period."""
    blocked = np.zeros((len(tasks), len(instance.weeks)), dtype=bool)
    for row in instance.blocked:
        days = [working_days_between(week, row.first, row.last or date.max) for week in instance.weeks]
        blocked[np.ix_(tasks.touched(row.stream, row.stage), np.array(days) > 0)] = True
    return blocked
