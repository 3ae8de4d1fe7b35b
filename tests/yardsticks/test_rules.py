"""Each yardstick on an instance that can be reckoned by hand: ten cases a week."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Conversion, Inflow, Stock, Stream, Work
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.generation.random_instance import random_instance
from planner.solving.options import Engine
from planner.yardsticks.options import Rule, RuleOptions
from planner.yardsticks.simulate import simulate
from tests.evaluation.strategies import instances
from tests.solving.run import solved
from tests.solving.tiny import tiny
from tests.yardsticks.build import LAST, MONDAY, day_a_case

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def decided(instance, rule):
    """Decisions by stream and week, rounded to whole cases."""
    own = figures(instance)
    finished = simulate(own, RuleOptions(rule)).finished.sum(axis=0) / 1e6
    return {own.task_names[n][0]: [round(cases) for cases in finished[n].tolist()] for n in own.final}


def test_first_in_first_out_decides_the_old_cases_first():
    assert decided(day_a_case(), Rule.FIFO) == {"old": [10, 10, 10, 10], "new": [0, 0, 0, 0]}


def test_pact_first_decides_new_cases_as_they_come():
    """Seven of the ten days go to the seven new cases, three are left."""
    assert decided(day_a_case(), Rule.PACT_FIRST) == {"old": [3, 3, 3, 3], "new": [7, 7, 7, 7]}


def test_seventy_thirty_shares_the_ten_days():
    assert decided(day_a_case(), Rule.SEVENTY_THIRTY) == {"old": [7, 7, 7, 7], "new": [3, 3, 3, 3]}


def competing():
    """Five cases of other work, from before all others."""
    other = Stream("other", "Other work", "other", "track-4", "other")
    return day_a_case(other, stock=(Stock("other", "decision", date(2024, 1, 1), date(2024, 12, 31), 5.0),))


def test_competing_demand_is_old_for_first_in_first_out_and_comes_last_in_seventy_thirty():
    assert decided(competing(), Rule.FIFO)["other"] == [5, 0, 0, 0]
    assert decided(competing(), Rule.PACT_FIRST)["other"] == [3, 2, 0, 0]
    assert decided(competing(), Rule.SEVENTY_THIRTY)["other"] == [0, 0, 0, 0]


def test_proportional_shares_by_hours_waiting():
    """Old and new waiting: 40 and 7, 8.5 and 1.5 days: 9 and 1, half a day owed. Then 31 and 13: 7 and 3 less and more
    the half: 6.6 and 3.4, so 7 and 3. Then 24 and 17: 5.9 and 4.1, with 0.4 owed 5.4 and 4.6: 5 and 5. Then 19 each."""
    assert decided(day_a_case(), Rule.PROPORTIONAL) == {"old": [9, 7, 5, 5], "new": [1, 3, 5, 5]}


def test_what_one_share_cannot_use_goes_to_the_other():
    """Ten old cases: 7 in the first week and 3 in the second; new cases get the other days, when there are any."""
    instance = day_a_case()
    instance = instance.replace(stock=(replace(instance.stock[0], cases=10.0),))
    assert decided(instance, Rule.SEVENTY_THIRTY) == {"old": [7, 3, 0, 0], "new": [3, 7, 10, 8]}


def test_other_tracks_and_lanes_come_before_the_two_shares():
    """Four lane cases and two transfers leave four of the first ten days: 2.8 and 1.2, so three and one."""
    lane = Stream("lane", "Lane", "any", "track-4", "pact", lane="nuisance")
    transfer = Stream("transfer", "Transfer", "any", "track-1", "old")
    instance = day_a_case(
        lane,
        transfer,
        stock=(
            Stock("lane", "decision", date(2026, 5, 1), date(2026, 5, 1), 4.0),
            Stock("transfer", "decision", date(2026, 5, 1), date(2026, 5, 1), 2.0),
        ),
    )
    found = decided(instance, Rule.SEVENTY_THIRTY)
    assert (found["lane"][0], found["transfer"][0]) == (4, 2)
    assert (found["old"][0], found["new"][0]) == (3, 1)
    assert (found["old"][1], found["new"][1]) == (7, 3)


def test_where_no_stream_has_an_ordinary_track_all_that_are_no_lane_are_shared():
    instance = day_a_case()
    streams = tuple(replace(stream, track="elsewhere") for stream in instance.streams)
    assert decided(instance.replace(streams=streams), Rule.SEVENTY_THIRTY)["old"] == [7, 7, 7, 7]


def test_the_older_of_two_streams_goes_first_wherever_it_stands():
    """`older` stands last in the table and is from 2024."""
    older = Stream("older", "Older", "any", "track-4", "old")
    instance = day_a_case(older, stock=(Stock("older", "decision", date(2024, 1, 1), date(2024, 12, 31), 15.0),))
    assert decided(instance, Rule.FIFO) == {"old": [0, 5, 10, 10], "new": [0, 0, 0, 0], "older": [10, 5, 0, 0]}


def test_a_case_that_goes_over_keeps_its_age():
    """All old cases go over to `older` when prepared (an hour each, so 40 in five days) and are decided before new."""
    older = Stream("older", "Older", "any", "track-4", "old")
    instance = day_a_case(older)
    instance = instance.replace(
        work=(Work("old", "preparation", 1.0), *instance.work),
        stock=(replace(instance.stock[0], stage="preparation"),),
        conversions=(Conversion("old", "preparation", "older", "decision", 1.0),),
    )
    found = decided(instance, Rule.FIFO)
    assert found["old"] == [0, 0, 0, 0]
    assert sum(found["older"][1:]) == 30
    assert sum(found["new"][1:]) == 0


def test_a_lag_of_no_weeks_lets_the_next_stage_follow_in_the_same_week():
    """An hour and seven hours: five cases ask 0.6 and 4.4 days, in whole days 1 and 4: 32 hours for 4.6 decisions."""
    instance = day_a_case()
    instance = instance.replace(
        staff=(replace(instance.staff[0], people=1.0),),
        work=(Work("old", "preparation", 1.0), Work("old", "decision", 7.0), Work("new", "decision", 8.0)),
        stock=(replace(instance.stock[0], stage="preparation"),),
    )
    found = decided(instance, Rule.FIFO)
    assert (found["old"][0], found["new"][0]) == (5, 0)


def test_a_stream_that_needs_little_gets_a_day_now_and_then():
    """Two cases of a quarter of a day each, lodged over the four weeks: one day of the forty is plenty."""
    small = Stream("small", "Small", "any", "normal", "pact")
    instance = day_a_case(small, inflow=(Inflow("small", MONDAY, LAST, 2.0),))
    instance = instance.replace(
        work=tuple(replace(row, hours=2.0) if row.stream == "small" else row for row in instance.work)
    )
    own = figures(instance)
    plan = simulate(own, RuleOptions(Rule.PACT_FIRST))
    days = {own.works[w][0]: int(plan.staff_days[own.arc_work == w].sum()) for w in range(len(own.works))}
    assert days["small"] <= 1
    assert sum(days.values()) == 40


@pytest.mark.parametrize("rule", list(Rule))
def test_no_yardstick_beats_what_is_proven_best(rule):
    instance = day_a_case()
    own = figures(instance)
    tables = run_tables(own, SHIPPED, simulate(own, RuleOptions(rule)), ())
    name, value = tables["levels"].rows[0][1], float(tables["levels"].rows[0][3])
    assert value >= solved(instance, Engine.SCIP).bounds[name] - 1e-3


def judge(instance, rule):
    own = figures(instance)
    tables = run_tables(own, SHIPPED, simulate(own, RuleOptions(rule)), ())
    assert audit(instance, SHIPPED, tables).findings == ()


@few
@given(instances(), st.sampled_from(Rule))
def test_a_yardstick_passes_the_audit(instance, rule):
    judge(instance, rule)


@pytest.mark.parametrize("rule", list(Rule))
@pytest.mark.parametrize("seed", range(6))
def test_a_yardstick_passes_the_audit_of_instances_as_the_reader_takes_them(rule, seed):
    judge(random_instance(Random(seed)), rule)


def test_no_team_is_open_in_a_yardstick():
    instance = tiny("specialised-team")
    own = figures(instance)
    for rule in Rule:
        plan = simulate(own, RuleOptions(rule))
        # two people decide 10 cases a week, in four weeks 40 of the 60; a team would decide them all
        assert plan.finished.sum() == pytest.approx(40 * UNIT, abs=100)
        assert not plan.staff_days[own.arc_team >= 0].any()
