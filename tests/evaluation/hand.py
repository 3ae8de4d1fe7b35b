"""A plan for the tiny instance, written by hand, and its variants.

week                    0      1      2      3
old, preparation      20/5                        cases/staff-days
old, decision               10/5   10/5
new, hearing           4/5   4/5           4/5
new, decision                       8/5    4/2
"""

from dataclasses import replace

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.domain.plan import Plan

WORK = {
    ("old", "preparation"): {0: (20, 5)},
    ("old", "decision"): {1: (10, 5), 2: (10, 5)},
    ("new", "hearing"): {0: (4, 5), 1: (4, 5), 3: (4, 5)},
    ("new", "decision"): {2: (8, 5), 3: (4, 2)},
}
"""Cases and staff-days by task and week."""


def hand_plan(figures: Figures) -> Plan:
    plan = Plan(
        np.zeros((len(figures.arc_work), len(figures.weeks)), dtype=np.int64),
        np.zeros((1, len(figures.tasks), len(figures.weeks)), dtype=np.int64),
    )
    for task, by_week in WORK.items():
        for week, (cases, days) in by_week.items():
            plan = put(figures, plan, task, week, cases=cases, days=days)
    return plan


def put(
    figures: Figures, plan: Plan, task: tuple[str, str], week: int, cases: float | None = None, days: int | None = None
) -> Plan:
    """The same plan with other cases or staff-days for a task in a week, at the first location and arc."""
    n = figures.task_names.index(task)
    finished, staff_days = plan.finished.copy(), plan.staff_days.copy()
    if cases is not None:
        finished[0, n, week] = round(cases * UNIT)
    if days is not None:
        staff_days[np.flatnonzero(figures.arc_work == figures.work_of_task[n])[0], week] = days
    return replace(plan, finished=finished, staff_days=staff_days)
