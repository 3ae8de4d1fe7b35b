"""The costs of each level of a policy on the columns of the model."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.policy import Level, Policy
from planner.formulation.columns import FlowColumns, PeopleColumns, TeamColumns
from planner.formulation.held import HeldColumns


def level_costs(
    f: Figures,
    policy: Policy,
    level: Level,
    flow: FlowColumns,
    people: PeopleColumns,
    teams: TeamColumns,
    columns: int,
    held: HeldColumns | None = None,
) -> Numbers:
    """One cost per column, in the level's unit per unit of the column; gross, so without what is unavoidable.

    Without `held` changes of the plan in force cost nothing, as in a relaxation that does not know where people are.
    """
    costs = np.zeros(columns)
    for term in level.terms:
        if term.name in _HELD_TERMS:
            if held is not None:
                costs[getattr(held, term.name)] += term.weight
        elif term.name == "team_openings":
            costs[teams.opened] += term.weight * f.teams.cost[teams.team]
        elif term.name in _PEOPLE_TERMS:
            _PEOPLE_TERMS[term.name](f, people, costs, term.weight)
        else:
            _TERMS[term.name](f, policy, flow, costs, term.weight)
    return costs


def _intakes(f: Figures, people: PeopleColumns, costs: Numbers, weight: float) -> None:
    free = people.started >= 0
    costs[people.started[free]] += weight * f.supply.intakes.cost[free]


def _overtime(f: Figures, people: PeopleColumns, costs: Numbers, weight: float) -> None:
    paid = people.overtime >= 0
    price = f.supply.overtime_cost * f.supply.hours_per_day[:, np.newaxis]
    costs[people.overtime[paid]] += weight * price[paid]


_HELD_TERMS = ("frozen_changed", "plan_changed")

_PEOPLE_TERMS = {"intakes": _intakes, "overtime": _overtime}


def _late(name: str):  # type: ignore[no-untyped-def]
    def put(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
        for k, stream in enumerate(f.streams):
            if stream.late_term == name and f.deadlines.planned.bound[k]:
                costs[flow.late[k]] += weight

    return put


def _reaction(nuisance: bool):  # type: ignore[no-untyped-def]
    def put(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
        for k, stream in enumerate(f.streams):
            if f.deadlines.reaction.bound[k] and (stream.lane == "nuisance") == nuisance:
                costs[flow.reaction_late[k]] += weight

    return put


def _screening(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.screening_late[f.deadlines.screening.bound]] += weight


def _left(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.left[f.old]] += weight


def _beds(_: Figures, __: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.beds_excess[flow.beds_excess >= 0]] += weight


def _agreement_missed(_: Figures, __: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.agreement_missed] += weight


def _start_group_missed(_: Figures, __: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.start_group_missed] += weight


def _penalty(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.late[f.court]] += weight * f.penalty_per_week


def _chain_excess(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    own = f.chain.signalled
    costs[flow.chain_excess[own]] += weight * f.chain.euro[own][:, np.newaxis]


def _uneven(f: Figures, _: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.uneven_decisions[f.smoothing.weeks]] += weight


def _waiting(f: Figures, policy: Policy, flow: FlowColumns, costs: Numbers, weight: float) -> None:
    costs[flow.open_cases] += weight * f.waiting_weight[:, np.newaxis]
    costs[flow.open_cases[:, -1]] += weight * policy.terminal_weeks * f.waiting_weight


_TERMS = {
    "late_guaranteed": _late("late_guaranteed"),
    "late_lane": _late("late_lane"),
    "late_nuisance": _late("late_nuisance"),
    "late_other": _late("late_other"),
    "late_excess": _late("late_excess"),
    "late_competing": _late("late_competing"),
    "late_court": _late("late_court"),
    "reaction_lane": _reaction(nuisance=False),
    "reaction_nuisance": _reaction(nuisance=True),
    "screening_late": _screening,
    "left": _left,
    "beds_excess": _beds,
    "agreement_missed": _agreement_missed,
    "start_group_missed": _start_group_missed,
    "penalty": _penalty,
    "chain_excess": _chain_excess,
    "uneven_decisions": _uneven,
    "waiting": _waiting,
}
