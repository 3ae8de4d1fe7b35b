"""Proofs of bounds can be checked by anyone, and no plan is below them."""

from concurrent.futures import Future
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from ortools.math_opt import parameters_pb2

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.result import BoundProof
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import relaxation, with_cap
from planner.formulation.relaxation.safe_bound import safe_bound
from planner.solving.bounds import Bounds
from planner.solving.engine import tolerances
from planner.solving.mathopt import Parameters, Session
from planner.solving.options import Engine
from tests.solving.run import Solved, rounding, solved
from tests.solving.tiny import tiny

SOME = ("chain-smoothing", "hearing-rooms", "level-order", "overtime", "process-beds", "specialised-team", "whole-days")
SIMPLEX = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)


@cache
def proven(name: str) -> tuple[Solved, Bounds]:
    """The optimum that SCIP proves, and the bounds of the relaxation with every proof that it takes."""
    best = solved(tiny(name), Engine.SCIP)
    f = figures(best.instance)
    bounds = Bounds(f, SHIPPED, relaxation(f, classes(f), choices=True))
    assert bounds.solve() is not None
    bounds.proven(best.gross, 0.0)
    return best, bounds


def gross_limits(best: Solved) -> list[float]:
    return [value.gross + allowed for value, allowed in zip(best.gross, tolerances(SHIPPED, best.gross), strict=True)]


@pytest.mark.parametrize("name", SOME)
def test_no_bound_is_above_the_optimum(name):
    best, bounds = proven(name)
    limits = gross_limits(best)
    for proof in bounds.proofs:
        level = SHIPPED.levels[proof.level]
        own = best.gross[proof.level].gross
        assert proof.bound(limits[: proof.level]) <= own + rounding(SHIPPED, level.name, own)


@pytest.mark.parametrize("name", SOME)
def test_a_proof_holds_for_other_limits(name):
    # What the relaxation itself can do within wider limits, by another solver, is no less than the proof says of them.
    best, bounds = proven(name)
    linear = bounds._exact.linear
    for more in (0.0, 1.0, 1000.0):
        limits = [limit + more for limit in gross_limits(best)]
        for proof in bounds.proofs:
            held = linear
            for earlier in range(proof.level):
                held = with_cap(held, bounds.costs[earlier], limits[earlier])
            answer = Session(held, bounds.costs[proof.level], SIMPLEX, relaxed=True).solve()
            assert answer.optimal
            assert proof.bound(limits[: proof.level]) <= answer.value + 1e-6 * max(abs(answer.value), 1.0)


@pytest.mark.parametrize("name", SOME)
def test_wider_limits_never_raise_a_bound(name):
    best, bounds = proven(name)
    limits = gross_limits(best)
    wider = [limit + 5 for limit in limits]
    assert all(proof.bound(wider[: proof.level]) <= proof.bound(limits[: proof.level]) for proof in bounds.proofs)


@pytest.mark.parametrize("name", SOME)
def test_the_least_of_a_proof_can_be_worked_out_again_from_its_duals(name):
    _, bounds = proven(name)
    assert bounds.proofs
    for proof in bounds.proofs:
        aim = bounds.costs[proof.level].copy()
        for price, costs in zip(proof.prices, bounds.costs, strict=False):
            aim += price * costs
        assert len(proof.prices) == proof.level
        assert min(proof.prices, default=0.0) >= 0
        assert proof.least == pytest.approx(safe_bound(bounds._exact.linear, aim, proof.duals), rel=1e-9, abs=1e-9)


def test_a_level_without_a_proof_is_bounded_by_zero():
    f = figures(tiny("overtime"))
    bounds = Bounds(f, SHIPPED, relaxation(f, classes(f), choices=True))
    best, _ = proven("overtime")
    assert [bound.value for bound in bounds.at_hand(best.gross)] == [0.0] * len(SHIPPED.levels)


@pytest.mark.parametrize("name", SOME)
def test_the_cost_of_an_earlier_level_outweighs_what_a_case_costs_later(name):
    _, bounds = proven(name)
    there = [level for level, costs in enumerate(bounds.costs) if costs.any() and SHIPPED.levels[level].unit != "euro"]
    for one, other in pairwise(there):
        least = bounds.weights[one] * bounds.costs[one][bounds.costs[one] > 0].min()
        assert least >= bounds.weights[other] * np.max(bounds.costs[other])


def test_a_bound_that_no_level_needs_is_not_waited_for():
    # One that never comes, for a level that is within the gap of everything.
    best, bounds = proven("level-order")
    never: Future[BoundProof | None] = Future()
    bounds._ahead.append((0, never))
    assert bounds.proven(best.gross, 1e9)
    assert bounds._ahead.pop() == (0, never)


@pytest.mark.parametrize("name", ["level-order", "hearing-rooms"])
def test_a_relaxed_plan_alone_is_the_same_and_begins_no_bound(name):
    f = figures(tiny(name))
    found = []
    for beside in (True, False):
        bounds = Bounds(f, SHIPPED, relaxation(f, classes(f), choices=True))
        found.append(bounds.solve(beside=beside))
        assert bounds.beside == beside
        bounds.wait()
    assert None not in found
    assert found[0].value == pytest.approx(found[1].value, rel=1e-9)
