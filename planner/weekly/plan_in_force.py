"""The staff-days of a plan as its locations know them: by week, group, team, stream of the instance and stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from planner.domain.figures import Figures
from planner.domain.instance import InForce
from planner.domain.plan import Plan
from planner.domain.stages import STAGES


def plan_in_force(f: Figures, plan: Plan, weeks: int) -> Iterator[InForce]:
    """The rows of so many weeks, from the second one of the horizon on."""
    total: dict[tuple[int, int, int, str, int], int] = defaultdict(int)
    for arc, t in np.argwhere(plan.staff_days[:, 1 : weeks + 1]).tolist():
        task = f.tasks[f.arc_task[arc]]
        where = (t + 1, int(f.arc_pair[arc]), int(f.arc_team[arc]), f.streams[task.stream].base, task.stage)
        total[where] += int(plan.staff_days[arc, t + 1])
    for (t, m, z, base, stage), days in sorted(total.items()):
        team = f.teams.name[z] if z >= 0 else None
        yield InForce(f.weeks[t], *f.supply.names[m], team, base, STAGES[stage], days)
