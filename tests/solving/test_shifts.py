"""More and less days of every work at once: crews keep their days, and no choice of moves does better."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.solving.fixed_staff import fixed_staff
from planner.solving.highs import Corner, whole_values
from planner.solving.moves import with_moves, worthwhile
from planner.solving.relaxation import solve_relaxation
from planner.solving.shifts import carried_out, shifts, with_shifts
from tests.evaluation.greedy import greedy
from tests.solving.guided import of_crews, of_pairs
from tests.solving.test_moves import BUILT, WEIGHTS, planned_before
from tests.solving.tiny import RIGHT, tiny


def asked(f, staff_days):
    """The flows of the staff-days, and what they cost by WEIGHTS."""
    model = fixed_staff(f, staff_days)
    return model, sum(weight * own for weight, own in zip(WEIGHTS, model.costs(f, SHIPPED), strict=True))


def best_days(f, staff_days, there, charge=0.0, weeks=None):
    """The staff-days with the best whole shifts."""
    model, costs = asked(f, staff_days)
    inside = np.ones(len(f.weeks), dtype=bool) if weeks is None else np.isin(np.arange(len(f.weeks)), weeks)
    own = shifts(f, model, there, inside)
    linear, priced = with_shifts(model.linear, costs, own, 2e-3, charge)
    days = whole_values(linear, priced, len(costs) + np.arange(2 * len(own))).astype(np.int64)
    return carried_out(f, staff_days, there, own, days[: len(own)] - days[len(own) :])


@pytest.mark.parametrize("misplaced", [1, 2, 5])
def test_misplaced_days_go_back(misplaced):
    # Five new cases in week 0 and five in week 1, due at once: a day of week 0 on old cases leaves a new one late.
    f = figures(tiny("level-order"))
    wrong = RIGHT + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]])
    assert best_days(f, wrong, f.supply.whole_days).tolist() == RIGHT.tolist()


def test_idle_days_are_put_to_work():
    f = figures(tiny("level-order"))
    idle = RIGHT - np.array([[2, 0, 0], [0, 0, 0]])
    assert best_days(f, idle, f.supply.whole_days).tolist() == RIGHT.tolist()


def test_days_outside_the_weeks_stay():
    f = figures(tiny("level-order"))
    wrong = RIGHT + np.array([[-1, 0, 0], [1, 0, 0]])
    assert best_days(f, wrong, f.supply.whole_days, weeks=[1, 2])[:, 0].tolist() == [4, 1]


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("seed", range(2))
def test_crews_keep_their_days_and_works_get_what_is_asked(name, seed):
    f = figures(BUILT[name]())
    known = greedy(f, seed)
    f = f.decided(known.taken, known.team_open)
    there = np.maximum(f.supply.whole_days, of_pairs(f, known.staff_days))
    own = shifts(f, fixed_staff(f, known.staff_days), there, np.ones(len(f.weeks), dtype=bool))
    random = np.random.default_rng(seed)
    days = np.zeros(2 * len(own), dtype=np.int64)
    for company in range(len(own.idle)):
        works = np.flatnonzero(own.company == company)
        less = random.integers(0, own.days[works] + 1)
        free = less.sum() + own.idle[company]
        more = less.sum() if own.team[company] else random.integers(0, free + 1)
        days[works], days[len(own) + works] = random.multinomial(more, np.full(len(works), 1 / len(works))), less
    change = days[: len(own)] - days[len(own) :]
    moved = carried_out(f, known.staff_days, there, own, change)
    before, after = of_crews(f, known.staff_days), of_crews(f, moved)
    assert (moved >= 0).all()
    assert (after[:, 1:] == before[:, 1:]).all()
    assert (of_pairs(f, moved) <= there).all()
    assert not moved[~f.arc_there].any()
    helps = f.arc_most_share < 1
    assert (moved[helps] == known.staff_days[helps]).all()
    got = np.bincount(own.of_work, (moved - known.staff_days)[own.arc, own.week], minlength=len(own))
    assert (got == change).all()


@pytest.mark.parametrize("name", ["varied", "everything", "specialised-team", "random-0", "random-3", "synthetic"])
def test_all_shifts_are_never_worse_than_moves_that_prices_choose(name):
    f = figures(BUILT[name]())
    known = greedy(f)
    f = f.decided(known.taken, known.team_open)
    there = np.maximum(f.supply.whole_days, of_pairs(f, known.staff_days))
    model, costs = asked(f, known.staff_days)
    now = solve_relaxation(model.linear, costs)
    moves = worthwhile(f, known.staff_days, model.day_value(f, now), there)
    own = shifts(f, model, there, np.ones(len(f.weeks), dtype=bool))
    of_all = Corner(*with_shifts(model.linear, costs, own, 0.0, 0.0)).cost
    assert of_all <= now.value * (1 + 1e-6) + 1e-3
    if len(moves):
        of_moves = Corner(*with_moves(f, model, model.linear, costs, moves, 0.0)).cost
        assert of_all <= of_moves + 1e-6 * abs(of_moves) + 1e-3


def test_frozen_days_stay():
    wrong = RIGHT + np.array([[-1, 0, 0], [1, 0, 0]])
    for frozen, expected in ((0, [5, 0]), (1, [4, 1])):
        f = planned_before(wrong, frozen, 3)
        assert best_days(f, wrong, f.supply.whole_days)[:, 0].tolist() == expected


@pytest.mark.parametrize(("price", "expected"), [(0.0, [5, 0]), (1e9, [4, 1])])
def test_calm_days_move_when_that_is_worth_what_the_change_costs(price, expected):
    # A late case weighs 1e6 for each week, far above nothing and far below 2 x 1e9 for a day taken and a day added.
    wrong = RIGHT + np.array([[-1, 0, 0], [1, 0, 0]])
    f = planned_before(wrong, 0, 3)
    assert best_days(f, wrong, f.supply.whole_days, price)[:, 0].tolist() == expected


def test_a_day_more_costs_a_little_and_its_charge_where_it_differs_more_from_the_plan_in_force():
    f = planned_before(RIGHT, 0, 3)
    model, costs = asked(f, RIGHT)
    own = shifts(f, model, f.supply.whole_days, np.ones(len(f.weeks), dtype=bool))
    _, priced = with_shifts(model.linear, costs, own, 0.1, 0.5)
    more, calm = priced[len(costs) : len(costs) + len(own)], own.changes[: len(own)] > 0
    assert calm.any()
    assert more == pytest.approx(np.where(calm, 0.1 + 0.5, 0.1))
