"""The search of a weekly run: from what is left of the plan in force, and once more where that did not give enough."""

from __future__ import annotations

from dataclasses import replace

from planner.cli.output import say, warn
from planner.cli.run_record import Request
from planner.cli.solve import solve_shown
from planner.domain.figures import figures
from planner.domain.plan import Plan
from planner.domain.result import Proven, Result, Status
from planner.solving.options import Engine, SolveOptions
from planner.weekly.closed import share_moved
from planner.weekly.frozen import as_in_force

TEAMS = "teams: with those that were told to open or close there is no plan"


def searched(
    request: Request, options: SolveOptions, start: Plan | None, proven: Proven | None, told_otherwise: list[str]
) -> tuple[Request, Result]:
    """A plan; where there is none, one in which teams need not be as told, which `told_otherwise` then says.

    Where people lack, frozen weeks come first in what it begins from. A plan that changes more of them than that is
    planned once more from itself with these put back.
    """
    f = figures(request.instance)
    if start is not None and len(f.held):
        start = as_in_force(f, start, start)
    result = solve_shown(request, options, start, proven)
    if result.status is Status.INFEASIBLE and request.instance.told_teams:
        warn(f"not as told: {TEAMS}.")
        told_otherwise.append(TEAMS)
        request = replace(request, instance=request.instance.replace(told_teams=()))
        result = solve_shown(request, options, start, proven)
    if result.plan is None or start is None or result.signal_number or result.engine != Engine.DECOMPOSITION:
        return request, result
    put_back, changed = as_in_force(f, result.plan, start), share_moved(f, result.plan)[0]
    if share_moved(f, put_back)[0] >= changed:
        return request, result
    say("More frozen weeks have changed than must: planned once more with them as they were.")
    again = solve_shown(request, _rest(options, result), put_back, proven)
    better = again.plan is not None and share_moved(f, again.plan)[0] < changed
    return request, replace(again if better else result, log=(*result.log, *again.log))


def _rest(options: SolveOptions, spent: Result) -> SolveOptions:
    """The options with what is left of the time, a tenth of it at least."""
    if options.time_limit is None:
        return options
    left = options.time_limit - spent.seconds.get("search", 0.0)
    return replace(options, time_limit=max(left, options.time_limit / 10))
