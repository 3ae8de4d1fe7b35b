"""`planner audit`: a run judged again, from its decisions and its instance, without the solver."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import paint, show, show_json
from planner.cli.text_table import aligned
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.evaluation.audit import RuleAudit
    from planner.files.run_folder import Run


@click.command(
    epilog=parameters.example("planner audit runs/first", "planner audit runs/first --without-hashes --json")
)
@click.argument("run", type=parameters.FOLDER)
@click.option("--without-hashes", is_flag=True, help="Judge the numbers alone, also of files that were changed.")
@parameters.common
def command(run: Path, without_hashes: bool, as_json: bool) -> Exit:
    """Check every rule and every number of a run again, from its decisions and its instance, without the solver.

    A target that is missed is no failure of the audit. The exit code is 5 when the audit refuses the run.
    """
    from planner.files.run_folder import changed_files, read_manifest

    manifest = read_manifest(run)
    findings = [] if without_hashes else list(changed_files(run, manifest))
    rules: tuple[RuleAudit, ...] = ()
    try:
        rules, found = _judge(run)
        findings += found
    except InputError as error:
        findings += [str(problem) for problem in error.problems]
    if as_json:
        show_json(_document(run, manifest, not without_hashes, rules, findings))
    else:
        _show(rules, findings)
    return Exit.REFUSED if findings else Exit.DONE


def _judge(folder: Path) -> tuple[tuple[RuleAudit, ...], list[str]]:
    """The rules, and what is wrong with the tables or with what the manifest says of them."""
    from planner.evaluation.audit import audit
    from planner.files.run_folder import read_run

    run = read_run(folder)
    judged = audit(run.instance, run.policy, run.tables)
    return judged.rules, [*judged.findings, *_not_as_in_the_tables(run)]


def _not_as_in_the_tables(run: Run) -> list[str]:
    from planner.cli.run_record import levels_in, targets_in

    try:
        stated = {"levels": levels_in(run.tables), "targets": targets_in(run.tables)}
    except (KeyError, ValueError):
        return ["The manifest cannot be held against the tables levels and targets."]
    return [
        f"The manifest says something else about {name} than the table does."
        for name, own in stated.items()
        if run.manifest.get(name) != own
    ]


def _document(
    run: Path, manifest: dict[str, Any], hashes: bool, rules: tuple[RuleAudit, ...], findings: list[str]
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
        "findings": findings,
    }


def _show(rules: tuple[RuleAudit, ...], findings: list[str]) -> None:
    if rules:
        head = ("rule", "worst violation", "allowed", "unit", "")
        body = [
            (rule.name, f"{rule.worst:.3g}", f"{rule.tolerance:.3g}", rule.unit, "holds" if rule.holds else "BROKEN")
            for rule in rules
        ]
        show(aligned([head, *body], right=(1, 2)) + "\n")
    for finding in findings:
        show(finding)
    if findings:
        show(paint("The audit refuses the run.", "red", sys.stdout))
    else:
        show(paint(f"The audit passes: {len(rules)} rules hold and every number is right.", "green", sys.stdout))
