"""Who may do what, where."""

import numpy as np

from planner.domain.figures import figures
from planner.domain.instance import Eligibility, Group, Location, Place, Staff
from planner.domain.plan import Plan
from planner.evaluation.rules.skills import violation
from planner.evaluation.view import view, view_of
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan


def efficiency(own):
    """L x G x N, as the audit reads it."""
    weeks, arcs, tasks = len(own.weeks), len(own.arc_pair), len(own.tasks)
    idle = Plan(np.zeros((arcs, weeks), dtype=np.int64), np.zeros((1, tasks, weeks), dtype=np.int64))
    return view(own, idle).efficiency


def no_teams(own):
    return view(own, hand_plan(own)).team_days


def test_a_staff_day_of_a_group_that_may_not_do_the_work_is_found():
    instance = tiny()
    clerk = Group("clerk", "Clerks", 8.0, 1.0)
    own = figures(
        instance.replace(groups=(*instance.groups, clerk), staff=(*instance.staff, Staff("north", "clerk", 1)))
    )
    staff_days = view(own, hand_plan(own)).staff_days
    staff_days[0, 1, 2, 3] = 1  # a clerk hears a new case
    wrong = violation(view_of(own, staff_days, no_teams(own), hand_plan(own).finished))
    assert wrong[0, 1, 2, 3] == wrong.sum() == 1


def test_work_at_a_location_where_it_is_not_done_is_found():
    instance = tiny()
    south = Location("south", "South", 1, 50.0)
    own = figures(
        instance.replace(locations=(*instance.locations, south), staff=(*instance.staff, Staff("south", "officers", 1)))
    )
    north = hand_plan(own)
    finished = np.concatenate([north.finished, np.zeros_like(north.finished)])
    staff_days = view(own, Plan(north.staff_days, finished)).staff_days
    staff_days[1, 0, 0, 0] = 1
    finished[1, 0, 0] = 2_000_000
    wrong = violation(view_of(own, staff_days, no_teams(own), finished))
    assert (wrong[1, 0, 0, 0], wrong[1, 1, 0, 0], wrong.sum()) == (1, 2, 3)  # a staff-day, and two cases


def test_a_row_for_one_stage_goes_before_a_row_for_all():
    rows = (Eligibility("officers", "old", "decision", 0.5), Eligibility("officers", "old", "all", 0.9))
    for order in (rows, rows[::-1]):
        own = figures(tiny().replace(eligibility=order))
        assert efficiency(own)[0, 0].tolist() == [0.9, 0.5, 0, 0]
        assert dict(zip(own.arc_work.tolist(), own.arc_efficiency.tolist(), strict=True)) == {0: 0.9, 1: 0.5}


def test_one_stage_may_be_done_where_another_is_not():
    places = (Place("north", "old", "preparation"), Place("north", "new", "all"))
    own = figures(tiny().replace(places=places))
    assert sorted(own.arc_work.tolist()) == [0, 2, 3]
