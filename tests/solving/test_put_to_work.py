"""Idle days are put to work where they help, and no other work loses a day by it."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.solving.set_right import put_to_work
from tests.evaluation.greedy import greedy
from tests.solving.guided import best_of, of_crews, of_pairs
from tests.solving.test_moves import BUILT, planned_before
from tests.solving.tiny import RIGHT, tiny


@pytest.mark.parametrize("idle", [[[0, 0, 0], [0, 0, 2]], [[1, 0, 0], [0, 0, 0]], [[2, 3, 0], [0, 0, 5]]])
def test_idle_days_go_where_cases_are_late_or_wait(idle):
    best = best_of(figures(tiny("level-order")))
    assert put_to_work(best, best.best_flows(RIGHT - np.array(idle))).staff_days.tolist() == RIGHT.tolist()


def test_where_nobody_is_idle_days_stay():
    # A day of week 0 is on old cases where a new one is late: nobody else has a day for it.
    best = best_of(figures(tiny("level-order")))
    now = best.best_flows(RIGHT + np.array([[-1, 0, 0], [1, 0, 0]]))
    assert put_to_work(best, now) is now


def test_idle_days_for_which_nothing_waits_stay_idle():
    # With twice the days the old cases are decided in week 0 too, and five days of each week after are left.
    best = best_of(figures(tiny("level-order")))
    best.overtime = best.f.supply.whole_days
    now = best.best_flows(np.array([[5, 5, 0], [5, 0, 0]]))
    assert put_to_work(best, now) is now


@pytest.mark.parametrize(("frozen", "expected"), [(0, [5, 5]), (1, [4, 5]), (2, [4, 4])])
def test_frozen_days_stay_idle(frozen, expected):
    wrong = RIGHT - np.array([[1, 1, 0], [0, 0, 0]])
    f = planned_before(wrong, frozen, 0)
    best = best_of(f)
    assert put_to_work(best, best.best_flows(wrong)).staff_days[0, :2].tolist() == expected


@pytest.mark.parametrize("name", ["varied", "everything", "specialised-team", "random-0", "random-3", "synthetic"])
def test_it_never_costs_more_and_nobody_loses_a_day(name):
    f = figures(BUILT[name]())
    known = greedy(f)
    f = f.decided(known.taken, known.team_open)
    best = best_of(f)
    best.overtime = np.maximum(of_pairs(f, known.staff_days) - f.supply.whole_days, 0)
    now = best.best_flows(known.staff_days)
    after = put_to_work(best, now)
    assert after.cost <= now.cost
    assert (after.staff_days >= now.staff_days).all()
    assert (of_pairs(f, after.staff_days) <= best.there).all()
    assert (of_crews(f, after.staff_days)[:, 1:] == of_crews(f, now.staff_days)[:, 1:]).all()  # teams keep their size
