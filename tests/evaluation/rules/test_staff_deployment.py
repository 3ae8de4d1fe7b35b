"""Staff-days used against staff-days supplied."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Duty, Staff
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.evaluation.view import view
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.mutations import changed
from tests.evaluation.rules.breaking import worst

TASK = ("old", "preparation")


def with_people(people):
    return figures(tiny().replace(staff=(Staff("north", "officers", people),)))


def using(own, *days):
    """A plan that uses so many staff-days in each week and finishes nothing."""
    plan = Plan(np.zeros((4, 4), dtype=np.int64), np.zeros((1, 4, 4), dtype=np.int64))
    for week, number in enumerate(days):
        plan = put(own, plan, TASK, week, days=number)
    return plan


def test_more_days_than_supplied_to_date_are_found(tiny_figures):
    # 2 people supply 10 days: 11 in the first week are 1 too many
    assert worst("staff_deployment", tiny_figures, using(tiny_figures, 11)) == 1.0


def test_fractions_of_a_day_carry_over():
    own = with_people(2.1)  # 10.5 days a week: 10, 21, 31 and 42 whole days to date
    assert worst("staff_deployment", own, using(own, 10, 11, 10, 11)) == 0
    assert worst("staff_deployment", own, using(own, 11, 10, 10, 11)) == 1.0


def test_thirds_of_a_day_add_up_to_a_day():
    own = with_people(53 / 15)  # 17 2/3 days a week: 53 after three, which the machine adds up to 52.99999999999999
    assert worst("staff_deployment", own, using(own, 17, 18, 18, 17)) == 0


def test_an_idle_week_is_not_saved_up():
    own = with_people(2.1)  # 13 days in a week that has 11 whole ones
    assert worst("staff_deployment", own, using(own, 0, 13)) == 2.0


def test_an_idle_week_is_not_worked_later_one_day_a_week(tiny_figures):
    # 10 days a week. 0, 11, 11, 11 stay below 40 to date, and below a week's supply and a day
    assert worst("staff_deployment", tiny_figures, using(tiny_figures, 0, 11, 11, 11)) == 1.0
    assert worst("staff_deployment", tiny_figures, using(tiny_figures, 0, 10, 10, 10)) == 0


@pytest.mark.parametrize("people", [0.0, 0.3, 2.1, 3.14159])
def test_the_whole_days_of_the_plan_keep_the_rule_and_one_more_breaks_it(people):
    own = with_people(people)
    days = own.supply.whole_days[0].tolist()
    assert worst("staff_deployment", own, using(own, *days)) == 0
    for week in range(len(days)):
        more = [number + (place == week) for place, number in enumerate(days)]
        assert worst("staff_deployment", own, using(own, *more)) == 1.0


def test_staff_days_below_zero_are_found(tiny_figures):
    assert worst("staff_deployment", tiny_figures, using(tiny_figures, -1)) == 1.0


def test_a_fraction_of_a_staff_day_is_refused(tiny_instance, tiny_figures, tiny_plan):
    tables = run_tables(tiny_figures, SHIPPED, tiny_plan, [])
    place = tables["staff"].columns.index("staff_days")
    findings = audit(tiny_instance, SHIPPED, changed(tables, "staff", 0, place, "4.5")).findings
    assert any('staff_days: stood "4.5", expected a whole number' in finding for finding in findings)


def test_supply_leaves_out_what_is_not_deployable_holidays_and_days_beyond_the_horizon(varied_figures):
    own = view(varied_figures, Plan(np.zeros((len(varied_figures.arc_pair), 16), dtype=np.int64), np.zeros((2, 0, 16))))
    # the horizon starts on Friday 12 June: 1 of 5 days; 4.4 people x 0.75; week 5 has a factor of 0.6, 1.5 more
    # people and 0.05 for mentoring
    west_mixed = own.supplied[1, 1]
    assert west_mixed[0] == pytest.approx(4.4 * 0.75 * 1)
    assert west_mixed[1] == pytest.approx(4.4 * 0.75 * 5)
    assert west_mixed[5] == pytest.approx(5.9 * (0.75 - 0.05) * 5 * 0.6)


def test_days_that_go_to_other_duties_cannot_be_used():
    # 10 days a week; a fifth goes to training from Thursday 4 June: 10 x (1 - 0.2 x 2 / 5) = 9.2, so 9; 10 are used
    own = figures(tiny().replace(duties=(Duty("north", "all", MONDAY.replace(day=4), None, 0.2, "training"),)))
    plan = hand_plan(own)
    assert plan.staff_days[:, 0].sum() == 10
    assert worst("staff_deployment", own, plan) >= 1.0
