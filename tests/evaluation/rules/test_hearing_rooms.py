"""Hearings against room hours."""

from dataclasses import replace
from datetime import date

from planner.domain.figures import figures
from planner.domain.instance import HoursChange, Place
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def test_a_hearing_too_many_for_the_rooms_is_found(tiny_figures, tiny_plan):
    # 6 hearings x 10 hours = 60; 1 room x 50 hours
    plan = put(tiny_figures, tiny_plan, ("new", "hearing"), 0, cases=6)
    assert worst("hearing_rooms", tiny_figures, plan) == 10.0


def test_decisions_need_no_room(tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("new", "decision"), 0, cases=100)
    assert worst("hearing_rooms", tiny_figures, plan) == 0


def test_an_edge_week_has_rooms_on_its_working_days_only():
    # the horizon ends on Wednesday 24 June: 50 x 3 / 5 = 30 room hours for 4 hearings of 10
    instance = tiny()
    last = date(2026, 6, 24)
    own = figures(instance.replace(header=replace(instance.header, last=last, clearance=last)))
    assert worst("hearing_rooms", own, hand_plan(own)) == 10.0


def test_a_longer_hearing_keeps_the_room_longer():
    # 4 hearings x 10 hours x 1.5 = 60; 1 room x 50 hours
    own = figures(tiny().replace(hours_changes=(HoursChange("new", "all", MONDAY, None, 1.5, "law"),)))
    assert worst("hearing_rooms", own, hand_plan(own)) == 10.0


def test_a_written_enquiry_needs_no_room():
    # 12 hearings: 4 of them in writing, 8 x 10 hours = 80; 50 there
    instance = tiny()
    work = tuple(
        replace(row, written_share=1 / 3, written_hours=3.0) if row.stage == "hearing" else row for row in instance.work
    )
    own = figures(instance.replace(work=work))
    assert worst("hearing_rooms", own, put(own, hand_plan(own), ("new", "hearing"), 0, cases=12)) == 30.0


def test_fewer_stay_away_where_people_are_invited_in_person():
    # 6 hearings x 8 / (1 - 0.2 x 0.5) = 53.33 hours, where it was 60; 50 there. A row for one stage goes first
    places = (Place("north", "old", "all"), Place("north", "new", "all", 0.0), Place("north", "new", "hearing", 0.5))
    own = figures(tiny().replace(places=places))
    plan = put(own, hand_plan(own), ("new", "hearing"), 0, cases=6)
    assert worst("hearing_rooms", own, plan) == round(48 / 0.9 - 50, 9)
    assert worst("processing_capacity", own, plan) == round(48 / 0.9 - 40, 9)
    assert worst("interpreters", own, put(own, plan, ("new", "hearing"), 0, cases=9)) == 5.0  # 9 x 10 / 2 - 40
