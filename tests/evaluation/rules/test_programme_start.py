"""Old cases before the programme starts."""

from dataclasses import replace
from datetime import date

from planner.domain.figures import figures
from planner.domain.instance import OrdinaryPace
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def with_start(day, stage="decision", pace=8.0):
    instance = tiny()
    return figures(
        instance.replace(
            header=replace(instance.header, programme_start=day), ordinary_pace=(OrdinaryPace(stage, pace),)
        )
    )


def test_more_old_cases_than_the_pace_are_found():
    own = with_start(date(2026, 6, 15))  # 10 decisions in week 1, 8 allowed
    assert worst("programme_start", own, hand_plan(own)) == 2.0


def test_the_week_of_the_start_is_free():
    own = with_start(date(2026, 6, 14))  # the Sunday of week 1
    assert worst("programme_start", own, hand_plan(own)) == 0


def test_only_the_stage_of_the_row_is_held_back():
    own = with_start(date(2026, 6, 15), stage="preparation", pace=20.0)
    assert worst("programme_start", own, hand_plan(own)) == 0
    own = with_start(date(2026, 6, 15), stage="preparation", pace=19.0)
    assert worst("programme_start", own, hand_plan(own)) == 1.0
