"""Frozen weeks that a plan has changed: put back as far as there is staff, and why the rest could not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.solving.standing import put_back

FEWER, NOBODY, CLOSED, ADDED, OTHERWISE = (
    "fewer people are there",
    "nobody may do the work any more",
    "the team is not open",
    "not in the plan in force",
    "the rest of the plan asks for it",
)
"""Why a frozen cell differs from the plan in force."""


@dataclass(frozen=True)
class FrozenChange:
    """Staff-days of a work in a frozen week, in force and as planned now."""

    week: str
    work: str
    in_force: int
    planned: int
    why: str


def frozen_changes(f: Figures, plan: Plan) -> Iterator[FrozenChange]:
    """Every frozen cell in which the plan differs from the one in force, by week."""
    own = f.held
    if not len(own):
        return
    f = f.decided(plan.taken, plan.team_open)
    days = own.days(plan.staff_days)
    for t, h in np.argwhere((own.frozen & (days != own.in_force)).T).tolist():
        work = ",".join(part for part in own.works[h] if part)
        yield FrozenChange(str(f.weeks[t]), work, int(own.in_force[h, t]), int(days[h, t]), _why(f, days, h, t))


def as_in_force(f: Figures, plan: Plan, in_force: Plan) -> Plan:
    """The plan with the staff-days of the plan in force in its frozen weeks, as far as there are people for them."""
    f = f.decided(plan.taken, plan.team_open)
    return plan.replace(staff_days=put_back(f, plan.staff_days, in_force.staff_days))


def _why(f: Figures, days: np.ndarray, h: int, t: int) -> str:
    own = f.held
    if days[h, t] > own.in_force[h, t]:
        return ADDED
    location, group, team, *_ = own.works[h]
    arcs = np.flatnonzero(own.of_arc == h)
    if not len(arcs):
        return NOBODY
    if team and not f.arc_there[arcs, t].any():
        return CLOSED
    same = [other for other, work in enumerate(own.works) if work[:2] == (location, group)]
    there = f.supply.whole_days[f.arc_pair[arcs[0]], t] + f.supply.whole_overtime[f.arc_pair[arcs[0]], t]
    return FEWER if own.in_force[same, t].sum() > there else OTHERWISE
