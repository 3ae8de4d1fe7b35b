"""The relaxation over classes is as tight as the whole model in fractions, and its bounds hold for any duals."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ortools.math_opt import parameters_pb2

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import (
    Blocked,
    Eligibility,
    Hiring,
    Inflow,
    Instance,
    Location,
    Overtime,
    Place,
    Staff,
    Stream,
    Work,
)
from planner.domain.policy import SHIPPED
from planner.domain.weeks import Week
from planner.formulation.costs import level_costs
from planner.formulation.draft import Draft, LinearModel
from planner.formulation.model import Model, whole_model
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import Relaxation, relaxation
from planner.formulation.relaxation.safe_bound import safe_bound
from planner.generation.random_instance import random_instance
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving import relaxation as solved
from planner.solving.highs import LinearAnswer
from planner.solving.mathopt import Answer, Parameters, Session
from planner.solving.relaxation import solve_relaxation
from tests.evaluation.build import MONDAY, tiny, varied
from tests.formulation.build import everything

SIMPLEX = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)

BUILT: dict[str, Callable[[], Instance]] = {
    "everything": everything,
    "tiny": tiny,
    "varied": varied,
    "synthetic": lambda: synthetic_instance(Size(locations=3, streams=8, weeks=16), seed=2),
}

seeds = st.integers(0, 2**32 - 1)
some = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SEEN = tuple(
    replace(level, terms=tuple(term for term in level.terms if term.name != "beds_excess")) for level in SHIPPED.levels
)
"""Work has no place in the relaxation, so it knows nothing of process beds."""


def drawn(seed: int) -> Figures:
    return figures(random_instance(Random(seed), locations=3, streams=4, weeks=10))


def solve(linear: LinearModel, costs: np.ndarray) -> Answer:
    answer = Session(linear, costs, SIMPLEX, relaxed=True).solve()
    assert answer.optimal
    return answer


def costs_of(f: Figures, model: Relaxation | Model) -> list[np.ndarray]:
    """The costs of every level as far as the relaxation sees it, and of all levels together."""
    columns = len(model.linear.column_lower)
    own = [level_costs(f, SHIPPED, level, model.flow, model.people, model.teams, columns) for level in SEEN]
    weights = 10.0 ** np.arange(len(own), 0, -1)
    return [*own, sum(weight * costs for weight, costs in zip(weights, own, strict=True))]


def on_the_grid(linear: LinearModel) -> LinearModel:
    """With as much room for the rounding of supply to the grid as the relaxation has."""
    lower, upper = linear.row_lower.copy(), linear.row_upper.copy()
    for block in linear.row_blocks:
        if block.name == "staff_supply":
            lower[block.ids] -= 0.5 / UNIT
            upper[block.ids] += 0.5 / UNIT
    return LinearModel(**{**linear.__dict__, "row_lower": lower, "row_upper": upper})


def classes_lose_nothing(f: Figures) -> None:
    grouped, whole = relaxation(f, classes(f), choices=True), whole_model(f)
    linear = on_the_grid(whole.linear)
    for over_classes, over_pairs in zip(costs_of(f, grouped), costs_of(f, whole), strict=True):
        one, other = solve(grouped.linear, over_classes), solve(linear, over_pairs)
        assert one.value == pytest.approx(other.value, rel=1e-6, abs=1e-6)


def a_safe_bound_is_never_above_the_optimum(f: Figures, seed: int) -> None:
    grouped = relaxation(f, classes(f), choices=True)
    random = np.random.default_rng(seed)
    for costs in costs_of(f, grouped):
        best = solve(grouped.linear, costs)
        close = pytest.approx(best.value, rel=1e-6, abs=1e-6)
        assert safe_bound(grouped.linear, costs, best.duals) == close
        for size in (1e-9, 1e-3, 1.0, 1e3):
            duals = best.duals + size * random.normal(size=len(best.duals))
            bound = safe_bound(grouped.linear, costs, duals)
            assert bound <= best.value or bound == close
        for wild in (np.zeros(len(best.duals)), random.normal(size=len(best.duals)) * 1e6):
            assert safe_bound(grouped.linear, costs, wild) <= best.value + 1e-6


@pytest.mark.parametrize("name", BUILT)
def test_classes_lose_nothing_on_instances_built_by_hand(name):
    classes_lose_nothing(figures(BUILT[name]()))


def two_pairs_in_one_class() -> Instance:
    """A person in the north, nobody in the south; 10 cases of a day each come in week 1; people may join in week 3."""
    own, week = tiny(), Week(MONDAY)
    return own.replace(
        locations=(*own.locations, Location("south", "South", 0, 50.0)),
        staff=(Staff("north", "officers", 1.0), Staff("south", "officers", 0.0)),
        hiring=tuple(
            Hiring(place, "officers", week.plus(3), week.plus(3), 1, 1, None, 0.0) for place in ("north", "south")
        ),
        streams=(Stream("new", "New", "other", "4", "pact"),),
        work=(Work("new", "decision", 8.0),),
        stock=(),
        inflow=(Inflow("new", week.plus(1).monday, week.plus(1).sunday, 10.0),),
        eligibility=(Eligibility("officers", "new", "all"),),
        places=(Place("north", "new", "all"), Place("south", "new", "all")),
        interpreters=(),
        languages=(),
    )


def least_open(instance: Instance, week: int) -> list[float]:
    """The fewest open cases at the end of a week: in the relaxation, and in the whole model in fractions."""
    f, found = figures(instance), []
    own = classes(f)
    assert own.of_pair.tolist() == [0, 0]
    for model in (relaxation(f, own, choices=True), whole_model(f)):
        costs = np.zeros(len(model.linear.column_lower))
        costs[model.flow.open_cases[0, week]] = 1.0
        found.append(solve(model.linear, costs).value)
    return found


def test_a_place_without_people_carries_no_day_of_another():
    # 5 days in the north and the one that it may carry from week 0, as far as fractions see it: 10 - 6 are open. With
    # a day carried in the south as well it would be 3
    close = pytest.approx(4, abs=1e-4)
    assert least_open(two_pairs_in_one_class(), 1) == [close, close]


def test_no_overtime_is_saved_up_for_a_later_week():
    # half a day every week, the first one used at once: 1.5 to the end of week 2. Nobody may work in week 1, so as much
    # again in overtime is of no use, unless it is carried: 2.0
    own, week = two_pairs_in_one_class(), Week(MONDAY)
    own = own.replace(
        staff=(Staff("north", "officers", 0.1), Staff("south", "officers", 0.0)),
        inflow=(Inflow("new", week.monday, week.sunday, 10.0),),
        overtime=(Overtime("all", "all", week.plus(1).monday, week.plus(1).sunday, 1.0, 0.0),),
        blocked=(Blocked("new", "all", week.plus(1).monday, week.plus(1).sunday),),
    )
    close = pytest.approx(8.5, abs=1e-3)
    assert least_open(own, 2) == [close, close]


@some
@given(seed=seeds)
def test_classes_lose_nothing(seed):
    classes_lose_nothing(drawn(seed))


@pytest.mark.slow
@many
@given(seed=seeds)
def test_classes_lose_nothing_on_many(seed):
    classes_lose_nothing(drawn(seed))


@pytest.mark.parametrize("name", BUILT)
def test_a_safe_bound_is_never_above_the_optimum_of_instances_built_by_hand(name):
    a_safe_bound_is_never_above_the_optimum(figures(BUILT[name]()), 0)


@some
@given(seed=seeds)
def test_a_safe_bound_is_never_above_the_optimum(seed):
    a_safe_bound_is_never_above_the_optimum(drawn(seed), seed)


def test_a_dual_for_a_side_that_a_row_does_not_have_counts_for_nothing():
    # -x <= 0 and no more, x up to 10, at -0.5 each: the optimum is -5. A dual of 1 would make the reduced cost 0.5 and
    # the bound 0, if the row gave nothing at a lower side that it does not have.
    draft = Draft()
    column = draft.columns("x", (["0"],), upper=10.0)
    draft.put(draft.rows("row", (["0"],), upper=0.0), column, -1.0)
    linear, costs = draft.finish(), np.array([-0.5])
    assert solve(linear, costs).value == -5.0
    assert safe_bound(linear, costs, np.array([1.0])) == -5.0
    # a dual of -1 is of the side that is there: -1.5 x at least -15
    assert safe_bound(linear, costs, np.array([-1.0])) == -15.0


@pytest.mark.parametrize("name", BUILT)
def test_an_interior_point_bounds_as_well_as_a_vertex(name):
    f = figures(BUILT[name]())
    grouped = relaxation(f, classes(f), choices=True)
    for costs in costs_of(f, grouped):
        point, vertex = solve_relaxation(grouped.linear, costs), solve(grouped.linear, costs)
        assert point
        assert point.bound <= vertex.value * (1 + 1e-9) + 1e-6
        assert point.bound == pytest.approx(vertex.value, rel=1e-4, abs=1e-2)


def test_a_bound_takes_prices_as_they_come_and_asks_no_other_solver_for_better_ones(monkeypatch):
    # Both zero: a bound from them is poor, but safe, and there at once. A solver without an answer gives no bound.
    f = figures(varied())
    linear = relaxation(f, classes(f), choices=True).linear
    costs = np.ones(len(linear.column_lower))
    poor = np.zeros(len(linear.row_lower))
    monkeypatch.setattr(solved, "interior_point", lambda *_, **__: LinearAnswer(False, None, poor))
    assert solved.prices(linear, costs) is poor
    monkeypatch.setattr(solved, "interior_point", lambda *_, **__: LinearAnswer(True, None, None))
    assert solved.prices(linear, costs) is None
    monkeypatch.setattr(solved, "interior_point", lambda *_, **__: LinearAnswer(False, None, None))
    assert solved.prices(linear, costs) is None


def test_pairs_and_works_that_differ_in_nothing_that_counts_are_one_class():
    f = figures(synthetic_instance(Size(locations=3, streams=8, weeks=16), seed=2))
    own = classes(f)
    assert len(own.whole_days) < len(f.supply.names)
    assert own.of_work.max() + 1 < len(f.works)
    assert len(own.arc_staff) < len(f.arc_pair)
    assert own.whole_days.sum() == f.supply.whole_days.sum()
