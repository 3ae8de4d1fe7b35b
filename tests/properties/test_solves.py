"""What holds of every solve, whatever the instance: tiny ones drawn at random, and variants of them."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.policy import SHIPPED, Policy
from planner.domain.result import Status
from planner.evaluation.levels import level_values
from planner.generation.random_instance import random_instance
from planner.solving.options import Engine, SolveOptions
from tests.properties.variants import (
    renamed,
    shuffled,
    with_all_guaranteed,
    with_an_empty_office,
    with_another_team,
    with_more_inflow,
    with_more_rooms_and_interpreters,
    without_video,
)
from tests.solving.run import Solved, contradictions, differences, findings, rounding, solved

STRICT = SHIPPED.replace(tolerance=0.0)
"""A level may worsen no earlier one, so that two right answers have the same values."""

FIRST = SHIPPED.levels[0].name

CLOSE = 1e-6
"""Relative, and absolute in cases or case-weeks: what the first level's optimum is known to."""


PATIENCE = 60.0
"""Seconds for a level in a whole model. An instance that takes longer is left out; most take a tenth of a second."""


def drawn(seed: int, weeks: int = 6) -> Instance:
    """One in thousands takes a whole-model solver hours; with two weeks more, one in three hundred minutes."""
    return random_instance(Random(seed), locations=2, streams=3, weeks=weeks)


def planned(instance: Instance, engine: Engine, policy: Policy = SHIPPED) -> Solved:
    own = solved(instance, engine, policy, SolveOptions(engine, time_limit=PATIENCE))
    assume(own.plan is not None)
    return own


def best(instance: Instance, engine: Engine = Engine.SCIP, policy: Policy = STRICT) -> Solved:
    own = planned(instance, engine, policy)
    assume(own.status is Status.PROVEN)
    return own


def first_level(instance: Instance) -> float:
    """The optimum of the first level, by its proof: free of the grid's rounding."""
    return best(instance, policy=STRICT.replace(levels=STRICT.levels[:1])).bounds[FIRST]


def every_plan_passes_the_audit_and_no_bound_is_above_its_value(seed):
    for engine in (Engine.SCIP, Engine.HIGHS, Engine.DECOMPOSITION):
        own = planned(drawn(seed), engine)
        assert findings(own) == ()
        assert all(level.bound <= level.value for level in own.levels)


def the_reported_values_are_those_of_the_plan(seed):
    for engine in (Engine.SCIP, Engine.DECOMPOSITION):
        own = planned(drawn(seed), engine)
        values = level_values(figures(own.instance), own.policy, own.plan)
        assert [level.value for level in own.levels] == [value.value for value in values]


def scip_and_highs_agree_on_every_level(seed):
    one, other = best(drawn(seed)), best(drawn(seed), Engine.HIGHS)
    assert differences(one, other) == []
    assert one.bounds[FIRST] == pytest.approx(other.bounds[FIRST], rel=CLOSE, abs=CLOSE)


def no_plan_beats_the_proof_of_another_engine(seed):
    runs = [planned(drawn(seed), engine) for engine in (Engine.SCIP, Engine.HIGHS, Engine.DECOMPOSITION)]
    for plan_of in runs:
        for proof_of in runs:
            assert list(contradictions(plan_of, proof_of)) == []


def the_optimum_lies_between_bound_and_value_of_the_decomposition(seed):
    optimum, own = first_level(drawn(seed)), planned(drawn(seed), Engine.DECOMPOSITION)
    allowed = rounding(SHIPPED, FIRST, optimum)
    assert own.bounds[FIRST] - allowed <= optimum <= own.values[FIRST] + allowed


def neither_the_order_of_rows_nor_their_labels_matter(seed):
    own = best(drawn(seed))
    for other in (shuffled(own.instance, seed), renamed(own.instance), shuffled(renamed(own.instance), seed)):
        again = best(other)
        assert again.bounds[FIRST] == pytest.approx(own.bounds[FIRST], rel=CLOSE, abs=CLOSE)
        assert differences(own, again) == []


def an_office_without_people_changes_nothing(seed):
    own = best(drawn(seed))
    assert differences(own, best(with_an_empty_office(own.instance))) == []


def more_people_never_raise_the_first_level(seed):
    own = drawn(seed)
    assert first_level(with_another_team(own)) <= first_level(own) * (1 + CLOSE) + CLOSE


def more_rooms_and_interpreters_never_raise_the_first_level(seed):
    own = drawn(seed)
    assert first_level(with_more_rooms_and_interpreters(own)) <= first_level(own) * (1 + CLOSE) + CLOSE


def more_inflow_never_lowers_the_first_level(seed):
    # all of it guaranteed: under a cap, more of one stream can push another out of the first level. Nobody goes over:
    # cases that enter a stream behind a stage that is short of staff count as its first ones when they are done
    own = without_video(with_all_guaranteed(drawn(seed))).replace(conversions=())
    assert first_level(with_more_inflow(own, seed)) >= first_level(own) * (1 - CLOSE) - CLOSE


PROPERTIES = (
    every_plan_passes_the_audit_and_no_bound_is_above_its_value,
    the_reported_values_are_those_of_the_plan,
    scip_and_highs_agree_on_every_level,
    no_plan_beats_the_proof_of_another_engine,
    the_optimum_lies_between_bound_and_value_of_the_decomposition,
    neither_the_order_of_rows_nor_their_labels_matter,
    an_office_without_people_changes_nothing,
    more_people_never_raise_the_first_level,
    more_rooms_and_interpreters_never_raise_the_first_level,
    more_inflow_never_lowers_the_first_level,
)

each = pytest.mark.parametrize("holds", PROPERTIES, ids=lambda own: own.__name__)
seeds = st.integers(0, 2**32 - 1)
calm = [HealthCheck.too_slow]


@each
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=calm)
@given(seed=seeds)
def test_it_holds_of_some(holds, seed):
    holds(seed)


@pytest.mark.slow
@each
@settings(max_examples=200, deadline=None, suppress_health_check=calm)
@given(seed=seeds)
def test_it_holds_of_many(holds, seed):
    holds(seed)


@pytest.mark.parametrize("seed", [59, 439, 664])
@pytest.mark.parametrize("policy", [SHIPPED, STRICT], ids=["shipped", "strict"])
def test_a_level_is_not_held_so_tightly_that_scip_proves_the_next_one_wrong(seed, policy):
    runs = [solved(drawn(seed, weeks=8), engine, policy) for engine in (Engine.SCIP, Engine.HIGHS)]
    for plan_of, proof_of in (runs, runs[::-1]):
        assert list(contradictions(plan_of, proof_of)) == []


def test_work_that_is_worth_nearly_all_there_is_can_be_staffed():
    assert findings(solved(drawn(4676712, weeks=8), Engine.DECOMPOSITION)) == ()
