"""What a weekly run does when a search does not give what it should: with a stand-in for the search."""

from dataclasses import replace

import numpy as np
import pytest

import planner.cli.weekly_search as module
from planner.cli.run_record import Request
from planner.domain.policy import SHIPPED, for_replanning
from planner.domain.result import Proven, Result, Status
from planner.solving.options import Engine, SolveOptions
from planner.weekly.closed import share_moved
from tests.solving.test_start import monday
from tests.solving.tiny import tiny

FROM_NOTHING = "decomposition"
PROVEN = Proven(tiny("level-order"), {})


@pytest.fixture
def coming():
    """The state of a Monday, its figures, and what is left of the plan in force."""
    return monday(tiny("level-order"))


def searched(monkeypatch, tmp_path, instance, start, *results: Result, options: SolveOptions | None = None):
    """What comes of it, and what the searches were asked."""
    asked: list[tuple] = []

    def search(request, own, begin, proven):
        assert proven is PROVEN
        asked.append((request.instance, own, begin))
        return results[len(asked) - 1]

    monkeypatch.setattr(module, "solve_shown", search)
    own, told_otherwise = options or SolveOptions(), []
    request = Request(tmp_path, None, instance, for_replanning(SHIPPED), own)
    request, result = module.searched(request, own, start, PROVEN, told_otherwise)
    return request, result, asked, told_otherwise


def moved_days(f, plan, number: int = 1):
    """The plan with so many days of its frozen weeks left out."""
    days = plan.staff_days.copy()
    days[tuple(np.argwhere(days[:, :1])[0])] -= number
    assert share_moved(f, plan.replace(staff_days=days))[0] == number
    return plan.replace(staff_days=days)


def found(plan, engine=FROM_NOTHING, **more) -> Result:
    return Result(Status.FEASIBLE, plan, engine=engine, **more)


def test_frozen_weeks_that_a_plan_from_nothing_changed_are_put_back_and_it_is_searched_once_more(
    monkeypatch, tmp_path, coming
):
    following, f, in_force = coming
    first, second = found(moved_days(f, in_force), log=("one",)), found(in_force, log=("two",))
    _, result, asked, _ = searched(monkeypatch, tmp_path, following, in_force, first, second)
    assert [share_moved(f, begin)[0] for _, _, begin in asked] == [0, 0]
    assert (asked[1][2].staff_days == in_force.staff_days).all()
    assert (result.plan is in_force, result.log) == (True, ("one", "two"))


def test_the_second_search_has_what_is_left_of_the_time_and_does_not_make_it_worse(monkeypatch, tmp_path, coming):
    following, f, in_force = coming
    first, second = found(moved_days(f, in_force), seconds={"search": 40.0}), found(moved_days(f, in_force, 2))
    options = SolveOptions(time_limit=100.0)
    _, result, asked, _ = searched(monkeypatch, tmp_path, following, in_force, first, second, options=options)
    assert [own.time_limit for _, own, _ in asked] == [100.0, 60.0]
    assert result.plan is first.plan


@pytest.mark.parametrize("change", ["whole model", "stopped", "nothing changed", "first plan of all"])
def test_there_is_no_second_search_where_none_can_help(monkeypatch, tmp_path, coming, change):
    following, f, in_force = coming
    result = found(moved_days(f, in_force))
    start = None if change == "first plan of all" else in_force
    if change == "whole model":
        result = replace(result, engine=Engine.SCIP.value)
    elif change == "stopped":
        result = replace(result, signal_number=15)
    elif change == "nothing changed":
        result = replace(result, plan=in_force)
    _, _, asked, _ = searched(monkeypatch, tmp_path, following, start, result)
    assert len(asked) == 1


def test_where_teams_as_told_leave_no_plan_they_are_free_and_that_is_said(monkeypatch, tmp_path):
    following, _, in_force = monday(tiny("specialised-team"))
    assert following.told_teams
    none = Result(Status.INFEASIBLE, None, engine=FROM_NOTHING)
    request, result, asked, told_otherwise = searched(monkeypatch, tmp_path, following, in_force, none, found(in_force))
    assert [bool(own.told_teams) for own, _, _ in asked] == [True, False]
    assert request.instance.told_teams == ()
    assert result.plan is in_force
    assert told_otherwise == [module.TEAMS]
