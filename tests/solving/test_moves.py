"""Staff-days go where prices say that they are worth more, inside their crew."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import InForce, Replanning
from planner.domain.policy import SHIPPED
from planner.generation.random_instance import random_instance
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.fixed_staff import fixed_staff
from planner.solving.highs import Corner
from planner.solving.moves import IDLE, carried_out, with_moves, worthwhile
from planner.solving.relaxation import solve_relaxation
from planner.solving.standing import changed_days, further
from tests.evaluation.build import varied
from tests.evaluation.greedy import greedy
from tests.formulation.build import everything
from tests.solving.guided import of_crews, of_pairs
from tests.solving.tiny import tiny

BUILT = {
    "everything": everything,
    "specialised-team": lambda: tiny("specialised-team"),
    "support-share": lambda: tiny("support-share"),
    "varied": varied,
    "synthetic": lambda: synthetic_instance(Size(locations=3, streams=8, weeks=16), seed=1),
    **{
        f"random-{seed}": lambda seed=seed: random_instance(Random(seed), locations=3, streams=4, weeks=10)
        for seed in range(6)
    },
}
WEIGHTS = (1e6, 1e6, 1e5, 1e4, 1.0, 1e-2)
"""What the levels weigh against each other here."""


def found(f, staff_days, there, charge=0.0):
    """The moves that promise most, the days of each in the linear model, and what flows cost before and with them."""
    model = fixed_staff(f, staff_days)
    costs = sum(weight * own for weight, own in zip(WEIGHTS, model.costs(f, SHIPPED), strict=True))
    now = solve_relaxation(model.linear, costs)
    moves = worthwhile(f, staff_days, model.day_value(f, now), there)
    if not len(moves):
        return moves, np.zeros(0), now.value, now.value
    corner = Corner(*with_moves(f, model, model.linear, costs, moves, charge))
    return moves, corner.values[-len(moves) :], now.value, corner.cost


@pytest.mark.parametrize("misplaced", [1, 2])
def test_misplaced_days_are_found_and_moved_to_where_they_are_worth_more(misplaced):
    # One person, five days a week, a decision a day. Five new cases in week 0 and five in week 1, due at once. A day of
    # week 0 spent on old cases leaves a new one late for a week at least.
    f = figures(tiny("level-order"))
    best = np.array([[5, 5, 0], [0, 0, 5]])
    wrong = best + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]])
    moves, days, before, after = found(f, wrong, f.supply.whole_days)
    assert after < before
    moved, count = carried_out(f, wrong, f.supply.whole_days, moves, days)
    assert count == misplaced
    assert moved.tolist() == best.tolist()


def test_an_idle_day_is_put_to_work():
    f = figures(tiny("level-order"))
    best = np.array([[5, 5, 0], [0, 0, 5]])
    idle = best - np.array([[1, 0, 0], [0, 0, 0]])
    moves, days, _, _ = found(f, idle, f.supply.whole_days)
    assert (moves.giving[moves.week == 0] == IDLE).any()
    moved, _ = carried_out(f, idle, f.supply.whole_days, moves, days)
    assert moved.tolist() == best.tolist()


def test_a_day_that_is_worth_as_much_elsewhere_stays():
    f = figures(tiny("level-order"))
    alike = np.ones((len(f.arc_pair), len(f.weeks)))
    assert not len(worthwhile(f, np.array([[5, 5, 0], [0, 0, 5]]), alike, f.supply.whole_days))


def test_less_than_half_a_day_is_not_moved():
    f = figures(tiny("level-order"))
    staff_days = np.array([[4, 5, 0], [1, 0, 5]])
    value = np.array([[2.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    moves = worthwhile(f, staff_days, value, f.supply.whole_days)
    assert (moves.giving.tolist(), moves.getting.tolist(), moves.week.tolist()) == ([1], [0], [0])
    for share, count in ((0.4, 0), (0.6, 1)):
        moved = carried_out(f, staff_days, f.supply.whole_days, moves, np.array([share]))
        assert moved[1] == count


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("seed", range(2))
def test_crews_keep_their_days_and_teams_their_size(name, seed):
    f = figures(BUILT[name]())
    known = greedy(f, seed)
    f = f.decided(known.taken, known.team_open)
    there = np.maximum(f.supply.whole_days, of_pairs(f, known.staff_days))
    random = np.random.default_rng(seed)
    value = random.random(known.staff_days.shape)
    moves = worthwhile(f, known.staff_days, value, there)
    days = random.random(len(moves)) * 2
    moved, _ = carried_out(f, known.staff_days, there, moves, days)
    before, after = of_crews(f, known.staff_days), of_crews(f, moved)
    assert (moved >= 0).all()
    assert (after[:, 1:] == before[:, 1:]).all()
    assert (after[:, 0] >= before[:, 0]).all()
    assert (of_pairs(f, moved) <= there).all()
    assert not moved[~f.arc_there].any()
    helps = f.arc_most_share < 1
    assert (moved[helps] == known.staff_days[helps]).all()


@pytest.mark.parametrize("name", ["varied", "everything", "random-0", "random-3"])
def test_moves_in_fractions_never_make_the_flows_dearer(name):
    f = figures(BUILT[name]())
    known = greedy(f)
    f = f.decided(known.taken, known.team_open)
    there = np.maximum(f.supply.whole_days, of_pairs(f, known.staff_days))
    moves, days, before, after = found(f, known.staff_days, there)
    assert after <= before * (1 + 1e-4) + 1e-3
    assert (days <= moves.at_most + 1e-6).all()


def planned_before(staff_days, frozen_weeks, stable_weeks):
    """`level-order` with a plan in force; the misplaced days of the tests above are those in force."""
    instance = tiny("level-order")
    rows = [
        InForce(week, "north", "officers", None, stream, "decision", days)
        for stream, of_stream in zip(("new", "old"), staff_days.tolist(), strict=True)
        for week, days in zip(instance.weeks, of_stream, strict=True)
    ]
    asked = Replanning(frozen_weeks, frozen_weeks, stable_weeks)
    return figures(instance.replace(header=replace(instance.header, replanning=asked), in_force=tuple(rows)))


def test_a_frozen_day_stays_although_it_is_worth_more_elsewhere():
    # The move from old to new in week 0 pays, as above; with week 0 frozen there is none in it, and no idle day helps.
    wrong = np.array([[3, 5, 0], [1, 0, 5]])
    for frozen, expected in ((0, True), (1, False)):
        f = planned_before(wrong, frozen, 3)
        moves, _, _, _ = found(f, wrong, f.supply.whole_days)
        assert (moves.week == 0).any() == expected


@pytest.mark.parametrize(("price", "count"), [(0.0, 1), (1e9, 0)])
def test_a_calm_day_moves_only_when_that_is_worth_what_the_change_costs(price, count):
    # A late case weighs 1e6 for each week, far above nothing and far below 2 x 1e9 for a day taken and a day added.
    wrong = np.array([[4, 5, 0], [1, 0, 5]])
    f = planned_before(wrong, 0, 3)
    moves, days, _, _ = found(f, wrong, f.supply.whole_days, price)
    moved, number = carried_out(f, wrong, f.supply.whole_days, moves, days)
    assert number == count
    assert changed_days(f, moved) == 2 * count


def test_a_day_that_moves_back_to_the_plan_in_force_costs_nothing():
    # In force 5 and 0 in week 0. From 4 and 1 a day from old to new goes back; from new to old it differs by 2 more.
    f = planned_before(np.array([[5, 5, 0], [0, 0, 5]]), 0, 3)
    now, week = np.array([[4, 5, 0], [1, 0, 5]]), np.array([0, 0])
    assert further(f, now, np.array([1, 0]), np.array([0, 1]), week).tolist() == [0.0, 2.0]
