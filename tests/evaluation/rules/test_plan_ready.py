"""Preparation comes first."""

from planner.domain.figures import figures
from planner.domain.instance import Conversion, Stock
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def test_a_decision_on_a_case_that_is_not_ready_is_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, cases=19)  # 20 decided by the end of week 2
    assert worst("plan_ready", tiny_figures, plan) == 1.0


def test_stock_that_is_past_preparation_may_be_decided():
    instance = tiny()
    ready = Stock("old", "decision", MONDAY.replace(year=2025), MONDAY.replace(year=2025), 1.0)
    own = figures(instance.replace(stock=(*instance.stock, ready)))
    plan = put(own, hand_plan(own), ("old", "preparation"), 0, cases=19)
    assert worst("plan_ready", own, plan) == 0


def test_cases_that_come_over_past_preparation_may_be_decided():
    # 12 new cases decided: 0, 0, 8, 4; a quarter of them (0, 0, 2, 1) comes over a week later: 2 by week 3
    own = figures(tiny().replace(conversions=(Conversion("new", "decision", "old", "decision", 0.25, 1),)))
    late = put(own, hand_plan(own), ("old", "decision"), 3, cases=2)
    assert worst("plan_ready", own, late) == 0
    assert worst("plan_ready", own, put(own, late, ("old", "decision"), 3, cases=3)) == 1.0


def test_a_stream_without_preparation_is_always_ready(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("new", "hearing"), 0, cases=7)
    assert worst("plan_ready", tiny_figures, plan) == 0
