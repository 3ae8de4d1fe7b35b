"""Solves the relaxation that bounds every plan.

By interior point without crossover; what bounds a plan is not the solver's word but the safe bound worked out of its
dual values, so an inexact answer still gives a proof.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ortools.math_opt import parameters_pb2

from planner.domain.grid import Numbers
from planner.errors import NoPlanError
from planner.formulation.draft import LinearModel
from planner.formulation.relaxation.relaxed import Relaxation
from planner.formulation.relaxation.safe_bound import safe_bound
from planner.solving.highs import dual_simplex, interior_point
from planner.solving.mathopt import Parameters, Session

NEAR = 1e-4
"""How far above its own bound a relaxed plan may lie, as a share of its cost."""

ENOUGH = 1e-5
"""How near its best an interior point stops that is asked for a bound alone. With a cap on an earlier level it would go
on to 1e-8 and may fail there, and then it keeps what it had to itself."""

SIMPLEX = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)
"""Taken where the interior point gives up."""

RESOURCES = (
    "class_capacity",
    "interpreters",
    "programme_start",
    "blocked_category",
    "class_remote",
    "chain_capacity",
)
"""The rows that say what finishing a case takes; the others say what it brings."""


@dataclass(frozen=True)
class Point:
    """A relaxed plan: its column values, what it costs, and a bound below every plan's cost."""

    values: Numbers
    duals: Numbers
    value: float
    bound: float


def solve_relaxation(linear: LinearModel, costs: Numbers, *, near: float = NEAR) -> Point | None:
    """The cheapest relaxed plan, or None where there is none. Raises NoPlanError where no solver has an answer.

    An interior point whose own bound is further than `near` below it, as a share of its cost, is not taken.
    """
    answer = interior_point(linear, costs)
    if answer.infeasible:
        return None
    if answer.values is not None and answer.duals is not None:
        point = _point(linear, costs, answer.values, answer.duals)
        if point.value - point.bound <= near * max(abs(point.value), 1.0):
            return point
    exact = Session(linear, costs, SIMPLEX, relaxed=True).solve()
    if exact.values is not None and exact.duals is not None and exact.optimal:
        return _point(linear, costs, exact.values, exact.duals)
    if exact.infeasible:
        return None
    raise NoPlanError("no solver could solve the relaxation")


def answered(linear: LinearModel, costs: Numbers, *, near: float = NEAR) -> Point | None:
    """The same, and None too where no solver has an answer."""
    try:
        return solve_relaxation(linear, costs, near=near)
    except NoPlanError:
        return None


def at_corner(linear: LinearModel, costs: Numbers) -> Point | None:
    """The cheapest flows of given staff-days, by the dual simplex method; None where no solver has an answer."""
    answer = dual_simplex(linear, costs)
    if answer.values is not None and answer.duals is not None:
        return _point(linear, costs, answer.values, answer.duals)
    return None if answer.infeasible else answered(linear, costs)


def prices(linear: LinearModel, costs: Numbers) -> Numbers | None:
    """Dual values to work a safe bound out of, however near the best they are; None where the interior point has none.

    No simplex method is asked then: on large instances that takes ten minutes and more, for one bound.
    """
    return interior_point(linear, costs, near=ENOUGH).duals


def _point(linear: LinearModel, costs: Numbers, values: Numbers, duals: Numbers) -> Point:
    return Point(values, duals, float(costs @ values), safe_bound(linear, costs, duals))


def case_value(r: Relaxation, duals: Numbers) -> Numbers:
    """N x T: what finishing one more case of a task in a week is worth in the relaxed plan, in its unit of cost."""
    linear = r.linear
    brings = np.ones(len(linear.row_lower), dtype=bool)
    for block in linear.row_blocks:
        if block.name in RESOURCES:
            brings[block.ids] = False
    entries = brings[linear.entry_row]
    column, row = linear.entry_column[entries], linear.entry_row[entries]
    value = np.bincount(column, linear.entry_value[entries] * duals[row], minlength=len(linear.column_lower))
    return np.maximum(value[r.flow.finished], 0.0)
