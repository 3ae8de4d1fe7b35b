"""The flows that given staff-days allow are the best there are, and keep every rule."""

from random import Random

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.flows import flows
from planner.evaluation.levels import level_values
from planner.evaluation.tables import run_tables
from planner.generation.random_instance import random_instance
from planner.solving.fixed_staff import FixedStaff, fixed_staff
from planner.solving.relaxation import Point, solve_relaxation
from tests.evaluation.build import tiny as four_weeks
from tests.evaluation.build import varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan
from tests.evaluation.proofs import proofs
from tests.formulation.build import everything
from tests.solving.run import rounding
from tests.solving.tiny import tiny

BUILT = {
    "everything": everything,
    "four weeks": four_weeks,
    "hearing-rooms": lambda: tiny("hearing-rooms"),
    "process-beds": lambda: tiny("process-beds"),
    "remote-hearings": lambda: tiny("remote-hearings"),
    "support-share": lambda: tiny("support-share"),
    "varied": varied,
    **{
        f"random-{seed}": lambda seed=seed: random_instance(Random(seed), locations=3, streams=4, weeks=10)
        for seed in range(8)
    },
}
WEIGHTS = (1e6, 1e6, 1e5, 1e4, 1.0, 1e-2)
"""What the levels weigh against each other here; any would do."""


def best(f: Figures, model: FixedStaff, weights=WEIGHTS) -> Point:
    costs = sum(weight * own for weight, own in zip(weights, model.costs(f, SHIPPED), strict=True))
    point = solve_relaxation(model.linear, costs)
    assert point is not None
    return point


def gross(f: Figures, plan: Plan) -> list[float]:
    return [value.gross for value in level_values(f, SHIPPED, plan)]


def passes(instance: Instance, f: Figures, plan: Plan) -> None:
    tables = run_tables(f, SHIPPED, plan, proofs(f, plan))
    assert audit(instance, SHIPPED, tables).findings == ()


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("seed", range(2))
def test_each_level_alone_is_never_worse_than_a_known_plan_of_these_staff_days(name, seed):
    f = figures(BUILT[name]())
    known = greedy(f, seed)
    f = f.decided(known.taken, known.team_open)
    model = fixed_staff(f, known.staff_days)
    for number, level in enumerate(SHIPPED.levels):
        costs = model.costs(f, SHIPPED)[number]
        if not costs.any():
            continue
        point = solve_relaxation(model.linear, costs)
        assert point is not None
        value = gross(f, known)[number]
        assert point.bound <= value + rounding(SHIPPED, level.name, value)


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("seed", range(2))
def test_the_plan_keeps_every_rule_and_is_never_worse_in_all(name, seed):
    instance = BUILT[name]()
    f = figures(instance)
    known = greedy(f, seed)
    f = f.decided(known.taken, known.team_open)
    model = fixed_staff(f, known.staff_days)
    plan = model.plan(f, best(f, model))
    passes(instance, f, plan)
    assert (plan.staff_days == known.staff_days).all()
    one, other = (sum(w * v for w, v in zip(WEIGHTS, gross(f, own), strict=True)) for own in (plan, known))
    slack = sum(w * rounding(SHIPPED, level.name) for w, level in zip(WEIGHTS, SHIPPED.levels, strict=True))
    assert one <= other + slack + 1e-4 * other


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("seed", range(2))
def test_the_plan_has_the_flows_of_the_model(name, seed):
    f = figures(BUILT[name]())
    known = greedy(f, seed)
    f = f.decided(known.taken, known.team_open)
    model = fixed_staff(f, known.staff_days)
    point = best(f, model)
    to_date = np.cumsum(point.values[model.flow.finished], axis=1)
    assert flows(f, model.plan(f, point)).finished_to_date / UNIT == pytest.approx(to_date, abs=0.01)


def test_hearings_fit_rooms_that_are_too_few_for_the_staff():
    # Four hearings of 5 hours fit in the 20 hours of the room; five days of staff, 40 hours, could hold ten of 4 hours.
    f = figures(tiny("hearing-rooms"))
    days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
    heard = f.stage_of_task[f.task_of_work[f.arc_work]] == 1
    hearing = int(np.flatnonzero(heard & (f.rooms[f.supply.location[f.arc_pair], 0] > 0))[0])
    days[hearing] = 5
    model = fixed_staff(f, days)
    in_room = f.rooms[model.where.location[model.apart.site], model.apart.week] > 0
    assert in_room.sum() == len(f.weeks)
    most = np.zeros(len(model.linear.column_lower))
    most[model.flow.finished[f.task_of_work[f.arc_work[hearing]], 0]] = -1.0
    assert solve_relaxation(model.linear, most).value == pytest.approx(-4.0, abs=1e-5)


def test_rooms_that_hold_all_are_left_out_and_where_there_are_none_nobody_hears():
    # One day is 8 hours, two hearings, ten hours of the twenty of north's room. South has no room and nobody who hears,
    # but staff who might: a day there is worth nothing, a day in the north is.
    f = figures(tiny("hearing-rooms"))
    days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
    heard = f.stage_of_task[f.task_of_work[f.arc_work]] == 1
    north = f.rooms[f.supply.location[f.arc_pair], 0] > 0
    days[heard & north] = 1
    model = fixed_staff(f, days)
    assert not (f.rooms[model.where.location[model.apart.site], model.apart.week] > 0).any()
    rows = model.rows_of_arcs()
    assert np.isin(rows[heard & north], model.capacity).all()
    assert np.isin(rows[heard & ~north], model.apart.capacity).all()
    assert (heard & ~north).any()


def test_a_site_without_hearings_has_its_columns_where_rooms_are_nearly_full():
    # A day of hearings takes ten hours of the room, two days 20: a site has columns of its own from 16 of the 20 on.
    f = figures(tiny("hearing-rooms"))
    heard = f.stage_of_task[f.task_of_work[f.arc_work]] == 1
    north = heard & (f.rooms[f.supply.location[f.arc_pair], 0] > 0)
    for number, apart in ((1, False), (2, True)):
        days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
        days[np.flatnonzero(north)[0]] = number
        model = fixed_staff(f, days)
        assert np.isin(model.rows_of_arcs()[north], model.apart.capacity).all() == apart


def test_a_day_is_worth_nothing_where_there_is_no_case():
    # All 20 old cases are prepared in week 0 (see hand.py), by 5 days of 4 cases: no more comes for a day to prepare.
    f = figures(four_weeks())
    model = fixed_staff(f, hand_plan(f).staff_days)
    value = model.day_value(f, best(f, model))
    assert (value >= 0).all()
    prepares = f.arc_work == f.works.index(("old", "preparation"))
    assert value[prepares, 1:] == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize("name", ["everything", "varied"])
def test_to_keep_more_days_free_than_there_are_contradicts_nothing(name):
    # No decision on an old case in the week in which they end. Some are withdrawn in it all the same.
    f = figures(BUILT[name]())
    model = fixed_staff(f, greedy(f).staff_days)
    careful = model.careful(f, 1e4)
    costs = sum(weight * own for weight, own in zip(WEIGHTS, model.costs(f, SHIPPED), strict=True))
    point = solve_relaxation(careful, costs)
    assert point is not None
    assert 0 < f.clearance < len(f.weeks)
    assert point.values[model.flow.finished[f.final[f.old], f.clearance]] == pytest.approx(0.0, abs=1e-6)
