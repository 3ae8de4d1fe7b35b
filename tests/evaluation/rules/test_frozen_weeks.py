"""Staff-days that differ from the plan in force in frozen weeks."""

from dataclasses import replace

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.instance import InForce, Instance, Replanning
from planner.domain.weeks import Week
from planner.evaluation.flows import flows
from planner.evaluation.levels import term_value
from planner.evaluation.rules import frozen_weeks, plan_stability
from planner.evaluation.view import view
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan, put


def in_force(*rows: tuple[int, str, str, int], replanning: Replanning) -> Instance:
    """The tiny instance with a plan in force: week, stream, stage, staff-days."""
    own = tiny()
    return own.replace(
        header=replace(own.header, replanning=replanning),
        in_force=tuple(
            InForce(Week(MONDAY).plus(week), "north", "officers", None, stream, stage, days)
            for week, stream, stage, days in rows
        ),
    )


def changed(own: Figures, **change) -> tuple[float, float]:
    """Staff-days changed in frozen weeks, and after them, in the hand-made plan (with a change)."""
    plan = put(own, hand_plan(own), **change) if change else hand_plan(own)
    seen = flows(own, plan)
    assert not frozen_weeks.violation(view(own, plan)).any()
    assert not plan_stability.violation(view(own, plan)).any()
    return term_value("frozen_changed", seen, 0.0), term_value("plan_changed", seen, 0.0)


SAME = ((0, "old", "preparation", 5), (0, "new", "hearing", 5), (1, "old", "decision", 5), (1, "new", "hearing", 5))
"""The first two weeks of the hand-made plan."""


def test_a_plan_that_is_the_one_in_force_has_changed_nothing():
    own = figures(in_force(*SAME, replanning=Replanning(2, 2, 2)))
    assert changed(own) == (0, 0)


def test_a_day_taken_away_counts_once_and_one_put_elsewhere_twice():
    # week 0, old preparation: 5 -> 4; and then hearing in week 0: 5 -> 6
    own = figures(in_force(*SAME, replanning=Replanning(2, 2, 2)))
    assert changed(own, task=("old", "preparation"), week=0, days=4) == (1, 0)
    plan = put(own, hand_plan(own), ("old", "preparation"), 0, days=4)
    plan = put(own, plan, ("new", "hearing"), 0, days=6)
    assert term_value("frozen_changed", flows(own, plan), 0.0) == 2


def test_weeks_after_the_frozen_ones_count_apart_up_to_the_last_that_should_stay():
    # weeks 1 and 2 should stay: nothing is in force in week 2, where the plan has 5 + 5 days; week 3 is free
    own = figures(in_force(*SAME, replanning=Replanning(1, 1, 3)))
    assert changed(own) == (0, 10)
    assert changed(own, task=("old", "decision"), week=1, days=3) == (0, 12)


def test_the_nuisance_lane_has_its_own_number_of_weeks():
    # the lane `new` is frozen for no week: 2 days less of its hearings in week 0 are no break of a frozen week
    own = figures(in_force(*SAME, replanning=Replanning(2, 0, 2)))
    assert changed(own, task=("new", "hearing"), week=0, days=3) == (0, 2)


def test_work_that_nobody_can_do_any_more_counts_as_taken_away():
    # 4 days of the west, where nobody is
    own = in_force(*SAME, replanning=Replanning(2, 2, 2))
    gone = replace(own.in_force[0], location="west", staff_days=4)
    assert changed(figures(own.replace(in_force=(*own.in_force, gone)))) == (4, 0)


def test_without_a_plan_in_force_nothing_stands():
    own = figures(in_force(replanning=Replanning(2, 2, 2)))
    assert changed(own) == (0, 0)


def test_the_audit_says_by_how_much_what_is_stated_is_wrong():
    own = figures(in_force(*SAME, replanning=Replanning(2, 2, 2)))
    seen = view(own, hand_plan(own))
    assert seen.flows.on_works is not None
    wrong = replace(seen, flows=replace(seen.flows, on_works=seen.flows.on_works + 3 * np.eye(4, dtype=np.int64)))
    # the diagonal: three days more on one work in each of the weeks 0 and 1
    assert frozen_weeks.violation(wrong).tolist() == [3, 3, 0, 0]
