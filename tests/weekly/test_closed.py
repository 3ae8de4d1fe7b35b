"""Weeks that are closed: what is more than the state has room for is listed, and taken so far as it has."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.actuals import Actual
from planner.domain.figures import figures
from planner.domain.instance import Instance, Staff
from planner.domain.policy import SHIPPED
from planner.domain.weeks import Week
from planner.evaluation.tables import run_tables
from planner.files.actuals_file import PlacedActual
from planner.files.place import Place
from planner.weekly.closed import Closed, closed_weeks
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan

WEEK = Week(MONDAY)
AS_PLANNED = (
    Actual(WEEK, "lodged", 7, stream="new"),
    Actual(WEEK, "finished", 12, stream="old", stage="preparation"),
    Actual(WEEK, "finished", 4, stream="new", stage="hearing"),
)
"""As the plan written by hand has it, but for 8 of the 20 old cases that still wait for their preparation."""


def closed(*rows: Actual, accept: bool, instance: Instance | None = None) -> Closed:
    own = instance or tiny()
    tables = run_tables(figures(own), SHIPPED, hand_plan(figures(own)), ())
    placed = [PlacedActual(row, Place("actuals.csv", line)) for line, row in enumerate((*AS_PLANNED, *rows), start=2)]
    return closed_weeks(own, tables, placed, [WEEK], "actuals.csv", accept=accept)


def dates(*numbers: float) -> list[Actual]:
    return [
        Actual(WEEK, "court", number, stream="old", stage="preparation", due_week=WEEK.plus(2 + place))
        for place, number in enumerate(numbers)
    ]


@pytest.mark.parametrize("accept", [True, False])
def test_no_more_dates_are_set_than_cases_wait_without_one(accept):
    # 8 wait: 5 get a date, then 3 of 6
    own = closed(*dates(5, 6), accept=accept)
    assert [(row.due_week, row.cases) for row in own.instance.court_dates] == [(WEEK.plus(2), 5), (WEEK.plus(3), 3)]
    (problem,) = own.corrections
    assert (problem.code, problem.line, problem.found) == ("E615", 6, "6")
    assert problem.expected.startswith("at most 3,")
    assert own.problems == ([] if accept else [problem])


def test_dates_for_all_that_wait_are_taken():
    own = closed(*dates(5, 3), accept=False)
    assert (own.problems, [row.cases for row in own.instance.court_dates]) == ([], [5, 3])


def test_output_is_judged_only_where_the_days_of_all_who_work_were_counted():
    # 12 x 2 + 4 x 10 hours; 20 x 2 + 4 x 10 were planned for 10 days, so 6.4 instead of 8 hours a day
    own = tiny().replace(
        groups=(*tiny().groups, replace(tiny().groups[0], group="typists")),
        staff=(*tiny().staff, Staff("north", "typists", 1.0)),
    )
    worked = Actual(WEEK, "staff_days", 10, location="north", group="officers")
    found = [row for row in closed(worked, accept=False, instance=own).realised if row.figure == "output"]
    assert [(row.planned, row.actual) for row in found] == [(8, 6.4)]
    others = replace(worked, group="typists")
    assert not [row for row in closed(others, accept=False, instance=own).realised if row.figure == "output"]


@pytest.mark.parametrize(("cases", "slip"), [(14, False), (60, False), (63, True), (0, False)])
def test_a_forecast_several_times_the_one_in_force_is_taken_for_a_slip(cases, slip):
    # 14 expected in two weeks: a slip from above 3 x 14 + 20 on
    new = Actual(WEEK, "inflow", cases, stream="new", first=date(2026, 6, 8), last=date(2026, 6, 21))
    own = closed(new, accept=True)
    assert [problem.code for problem in own.corrections] == ["E616"] * slip
    assert sum(row.cases for row in own.instance.inflow) == pytest.approx(7 + cases)
