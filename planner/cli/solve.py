"""`planner solve`: plans, proves, audits and saves."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit, exit_of_signal
from planner.cli.new_name import free_name
from planner.cli.output import complain, paint, say, show, show_json
from planner.cli.problems import show_warnings
from planner.errors import InputError, Problem
from planner.solving.options import CAPABILITIES, Engine, SolveOptions

if TYPE_CHECKING:
    from planner.cli.run_record import Judged, Request
    from planner.domain.instance import Instance
    from planner.domain.plan import Plan
    from planner.domain.policy import Policy
    from planner.domain.result import Result

RUNS = Path("runs")
DEFAULTS = SolveOptions()
ENGINES = "; ".join(f"{engine}: {words}" for engine, words in CAPABILITIES.items())


@dataclass
class _Clock:
    """Seconds that each phase took."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = perf_counter() - start


@click.command(
    epilog=parameters.example(
        "planner solve instances/ind-2026 --scenario inflow-30 --out runs/inflow-30 --time-limit 600",
    )
)
@parameters.instance
@parameters.scenario
@click.option("--policy", "policy_file", type=parameters.FILE, help="A policy in TOML; the shipped one when left out.")
@click.option(
    "--out",
    type=parameters.FOLDER,
    help=f"The folder of the run, which must not be there; {RUNS}/INSTANCE-TIME when left out.",
)
@click.option(
    "--gap",
    type=click.FloatRange(0, 1, max_open=True),
    default=DEFAULTS.gap,
    show_default=True,
    help="The proven gap at which an aim counts as solved.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    help="Seconds after which the best plan so far is kept; none when left out.",
)
@click.option(
    "--solver",
    type=click.Choice([engine.value for engine in Engine]),
    default=DEFAULTS.engine.value,
    show_default=True,
    help=f"How to solve. {ENGINES}.",
)
@click.option("--threads", type=click.IntRange(1), default=DEFAULTS.threads, show_default=True, help="Cores to use.")
@click.option("--seed", type=click.IntRange(0), default=DEFAULTS.seed, show_default=True, help="Breaks ties.")
@parameters.common
def command(
    instance: Path,
    scenario: str | None,
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
    folder = out or free_name(RUNS / f"{_slug(instance, scenario)}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    _refuse_bad_place(folder)
    clock = _Clock()
    with clock.phase("read"):
        read, wanted = _read(instance, scenario, policy_file)
    request = Request(instance, scenario, read, wanted, options)
    with clock.phase("solve"):
        result = _solve(request)
    if result.plan is None:
        return _no_plan(request, result, clock, as_json)
    return _plan(request, result, result.plan, folder, clock, as_json)


def _refuse_bad_place(folder: Path) -> None:
    """Says at once, not after the solve, that the run could not be saved there."""
    if os.path.lexists(folder):
        raise click.BadParameter(f"{folder} is there already.", param_hint="--out")
    there = next(parent for parent in folder.absolute().parents if os.path.lexists(parent))
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise click.BadParameter(f"no folder can be made in {there}.", param_hint="--out")


def _read(folder: Path, scenario: str | None, policy_file: Path | None) -> tuple[Instance, Policy]:
    """The instance and the policy; raises InputError with every problem of both."""
    from planner.domain.policy import SHIPPED
    from planner.files.instance import check_instance
    from planner.files.policy_file import read_policy

    problems: list[Problem] = []
    policy = SHIPPED
    try:
        policy = read_policy(policy_file) if policy_file else SHIPPED
    except InputError as error:
        problems += error.problems
    checked = check_instance(folder, scenario)
    problems += checked.problems
    if checked.instance is None or problems:
        raise InputError(problems)
    show_warnings(checked.warnings)
    return checked.instance, policy


def _solve(request: Request) -> Result:
    from planner.cli.progress import ProgressLines
    from planner.solving.solve import solve

    progress = ProgressLines()
    try:
        return solve(request.instance, request.policy, request.options, progress)
    finally:
        progress.end()


def _no_plan(request: Request, result: Result, clock: _Clock, as_json: bool) -> int:
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


def _plan(request: Request, result: Result, plan: Plan, folder: Path, clock: _Clock, as_json: bool) -> int:
    from planner.cli.signals import stops_held_back
    from planner.domain.result import Status

    with stops_held_back() as held:
        judged = _judge(request, result, plan, clock)
        folder, found = _save(request, result, judged, folder, clock)
    if as_json:
        show_json(found | {"run": str(folder)})
    if not judged.audit.passed:
        return _refused(judged, folder)
    if not as_json:
        _show(request, found, judged, folder)
    signal_number = result.signal_number or held.number
    if signal_number:
        say("Stopped; the best plan so far is saved.")
        return exit_of_signal(signal_number)
    if result.status is Status.STOPPED:
        say("Stopped at the time limit with the best plan so far.")
    return Exit.DONE if _met(found) else Exit.TARGET_MISSED


def _judge(request: Request, result: Result, plan: Plan, clock: _Clock) -> Judged:
    from planner.cli.run_record import Judged
    from planner.domain.figures import figures
    from planner.evaluation.audit import audit
    from planner.evaluation.tables import run_tables

    with clock.phase("tables"):
        tables = run_tables(figures(request.instance), request.policy, plan, result.levels)
    with clock.phase("audit"):
        return Judged(tables, audit(request.instance, request.policy, tables))


def _save(request: Request, result: Result, judged: Judged, folder: Path, clock: _Clock) -> tuple[Path, dict[str, Any]]:
    """Saves the run, a refused one apart; returns where, and its summary."""
    from planner.cli.run_record import manifest, summary
    from planner.files.run_folder import Run, write_run

    if not judged.audit.passed:
        folder = free_name(folder.with_name(f"{folder.name}.refused"))
    found = summary(request, result, judged, clock.seconds)
    run = Run(found | manifest(request, result), request.instance, request.policy, judged.tables)
    with clock.phase("save"):
        write_run(folder, run, result.log)
    return folder, found


def _refused(judged: Judged, folder: Path) -> int:
    kept = f"For the developer the plan is kept in {folder}."
    head = "the audit refused the plan, which is a fault of the planner."
    complain("\n".join([head, *judged.audit.findings, kept]))
    return Exit.REFUSED


def _show(request: Request, found: Mapping[str, Any], judged: Judged, folder: Path) -> None:
    from planner.cli.run_record import rows_of
    from planner.cli.verdict import aftermath, targets_and_levels, verdict

    sentence = verdict(found["targets"], found["levels"], request.policy, request.instance.header.clearance)
    show(targets_and_levels(found["targets"], found["levels"]))
    show("The bound of a level holds for plans that keep the earlier levels.\n")
    show(paint(sentence, "green" if _met(found) else "red", sys.stdout))
    starved = aftermath(rows_of(judged.tables["health"]))
    if starved:
        show(paint(starved, "red", sys.stdout))
    show(f"The run is in {folder}.")


def _met(found: Mapping[str, Any]) -> bool:
    return all(target["met"] for target in found["targets"] if target["hard"])


def _slug(instance: Path, scenario: str | None) -> str:
    """The name of the instance's folder and of the scenario, as part of the name of a folder."""
    words = [instance.resolve().name, *([scenario] if scenario else [])]
    return re.sub(r"[^A-Za-z0-9._-]+", "-", "-".join(words)).strip(".-") or "instance"
