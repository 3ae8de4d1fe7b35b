"""`planner check`: every problem of the input at once."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json
from planner.cli.problems import as_objects


@click.command(
    epilog=parameters.example(
        "planner check instances/ind-2026", "planner check instances/ind-2026 --scenario inflow-30 --json"
    )
)
@parameters.instance
@parameters.scenario
@parameters.common
def command(instance: Path, scenario: str | None, as_json: bool) -> Exit:
    """Name every problem of the input: file, line, column, what stands there, what is expected.

    Warnings are what a modeller would ask about input that is right by the rules.
    """
    from planner.files.instance import check_instance

    checked = check_instance(instance, scenario)
    if as_json:
        show_json({"errors": as_objects(checked.problems), "warnings": as_objects(checked.warnings)})
    else:
        lines = [str(problem) for problem in checked.problems]
        lines += [f"Warning: {problem}" for problem in checked.warnings]
        counts = f"{_count(len(checked.problems), 'problem')}, {_count(len(checked.warnings), 'warning')}"
        show("\n".join([*lines, f"{instance}: {counts}."]))
    return Exit.WRONG_INPUT if checked.problems else Exit.DONE


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
