"""Dual values of another run bound this one: never above what can be, and nearly as well where little has changed."""

from random import Random

import numpy as np
import pytest
from ortools.math_opt import parameters_pb2

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.result import Proven
from planner.formulation.relaxation.carried import carried
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import relaxation
from planner.generation.random_instance import random_instance
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.bounds import Bounds
from planner.solving.mathopt import Parameters, Session
from tests.formulation.build import everything
from tests.solving.test_start import monday
from tests.solving.tiny import tiny

SIMPLEX = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)
SYNTHETIC = synthetic_instance(Size(locations=2, streams=4, weeks=20), seed=1)
BUILT = {
    "everything": everything,
    "synthetic": lambda: SYNTHETIC,
    **{f"random-{seed}": lambda seed=seed: random_instance(Random(seed), weeks=12) for seed in range(4)},
}


def linear_of(instance):
    f = figures(instance)
    return relaxation(f, classes(f), choices=True).linear


def bounds_of(instance) -> Bounds:
    f = figures(instance)
    return Bounds(f, SHIPPED, relaxation(f, classes(f), choices=True))


def proven(instance) -> Proven:
    """What a solve keeps: the dual values of each level's own proof."""
    own = bounds_of(instance)
    assert own.solve() is not None
    own.wait()
    return Proven(instance, {SHIPPED.levels[proof.level].name: proof.duals for proof in own.proofs})


def begun_with(instance, what: Proven) -> Bounds:
    own = bounds_of(instance)
    own.carry(what)
    return own


@pytest.mark.parametrize("name", BUILT)
def test_every_row_of_the_same_instance_has_its_own_name(name):
    linear = linear_of(BUILT[name]())
    duals = np.arange(1.0, len(linear.row_lower) + 1)
    assert (carried(duals, linear, linear) == duals).all()


def test_a_week_later_each_row_has_the_value_of_the_row_with_its_name_and_new_ones_have_none():
    before, after = linear_of(SYNTHETIC), linear_of(monday(SYNTHETIC)[0])
    duals = np.arange(1.0, len(before.row_lower) + 1)
    of_name = dict(zip(before.row_names(), duals, strict=True))
    expected = [of_name.get(name, 0.0) for name in after.row_names()]
    assert carried(duals, before, after).tolist() == expected
    assert 0 < np.count_nonzero(expected) < len(duals)


def holds(own: Bounds) -> None:
    """No proof is above what the relaxation can do, by another solver."""
    assert own.proofs
    for proof in own.proofs:
        paid = sum(
            (price * costs for price, costs in zip(proof.prices, own.costs, strict=False)), own.costs[proof.level]
        )
        answer = Session(own._exact.linear, paid, SIMPLEX, relaxed=True).solve()
        assert answer.optimal
        assert proof.least <= answer.value + 1e-6 * max(abs(answer.value), 1.0)


@pytest.mark.parametrize("name", BUILT)
def test_what_is_carried_to_the_next_week_holds(name):
    instance = BUILT[name]()
    holds(begun_with(monday(instance)[0], proven(instance)))


@pytest.mark.parametrize("name", ["overtime", "hearing-rooms"])
def test_what_is_carried_to_another_service_holds(name):
    holds(begun_with(tiny(name), proven(tiny("level-order"))))


def test_a_week_later_the_bound_is_nearly_as_good():
    following = monday(SYNTHETIC)[0]
    own, anew = begun_with(following, proven(SYNTHETIC)), begun_with(following, proven(following))
    level = own.first_money
    far = (1e9,) * level
    assert anew._best(level, (0.0,) * level).value > 0
    assert own._best(level, (0.0,) * level).value > 0.9 * anew._best(level, (0.0,) * level).value
    assert own._best(level, far).value <= own._best(level, (0.0,) * level).value


def test_dual_values_of_other_rows_are_left_alone():
    what = proven(SYNTHETIC)
    short = Proven(SYNTHETIC, {name: duals[1:] for name, duals in what.duals.items()})
    assert begun_with(SYNTHETIC, short).proofs == []


def test_a_level_that_cannot_be_zero_is_known_from_them():
    # In `level-order` one level before those in euro has to give way.
    instance = tiny("level-order")
    solved = bounds_of(instance)
    assert solved.solve() is not None
    own = begun_with(instance, proven(instance))
    assert own.prices == solved.prices
