"""A plan as its locations know it: staff-days by week, group, team, stream and stage, who starts when, open teams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from planner.domain.figures import Figures
from planner.domain.instance import InForce, ToldIntake, ToldTeam
from planner.domain.plan import Plan


def plan_in_force(f: Figures, plan: Plan, weeks: int) -> Iterator[InForce]:
    """The rows of so many weeks, from the second one of the horizon on."""
    total: dict[tuple[int, int, int, int], int] = defaultdict(int)
    for arc, t in np.argwhere(plan.staff_days[:, 1 : weeks + 1]).tolist():
        total[t + 1, int(f.arc_pair[arc]), int(f.arc_team[arc]), int(f.arc_work[arc])] += int(
            plan.staff_days[arc, t + 1]
        )
    for (t, m, z, work), days in sorted(total.items()):
        team = f.teams.name[z] if z >= 0 else None
        yield InForce(f.weeks[t], *f.supply.names[m], team, *f.works[work], days)


def told_intakes(f: Figures, weeks: int) -> Iterator[ToldIntake]:
    """Who starts, or that nobody does, in so many weeks from the second one on."""
    own = f.supply
    labels = own.intakes.labels(own.names, f.weeks)
    for d in np.flatnonzero((own.intakes.week >= 1) & (own.intakes.week <= weeks)).tolist():
        _, kind, location, group, from_location, from_group = labels[d]
        week = f.weeks[own.intakes.week[d]]
        left = from_location or None, from_group or None
        yield ToldIntake(week, kind, location, group, *left, int(own.taken[d]))


def told_teams(f: Figures, weeks: int) -> Iterator[ToldTeam]:
    """Whether teams are open in the blocks that begin in so many weeks from the second one on."""
    for z, starts in enumerate(f.teams.starts):
        for t in starts[(starts >= 1) & (starts <= weeks)].tolist():
            yield ToldTeam(f.teams.name[z], f.weeks[t], bool(f.team_open[z, t]))
