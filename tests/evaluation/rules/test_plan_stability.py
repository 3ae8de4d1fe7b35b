"""Staff-days that differ from the plan in force in the weeks after the frozen ones."""

from dataclasses import replace

from planner.domain.figures import figures
from planner.domain.instance import Replanning
from planner.domain.policy import CHANGED_EURO, SHIPPED, for_replanning
from planner.evaluation.levels import level_values
from planner.evaluation.rules import plan_stability
from planner.evaluation.view import view
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.test_frozen_weeks import SAME, in_force


def test_a_changed_day_costs_half_an_hour_in_the_last_level():
    # week 1, old decision: 5 -> 3 are two days; their 2 x 47.50 are all that the last level counts
    own = figures(in_force(*SAME, replanning=Replanning(0, 0, 2)))
    plan = put(own, hand_plan(own), ("old", "decision"), 1, days=3)
    before, after = (level_values(own, for_replanning(SHIPPED), given)[-1].value for given in (hand_plan(own), plan))
    assert after - before == 2 * CHANGED_EURO == 95


def test_the_audit_says_by_how_much_what_is_stated_is_wrong():
    own = figures(in_force(*SAME, replanning=Replanning(1, 1, 2)))
    seen = view(own, hand_plan(own))
    assert seen.flows.on_works is not None
    wrong = replace(seen, flows=replace(seen.flows, on_works=seen.flows.on_works * 0))
    # week 1: ten days stated as taken away that are there
    assert plan_stability.violation(wrong).tolist() == [0, 10, 0, 0]


def test_a_policy_that_says_itself_what_changes_count_for_is_left_as_it_is():
    own = for_replanning(SHIPPED)
    assert for_replanning(own) is own
    assert [level.name for level in own.levels] == ["frozen_weeks_kept", *(level.name for level in SHIPPED.levels)]
