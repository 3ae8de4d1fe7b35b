"""Whole cases follow the flows of a linear model, also where those count on cases to come from other streams."""

from datetime import date

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Conversion, Withdrawal
from planner.evaluation.flows import flows
from planner.generation.sizes import SIZES
from planner.generation.synthetic import synthetic_instance
from planner.solving.fixed_staff import fixed_staff
from planner.solving.on_grid import on_grid
from planner.solving.relaxation import solve_relaxation
from planner.solving.rounding import rounded
from tests.evaluation.build import tiny as four_weeks
from tests.evaluation.hand import hand_plan
from tests.solving.guided import guided

PREPARE, HEAR = ("old", "preparation"), ("new", "hearing")


@pytest.fixture
def own() -> Figures:
    """Of 20 old cases 2 are withdrawn in week 2; half of the new ones that are heard become old a week later."""
    instance = four_weeks()
    return figures(
        instance.replace(
            withdrawals=(Withdrawal("old", "stock", date(2026, 6, 15), date(2026, 6, 21), 0.1),),
            conversions=(Conversion(*HEAR, *PREPARE, share=0.5, lag_weeks=1),),
        )
    )


def test_a_case_that_comes_makes_up_for_one_that_is_withdrawn(own):
    # 5 staff-days prepare all 20 in week 0. Of 4 heard in week 0 come 2 in week 1: those are withdrawn in week 2.
    n = own.task_names.index(PREPARE)
    model = fixed_staff(own, hand_plan(own).staff_days)
    most = np.zeros(len(model.linear.column_lower))
    most[model.flow.finished[n, 0]] = -1.0
    point = solve_relaxation(model.linear, most)
    assert point.value == pytest.approx(-20.0, abs=1e-5)
    plan = model.plan(own, point)
    assert plan.finished[0, n, 0] / UNIT == pytest.approx(20.0, abs=1e-3)
    assert (flows(own, plan).open >= 0).all()


def test_old_cases_that_others_make_up_for_are_not_left():
    # The transfers of this instance that fail become old cases, in place of those that are withdrawn later.
    own = guided(synthetic_instance(SIZES["S"], 1))
    f = own.figures
    model = fixed_staff(f, rounded(f, own.along), beds=False)
    left = np.zeros(len(model.linear.column_lower))
    left[model.flow.left[f.old]] = 1.0
    point = solve_relaxation(model.linear, left)
    to_date = np.cumsum(point.values[model.flow.finished], axis=1)
    found = flows(f, model.plan(f, point))
    assert found.finished_to_date / UNIT == pytest.approx(to_date, abs=0.01)
    assert found.left.sum() / UNIT == pytest.approx(point.value, abs=0.01)


def test_nothing_is_withdrawn_that_is_not_there_when_cases_do_not_come(own):
    # Nobody hears, though the flows say that 4 are heard: 18 of the 20 are prepared, and 2 are left to be withdrawn.
    n, heard = own.task_names.index(PREPARE), own.task_names.index(HEAR)
    days, finished = hand_plan(own).staff_days, np.zeros((len(own.tasks), len(own.weeks)))
    days[own.arc_work == own.work_of_task[heard]] = 0
    finished[n, 0], finished[heard, 0] = 20.0, 4.0
    everywhere = np.full((len(own.arc_pair), len(own.weeks)), np.iinfo(np.int64).max)
    done = on_grid(own, days, finished, everywhere)
    assert done[0, n].tolist() == [18 * UNIT, 0, 0, 0]
