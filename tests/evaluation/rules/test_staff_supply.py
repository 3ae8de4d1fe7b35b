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


def test_people_that_do_not_follow_from_the_rows_are_found(tiny_figures, tiny_plan):
    supply = replace(tiny_figures.supply, people=tiny_figures.supply.people + 1)
    assert worst("staff_supply", replace(tiny_figures, supply=supply), tiny_plan) == 1.0


def test_leavers_go_week_by_week_and_changes_come_at_the_start_of_a_week():
    change = StaffChange("north", "all", Week(MONDAY).plus(2), 1.0)
    instance = tiny().replace(staff=(Staff("north", "all", 2.0, 0.5),), staff_changes=(change,))
    own = figures(instance)
    stay = 1 - 0.5 * 7 / 365.25
    people = view(own, hand_plan(own)).people[0, 0]
    assert people.tolist() == pytest.approx([2, 2 * stay, 2 * stay**2 + 1, 2 * stay**3 + stay])
    assert worst("staff_supply", own, hand_plan(own)) == 0
