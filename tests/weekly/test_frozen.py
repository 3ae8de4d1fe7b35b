"""Frozen weeks that a plan changed are put back as far as there are people, and what is left of it has a reason."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.weekly.closed import share_moved
from planner.weekly.frozen import ADDED, FEWER, NOBODY, OTHERWISE, as_in_force, frozen_changes
from tests.solving.test_start import REPLANNING, monday, replanned


@pytest.fixture(scope="module")
def coming():
    return monday(synthetic_instance(Size(locations=1, streams=2, weeks=12), seed=1))


def test_another_plan_gets_its_frozen_weeks_back_and_is_a_plan_again(coming):
    following, f, in_force = coming
    other = in_force.replace(staff_days=np.roll(in_force.staff_days, 1, axis=1))
    assert share_moved(f, other)[0] > 0
    put_back = as_in_force(f, other, in_force)
    assert share_moved(f, put_back)[0] == 0
    plan, steps = replanned(following, put_back)
    assert "relaxation" not in steps
    assert (share_moved(f, plan)[0], list(frozen_changes(f, plan))) == (0, [])
    assert audit(following, REPLANNING, run_tables(f, REPLANNING, plan, ())).findings == ()


def test_weeks_after_the_frozen_ones_stay_as_they_are_put_back_or_not(coming):
    _, f, in_force = coming
    nobody = in_force.replace(staff_days=np.zeros_like(in_force.staff_days))
    assert not as_in_force(f, nobody, in_force).staff_days[:, 4:].any()
    assert as_in_force(f, in_force, nobody).staff_days[:, 4:].tolist() == in_force.staff_days[:, 4:].tolist()


def test_only_days_of_people_who_are_there_are_put_back(coming):
    following, _, in_force = coming
    fewer = figures(
        following.replace(
            staff=tuple(row.__class__(row.location, row.group, row.people / 2) for row in following.staff)
        )
    )
    put_back = as_in_force(fewer, in_force, in_force)
    used = np.zeros_like(fewer.supply.whole_days)
    np.add.at(used, fewer.arc_pair, put_back.staff_days)
    assert (used <= fewer.supply.whole_days + fewer.supply.overtime_days).all()
    assert {change.why for change in frozen_changes(fewer, put_back)} == {FEWER}


def test_every_change_of_a_frozen_week_has_a_reason(coming):
    following, f, in_force = coming
    arc = int(np.flatnonzero(in_force.staff_days[:, 0])[0])
    days = in_force.staff_days.copy()
    days[arc, 0] -= 1
    (less,) = frozen_changes(f, in_force.replace(staff_days=days))
    assert (less.why, less.planned - less.in_force) == (OTHERWISE, -1)
    days[arc, 0] += 3
    (more,) = frozen_changes(f, in_force.replace(staff_days=days))
    assert (more.why, more.planned - more.in_force) == (ADDED, 2)
    stage = following.eligibility[0]
    other = figures(following.replace(eligibility=tuple(row for row in following.eligibility if row != stage)))
    gone = [change for change in frozen_changes(other, _without(f, other, in_force)) if change.why == NOBODY]
    assert {tuple(change.work.split(",")[1:3]) for change in gone} <= {(stage.group, stage.stream)}
    assert gone


def _without(f, other, plan):
    """The plan on the arcs that are left."""
    left = {arc: a for a, arc in enumerate(zip(other.arc_pair.tolist(), other.arc_work.tolist(), strict=True))}
    days = np.zeros((len(other.arc_pair), len(other.weeks)), dtype=np.int64)
    for a, arc in enumerate(zip(f.arc_pair.tolist(), f.arc_work.tolist(), strict=True)):
        if arc in left:
            days[left[arc]] = plan.staff_days[a]
    return plan.replace(staff_days=days)
