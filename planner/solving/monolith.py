"""Small instances: the whole model in one mixed-integer solver, one level after the other."""

from __future__ import annotations

import numpy as np
from ortools.math_opt import parameters_pb2

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.domain.result import Status
from planner.evaluation.levels import level_values
from planner.formulation.costs import level_costs
from planner.formulation.draft import LinearModel
from planner.formulation.model import Model, whole_model
from planner.solving.cases import Cases
from planner.solving.engine import Ended, Found, Report, Step, Task, proofs, tolerances
from planner.solving.mathopt import Answer, Parameters, Session
from planner.solving.options import Engine
from planner.solving.relaxation import with_cap

SOLVERS = {
    Engine.SCIP: parameters_pb2.SOLVER_TYPE_GSCIP,
    Engine.HIGHS: parameters_pb2.SOLVER_TYPE_HIGHS,
    Engine.CP_SAT: parameters_pb2.SOLVER_TYPE_CP_SAT,
}

SLACK = 1e-4
"""Cases or case-weeks by which a level may pass its ceiling while the later ones are solved.

A ceiling within a few millionths of the optimum is as near as the solver's own tolerance: SCIP then calls plans
infeasible that are there, and proves a later level to be worse than it is.
"""

SLACK_SHARE = 1e-6
"""The same as a share of the ceiling, for large ones."""


def solve_whole(task: Task, engine: Engine, report: Report) -> None:
    """Reports the plan and proof after every level, and how it ended."""
    f, policy = task.figures, task.policy
    model = whole_model(f)
    linear = _bounded(f, model)
    bounds = [0.0] * len(policy.levels)
    ceilings: list[float] = []
    start: Numbers | None = None
    status = Status.PROVEN
    for number, level in enumerate(policy.levels):
        costs = level_costs(f, policy, level, model.flow, len(linear.column_lower))
        if start is not None and not costs.any():
            ceilings.append(0.0)
            continue
        report(Step(level.name))
        answer = Session(linear, costs, _parameters(task, engine)).solve(start)
        if answer.values is None:
            report(Ended(_without_plan(answer) if start is None else status))
            return
        start = answer.values
        plan = _on_grid(f, model, start)
        values = level_values(f, policy, plan)
        bounds[number] = answer.bound
        report(Found(plan, proofs(policy, values, bounds, ceilings)))
        status = status if answer.optimal else Status.FEASIBLE
        ceilings.append(values[number].gross + tolerances(policy, values)[number])
        linear = with_cap(linear, costs, ceilings[-1] + max(SLACK, SLACK_SHARE * ceilings[-1]))
    report(Ended(status))


def _parameters(task: Task, engine: Engine) -> Parameters:
    options = task.options
    return Parameters(
        SOLVERS[engine],
        gap=min(options.gap, 1e-6),
        absolute_gap=1e-6,
        threads=options.threads if engine is not Engine.HIGHS else None,
        seed=options.seed,
    )


def _without_plan(answer: Answer) -> Status:
    return Status.INFEASIBLE if answer.infeasible else Status.NO_PLAN


def _on_grid(f: Figures, model: Model, values: Numbers) -> Plan:
    """The solution with whole staff-days, its cases moved onto the grid."""
    staff_days = np.rint(values[model.staff.staff_days]).astype(np.int64)
    done = np.rint(np.cumsum(values[model.staff.done], axis=1) * UNIT).astype(np.int64)
    at_sites = np.diff(done, prepend=np.int64(0), axis=1)
    cases = Cases(f)
    for week in range(len(f.weeks)):
        cases.open_week(week)
        wanted = np.zeros(len(f.tasks), dtype=np.int64)
        np.add.at(wanted, model.sites.task, at_sites[:, week])
        cases.work(week, staff_days[:, week], wanted, at_sites=at_sites[:, week], ahead=False)
    return Plan(staff_days, cases.finished)


def _bounded(f: Figures, model: Model) -> LinearModel:
    """The whole model with a bound on every column that no plan can pass."""
    linear = model.linear
    cases = (f.opening.sum() + f.lodged.sum()) / UNIT
    upper = np.where(np.isfinite(linear.column_upper), linear.column_upper, cases)
    upper[model.staff.staff_days] = f.supply.whole_days[f.arc_pair]
    return LinearModel(**{**linear.__dict__, "column_upper": upper})
