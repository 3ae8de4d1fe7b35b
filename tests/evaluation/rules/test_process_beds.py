"""Stays above the beds as stated against stays by the hearings."""

from dataclasses import replace

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.evaluation.flows import flows
from planner.evaluation.rules.process_beds import violation
from planner.evaluation.view import view
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def beds(number: int | None, weeks: float | None) -> Figures:
    instance = tiny()
    return figures(instance.replace(locations=(replace(instance.locations[0], process_beds=number, stay_weeks=weeks),)))


def test_hearings_bring_stays_of_some_weeks():
    # 4 hearings in weeks 0, 1 and 3, a stay of a week and a half each: 6 in 5 beds
    own = beds(5, 1.5)
    assert (flows(own, hand_plan(own)).beds_excess / UNIT).tolist() == [[1, 1, 0, 1]]
    assert worst("process_beds", own, hand_plan(own)) == 0


def test_beds_that_are_not_counted_are_never_too_few():
    own = beds(None, None)
    assert not flows(own, hand_plan(own)).beds_excess.any()
    assert worst("process_beds", own, hand_plan(own)) == 0


def test_an_excess_for_more_beds_than_there_are_is_found():
    # stated with 6 beds: none; with 5 it is one
    own, wrong = beds(5, 1.5), beds(6, 1.5)
    judged = view(own, hand_plan(own))
    assert violation(replace(judged, flows=flows(wrong, hand_plan(wrong)))).max() == 1.0
