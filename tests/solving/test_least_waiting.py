"""No plan waits less than the least that is taken off the value of `waiting`: a solver agrees."""

from random import Random

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.instance import Instance
from planner.domain.policy import SHIPPED, Level, Term
from planner.evaluation.flows import earliest
from planner.evaluation.levels import values_of
from planner.evaluation.patience import Paths
from planner.formulation.costs import level_costs
from planner.formulation.draft import LinearModel
from planner.formulation.model import whole_model
from planner.generation.random_instance import random_instance
from planner.solving.mathopt import Parameters, Session
from planner.solving.monolith import SOLVERS
from planner.solving.options import Engine
from tests.formulation.golden import rule_of

WAITING = SHIPPED.replace(levels=(Level("waiting", "", "case-weeks", (Term("waiting"),)),))
KEPT = ("case_balance", "blocked_category")
MANY = 1e6
ROUNDING = 1e-4
"""Case-weeks: what conversions in whole grid units may cost."""
CASES = 100
"""So many times that is taken off where something is."""


def least(f: Figures) -> float:
    (value,) = values_of(WAITING, earliest(f))
    return value.least


def in_full(f: Figures) -> float:
    (value,) = values_of(WAITING, earliest(f))
    return value.gross


def least_by_solver(f: Figures) -> float:
    """The least waiting when nothing limits the work but the order of stages, their lags and blocks."""
    model = whole_model(f)
    linear = model.linear
    lower, upper = linear.row_lower.copy(), linear.row_upper.copy()
    for block in linear.row_blocks:
        if rule_of(block) not in KEPT or block.name == "case_balance_places":
            lower[block.ids], upper[block.ids] = -np.inf, np.inf
    free = LinearModel(
        **{**linear.__dict__, "row_lower": lower, "row_upper": upper}
        | {"column_upper": np.minimum(linear.column_upper, MANY)}
    )
    costs = level_costs(f, WAITING, WAITING.levels[0], model.flow, model.people, model.teams, len(lower))
    answer = Session(free, costs, Parameters(SOLVERS[Engine.HIGHS]), relaxed=True).solve()
    assert answer.optimal
    return answer.value


def drawn(seed: int) -> Instance:
    own = random_instance(Random(seed), streams=6, weeks=12)
    return own.replace(duties=())


def seeds(most: int) -> list[int]:
    return [seed for seed in range(most) if drawn(seed).conversions]


@pytest.mark.parametrize("seed", seeds(200))
def test_the_least_is_that_of_a_solver_without_limits_on_work_or_below_it(seed):
    own = figures(drawn(seed))
    assert least(own) <= least_by_solver(own) + ROUNDING
    if not exchanging(own):
        assert least(own) >= least_by_solver(own) - CASES * ROUNDING


def test_the_earliest_flows_alone_would_often_be_above_it():
    """Which is why something is taken off."""
    own = [figures(drawn(seed)) for seed in seeds(400)]
    assert sum(in_full(f) > least_by_solver(f) + ROUNDING for f in own) >= 10


def exchanging(f: Figures) -> bool:
    """Whether cases come over to a stream from whose stock others are withdrawn: then the least is below."""
    return bool(Paths(f, SHIPPED.terminal_weeks).exchanging)
