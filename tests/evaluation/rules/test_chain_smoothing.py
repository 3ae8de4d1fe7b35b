"""Weeks that are uneven, as stated against those by the rows."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Smoothing
from planner.evaluation.chain import uneven_decisions
from planner.evaluation.flows import flows
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def smooth(last_week: float = 1.0) -> Figures:
    """A fifth more or less; the last week may be a holiday."""
    own = tiny()
    calendar = (*own.calendar[:-1], replace(own.calendar[-1], factor=last_week))
    return figures(own.replace(calendar=calendar, smoothing=(Smoothing("decisions", 0.2, 0.1),)))


def test_a_week_may_differ_by_a_share_of_the_week_before():
    # decided 0, 10, 18, 4: 10 above 0, 18 above 1.2 x 10 by 6, 4 below 0.8 x 18 by 10.4
    own = smooth()
    assert (uneven_decisions(flows(own, hand_plan(own))) / UNIT).tolist() == [0, 10, 6, 10.4]
    assert worst("chain_smoothing", own, hand_plan(own)) == 0


def test_a_holiday_week_is_not_held_against_an_ordinary_one():
    own = smooth(0.8)
    assert own.smoothing.weeks.tolist() == [1, 2]
    assert smooth(0.9).smoothing.weeks.tolist() == [1, 2, 3]
    assert worst("chain_smoothing", own, hand_plan(own)) == 0


def test_a_week_that_is_left_out_is_found():
    own = smooth()
    wrong = replace(own, smoothing=replace(own.smoothing, weeks=np.array([1, 2])))
    assert worst("chain_smoothing", wrong, hand_plan(own)) == 10.4


@pytest.mark.parametrize(("before", "uneven"), [(10, 8), (0, 0), (None, 0)])
def test_the_first_week_is_held_against_the_one_before_the_horizon(before, uneven):
    # nothing decided in the first week: 10 less than 10, of which a fifth may be
    own = smooth().instance
    own = figures(own.replace(smoothing=(replace(own.smoothing[0], decided_before=before),)))
    assert (uneven_decisions(flows(own, hand_plan(own))) / UNIT).tolist() == [uneven, 10, 6, 10.4]
    assert worst("chain_smoothing", own, hand_plan(own)) == 0


def test_a_holiday_before_the_horizon_is_no_week_to_be_held_against():
    own = smooth().instance
    own = figures(own.replace(smoothing=(replace(own.smoothing[0], decided_before=10, week_before=0.8),)))
    assert own.smoothing.weeks.tolist() == [1, 2, 3]


def test_nothing_is_smoothed_without_the_table():
    own = figures(tiny())
    assert not uneven_decisions(flows(own, hand_plan(own))).any()
