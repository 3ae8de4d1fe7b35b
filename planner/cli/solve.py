"""`planner solve`: plans, proves, audits and saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit, exit_of_signal
from planner.cli.output import complain, say, show_json, warn
from planner.cli.planning import RUNS, Clock, conclude, new_run, read_inputs, refuse_bad_place
from planner.cli.solving import solving
from planner.errors import InputError, Problem
from planner.solving.options import Engine, SolveOptions

if TYPE_CHECKING:
    from planner.cli.begun import Begun
    from planner.cli.run_record import Request
    from planner.domain.instance import Instance
    from planner.domain.plan import Plan
    from planner.domain.policy import Policy
    from planner.domain.result import Proven, Result


@click.command(
    epilog=parameters.example(
        "planner solve instances/ind-2026 --scenario inflow-30 --out runs/inflow-30 --time-limit 600",
        "planner solve instances/ind-2026 --scenario inflow-40 --from runs/inflow-30 --out runs/inflow-40",
    )
)
@parameters.instance
@parameters.scenario
@click.option(
    "--from",
    "begun_from",
    type=parameters.FOLDER,
    metavar="RUN",
    help="Begin from the plan of this run, of the same instance or of one like it, as far as it keeps the rules here. "
    "For decomposition.",
)
@click.option("--policy", "policy_file", type=parameters.FILE, help="A policy in TOML; the shipped one when left out.")
@click.option(
    "--out",
    type=parameters.FOLDER,
    help=f"The folder of the run, which must not be there; {RUNS}/INSTANCE-TIME when left out.",
)
@solving
@parameters.common
def command(
    instance: Path,
    scenario: str | None,
    begun_from: Path | None,
    policy_file: Path | None,
    out: Path | None,
    gap: float,
    time_limit: float | None,
    solver: str,
    threads: int,
    seed: int,
    as_json: bool,
) -> int:
    """Plan every week of the horizon, prove how good the plan is, audit it and save it as a run.

    The exit code is 0 when every hard target is met and 3 when one is missed. Stopped by Ctrl-C or SIGTERM, it
    saves the best plan so far.
    """
    from planner.cli.run_record import Request

    options = SolveOptions(Engine(solver), gap, time_limit, threads, seed)
    if begun_from and options.engine not in (Engine.AUTO, Engine.DECOMPOSITION):
        raise click.UsageError(f"--from is for decomposition: {solver} takes no plan to begin from.")
    folder = out or new_run(instance.resolve().name, *([scenario] if scenario else []))
    refuse_bad_place(folder)
    clock = Clock()
    with clock.phase("read"):
        read, wanted, begun = _read(instance, scenario, policy_file, begun_from)
    request = Request(instance, scenario, read, wanted, options, begun)
    with clock.phase("solve"):
        result = solve_shown(request, options, begun.plan if begun else None, begun.run.proven if begun else None)
    if result.plan is None:
        return no_plan(request, result, clock, as_json)
    if begun and not begun.taken(result):
        warn(f"{result.engine} did not begin from the plan of {begun_from}.")
    return conclude(request, result, result.plan, folder, clock, as_json)


def _read(
    folder: Path, scenario: str | None, policy_file: Path | None, begun_from: Path | None
) -> tuple[Instance, Policy, Begun | None]:
    """The instance, the policy and the plan to begin from; raises InputError with every problem of all three."""
    from planner.cli.begun import Decided, placed, read_decided

    problems: list[Problem] = []
    decided: Decided | None = None
    try:
        decided = read_decided(begun_from) if begun_from else None
    except InputError as error:
        problems += error.problems
    try:
        instance, policy = read_inputs(folder, scenario, policy_file)
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError(problems)
    begun = placed(decided, instance) if decided else None
    if begun and not begun.placed:
        words = f"of its {begun.staff_days:,} staff-days in these weeks none is on work that is in {folder}."
        raise click.BadParameter(words, param_hint="--from")
    return instance, policy, begun


def solve_shown(
    request: Request, options: SolveOptions, start: Plan | None = None, proven: Proven | None = None
) -> Result:
    """Solves, from a plan to begin from and with what is proven of one where there is, and shows how far it is."""
    from planner.cli.progress import ProgressLines
    from planner.solving.solve import solve

    progress = ProgressLines()
    try:
        return solve(request.instance, request.policy, options, progress, start, proven)
    finally:
        progress.end()


def no_plan(request: Request, result: Result, clock: Clock, as_json: bool) -> int:
    """Says why there is no plan; gives the exit code."""
    from planner.cli.run_record import summary
    from planner.domain.result import Status

    if as_json:
        show_json(summary(request, result, None, clock.seconds) | {"run": None})
    if result.signal_number:
        say("Stopped before there was a plan.")
        return exit_of_signal(result.signal_number)
    complain(
        "no plan: the rules contradict each other."
        if result.status is Status.INFEASIBLE
        else "no plan was found in the time given."
    )
    return Exit.NO_PLAN
