"""Values of the shipped policy for the plan written by hand."""

from dataclasses import replace

import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED, Level, Policy, Term
from planner.evaluation.flows import flows
from planner.evaluation.levels import level_values, term_value
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan


def test_lateness_of_the_nuisance_lane_weighs_four(tiny_figures, tiny_plan):
    # decisions late 0 + 7 + 6 + 9 = 22, hearings late 3 + 6 + 13 + 16 = 38: 4 x 22 + 4 x 38 = 240
    assert level_values(tiny_figures, SHIPPED, tiny_plan)[0] == (240.0, 0.0, 240.0, 10.0)


def test_waiting_is_counted_above_the_least_that_any_plan_must_incur(tiny_figures, tiny_plan):
    # old: 2 x (20 + 10) = 60; new: 7 + 14 + 13 + 16 = 50, and 26 x 16 = 416 after the end: 526 weeks
    # least: 20 old cases wait a week for their lag: 2 x 20 = 40
    gross, least, value, floor = level_values(tiny_figures, SHIPPED, tiny_plan)[4]
    assert (gross, least, value) == (526 * 518.0, 40 * 518.0, 486 * 518.0)
    assert floor == pytest.approx(0.001 * 526 * 518)


def test_old_cases_left_are_counted_at_the_clearance_date(tiny_figures, tiny_plan):
    early = replace(tiny_figures, clearance=1)
    assert level_values(early, SHIPPED, tiny_plan)[2].value == 10.0


@pytest.mark.parametrize(
    ("lane", "counts", "decisions", "hearings"),
    [
        ("nuisance", False, "late_nuisance", "reaction_nuisance"),
        ("minors", True, "late_lane", "reaction_lane"),
        ("none", True, "late_guaranteed", "reaction_lane"),
        ("none", False, "late_other", "reaction_lane"),
    ],
)
def test_each_stream_is_late_in_its_own_term(lane, counts, decisions, hearings):
    instance = tiny()
    new = replace(instance.streams[1], lane=lane, counts=counts)
    own = figures(instance.replace(streams=(instance.streams[0], new)))
    result = flows(own, hand_plan(own))
    terms = ("late_nuisance", "late_lane", "late_guaranteed", "late_other", "late_excess")
    assert {term: term_value(term, result, 0) for term in terms} == {
        term: 22.0 if term == decisions else 0.0 for term in terms
    }
    assert term_value(hearings, result, 0) == 38.0


def test_competing_demand_is_late_after_the_excess_and_waits_with_its_own_weight():
    instance = tiny()
    own = figures(
        instance.replace(streams=(instance.streams[0], replace(instance.streams[1], lodged="other", lane="none")))
    )
    result = flows(own, hand_plan(own))
    assert term_value("late_competing", result, 0) == 22.0
    # heard late in the lane's time still: competing demand has none, which the reader sees to
    assert [level_values(own, SHIPPED, hand_plan(own))[place].value for place in (1, 2, 3)] == [0.0, 0.0, 22.0]


def test_a_level_adds_up_its_weighted_terms(tiny_figures, tiny_plan):
    terms = (Term("waiting", 2.0), Term("late_nuisance", 10.0))
    policy = Policy("mixed", (Level("all", "", "points", terms, floor=5.0),), terminal_weeks=0)
    # waiting 60 + 50 = 110, least 40; late 22: gross 2 x 110 + 220 = 440, least 80
    assert level_values(tiny_figures, policy, tiny_plan)[0] == (440.0, 80.0, 360.0, 5.0)
