"""The search of a weekly run: from what is left of the plan in force, and once more where there is no plan as told."""

from __future__ import annotations

from dataclasses import replace

from planner.cli.output import warn
from planner.cli.run_record import Request
from planner.cli.solve import solve_shown
from planner.domain.figures import figures
from planner.domain.plan import Plan
from planner.domain.result import Proven, Result, Status
from planner.solving.options import SolveOptions
from planner.weekly.frozen import as_in_force

TEAMS = "teams: with those that were told to open or close there is no plan"


def searched(
    request: Request, options: SolveOptions, start: Plan | None, proven: Proven | None, told_otherwise: list[str]
) -> tuple[Request, Result]:
    """A plan; where there is none, one in which teams need not be as told, which `told_otherwise` then says.

    Where people lack, frozen weeks come first in what it begins from.
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
    return request, result
