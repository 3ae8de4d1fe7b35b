"""Why a plan changed since last week: the difference split by cause, in a fixed order, so that it adds up exactly.

Between last week's plan and the new one stand relaxations, in which staff-days and cases may be fractions: first of the
week as it was planned, then with one cause after the other. What a cause does is the difference between two of them.
The horizon has moved by what last week's plan had in the weeks that are over; what is left is the solver's freedom:
by how much further the new plan is from its relaxation than the old one was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.run_table import RunTable
from planner.domain.weeks import Week
from planner.errors import NoPlanError
from planner.evaluation.flows import Flows, flows
from planner.evaluation.levels import level_values
from planner.files.actuals_file import PlacedActual
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import costs_of_levels, relaxation
from planner.solving.beside import answers
from planner.solving.bounds import Bounds
from planner.weekly.closed import Taken, closed_weeks
from planner.weekly.continuing import rest_of_plan
from planner.weekly.parameters import with_parameters

HORIZON, ACTUALS, STAFF, FORECAST, PARAMETERS, FREEDOM = (
    "horizon",
    "actuals",
    "staff",
    "forecast",
    "parameters",
    "solver freedom",
)
ORDER = (ACTUALS, STAFF, FORECAST, PARAMETERS)
"""The causes that come between the two ends, in the documented order."""

ABOUT = {
    HORIZON: "the weeks that are over are no longer counted",
    ACTUALS: "what came in, was finished, withdrawn, went over, was corrected or got a date set by a court",
    STAFF: "people in service other than expected",
    FORECAST: "a new forecast of what will be lodged",
    PARAMETERS: "tables or the header of the instance that a planner changed, or another policy",
    FREEDOM: "the new plan is nearer to its relaxation, or further from it, than the old one was",
}

AT_ONCE = 2
"""Relaxations that are solved beside each other."""

Measures = dict[str, int]
"""By name, in millionths of the unit: whole numbers, so that parts add up exactly."""

UNITS = {
    "staff": "staff-days supplied",
    "production": "first decisions",
    "clearance": "weeks after the first of the new horizon in which the old cases are cleared",
    "late": "case-weeks past the planned due week",
}


@dataclass(frozen=True)
class LastWeek:
    """The plan in force, its instance and its policy (that of a plan from nothing), and what became of it."""

    instance: Instance
    policy: Policy
    tables: Mapping[str, RunTable]
    rows: Sequence[PlacedActual]
    weeks: Sequence[Week]


@dataclass(frozen=True)
class Cause:
    """What a cause does to each measure."""

    name: str
    changes: Measures


@dataclass(frozen=True)
class Split:
    """The measures of the old plan and of the new one, and what is between them: the causes add up to it."""

    before: Measures
    after: Measures
    causes: tuple[Cause, ...]


def why_changed(
    last: LastWeek,
    new: Instance,
    tables: Mapping[str, RunTable],
    policy: Policy,
    changed: set[str],
    order: Sequence[str] = ORDER,
    report: Callable[[str], None] = lambda _: None,
) -> Split:
    """The split; `changed` are the tables that a planner changed, `policy` that of a plan from nothing.

    `report` hears what begins.
    Everything is measured in the levels of the new policy; what is aimed at is the old one until parameters change.
    """
    first = new.weeks[0]
    whole, plan = rest_of_plan(last.tables, figures(last.instance))
    before = _of_plan(whole, plan, policy, first)
    states = list(_states(last, new, changed, order))
    as_planned, rest = rest_of_plan(last.tables, figures(states[0]))
    left = _of_plan(as_planned, rest, policy, first)
    after = _of_plan(*rest_of_plan(tables, figures(new)), policy, first)
    own = order.index(PARAMETERS)
    aims = [policy if number > own else last.policy for number in range(len(states))]
    relaxed = _relaxed(list(zip(states, aims, strict=True)), policy, first, report)
    steps = [HORIZON, *order, FREEDOM]
    found = [_less(left, before)]
    found += [_less(then, now) for now, then in pairwise(relaxed)]
    found.append(_less(_less(after, relaxed[-1]), _less(left, relaxed[0])))
    return Split(before, after, tuple(Cause(*pair) for pair in zip(steps, found, strict=True)))


def _states(last: LastWeek, new: Instance, changed: set[str], order: Sequence[str]) -> Iterator[Instance]:
    """The state as planned, and with one more cause each time."""
    for number in range(len(order) + 1):
        there = {*order[:number]}
        taken = Taken(cases=ACTUALS in there, people=STAFF in there, forecast=FORECAST in there)
        closed = closed_weeks(last.instance, last.tables, last.rows, last.weeks, "", accept=True, taken=taken)
        state = closed.instance
        yield with_parameters(state, new, changed) if PARAMETERS in there else state


def _relaxed(
    states: Sequence[tuple[Instance, Policy]], policy: Policy, first: Week, report: Callable[[str], None]
) -> list[Measures]:
    """The measures of the relaxation of each, for its aims; one that is the same as before is not solved again."""
    own: list[tuple[Instance, Policy]] = []
    number = []
    for instance, aims in states:
        state = _without_plan(instance), aims
        if not own or state != own[-1]:
            own.append(state)
        number.append(len(own) - 1)

    def measured(at: int) -> Measures:
        report(f"relaxation {at + 1} of {len(own)}")
        return _of_relaxation(figures(own[at][0]), own[at][1], policy, first)

    found = list(answers(measured, range(len(own)), AT_ONCE))
    return [found[at] for at in number]


def _without_plan(instance: Instance) -> Instance:
    """The state alone: what stands of a plan is no cause, and might leave a state between the two no plan at all."""
    return instance.replace(in_force=(), told_intakes=(), told_teams=())


def _of_plan(f: Figures, plan: Plan, policy: Policy, first: Week) -> Measures:
    own = flows(f, plan)
    values = [value.gross for value in level_values(f, policy, plan)]
    return _measures(
        own.figures,
        int(own.figures.supply.staff_days.sum()),
        _decided(own),
        own.late,
        own.open_by_stream,
        values,
        policy,
        first,
    )


def _decided(own: Flows) -> int:
    return int(own.decided.sum())


def _of_relaxation(f: Figures, aims: Policy, policy: Policy, first: Week) -> Measures:
    """The measures, in the levels of the policy, of the relaxed plan that is best by its aims."""
    built = relaxation(f, classes(f), choices=True)
    point = Bounds(f, aims, built).solve(beside=False)
    if point is None:
        raise NoPlanError("a state between the two plans has no relaxation: the split cannot be made")
    x = point.values
    supply = f.supply
    started = x[built.people.started] if len(supply.intakes) else np.zeros(0)
    more = supply.intakes.at_work(started, len(supply.names)) * supply.days_per_person if len(started) else np.zeros(1)
    finished = x[built.flow.finished[f.final]].sum(axis=1) @ f.stays[f.final]
    late = np.where(built.flow.late >= 0, x[built.flow.late], 0.0)
    values = [float(costs @ x) for costs in costs_of_levels(f, policy, built)]
    return _measures(
        f,
        int(supply.staff_days.sum()) + round(float(more.sum()) * UNIT),
        round(float(finished) * UNIT),
        _grid(late),
        _grid(x[built.flow.open_cases]),
        values,
        policy,
        first,
    )


def _grid(cases: Numbers) -> Counts:
    return np.rint(cases * UNIT).astype(np.int64)


def _measures(
    f: Figures,
    staff: int,
    decided: int,
    late: Counts,
    open_cases: Counts,
    values: Sequence[float],
    policy: Policy,
    first: Week,
) -> Measures:
    still = np.flatnonzero(open_cases[f.old].sum(axis=0) * 2 >= UNIT)
    cleared = int(still[-1]) + 1 if len(still) else 0
    shift = (f.weeks[0].monday - first.monday).days // 7
    levels = {level.name: round(value * UNIT) for level, value in zip(policy.levels, values, strict=True)}
    found = {"staff": staff, "production": decided, "clearance": (cleared + shift) * UNIT, "late": int(late.sum())}
    return found | levels


def _less(one: Measures, other: Measures) -> Measures:
    return {name: value - other[name] for name, value in one.items()}
