"""What every command that makes a plan does around it: reads, audits, saves, shows, and knows the exit code."""

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

from planner.cli.exit_codes import Exit, exit_of_signal
from planner.cli.new_name import free_name
from planner.cli.output import complain, paint, say, show, show_json
from planner.cli.problems import show_warnings
from planner.errors import InputError, Problem

if TYPE_CHECKING:
    from planner.cli.run_record import Judged, Request
    from planner.domain.instance import Instance
    from planner.domain.plan import Plan
    from planner.domain.policy import Policy
    from planner.domain.result import Result

RUNS = Path("runs")


@dataclass
class Clock:
    """Seconds that each phase took."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Counts the seconds of the block for the phase."""
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = perf_counter() - start


def new_run(*words: str) -> Path:
    """A new folder of a run, named after these words and the time."""
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", "-".join(words)).strip(".-") or "instance"
    return free_name(RUNS / f"{slug}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")


def refuse_bad_place(folder: Path) -> None:
    """Says at once, not after the solve, that the run could not be saved there."""
    if os.path.lexists(folder):
        raise click.BadParameter(f"{folder} is there already.", param_hint="--out")
    there = next(parent for parent in folder.absolute().parents if os.path.lexists(parent))
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise click.BadParameter(f"no folder can be made in {there}.", param_hint="--out")


def read_inputs(folder: Path, scenario: str | None, policy_file: Path | None) -> tuple[Instance, Policy]:
    """The instance and the policy; raises InputError with every problem of both.

    Where a plan is in force the policy says what it counts for to change it.
    """
    from planner.domain.policy import SHIPPED, for_replanning
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
    return checked.instance, for_replanning(policy) if checked.instance.in_force else policy


@dataclass(frozen=True)
class Beside:
    """What a run has beside the plan: more for its summary, more for its manifest alone, and files by name."""

    summary: dict[str, Any] = field(default_factory=dict)
    manifest: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def conclude(
    request: Request,
    result: Result,
    plan: Plan,
    folder: Path | None,
    clock: Clock,
    as_json: bool,
    beside: Beside | None = None,
) -> int:
    """Audits the plan, saves it as a run (None: not at all) and shows it; gives the exit code."""
    from planner.cli.signals import stops_held_back
    from planner.domain.result import Status

    with stops_held_back() as held:
        judged = judge(request, result, plan, clock)
        folder, found = _save(request, result, judged, folder, clock, beside or Beside())
    if as_json:
        show_json(found | {"run": None if folder is None else str(folder)})
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
    return exit_of_targets(found)


def exit_of_targets(found: Mapping[str, Any]) -> Exit:
    """The exit code of a summary whose plan was audited and saved."""
    return Exit.DONE if _met(found) else Exit.TARGET_MISSED


def judge(request: Request, result: Result, plan: Plan, clock: Clock) -> Judged:
    """The plan as tables, and what the audit says of them."""
    from planner.cli.run_record import Judged
    from planner.domain.figures import figures
    from planner.evaluation.audit import audit
    from planner.evaluation.tables import run_tables

    with clock.phase("tables"):
        tables = run_tables(figures(request.instance), request.policy, plan, result.levels)
    with clock.phase("audit"):
        return Judged(tables, audit(request.instance, request.policy, tables))


def _save(
    request: Request, result: Result, judged: Judged, folder: Path | None, clock: Clock, beside: Beside
) -> tuple[Path | None, dict[str, Any]]:
    """Saves the run, a refused one apart; returns where, and its summary."""
    from planner.cli.run_record import manifest, summary
    from planner.files.run_folder import Run, write_run

    if folder and not judged.audit.passed:
        folder = free_name(folder.with_name(f"{folder.name}.refused"))
    found = summary(request, result, judged, clock.seconds) | beside.summary
    if folder:
        run = Run(
            found | manifest(request, result) | dict(beside.manifest), request.instance, request.policy, judged.tables
        )
        with clock.phase("save"):
            write_run(folder, run, result.log, result.proofs, beside.files)
    return folder, found


def _refused(judged: Judged, folder: Path | None) -> int:
    kept = f"For the developer the plan is kept in {folder}." if folder else "Nothing is kept of it."
    head = "the audit refused the plan, which is a fault of the planner."
    complain("\n".join([head, *judged.audit.findings, kept]))
    return Exit.REFUSED


def _show(request: Request, found: Mapping[str, Any], judged: Judged, folder: Path | None) -> None:
    from planner.cli.verdict import aftermath, targets_and_levels, verdict

    sentence = verdict(found["targets"], found["levels"], request.policy, request.instance.header.clearance)
    show(targets_and_levels(found))
    if any(level["bound"] is not None for level in found["levels"]):
        more = "; that of all in euro for plans that keep every level before the last" if found["euro_together"] else ""
        show(f"The bound of a level holds for plans that keep the earlier levels{more}.\n")
    else:
        show("No bound was sought.\n")
    show(paint(sentence, "green" if _met(found) else "red", sys.stdout))
    starved = aftermath(judged.tables["health"].records())
    if starved:
        show(paint(starved, "red", sys.stdout))
    show(f"The run is in {folder}." if folder else "Nothing was written.")


def _met(found: Mapping[str, Any]) -> bool:
    return all(target["met"] for target in found["targets"] if target["hard"])
