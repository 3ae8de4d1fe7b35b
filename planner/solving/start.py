"""A plan to begin from: its staff-days, as far as there is staff for them, with the best flows that they allow.

Teams that so lack people are filled: a plan is not given up for a day.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.errors import NoPlanError
from planner.solving.best import Best
from planner.solving.bounds import Bounds
from planner.solving.engine import Report, Step, Task
from planner.solving.filled_teams import filled
from planner.solving.intake_choice import whole_intakes, within_people_rules
from planner.solving.team_choice import whole_teams
from planner.solving.within import overtime_of, within

NOT_TAKEN = "the plan to begin from keeps the rules no longer: planned from nothing"
"""The step that says so."""


def begun(task: Task, bounds: Bounds, report: Report) -> Best | None:
    """The plan to begin from as the best so far; None where there is none, or it keeps the rules no longer.

    Where its people and teams do not, they are taken as near as the rules allow.
    """
    start = task.start
    if start is None:
        return None
    report(Step("plan to begin from"))
    f = task.figures
    if _fits(f, start):
        if not len(f.supply.intakes) or not start.taken.size or within_people_rules(f, start.taken):
            best = _from_days(task, f.decided(start.taken, start.team_open), start, bounds, report)
            if best is not None:
                return best
        nearest = _nearest(f, start)
        if nearest is not None:
            report(Step("plan to begin from, its people and teams as near as the rules allow"))
            best = _from_days(task, nearest, start, bounds, report)
            if best is not None:
                return best
    report(Step(NOT_TAKEN))
    return None


def standing_days(task: Task) -> NDArray[np.int64] | None:
    """A x T: the staff-days of the plan to begin from; None where there is none that fits."""
    start = task.start
    return start.staff_days if start is not None and _fits(task.figures, start) else None


def _from_days(task: Task, f: Figures, start: Plan, bounds: Bounds, report: Report) -> Best | None:
    """The best plan with the staff-days to begin from, as far as there is staff for them; None where rules break."""
    best = Best(f, task.policy, bounds, report, task.options.enough)
    best.overtime = overtime_of(f, start.staff_days)
    staffed = best.flows_within_rules(filled(f, within(f, start.staff_days, best.there), best.there))
    if staffed is None:
        return None
    best.offer(staffed)
    return best


def _nearest(f: Figures, start: Plan) -> Figures | None:
    """The figures with people who start and teams that open near those of the plan; None where there is no choice."""
    taken, is_open = f.supply.taken, f.team_open
    try:
        if len(f.supply.intakes) and start.taken.size:
            taken = whole_intakes(f, start.taken.astype(np.float64))
        if len(f.teams):
            is_open = whole_teams(f, start.staff_days.astype(np.float64))
    except NoPlanError:
        return None
    return f.decided(taken, is_open)


def _fits(f: Figures, start: Plan) -> bool:
    """Whether the plan is one of an instance with the same arcs, weeks, intakes and teams."""
    return (
        start.staff_days.shape == (len(f.arc_pair), len(f.weeks))
        and bool((start.staff_days >= 0).all())
        and start.taken.size in (0, len(f.supply.intakes))
        and (not start.team_open.size or start.team_open.shape == f.team_open.shape)
    )
