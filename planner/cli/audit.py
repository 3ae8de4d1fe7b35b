"""`planner audit`: a run judged again, from its decisions and its instance, without the solver."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import paint, show, show_json
from planner.cli.text_table import aligned
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.cli.bound_check import BoundCheck
    from planner.evaluation.audit import RuleAudit
    from planner.files.run_folder import Run


@click.command(
    epilog=parameters.example(
        "planner audit runs/first",
        "planner audit runs/first --without-hashes --json",
        "planner audit runs/first --bound",
    )
)
@click.argument("run", type=parameters.FOLDER)
@click.option("--without-hashes", is_flag=True, help="Judge the numbers alone, also of files that were changed.")
@click.option("--bound", is_flag=True, help="Work the bounds out again too, exactly, from the dual values of the run.")
@parameters.common
def command(run: Path, without_hashes: bool, bound: bool, as_json: bool) -> Exit:
    """Check every rule and every number of a run again, from its decisions and its instance, without the solver.

    A target that is missed is no failure of the audit. The exit code is 5 when the audit refuses the run. With --bound
    it refuses a stated bound that is above what follows. Only the decomposition keeps what that takes; the bounds of
    other engines are a solver's word, and yardsticks have none.
    """
    from planner.files.run_folder import changed_files, read_manifest

    manifest = read_manifest(run)
    findings = [] if without_hashes else list(changed_files(run, manifest))
    rules: tuple[RuleAudit, ...] = ()
    bounds: list[BoundCheck] | None = None
    try:
        rules, found = _judge(run)
        findings += found
        if bound and not found:
            bounds = _bounds(run)
            findings += [own.finding for own in bounds if own.refused]
    except InputError as error:
        findings += [str(problem) for problem in error.problems]
    if as_json:
        show_json(_document(run, manifest, not without_hashes, rules, bounds, findings))
    else:
        _show(rules, bounds, findings)
    return Exit.REFUSED if findings else Exit.DONE


def _judge(folder: Path) -> tuple[tuple[RuleAudit, ...], list[str]]:
    """The rules, and what is wrong with the tables or with what the manifest says of them."""
    from planner.evaluation.audit import audit
    from planner.files.run_folder import read_run

    run = read_run(folder)
    judged = audit(run.instance, run.policy, run.tables)
    return judged.rules, [*judged.findings, *_not_as_in_the_tables(run)]


def _bounds(folder: Path) -> list[BoundCheck]:
    from planner.cli.bound_check import check_bounds
    from planner.files.run_folder import read_run

    return check_bounds(folder, read_run(folder))


def _not_as_in_the_tables(run: Run) -> list[str]:
    from planner.cli.run_record import euro_together_in, levels_in, targets_in

    try:
        stated = {"levels": levels_in(run.tables), "targets": targets_in(run.tables)}
        together = {"euro_together": euro_together_in(run.tables)}  # runs of earlier versions do not state it
    except (KeyError, ValueError):
        return ["The manifest cannot be held against the tables levels and targets."]
    return [
        f"The manifest says something else about {name} than the table does."
        for name, own in (stated | together).items()
        if (together | dict(run.manifest)).get(name) != own
    ]


def _document(
    run: Path,
    manifest: dict[str, Any],
    hashes: bool,
    rules: tuple[RuleAudit, ...],
    bounds: list[BoundCheck] | None,
    findings: list[str],
) -> dict[str, Any]:
    return {
        "run": str(run),
        "instance": manifest.get("instance"),
        "scenario": manifest.get("scenario"),
        "hashes": hashes,
        "audit": {"rules": len(rules), "violations": sum(not rule.holds for rule in rules)},
        "rules": [
            {
                "name": rule.name,
                "unit": rule.unit,
                "worst": rule.worst,
                "tolerance": rule.tolerance,
                "holds": rule.holds,
            }
            for rule in rules
        ],
        "bounds": None if bounds is None else [asdict(own) for own in bounds],
        "findings": findings,
    }


def _show(rules: tuple[RuleAudit, ...], bounds: list[BoundCheck] | None, findings: list[str]) -> None:
    if rules:
        head = ("rule", "worst violation", "allowed", "unit", "")
        body = [
            (rule.name, f"{rule.worst:.3g}", f"{rule.tolerance:.3g}", rule.unit, "holds" if rule.holds else "BROKEN")
            for rule in rules
        ]
        show(aligned([head, *body], right=(1, 2)) + "\n")
    if bounds is not None:
        _show_bounds(bounds)
    for finding in findings:
        show(finding)
    if findings:
        show(paint("The audit refuses the run.", "red", sys.stdout))
    else:
        show(paint(f"The audit passes: {len(rules)} rules hold and every number is right.", "green", sys.stdout))


def _show_bounds(bounds: list[BoundCheck]) -> None:
    head = ("level", "bound stated", "follows, at least", "unit", "")
    body = [(own.name, _figure(own.stated), _figure(own.follows), own.unit, own.verdict) for own in bounds]
    show(aligned([head, *body], right=(1, 2)) + "\n")


def _figure(number: float | None) -> str:
    return "" if number is None else f"{number:.6f}"
