"""A plan to begin from: its staff-days, as far as there is staff for them, with the best flows that they allow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.plan import Plan
from planner.errors import NoPlanError
from planner.formulation.draft import Ids
from planner.solving.best import Best, Staffed
from planner.solving.bounds import Bounds
from planner.solving.engine import Report, Step, Task
from planner.solving.intake_choice import whole_intakes
from planner.solving.moves import Moves, with_moves
from planner.solving.relaxation import answered
from planner.solving.standing import may_move
from planner.solving.team_choice import whole_teams
from planner.solving.within import overtime_of, within

SHARING_PAYS = 0.01
"""Share of what the flows cost that sharing days anew has to promise, in fractions of days."""

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
    best = Best(f, task.policy, bounds, report)
    best.overtime = overtime_of(f, start.staff_days)
    staffed = best.flows_within_rules(within(f, start.staff_days, best.there))
    if staffed is None:
        return None
    best.offer(staffed)
    if best.gap_of_flows > task.options.gap:
        shared = _shared_anew(best, staffed)
        best.offer(shared)
        best.staffed = shared  # mending goes on from what costs least in all levels together
    return best


def _shared_anew(best: Best, now: Staffed) -> Staffed:
    """The days of a stream shared anew between its parts where that is better.

    With a little more or less inflow the part above the guaranteed volume is another one, and so is that with dates set
    by courts; who does the stream stays who it was.
    """
    f = best.f
    one, other = _of_one_stream(f)
    giving, getting = np.concatenate([one, other]), np.concatenate([other, one])
    way, week = np.nonzero((now.staff_days[giving] > 0) & f.arc_there[getting])
    free = may_move(f, giving[way], getting[way], week)
    way, week = way[free], week[free]
    if not len(way):
        return now
    most = now.staff_days[giving[way], week].astype(np.float64)
    moves = Moves(np.ones(len(way)), giving[way], getting[way], week, most)
    linear, costs = with_moves(f, now.model, now.model.linear, now.costs, moves, best.price_of_change)
    linear.column_upper[-len(moves) :] = most  # in mending fewer move at once
    point = answered(linear, costs)
    if point is None or point.value > (1 - SHARING_PAYS) * now.cost:
        return now
    moved = np.zeros((len(giving), len(f.weeks)))
    moved[way, week] = point.values[-len(moves) :]
    net = moved[: len(one)] - moved[len(one) :]
    after = best.best_flows(_moved(now.staff_days, one, other, net))
    return now if after is None or after.cost >= now.cost else after


def _of_one_stream(f: Figures) -> tuple[Ids, Ids]:
    """The arcs of a crew for the same stage of two parts of a stream, each two once."""
    bases = [f.streams[task.stream].base for task in f.tasks]
    _, base = np.unique(bases, return_inverse=True)
    task = f.arc_task
    keys = np.column_stack([f.arc_pair, f.arc_team, f.arc_learned, f.stage_of_task[task], base[task]])
    _, key = np.unique(keys, axis=0, return_inverse=True)
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    twos = [(order[:-by][same], order[by:][same]) for by in (1, 2) for same in [ranked[by:] == ranked[:-by]]]
    one, other = (np.concatenate(side) for side in zip(*twos, strict=True))
    return one, other


def _moved(staff_days: NDArray[np.int64], one: Ids, other: Ids, net: Numbers) -> NDArray[np.int64]:
    """The staff-days with whole days from `one` arc to the `other`, to date as many as `net` has (below zero: back)."""
    whole = np.diff(np.floor(np.cumsum(net, axis=1) + 0.5), axis=1, prepend=0.0).astype(np.int64)
    whole = np.clip(whole, -staff_days[other], staff_days[one])
    while True:
        changed = staff_days.copy()
        np.subtract.at(changed, one, whole)
        np.add.at(changed, other, whole)
        short = changed < 0  # where three parts take from each other
        if not short.any():
            return changed
        whole[short[one] | short[other]] = 0


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
