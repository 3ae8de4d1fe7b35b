"""Specialised teams: who sits in them, when, how many and for how long."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import TeamLimit, ToldTeam
from planner.domain.plan import Plan
from tests.evaluation.rules.breaking import worst
from tests.solving.tiny import tiny

ORDINARY, YOUNG, LEARNED = range(3)
"""The arcs of the instance: outside the team, and inside it before and after it has learned."""


@pytest.fixture
def own() -> Figures:
    """Four weeks, two people, one team: blocks of two weeks, shortest life four, learned after two.

    A person supplies 5 staff-days a week and decides one case in each; in the team two, once it has learned.
    """
    return figures(tiny("specialised-team"))


def plan_of(own: Figures, is_open: list[int], days: dict[tuple[int, int], int], cases: list[float]) -> Plan:
    """`days` by arc and week; cases decided in each week."""
    staff_days = np.zeros((len(own.arc_pair), len(own.weeks)), dtype=np.int64)
    for at, count in days.items():
        staff_days[at] = count
    finished = np.rint(np.array(cases) * UNIT).astype(np.int64)[None, None, :]
    return Plan(staff_days, finished, team_open=np.array([is_open], dtype=bool))


def full(own: Figures) -> Plan:
    """Both people are in the team in all weeks: 10, 10, 20 and 20 cases."""
    return plan_of(
        own, [1, 1, 1, 1], {(YOUNG, 0): 10, (YOUNG, 1): 10, (LEARNED, 2): 10, (LEARNED, 3): 10}, [10, 10, 20, 20]
    )


@pytest.mark.parametrize("rule", ["specialised_team", "processing_capacity", "staff_deployment", "skills"])
def test_a_team_that_keeps_its_times_and_size_breaks_nothing(own, rule):
    assert worst(rule, own, full(own)) == 0


@pytest.mark.parametrize(("told", "broken"), [(True, 0), (False, 1)])
def test_a_team_is_open_in_a_block_when_its_people_have_been_told_so(own, told, broken):
    week = own.weeks[2]
    own = figures(own.instance.replace(told_teams=(ToldTeam(own.instance.teams[0].team, week, told),)))
    assert worst("specialised_team", own, full(own)) == broken


def test_a_team_yields_more_only_once_it_has_learned(own):
    # 20 cases in the first week: 160 hours, and 10 staff-days of 8 hours are 80
    plan = plan_of(own, [1, 1, 1, 1], {(YOUNG, 0): 10}, [20, 0, 0, 0])
    assert worst("processing_capacity", own, plan) == 80.0


def test_staff_in_a_closed_team_are_found(own):
    # 10 staff-days of two people, and the team is closed
    plan = plan_of(own, [0, 0, 0, 0], {(YOUNG, 0): 10}, [0, 0, 0, 0])
    assert worst("specialised_team", own, plan) == 2.0


def test_staff_in_a_team_in_a_week_without_working_days_are_found(own):
    # 3 staff-days where nobody works and nobody need be; the other weeks have 5 of least one person
    calendar = (replace(own.instance.calendar[0], factor=0.0), *own.instance.calendar[1:])
    closed = figures(own.instance.replace(calendar=calendar))
    others = {(YOUNG, 1): 5, (LEARNED, 2): 5, (LEARNED, 3): 5}
    assert worst("specialised_team", closed, plan_of(closed, [1, 1, 1, 1], others, [0] * 4)) == 0
    assert worst("specialised_team", closed, plan_of(closed, [1, 1, 1, 1], {(YOUNG, 0): 3, **others}, [0] * 4)) == 3.0


def test_a_closed_team_has_learned_nothing(own):
    # 20 cases in the first week: 160 hours; 10 staff-days of 8 hours in a closed team that need not learn are 80
    quick = figures(own.instance.replace(teams=(replace(own.instance.teams[0], learning_weeks=0),)))
    plan = plan_of(quick, [0, 0, 0, 0], {(YOUNG, 0): 10}, [20, 0, 0, 0])
    assert worst("processing_capacity", quick, plan) == 80.0


def test_a_team_above_its_size_is_found(own):
    # 10 staff-days of 5 a week are two people; the team takes one
    small = figures(own.instance.replace(teams=(replace(own.instance.teams[0], most=1),)))
    assert worst("specialised_team", small, full(small)) == 1.0


def test_a_team_below_its_size_is_found(own):
    # 3 staff-days are 0.6 people of at least one
    plan = plan_of(own, [1, 1, 1, 1], {(YOUNG, 0): 3, (YOUNG, 1): 5, (LEARNED, 2): 5, (LEARNED, 3): 5}, [0] * 4)
    assert worst("specialised_team", own, plan) == pytest.approx(0.4)


def test_a_deployable_share_of_a_half_makes_a_person_of_half_the_staff_days(own):
    # 5 staff-days of people of whom half is deployable: two people in the team
    group = replace(own.instance.groups[0], deployable_share=0.5)
    half = figures(own.instance.replace(groups=(group,), teams=(replace(own.instance.teams[0], least=2),)))
    days = {(YOUNG, 0): 5, (YOUNG, 1): 5, (LEARNED, 2): 5, (LEARNED, 3): 5}
    assert worst("specialised_team", half, plan_of(half, [1, 1, 1, 1], days, [0] * 4)) == 0


@pytest.mark.parametrize(
    ("is_open", "why"),
    [
        ([1, 1, 0, 0], "it closes after two of four weeks"),
        ([0, 1, 1, 1], "it opens in the middle of a block"),
        ([1, 1, 1, 0], "it closes in the middle of a block"),
    ],
)
def test_times_that_are_not_kept_are_found(own, is_open, why):
    nobody = figures(own.instance.replace(teams=(replace(own.instance.teams[0], least=0),)))
    assert worst("specialised_team", nobody, plan_of(nobody, is_open, {}, [0] * 4)) == 1.0, why


def test_a_life_may_end_with_the_last_week_of_the_team(own):
    nobody = figures(own.instance.replace(teams=(replace(own.instance.teams[0], least=0),)))
    assert worst("specialised_team", nobody, plan_of(nobody, [0, 0, 1, 1], {}, [0] * 4)) == 0


def test_too_many_teams_at_a_location_are_found(own):
    none = figures(own.instance.replace(team_limits=(TeamLimit("north", 0),)))
    assert worst("specialised_team", none, full(none)) == 1.0


def test_a_team_has_arcs_for_its_own_category_alone(own):
    other = replace(own.instance.streams[0], stream="other", category="other")
    more = own.instance.replace(
        streams=(*own.instance.streams, other),
        work=tuple(replace(row, stream=stream) for row in own.instance.work for stream in ("old", "other")),
        places=tuple(replace(row, stream=stream) for row in own.instance.places for stream in ("old", "other")),
        eligibility=tuple(
            replace(row, stream=stream) for row in own.instance.eligibility for stream in ("old", "other")
        ),
    )
    assert figures(more).arc_team.tolist() == [-1, -1, 0, 0]
