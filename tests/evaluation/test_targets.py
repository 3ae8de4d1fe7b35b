"""Targets of the plan written by hand."""

from dataclasses import replace

from planner.domain.figures import figures
from planner.evaluation.targets import Target, targets
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan


def by_name(figures_, plan):
    return {target.name: target for target in targets(figures_, plan)}


def test_late_targets_count_the_worst_week_on_legal_terms(tiny_figures, tiny_plan):
    found = by_name(tiny_figures, tiny_plan)
    assert (found["lanes_on_time"].value, found["lanes_on_time"].met) == (9.0, False)  # late 0, 7, 6, 9
    assert found["lanes_heard"].value == 16.0
    assert found["guaranteed_on_time"].met


def test_a_planning_buffer_does_not_count_against_a_target():
    instance = tiny()
    new = replace(instance.streams[1], buffer_weeks=1)
    own = figures(instance.replace(streams=(instance.streams[0], new)))
    assert by_name(own, hand_plan(own))["lanes_on_time"].value == 9.0


def test_old_cases_left_miss_the_target(tiny_figures, tiny_plan):
    assert by_name(tiny_figures, tiny_plan)["old_cleared"].met
    assert by_name(replace(tiny_figures, clearance=1), tiny_plan)["old_cleared"].value == 10.0


def test_less_than_half_a_case_is_none():
    assert Target("t", "", "cases", 0.499999, True).met
    assert not Target("t", "", "cases", 0.5, True).met


def test_competing_demand_has_a_target_of_its_own_that_is_not_hard():
    instance = tiny()
    other = replace(instance.streams[1], lodged="other", lane="none", hear_within_weeks=None)
    own = figures(instance.replace(streams=(instance.streams[0], other)))
    found = by_name(own, hand_plan(own))
    assert (found["competing_on_time"].value, found["competing_on_time"].hard) == (9.0, False)  # late 0, 7, 6, 9
    assert found["guaranteed_on_time"].met
    assert found["lanes_on_time"].met


def test_hearings_and_the_excess_are_not_hard(tiny_figures, tiny_plan):
    soft = {name for name, target in by_name(tiny_figures, tiny_plan).items() if not target.hard}
    assert soft == {"lanes_heard", "excess_on_time"}
