"""Hours of the cases against hours of the staff."""

from dataclasses import replace

import pytest

from planner.domain.figures import figures
from planner.domain.instance import Eligibility, Guarantee, HoursChange, Productivity
from planner.evaluation.rules.processing_capacity import violation
from planner.evaluation.view import view
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def test_a_day_too_few_is_found(tiny_figures, tiny_plan):
    # 20 cases x 2 hours = 40; 4 days x 8 hours = 32
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, days=4)
    assert worst("processing_capacity", tiny_figures, plan) == 8.0


def test_a_grid_unit_of_a_case_too_many_is_found(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, cases=20.000001)
    assert worst("processing_capacity", tiny_figures, plan) == 2e-6


def test_no_show_wastes_hours(tiny_figures, tiny_plan):
    # 5 hearings x 8 / (1 - 0.2) = 50 hours; 5 days x 8 = 40
    plan = put(tiny_figures, tiny_plan, ("new", "hearing"), 0, cases=5)
    assert worst("processing_capacity", tiny_figures, plan) == 10.0


def test_efficiency_and_the_hours_factor_count():
    instance = tiny()
    own = figures(
        instance.replace(
            header=replace(instance.header, hours_factor=1.1),
            eligibility=(Eligibility("officers", "old", "all", 0.5), Eligibility("officers", "new", "all")),
        )
    )
    # old decision in week 1: 10 x 4 x 1.1 = 44 hours; 5 days x 8 x 0.5 = 20
    assert violation(view(own, hand_plan(own)))[0, 1, 1] == pytest.approx(24.0)


def test_output_below_normal_takes_more_hours():
    # Monday to Wednesday at half output: (3 x 0.5 + 2) / 5 = 0.7; 40 / 0.7 hours needed, 40 there
    own = figures(tiny().replace(productivity=(Productivity(MONDAY, MONDAY.replace(day=3), 0.5),)))
    assert violation(view(own, hand_plan(own)))[0, 0, 0] == pytest.approx(40 / 0.7 - 40)


def test_changes_of_the_hours_multiply_and_a_week_has_their_mean():
    # all work x 1.5 from Thursday 4 June, preparation x 2 on Friday 5 June: (3 x 1 + 1.5 + 3) / 5 = 1.5 in week 0
    changes = (
        HoursChange("all", "all", MONDAY.replace(day=4), None, 1.5, "law"),
        HoursChange("old", "preparation", MONDAY.replace(day=5), MONDAY.replace(day=7), 2.0, "ageing"),
    )
    own = figures(tiny().replace(hours_changes=changes))
    found = violation(view(own, hand_plan(own)))
    assert found[0, 0, 0] == pytest.approx(20.0)  # 20 x 2 x 1.5 = 60; 40 there
    assert found[0, 1, 1] == pytest.approx(20.0)  # 10 x 4 x 1.5 = 60; 40 there


def written(share: float, hours: float):
    """The tiny instance with a share of its hearings in writing."""
    instance = tiny()
    rows = (replace(row, written_share=share, written_hours=hours) for row in instance.work if row.stage == "hearing")
    return instance.replace(work=(*(row for row in instance.work if row.stage != "hearing"), *rows))


def test_a_written_enquiry_takes_hours_of_its_own_and_no_no_show():
    # 8 hearings: half of them 8 / (1 - 0.2) = 10 hours, half 3 hours: 52; 40 there
    own = figures(written(0.5, 3.0))
    plan = put(own, hand_plan(own), ("new", "hearing"), 0, cases=8)
    assert worst("processing_capacity", own, plan) == 12.0


def test_a_day_serves_cases_of_all_parts_of_a_stream():
    # 5 days x 8 = 40 hours on new and new+ together; a hearing takes 8 / (1 - 0.2) = 10: 3 and 1 fit, 3 and 2 do not
    instance = tiny()
    new = replace(instance.streams[1], counts=True, lane="none")
    own = figures(
        instance.replace(
            header=replace(instance.header, guarantee=Guarantee(7.0, "first")), streams=(instance.streams[0], new)
        )
    )
    plan = put(own, hand_plan(own), ("new", "hearing"), 0, cases=3, days=5)
    assert worst("processing_capacity", own, put(own, plan, ("new+", "hearing"), 0, cases=1)) == 0.0
    assert worst("processing_capacity", own, put(own, plan, ("new+", "hearing"), 0, cases=2)) == 10.0
