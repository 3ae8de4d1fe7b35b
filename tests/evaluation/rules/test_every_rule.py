"""Every rule holds for plans that keep it, and stands in the order of the model."""

import pytest

from planner.evaluation.rules import RULES
from tests.evaluation.greedy import greedy
from tests.evaluation.rules.breaking import worst


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_plan_written_by_hand_keeps_the_rule(rule, tiny_figures, tiny_plan):
    assert worst(rule.name, tiny_figures, tiny_plan) <= rule.tolerance


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_simulated_plan_keeps_the_rule(rule, varied_figures):
    assert worst(rule.name, varied_figures, greedy(varied_figures)) <= rule.tolerance


def test_the_rules_stand_in_the_order_of_the_model():
    assert [rule.name for rule in RULES] == [
        "staff_supply",
        "staff_deployment",
        "overtime",
        "skills",
        "staff_ceiling",
        "hiring_intake",
        "transfer_limit",
        "processing_capacity",
        "specialised_team",
        "hearing_rooms",
        "interpreters",
        "case_balance",
        "plan_ready",
        "decision_deadline",
        "guaranteed_volume",
        "court_deadline",
        "clearance",
        "programme_start",
        "start_group",
        "lane_reaction",
        "yearly_agreement",
        "chain_capacity",
        "chain_smoothing",
        "blocked_category",
        "early_screening",
        "support_share",
        "remote_hearings",
        "process_beds",
        "frozen_weeks",
        "plan_stability",
    ]
