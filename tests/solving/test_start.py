"""Decomposition goes on from a plan: frozen weeks stand, nothing gets worse, and what is no plan is left alone."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Guarantee
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED, for_replanning
from planner.domain.result import Proven
from planner.evaluation.audit import audit
from planner.evaluation.levels import level_values
from planner.evaluation.tables import run_tables
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import relaxation
from planner.generation.random_instance import random_instance
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving import decomposition
from planner.solving.best import Best
from planner.solving.bounds import Bounds
from planner.solving.decomposition import decompose
from planner.solving.engine import Found, Step, Task, better
from planner.solving.options import SolveOptions
from planner.solving.start import NOT_TAKEN, begun, within
from planner.weekly.advance import advanced
from planner.weekly.closed import share_moved
from planner.weekly.happened import as_planned
from tests.evaluation.greedy import greedy
from tests.formulation.build import everything
from tests.solving.child import digest
from tests.solving.tiny import tiny
from tests.weekly.continuing import continued

REPLANNING = for_replanning(SHIPPED)
BUILT = {
    "everything": everything,
    **{f"random-{seed}": lambda seed=seed: random_instance(Random(seed), weeks=12) for seed in range(4)},
}


def monday(instance):
    """The instance of the next week when all goes as planned by a plain plan, its figures, and the rest of the plan."""
    f = figures(instance)
    plan = greedy(f)
    f = f.decided(plan.taken, plan.team_open)
    following = advanced(instance, plan, as_planned(f, plan))
    return following, *continued(f, plan, following)


def replanned(instance, start, enough=0.0):
    """The last plan, and the steps on the way to it."""
    events = []
    decompose(Task(figures(instance), REPLANNING, SolveOptions(enough=enough), start), events.append)
    plans = [event.plan for event in events if isinstance(event, Found)]
    return plans[-1], [event.stage for event in events if isinstance(event, Step)]


@pytest.mark.parametrize("name", BUILT)
def test_frozen_weeks_stand_and_nothing_gets_worse_than_the_plan_to_begin_from(name):
    following, f, start = monday(BUILT[name]())
    plan, steps = replanned(following, start)
    assert "relaxation" not in steps
    assert share_moved(f, plan)[0] == 0
    before, after = level_values(f, REPLANNING, start), level_values(f, REPLANNING, plan)
    assert not better(before, after)
    assert audit(following, REPLANNING, run_tables(figures(following), REPLANNING, plan, ())).findings == ()


def test_days_after_the_frozen_weeks_still_move_to_where_they_are_worth_more():
    following, f, start = monday(synthetic_instance(Size(locations=1, streams=2, weeks=12), seed=1))
    plan, _ = replanned(following, start)
    frozen, moved = share_moved(f, plan)
    assert frozen == 0
    assert moved > 0
    assert better(level_values(f, REPLANNING, plan), level_values(f, REPLANNING, start))


def test_what_is_enough_ends_the_search_from_a_plan_in_force_and_not_one_from_nothing():
    following, _, start = monday(synthetic_instance(Size(locations=1, streams=2, weeks=12), seed=1))
    _, all_steps = replanned(following, start)
    _, steps = replanned(following, start, enough=1e9)
    assert any(step.startswith("repair") for step in all_steps)
    assert not any(step.startswith("repair") or step == "mending, round 2" for step in steps)
    assert replanned(following, None, enough=1e9)[1] == replanned(following, None)[1]


def test_on_a_monday_carried_bounds_do_for_longer_and_no_window_is_wide_or_for_waiting(monkeypatch):
    asked, lessened, walked = [], [], []
    monkeypatch.setattr(Best, "prove", lambda _, gap: asked.append(gap) or gap)
    monkeypatch.setattr(decomposition, "less_waiting", lambda *_: lessened.append(True))
    monkeypatch.setattr(decomposition, "repaired", lambda *given: walked.append(len(given[-1])))
    monkeypatch.setattr(decomposition, "set_right", lambda _, now: now)
    instance = synthetic_instance(Size(locations=1, streams=2, weeks=12), seed=1)
    _, f, start = monday(instance)
    for enough, carried in ((0.5, Proven(instance, {})), (0.5, None), (0.0, Proven(instance, {}))):
        decompose(Task(f, REPLANNING, SolveOptions(gap=0.02, enough=enough), start, carried), lambda _: None)
    assert asked == [0.03, 0.02, 0.02]
    assert len(lessened) == 1
    assert walked == [1, 1, 3]


def test_without_a_plan_to_begin_from_that_fits_it_is_planned_from_nothing():
    following, _, start = monday(everything())
    plan, steps = replanned(following, start.replace(staff_days=start.staff_days[:, 1:]))
    assert steps[:3] == ["plan to begin from", NOT_TAKEN, "relaxation"]
    assert digest(plan) == digest(replanned(following, None)[0])


@pytest.mark.parametrize("name", BUILT)
def test_frozen_weeks_stand_in_a_plan_from_nothing_too(name):
    following, f, _ = monday(BUILT[name]())
    plan, steps = replanned(following, None)
    assert "relaxation" in steps
    assert share_moved(f, plan)[0] == 0
    assert audit(following, REPLANNING, run_tables(figures(following), REPLANNING, plan, ())).findings == ()


def test_people_and_teams_beyond_the_rules_are_taken_as_near_as_they_allow():
    # 1000 people in each intake are more than any limit on hiring; of the two teams one may be open at a time.
    instance = everything()
    f = figures(instance)
    start = greedy(f)
    many = start.replace(taken=np.full(len(f.supply.intakes), 1000), team_open=np.ones_like(f.team_open))
    plan, steps = replanned(instance, many)
    assert steps[:2] == ["plan to begin from", "plan to begin from, its people and teams as near as the rules allow"]
    assert "relaxation" not in steps
    assert plan.taken.any()
    assert plan.team_open.any()
    assert audit(instance, REPLANNING, run_tables(f, REPLANNING, plan, ())).findings == ()


def test_a_plan_whose_team_lacks_a_day_is_not_given_up():
    # A team of at least one person, five days a week; in the second week it has four, and one person of two is idle.
    f = figures(tiny("specialised-team"))
    open_ = np.ones_like(f.team_open)
    ordinary, new, learned = [5, 5, 5, 5], [5, 4, 0, 0], [0, 0, 5, 5]
    start = Plan(np.array([ordinary, new, learned]), np.zeros((1, 1, 4), dtype=np.int64), team_open=open_)
    exact = relaxation(f, classes(f), choices=True)
    best = begun(Task(f, SHIPPED, SolveOptions(), start), Bounds(f, SHIPPED, exact), lambda _: None)
    assert best.staffed.staff_days.tolist() == [ordinary, [5, 5, 0, 0], learned]


def test_a_stream_keeps_its_staff_when_more_of_it_is_guaranteed():
    # Ten cases come in weeks 0 and 1, five are decided a week. Half were guaranteed, now nine of ten are. The same days
    # serve both parts: of 9 and 9 guaranteed ones 5, 5, 5 and 3 are done, and 4 + 8 + 3 case-weeks late.
    own = tiny("guaranteed-volume-even")
    f = figures(own.replace(header=replace(own.header, guarantee=Guarantee(18.0, "even"))))
    assert f.task_names == (("new", "decision"), ("new+", "decision"))
    start = Plan(np.array([[5, 5, 5, 5]]), np.zeros((1, 2, 4), dtype=np.int64))
    exact = relaxation(f, classes(f), choices=True)
    found = []
    best = begun(Task(f, SHIPPED, SolveOptions(), start), Bounds(f, SHIPPED, exact), found.append)
    assert best.staffed.staff_days.tolist() == [[5, 5, 5, 5]]
    late = [event.levels[0].value for event in found if isinstance(event, Found)]
    assert late == pytest.approx([15])


@pytest.mark.parametrize("seed", range(6))
def test_a_plan_that_makes_no_sense_is_no_way_around_a_rule(seed):
    # Staff-days, people and teams by lot.
    instance = everything() if seed == 0 else random_instance(Random(seed), weeks=8)
    f, lot = figures(instance), np.random.default_rng(seed)
    start = Plan(
        lot.integers(0, 9, (len(f.arc_pair), len(f.weeks))),
        np.zeros((len(instance.locations), len(f.tasks), len(f.weeks)), dtype=np.int64),
        lot.integers(0, 3, len(f.supply.intakes)),
        lot.random(f.team_open.shape) < 0.5,
    )
    events = []
    decompose(Task(f, REPLANNING, SolveOptions(), start), events.append)
    found = [event for event in events if isinstance(event, Found)][-1]
    tables = run_tables(f, REPLANNING, found.plan, found.levels)
    assert audit(instance, REPLANNING, tables).findings == ()


def test_who_is_not_there_any_more_is_missed_first_where_most_days_are():
    # One person, 5 days a week. Of 4 and 3 days 5 are left: the 3, and 2 of the 4.
    f = figures(tiny("level-order"))
    assert within(f, np.array([[4, 5, 0], [3, 0, 5]]), f.supply.whole_days).tolist() == [[2, 5, 0], [3, 0, 5]]
