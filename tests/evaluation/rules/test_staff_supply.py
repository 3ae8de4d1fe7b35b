"""People in service."""

from dataclasses import replace

import pytest

from planner.domain.figures import figures
from planner.domain.instance import Staff, StaffChange
from planner.domain.weeks import Week
from planner.evaluation.view import view
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst
from tests.evaluation.rules.people import choices, started


def test_people_that_do_not_follow_from_the_rows_are_found(tiny_figures, tiny_plan):
    supply = replace(tiny_figures.supply, people=tiny_figures.supply.people + 1)
    assert worst("staff_supply", replace(tiny_figures, supply=supply), tiny_plan) == 1.0


def test_leavers_go_week_by_week_and_changes_come_at_the_start_of_a_week():
    change = StaffChange("north", "officers", Week(MONDAY).plus(2), 1.0)
    instance = tiny().replace(staff=(Staff("north", "officers", 2.0, 0.5),), staff_changes=(change,))
    own = figures(instance)
    stay = 1 - 0.5 * 7 / 365.25
    people = view(own, hand_plan(own)).people[0, 0]
    assert people.tolist() == pytest.approx([2, 2 * stay, 2 * stay**2 + 1, 2 * stay**3 + stay])
    assert worst("staff_supply", own, hand_plan(own)) == 0


def test_no_more_people_go_by_a_known_change_than_are_there():
    going = StaffChange("north", "officers", Week(MONDAY).plus(2), -2.0)
    own = figures(tiny().replace(staff=(Staff("north", "officers", 2.0, 0.5),), staff_changes=(going,)))
    assert view(own, hand_plan(own)).people[0, 0, 2:].tolist() == [0, 0]
    assert worst("staff_supply", own, hand_plan(own)) == 0


def test_work_that_does_not_follow_from_the_courses_is_found():
    own = choices()
    plan = started(own, 1, 0, 0, 0, 0, 0)
    decided = own.decided(plan.taken)
    supply = replace(decided.supply, working=decided.supply.working + 0.25)
    assert worst("staff_supply", replace(decided, supply=supply), plan) == 0.25


def test_newcomers_yield_by_their_course_less_the_time_of_mentors():
    # one hired in the north in week 0 and one in week 2: -0.5, -0.5, then 1 - 0.5, 1 - 0.5 beside the two who are there
    own = choices()
    judged = view(own, started(own, 1, 1, 0, 0, 0, 0))
    assert judged.people[0, 0].tolist() == [3, 3, 4, 4]
    assert judged.working[0, 0].tolist() == [1.5, 1.5, 2.5, 2.5]


def test_no_more_people_leave_than_work_there():
    # two of two move in week 0, which is all; then one more in week 1: one too many
    own = choices()
    assert worst("staff_supply", own, started(own, 0, 0, 2, 0, 0, 0)) == 0
    assert worst("staff_supply", own, started(own, 0, 0, 2, 1, 0, 0)) == 1


def test_nobody_mentors_who_is_not_there():
    # two newcomers take half a person each; the two who could mentor them leave: 0 - 2 x 0.5
    own = choices()
    assert worst("staff_supply", own, started(own, 2, 0, 1, 0, 0, 0)) == 0
    assert worst("staff_supply", own, started(own, 2, 0, 2, 0, 0, 0)) == 1
