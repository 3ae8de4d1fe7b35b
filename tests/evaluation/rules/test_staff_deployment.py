"""Staff-days used against staff-days supplied."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Staff
from planner.domain.plan import Plan
from planner.evaluation.view import view
from tests.evaluation.build import tiny
from tests.evaluation.hand import put
from tests.evaluation.rules.breaking import worst

TASK = ("old", "preparation")


def with_people(people):
    return figures(tiny().replace(staff=(Staff("north", "all", people),)))


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
    own = with_people(2.1)  # 10.5 days a week: 10, then 11, are 21 to date
    assert worst("staff_deployment", own, using(own, 10, 11, 10, 11)) == 0


def test_an_idle_week_is_not_saved_up():
    own = with_people(2.1)  # 13 days in a week that supplies 10.5, plus the one day of carried fractions
    assert worst("staff_deployment", own, using(own, 0, 13)) == 1.5


def test_staff_days_below_zero_are_found(tiny_figures):
    assert worst("staff_deployment", tiny_figures, using(tiny_figures, -1)) == 1.0


def test_supply_leaves_out_what_is_not_deployable_holidays_and_days_beyond_the_horizon(varied_figures):
    own = view(varied_figures, Plan(np.zeros((len(varied_figures.arc_pair), 16), dtype=np.int64), np.zeros((2, 0, 16))))
    # the horizon starts on Friday 12 June: 1 of 5 days; 4.4 people x 0.75; week 5 has a factor of 0.6 and 1.5 more
    west_mixed = own.supplied[1, 1]
    assert west_mixed[0] == pytest.approx(4.4 * 0.75 * 1)
    assert west_mixed[1] == pytest.approx(4.4 * 0.75 * 5)
    assert west_mixed[5] == pytest.approx(5.9 * 0.75 * 5 * 0.6)
