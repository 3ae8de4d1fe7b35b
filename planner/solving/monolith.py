"""Small instances: the whole model in one mixed-integer solver, one level after the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import parameters_pb2

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.domain.result import Status
from planner.domain.teams import NEVER
from planner.evaluation.levels import LevelValue, level_values
from planner.formulation.costs import level_costs
from planner.formulation.draft import LinearModel
from planner.formulation.model import Model, whole_model
from planner.formulation.relaxation.class_staff import most_days
from planner.formulation.relaxation.relaxed import most_remote, with_cap
from planner.solving.cases import Cases
from planner.solving.engine import Ended, Found, Report, Step, Task, proofs, tolerances
from planner.solving.mathopt import Answer, Parameters, Session
from planner.solving.options import Engine
from planner.solving.team_choice import open_weeks

SOLVERS = {
    Engine.SCIP: parameters_pb2.SOLVER_TYPE_GSCIP,
    Engine.HIGHS: parameters_pb2.SOLVER_TYPE_HIGHS,
    Engine.CP_SAT: parameters_pb2.SOLVER_TYPE_CP_SAT,
}

TAKES_A_START = {Engine.SCIP, Engine.CP_SAT}
"""Engines that are told the plan of the level before. HiGHS may then prove that there is none better (decision 19)."""

SLACK = 1e-4
"""Cases or case-weeks by which a level may pass its ceiling while the later ones are solved.

A ceiling within a few millionths of the optimum is as near as the solver's own tolerance: SCIP then calls plans
infeasible that are there, and proves a later level to be worse than it is.
"""

PROOF_GAP = 1e-6
"""How near the best a plan has to be, in the level's unit or as a share of its value."""

WHOLENESS = 1e-6
"""A solver's idea of a whole number."""

SLACK_SHARE = 1e-6
"""The same as a share of the ceiling, for large ones."""


def solve_whole(task: Task, engine: Engine, report: Report) -> None:
    """Reports the plan and proof after every level, and how it ended."""
    f, policy = task.figures, task.policy
    model = whole_model(f)
    linear = bounded(f, model)
    bounds = [0.0] * len(policy.levels)
    ceilings: list[float] = []
    start: Numbers | None = None
    values: tuple[LevelValue, ...] = ()
    status = Status.PROVEN
    for number, level in enumerate(policy.levels):
        columns = len(linear.column_lower)
        costs = level_costs(f, policy, level, model.flow, model.people, model.teams, columns, model.held)
        if start is None or costs @ start > 0:  # nothing is below zero
            report(Step(level.name))
            answer = Session(linear, costs, _parameters(task, engine)).solve(start if engine in TAKES_A_START else None)
            if answer.values is None:
                report(Ended(_without_plan(answer) if start is None else Status.FEASIBLE))
                return
            if start is None or costs @ start > answer.value + PROOF_GAP * max(abs(answer.value), 1.0):
                start = answer.values  # else the plan so far is as good, and keeps what others give up for nothing
                plan = _on_grid(f, model, start)
                values = level_values(f, policy, plan)
            bounds[number] = answer.bound
            report(Found(plan, proofs(policy, values, bounds, ceilings)))
            status = status if answer.optimal else Status.FEASIBLE
        ceilings.append(values[number].gross + tolerances(policy, values)[number])
        if costs.any():
            # cases on the grid may cost less than the solver's own point, below which there may be none
            limit = max(ceilings[-1], float(costs @ start))
            linear = with_cap(linear, costs, limit + max(SLACK, SLACK_SHARE * limit))
    report(Ended(status))


def _parameters(task: Task, engine: Engine) -> Parameters:
    options = task.options
    return Parameters(
        SOLVERS[engine],
        gap=min(options.gap, PROOF_GAP),
        absolute_gap=PROOF_GAP,
        careful=True,
        threads=options.threads if engine is not Engine.HIGHS else None,
        seed=options.seed,
    )


def _without_plan(answer: Answer) -> Status:
    return Status.INFEASIBLE if answer.infeasible else Status.NO_PLAN


def _on_grid(f: Figures, model: Model, values: Numbers) -> Plan:
    """The solution with whole staff-days, its cases moved onto the grid."""
    taken = np.rint(values[model.people.started]).astype(np.int64)
    is_open = values[model.teams.is_open] > 0.5
    f = f.decided(taken, open_weeks(f, model.teams, is_open))
    staff_days = _within_supply(f, np.rint(values[model.staff.staff_days]).astype(np.int64))
    to_date = np.maximum.accumulate(np.cumsum(values[model.staff.done], axis=1), axis=1)  # solvers go a hair below zero
    done = np.rint(to_date * UNIT).astype(np.int64)
    at_sites = np.diff(done, prepend=np.int64(0), axis=1)
    cases = Cases(f)
    for week in range(len(f.weeks)):
        cases.open_week(week)
        wanted = np.zeros(len(f.tasks), dtype=np.int64)
        np.add.at(wanted, model.sites.task, at_sites[:, week])
        cases.work(week, staff_days[:, week], wanted, at_sites=at_sites[:, week], ahead=False)
    return Plan(staff_days, cases.finished, taken, f.team_open)


def _within_supply(f: Figures, staff_days: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same without the days that only the solver's tolerance supplies, where people come and go by decision."""
    supply = f.supply
    there = supply.whole_days + np.floor(supply.overtime_days + WHOLENESS).astype(np.int64)
    kept = np.where(f.arc_there, staff_days, 0)
    for m in np.flatnonzero(supply.undecided):
        arcs = np.flatnonzero(f.arc_pair == m)
        for week in np.flatnonzero(kept[arcs].sum(axis=0) > there[m]):
            while kept[arcs, week].sum() > there[m, week]:
                kept[arcs[np.argmax(kept[arcs, week])], week] -= 1
    return kept


def _may_be_there(f: Figures) -> NDArray[np.bool_]:
    """A x T: whether there may be staff on the arc: on those of a team in its weeks only."""
    may = np.ones((len(f.arc_pair), len(f.weeks)), dtype=bool)
    inside = f.arc_team >= 0
    may[inside] = f.teams.block[f.arc_team[inside]] != NEVER
    return may


def bounded(f: Figures, model: Model) -> LinearModel:
    """The whole model with a bound on every column that no plan can pass."""
    linear = model.linear
    upper = np.where(np.isfinite(linear.column_upper), linear.column_upper, f.all_cases)
    most = np.ceil(most_days(f, choices=True))
    upper[model.staff.staff_days] = most[f.arc_pair] * _may_be_there(f)
    more = f.held.days(most.astype(np.int64)[f.arc_pair])
    upper[model.held.frozen_changed[0]] = more[f.held.frozen]
    upper[model.held.plan_changed[0]] = more[f.held.calm]
    remote, overtime, to_date = model.staff.remote, model.people.overtime, model.people.to_date
    upper[remote[remote >= 0]] = most_remote(f)
    upper[overtime[overtime >= 0]] = most[overtime >= 0]
    upper[to_date[to_date >= 0]] = np.cumsum(most, axis=1)[to_date >= 0]
    return LinearModel(**{**linear.__dict__, "column_upper": upper})
