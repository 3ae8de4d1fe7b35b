"""Gates: a plan beside the one in force is held against it, metric by metric."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planner.cli.exit_codes import Exit
from planner.cli.output import complain
from planner.domain.gates import GATES, Gate
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.history_index import metrics_of
from planner.files.one_table import rows_of_file
from planner.files.place import Place


def gates_of(path: Path | None, in_force: Path) -> list[Gate]:
    """The gates of a file, none without one; raises InputError for what the run in force does not have."""
    if path is None:
        return []
    gates, known = rows_of_file(path, GATES, Gate), metrics_of(in_force)
    unknown = sorted({gate.metric for gate in gates} - known.keys())
    if unknown:
        expected, place = "a metric of the plan in force: " + ", ".join(sorted(known)), Place(str(path))
        raise InputError([place.problem("metric", Code.REFERENCE, name, expected) for name in unknown])
    return gates


def through(gates: Sequence[Gate], made: Path, in_force: Path, code: int) -> int:
    """The exit code `code` where every gate lets the run pass, else that of a gate; says which do not, and why."""
    ours, theirs = metrics_of(made), metrics_of(in_force)
    failed = [
        gate for gate in gates if gate.metric not in ours or not gate.passed(ours[gate.metric], theirs[gate.metric])
    ]
    for gate in failed:
        found = f"{ours[gate.metric]:g}" if gate.metric in ours else "nothing of that name"
        complain(
            f"gate {gate.metric}: {found} beside {theirs[gate.metric]:g} in force, asked for {gate.operator} that "
            f"(tolerance {gate.tolerance:g}, or {gate.tolerance_share:.2%})."
        )
    return Exit.NOT_TOLERATED if failed else code
