"""Hearings by video against the share of the country."""

from dataclasses import replace

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Location, Place, Staff
from planner.domain.plan import Plan
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def offices(share: float) -> Figures:
    """The tiny instance with room for four hearings a week in the north, for two in the south, for none in the west."""
    instance = tiny()
    rooms = {"north": 40.0, "south": 20.0, "west": 0.0}
    return figures(
        instance.replace(
            header=replace(instance.header, remote_share=share),
            locations=tuple(Location(name, name, 1, hours) for name, hours in rooms.items()),
            staff=tuple(Staff(name, "officers", 2.0) for name in rooms),
            places=tuple(Place(name, stream, "all") for name in rooms for stream in ("old", "new")),
        )
    )


def heard(own: Figures, north: float, south: float, west: float) -> Plan:
    """So many hearings of 10 hours in week 0."""
    plan = hand_plan(own)
    finished = np.zeros((3, len(own.tasks), len(own.weeks)), dtype=np.int64)
    finished[:, own.task_names.index(("new", "hearing")), 0] = [round(n * UNIT) for n in (north, south, west)]
    return Plan(plan.staff_days, finished)


def broken(share: float, *hearings: float) -> tuple[float, float]:
    own = offices(share)
    plan = heard(own, *hearings)
    return worst("hearing_rooms", own, plan), worst("remote_hearings", own, plan)


def test_a_fifth_of_the_hearings_of_the_country_needs_no_room():
    # 4 + 2 in the rooms, 1.5 in the west by video: 15 of 75 hours are a fifth
    assert broken(0.2, 4, 2, 1.5) == (0, 0)


def test_too_many_by_video_in_all_are_found():
    # 10 hours without a room in the south and 10 in the west; a fifth of 70 hours is 14
    assert broken(0.2, 3, 3, 1) == (0, 6.0)


def test_a_location_that_alone_needs_more_than_the_country_may_is_found():
    # 30 hours in the west, a fifth of 30 is 6: 24 too many there, and the 6 are within the share
    assert broken(0.2, 0, 0, 3) == (24.0, 0)


def test_without_a_share_nothing_is_by_video():
    assert broken(0.0, 4, 2, 1.5) == (15.0, 0)
