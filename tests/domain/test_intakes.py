"""People who start, by hand: ramp, mentors, leavers, retraining and moves. A person supplies 5 days a week."""

from datetime import date

import numpy as np
import pytest

from planner.domain.column import ALL
from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import CourseStep, Group, Hiring, Location, Overtime, Retraining, Staff, Transfer
from planner.domain.supply import Supply, supply
from planner.domain.weeks import Week
from tests.evaluation.build import MONDAY, tiny

WEEKS = tuple(Week(MONDAY).plus(number) for number in range(10))
RAMP = (CourseStep("ramp", 0, 0.0, 0.2), CourseStep("ramp", 1, 0.5, 0.1), CourseStep("ramp", 3, 1.0))


def hired(*taken: int, course: str | None = "ramp", every: int = 1, last: int = 3, leavers: float = 0.0) -> Supply:
    instance = tiny().replace(
        staff=(Staff("north", "officers", 2.0, leavers),),
        courses=RAMP,
        hiring=(Hiring("north", "officers", WEEKS[0], WEEKS[last], every, 5, course, 100.0),),
    )
    return supply(instance, np.array(taken, dtype=np.int64))


def days(own: Supply) -> list[list[float]]:
    return (own.staff_days / UNIT).tolist()


def test_a_class_may_start_every_so_many_weeks_of_its_period_inside_the_horizon():
    assert hired(every=2, last=9).intakes.week.tolist() == [0, 2]
    early = Hiring("north", "officers", Week(MONDAY).plus(-3), WEEKS[9], 2, 5, None, 0.0)  # weeks -3, -1, 1 and 3
    assert supply(tiny().replace(hiring=(early,))).intakes.week.tolist() == [1, 3]


def test_nobody_starts_unless_it_is_decided():
    assert hired().people.tolist() == [[2, 2, 2, 2]]
    assert hired().taken.tolist() == [0, 0, 0, 0]


def test_a_newcomer_first_costs_the_time_of_mentors_and_grows_to_full_output():
    own = hired(2, 0, 0, 0)
    assert own.people.tolist() == [[4, 4, 4, 4]]
    # two newcomers: 2 x -0.2, 2 x (0.5 - 0.1), the same, 2 x 1
    assert own.working[0].tolist() == pytest.approx([1.6, 2.8, 2.8, 4])
    assert days(own)[0] == pytest.approx([8, 14, 14, 20])


def test_classes_of_several_weeks_add_up():
    own = hired(1, 0, 1, 0)
    assert own.people.tolist() == [[3, 3, 4, 4]]
    assert own.working[0].tolist() == pytest.approx([1.8, 2.4, 2.4 - 0.2, 3 + 0.4])


def test_without_a_course_they_are_at_full_output_at_once():
    assert days(hired(0, 1, 0, 0, course=None)) == [[10, 15, 15, 15]]


def test_newcomers_leave_as_others_do():
    stay = 1 - 0.5 * 7 / 365.25
    own = hired(0, 1, 0, 0, leavers=0.5)
    assert own.people[0].tolist() == pytest.approx([2, 2 * stay + 1, 2 * stay**2 + stay, 2 * stay**3 + stay**2])
    assert own.working[0, 3] == pytest.approx(2 * stay**3 + 0.4 * stay**2)


def test_who_is_retrained_is_missed_where_they_were():
    instance = tiny().replace(
        groups=(*tiny().groups, Group("other", "", 8.0, 1.0)),
        staff=(Staff("north", "officers", 2.0, 0.5),),
        courses=RAMP,
        retraining=(Retraining("north", "officers", "other", WEEKS[1], WEEKS[1], 1, 2, "ramp", 0.0),),
    )
    own = supply(instance, np.array([1]))
    stay = 1 - 0.5 * 7 / 365.25
    assert own.names == (("north", "officers"), ("north", "other"))
    assert own.people[0].tolist() == pytest.approx([2, 2 * stay - 1, 2 * stay**2 - stay, 2 * stay**3 - stay**2])
    assert own.people[1].tolist() == [0, 1, 1, 1]  # nobody leaves a group without leavers in `staff`
    assert own.working[1].tolist() == pytest.approx([0, -0.2, 0.4, 0.4])
    assert own.undecided.tolist() == [True, True]


def test_who_moves_is_less_use_at_first():
    instance = tiny().replace(
        locations=(*tiny().locations, Location("south", "", 0, 40.0)),
        staff=(Staff("north", "officers", 2.0), Staff("south", "officers", 1.0)),
        courses=(CourseStep("settle", 0, 0.4), CourseStep("settle", 1, 1.0)),
        transfers=(Transfer("north", "south", "officers", WEEKS[0], WEEKS[3], 3, 2, "settle", 0.0),),
    )
    own = supply(instance, np.array([1, 0]))
    assert days(own) == [[5, 5, 5, 5], [7, 10, 10, 10]]
    assert own.intakes.labels(own.names, instance.weeks)[1] == (
        *(str(WEEKS[3]), "move", "south", "officers"),
        *("north", "officers"),
    )


def test_overtime_is_a_share_of_the_days_by_the_working_days_in_its_period():
    # from Wednesday of week 1 to the end of week 2: 3 days of 5, then all: 0.25 x 0.6 x 10 and 0.25 x 10
    row = Overtime(ALL, "all", date(2026, 6, 10), date(2026, 6, 21), 0.25, 60.0)
    own = supply(tiny().replace(overtime=(row,)))
    assert own.overtime_days[0].tolist() == pytest.approx([0, 1.5, 2.5, 0])
    assert own.overtime_cost.tolist() == [[0, 60, 60, 0]]


def test_overtime_is_a_share_of_what_newcomers_add_too():
    row = Overtime("north", ALL, WEEKS[0].monday, WEEKS[3].sunday, 0.1, 60.0)
    hiring = (Hiring("north", "officers", WEEKS[1], WEEKS[1], 1, 5, None, 0.0),)
    own = supply(tiny().replace(overtime=(row,), hiring=hiring), np.array([2]))
    assert own.overtime_days[0].tolist() == pytest.approx([1, 2, 2, 2])


def test_figures_with_a_decision_differ_in_the_supply_alone():
    own = figures(tiny().replace(hiring=(Hiring("north", "officers", WEEKS[0], WEEKS[0], 1, 5, None, 0.0),)))
    assert own.decided(np.array([0])) is own
    decided = own.decided(np.array([1]))
    assert decided.supply.people.tolist() == [[3, 3, 3, 3]]
    assert decided.arrivals is own.arrivals or (decided.arrivals == own.arrivals).all()


def test_whole_days_do_not_depend_on_the_last_millionths():
    # 1.999999 people: 9.999995, 19.99999 and so on to date, which are rounded to ten-thousandths
    assert supply(tiny().replace(staff=(Staff("north", "officers", 1.999999),))).whole_days.tolist() == [
        [10, 10, 10, 10]
    ]
