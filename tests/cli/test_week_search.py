"""What a weekly run does when a search finds no plan: with a stand-in for the search."""

import planner.cli.weekly_search as module
from planner.cli.run_record import Request
from planner.domain.policy import SHIPPED, for_replanning
from planner.domain.result import Proven, Result, Status
from planner.solving.options import SolveOptions
from tests.solving.test_start import monday
from tests.solving.tiny import tiny

PROVEN = Proven(tiny("level-order"), {})


def test_where_teams_as_told_leave_no_plan_they_are_free_and_that_is_said(monkeypatch, tmp_path):
    following, _, in_force = monday(tiny("specialised-team"))
    assert following.told_teams
    results = [Result(Status.INFEASIBLE, None), Result(Status.FEASIBLE, in_force)]
    asked: list[tuple] = []

    def search(request, _options, begin, proven):
        asked.append((request.instance, begin, proven))
        return results[len(asked) - 1]

    monkeypatch.setattr(module, "solve_shown", search)
    request, told_otherwise = Request(tmp_path, None, following, for_replanning(SHIPPED), SolveOptions()), []
    request, result = module.searched(request, SolveOptions(), in_force, PROVEN, told_otherwise)
    assert [bool(own.told_teams) for own, _, _ in asked] == [True, False]
    assert all(begin is not None and proven is PROVEN for _, begin, proven in asked)
    assert request.instance.told_teams == ()
    assert result.plan is in_force
    assert told_otherwise == [module.TEAMS]
