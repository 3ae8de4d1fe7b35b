"""Balances of cases."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Conversion, Withdrawal
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def test_a_case_that_was_not_there_is_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, cases=21)  # 20 opened
    assert worst("case_balance", tiny_figures, plan) == 1.0


def test_a_grid_unit_of_a_case_that_was_not_there_is_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, cases=20.000001)
    assert worst("case_balance", tiny_figures, plan) == 1e-6


def test_a_decision_before_the_lag_has_passed_is_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "decision"), 0, cases=3)  # prepared in week 0, there from week 1
    assert worst("case_balance", tiny_figures, plan) == 3.0


def test_fewer_than_no_cases_are_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "decision"), 3, cases=-2)
    assert worst("case_balance", tiny_figures, plan) == 2.0


def test_a_case_that_should_be_withdrawn_cannot_be_finished():
    withdrawal = Withdrawal("old", "stock", MONDAY, MONDAY.replace(day=14), 0.1)
    own = figures(tiny().replace(withdrawals=(withdrawal,)))  # 1 a week in weeks 0 and 1
    assert worst("case_balance", own, hand_plan(own)) == 2.0
    assert worst("case_balance", own, put(own, hand_plan(own), ("old", "preparation"), 0, cases=18)) == 2.0
    ready = put(own, hand_plan(own), ("old", "preparation"), 0, cases=18)
    assert worst("case_balance", own, put(own, ready, ("old", "decision"), 2, cases=8)) == 0


def test_cases_that_went_over_are_gone_from_their_stream():
    own = figures(tiny().replace(conversions=(Conversion("old", "preparation", "new", "hearing", 0.25, 1),)))
    assert worst("case_balance", own, hand_plan(own)) == 5.0  # 15 of 20 reach the decision, 20 are decided


@pytest.mark.parametrize("field", ["opening", "withdrawn_lodged", "withdrawn_stock"])
def test_figures_that_do_not_follow_from_the_rows_are_found(field, tiny_figures, tiny_plan):
    wrong = getattr(tiny_figures, field).copy()
    wrong.flat[0] += 1_000_000
    assert worst("case_balance", replace(tiny_figures, **{field: wrong}), tiny_plan) >= 1.0


def test_a_wrong_lag_in_the_figures_is_found(tiny_figures, tiny_plan):
    wrong = replace(tiny_figures, lag=np.array([2, 0, 0, 0]))
    assert worst("case_balance", wrong, tiny_plan) == 20.0
