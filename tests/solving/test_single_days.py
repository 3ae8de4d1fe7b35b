"""Days are moved one by one for what is late; what a move does is tried out, for prices know the next hour only."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.single_days import moved_singly, trouble_of_streams
from tests.solving.guided import best_of, guided, of_crews, silent
from tests.solving.tiny import tiny

GAP = 1e-6


@pytest.mark.parametrize("misplaced", [1, 2, 4])
def test_misplaced_days_come_back_one_by_one(misplaced):
    # One person, five days a week, a decision a day. Five new cases in week 0 and five in week 1, due at once. Each day
    # of week 0 that goes to old cases leaves a new one late for a week at least, and each that comes back mends that.
    f = figures(tiny("level-order"))
    best = best_of(f)
    right = np.array([[5, 5, 0], [0, 0, 5]])
    wrong = right + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]])
    assert best.offer(best.best_flows(wrong))
    moved_singly(best, GAP, silent)
    assert best.staffed.staff_days.tolist() == right.tolist()


def test_trouble_stands_at_the_stream_and_week_in_which_it_shows():
    # Two days of week 0 on old cases: two new cases late at its end. Week 1 has days for five of the seven that wait.
    f = figures(tiny("level-order"))
    best = best_of(f)
    now = best.best_flows(np.array([[3, 5, 2], [2, 0, 3]]))
    assert best.offer(now)
    assert (trouble_of_streams(best, now, GAP)[0] / best.prices[0]).round(6).tolist() == [2.0, 2.0, 0.0]


def test_what_no_single_day_helps_is_left_alone_and_the_search_ends():
    # A day a week, and two cases of two streams that take half of it each: one is late for a week, which no day mends.
    # The relaxation says that none need be, so the gap stays wide.
    f = figures(tiny("whole-days"))
    best = best_of(f)
    right = np.array([[1, 0], [0, 1]])
    assert best.offer(best.best_flows(right))
    assert best.gap_of_flows > GAP
    moved_singly(best, GAP, silent)
    assert best.staffed.staff_days.tolist() == right.tolist()


def test_no_plan_gets_worse_and_crews_keep_their_days():
    own = guided(synthetic_instance(Size(locations=3, streams=4, weeks=12), seed=3))
    best = best_of(own.figures)
    best.follow(own.along)
    before = best.staffed
    moved_singly(best, 0.0, silent)
    assert best.staffed.cost <= before.cost
    first, last = of_crews(own.figures, before.staff_days), of_crews(own.figures, best.staffed.staff_days)
    assert (last[:, 1:] == first[:, 1:]).all()  # teams keep their size
    assert (last[:, 0].sum(axis=0) <= own.figures.supply.whole_days.sum(axis=0) + own.along.overtime.sum(axis=0)).all()
