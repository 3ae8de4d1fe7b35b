"""Hearings against interpreters."""

from tests.evaluation.hand import put
from tests.evaluation.rules.breaking import worst


def test_a_hearing_too_many_for_the_interpreters_is_found(tiny_figures, tiny_plan):
    # 9 hearings x 10 hours x 0.5 in Arabic = 45; the pool has 40
    plan = put(tiny_figures, tiny_plan, ("new", "hearing"), 0, cases=9)
    assert worst("interpreters", tiny_figures, plan) == 5.0


def test_the_hearings_that_the_pool_can_serve_are_allowed(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("new", "hearing"), 0, cases=8)
    assert worst("interpreters", tiny_figures, plan) == 0
