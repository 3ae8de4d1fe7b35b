"""`planner compare`: runs side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json, warn
from planner.cli.text_table import aligned, figure
from planner.errors import InputError, Problem

if TYPE_CHECKING:
    from planner.domain.run_table import RunTable
    from planner.evaluation.comparison import Compared
    from planner.evaluation.run_figures import Value

HEAD = ("instance", "scenario", "status", "engine")


@dataclass(frozen=True)
class _Run:
    """A run as it was read; `name` is short and told apart from the others."""

    folder: Path
    name: str
    manifest: Mapping[str, Any]
    tables: Mapping[str, RunTable]


@click.command(
    epilog=parameters.example(
        "planner compare runs/first runs/fifo",
        "planner compare runs/first runs/inflow-30 runs/inflow-40 --csv > side-by-side.csv",
    )
)
@click.argument("folders", metavar="RUN RUN...", nargs=-1, type=parameters.FOLDER)
@click.option("--csv", "as_csv", is_flag=True, help="Give the result as one CSV table.")
@parameters.common
def command(folders: tuple[Path, ...], as_csv: bool, as_json: bool) -> Exit:
    """Put runs side by side: what they reach, what it takes, and where they differ. The first is the reference.

    Targets, levels with their bounds and gaps, indicators (late cases, penalties, overtime, costs), open cases,
    agreements, chain partners against their signals, health at the end, people who start, teams, and staff by group
    and location. Rows in which no run has anything are left out; --csv and --json have them too.

    The runs may be of different instances. The figures are those that the runs state, by name; `planner audit` says
    whether a run is right.
    """
    if len(folders) < 2:
        raise click.UsageError("Name two runs or more.")
    if as_csv and as_json:
        raise click.UsageError("Take --csv or --json, not both.")
    from planner.evaluation.comparison import compared

    runs = _read(folders)
    for run in runs:
        if (run.manifest.get("audit") or {}).get("findings"):
            warn(f"the audit refused {run.folder}.")
    figures = compared([run.tables for run in runs])
    if as_json:
        show_json(_document(runs, figures))
    elif as_csv:
        show(_csv(runs, figures))
    else:
        show(_text(runs, figures))
    return Exit.DONE


def _read(folders: Sequence[Path]) -> list[_Run]:
    """Every run; raises InputError with what is wrong with any of them."""
    problems: list[Problem] = []
    runs = []
    for folder, name in zip(folders, _names(folders), strict=True):
        try:
            runs.append(_read_one(folder, name))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return runs


def _read_one(folder: Path, name: str) -> _Run:
    from planner.evaluation.run_figures import NEEDED, figures_of
    from planner.files.codes import Code
    from planner.files.place import Place
    from planner.files.run_folder import TABLES, read_manifest, read_tables

    manifest = read_manifest(folder)
    try:
        tables = read_tables(folder)
    except InputError as error:
        raise InputError([_inside(folder, problem) for problem in error.problems]) from error
    missing = [Place(str(folder / TABLES / f"{table}.csv")) for table in NEEDED if table not in tables]
    if missing:
        raise InputError([place.problem("", Code.FILE_MISSING, "no file", "a table of the run") for place in missing])
    try:
        for _ in figures_of(tables):
            pass
    except (KeyError, ValueError) as error:
        expected = "tables as `planner solve` writes them"
        raise InputError([Place(str(folder / TABLES)).problem("", Code.FILE_UNREADABLE, error, expected)]) from error
    return _Run(folder, name, manifest, tables)


def _inside(folder: Path, problem: Problem) -> Problem:
    return Problem(**{**problem.__dict__, "file": str(folder / problem.file)})


def _names(folders: Sequence[Path]) -> list[str]:
    """The names of the folders; their paths where names are the same; numbered where even those are."""
    names = [folder.resolve().name for folder in folders]
    if len(set(names)) < len(names):
        names = [str(folder) for folder in folders]
    return [f"{name} ({n})" if names.count(name) > 1 else name for n, name in enumerate(names, start=1)]


def _document(runs: Sequence[_Run], figures: Sequence[Compared]) -> dict[str, Any]:
    keys = (*HEAD, "levels", "targets", "audit")
    return {
        "runs": [{"run": str(run.folder)} | {key: run.manifest.get(key) for key in keys} for run in runs],
        "figures": [
            {**own.label._asdict(), "values": list(own.values), "differences": list(own.differences)} for own in figures
        ],
    }


def _csv(runs: Sequence[_Run], figures: Sequence[Compared]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    first, *others = [run.name for run in runs]
    writer.writerow(
        ["section", "name", "unit", first, *(column for name in others for column in (name, f"{name} less {first}"))]
    )
    for own in figures:
        rest = zip(own.values[1:], own.differences[1:], strict=True)
        writer.writerow([*own.label, own.values[0], *(cell for pair in rest for cell in pair)])
    return text.getvalue().rstrip("\n")


def _text(runs: Sequence[_Run], figures: Sequence[Compared]) -> str:
    parts = [_runs(runs)]
    telling = (own for own in figures if own.says_something)
    for section, rows in groupby(telling, key=lambda own: own.label.section):
        head = [section, "", runs[0].name, *(cell for run in runs[1:] for cell in (run.name, "+/-"))]
        body = [_cells(own) for own in rows]
        parts.append(aligned([head, *body], right=range(2, len(head))))
    return "\n\n".join(parts)


def _runs(runs: Sequence[_Run]) -> str:
    """What each run is, one line for each."""
    body = [(run.name, *(str(run.manifest.get(key) or "") for key in HEAD), _hard_targets(run)) for run in runs]
    return aligned([("run", *HEAD, "hard targets met"), *body])


def _hard_targets(run: _Run) -> str:
    hard = [target for target in run.manifest.get("targets") or () if target.get("hard")]
    return f"{sum(bool(target.get('met')) for target in hard)} of {len(hard)}"


def _cells(own: Compared) -> list[str]:
    numbers = [abs(value) for value in (*own.values, *own.differences) if isinstance(value, float)]
    digits = 0 if all(number == int(number) for number in numbers) else 1 if max(numbers) >= 100 else 2
    share = own.label.unit == "fraction"
    cells = [_cell(own.values[0], digits, share)]
    for value, difference in zip(own.values[1:], own.differences[1:], strict=True):
        cells += [_cell(value, digits, share), _signed(_cell(difference, digits, share))]
    return [own.label.name, "" if share else own.label.unit, *cells]


def _cell(value: Value, digits: int, share: bool) -> str:
    if isinstance(value, float):
        return f"{value:.2%}" if share else figure(value + 0.0, digits)
    return value or ""


def _signed(text: str) -> str:
    """A difference with its sign; none where it rounds to zero."""
    if not text.strip("-0.,%"):
        return "=" if text else ""
    return text if text.startswith("-") else f"+{text}"
