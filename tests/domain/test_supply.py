"""People and staff-days by hand."""

from datetime import date

import pytest

from planner.domain.grid import UNIT
from planner.domain.instance import CalendarWeek, Duty, Group, Staff, StaffChange
from planner.domain.supply import supply
from planner.domain.weeks import Week
from tests.evaluation.build import MONDAY, tiny


def days(own):
    return (own.staff_days[0] / UNIT).tolist()


def test_two_people_supply_ten_days_a_week():
    own = supply(tiny())
    assert own.names == (("north", "officers"),)
    assert days(own) == [10, 10, 10, 10]
    assert own.hours_per_day.tolist() == [8]


def test_a_share_a_holiday_and_the_edge_of_the_horizon_take_days_away():
    instance = tiny()
    factors = (1.0, 0.5, 1.0, 1.0)
    own = supply(
        instance.replace(
            groups=(Group("officers", "", 8.0, 0.75),),
            calendar=tuple(CalendarWeek(week, factor) for week, factor in zip(instance.weeks, factors, strict=True)),
            header=type(instance.header)(**{**vars(instance.header), "last": date(2026, 6, 24)}),
        )
    )
    assert days(own) == [7.5, 3.75, 7.5, 4.5]  # the last week ends on Wednesday: 2 x 3 x 0.75


def test_people_come_go_and_leave():
    start = Week(MONDAY)
    changes = (
        StaffChange("north", "officers", start.plus(1), 1.0),
        StaffChange("north", "officers", start.plus(3), -0.5),
        StaffChange("north", "officers", start.plus(9), 5.0),  # after the horizon
    )
    own = supply(tiny().replace(staff=(Staff("north", "officers", 2.0, 0.1),), staff_changes=changes))
    stay = 1 - 0.1 * 7 / 365.25
    second = 2 * stay + 1
    assert own.people[0].tolist() == pytest.approx([2, second, second * stay, second * stay**2 - 0.5])


def test_no_more_people_go_than_are_left_by_then():
    # two are there and two go in week 2, though a little of them has left by then: nobody, and not less
    leaving = (StaffChange("north", "officers", Week(MONDAY).plus(2), -2.0),)
    own = supply(tiny().replace(staff=(Staff("north", "officers", 2.0, 0.1),), staff_changes=leaving))
    assert own.people[0, 2:].tolist() == [0, 0]
    assert own.whole_days[0, 2:].tolist() == [0, 0]


def test_people_may_come_to_where_nobody_was():
    own = supply(tiny().replace(staff=(), staff_changes=(StaffChange("north", "officers", Week(MONDAY).plus(2), 1.0),)))
    assert days(own) == [0, 0, 5, 5]


def test_fractions_of_days_add_up_to_whole_days():
    own = supply(tiny().replace(staff=(Staff("north", "officers", 0.5),)))
    assert days(own) == [2.5, 2.5, 2.5, 2.5]
    assert own.whole_days.tolist() == [[2, 3, 2, 3]]


def test_thirds_of_days_lose_nothing_on_the_grid():
    own = supply(tiny().replace(staff=(Staff("north", "officers", 1 / 15),)))  # a third of a day a week
    assert own.staff_days[0].tolist() == [333_333, 333_334, 333_333, 333_333]
    assert own.whole_days.tolist() == [[0, 0, 1, 0]]


def test_duties_come_off_the_deployable_share_and_never_below_nothing():
    # deployable 1 less 0.1 for all from Wednesday 10 June (3 of 5 days of week 1), less 0.95 for the north in week 3
    duties = (
        Duty("all", "all", MONDAY.replace(day=10), None, 0.1, "training"),
        Duty("north", "all", MONDAY.replace(day=22), MONDAY.replace(day=28), 0.95, "reception"),
        Duty("north", "nobody", MONDAY, None, 1.0, "of others"),
    )
    own = supply(tiny().replace(duties=duties))
    assert own.days_per_person[0].tolist() == pytest.approx([5, 4.7, 4.5, 0])
