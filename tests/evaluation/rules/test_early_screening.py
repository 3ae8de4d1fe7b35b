"""Late screenings as stated against late screenings by their time."""

from dataclasses import replace
from datetime import date

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.evaluation.flows import flows
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def screened(weeks: int | None) -> Figures:
    """The tiny instance, its old cases lodged on one day and screened within so many weeks."""
    instance = tiny()
    rows = (replace(row, screen_within_weeks=weeks if row.stream == "old" else None) for row in instance.streams)
    stock = (replace(instance.stock[0], lodged_first=date(2026, 5, 25), lodged_last=date(2026, 5, 25)),)
    return figures(instance.replace(streams=tuple(rows), stock=stock))


def test_cases_not_prepared_in_time_are_late():
    # lodged on Monday 25 May, so 3 weeks end on 15 June: week 1 has ended by then; 12 of 20 are prepared in week 0
    own = screened(3)
    plan = put(own, hand_plan(own), ("old", "preparation"), 0, cases=12)
    assert (flows(own, plan).screening_late[0] / UNIT).tolist() == [0, 8, 8, 8]
    assert worst("early_screening", own, plan) == 0


def test_without_a_time_nothing_is_late():
    own = screened(None)
    plan = put(own, hand_plan(own), ("old", "preparation"), 0, cases=0)
    assert not flows(own, plan).screening_late.any()
    assert worst("early_screening", own, plan) == 0


def test_a_screening_time_a_week_too_long_is_found():
    # 20 cases due by the end of week 1, 12 prepared: 8 late there, and none if week 2 is taken for it
    own = screened(3)
    plan = put(own, hand_plan(own), ("old", "preparation"), 0, cases=12)
    curve = own.deadlines.screening
    wrong = replace(curve, opening=curve.opening[:, [3, 0, 1, 2]])
    assert worst("early_screening", replace(own, deadlines=replace(own.deadlines, screening=wrong)), plan) == 8.0
