"""`planner compare`: runs side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.compared_runs import ComparedRun, read_runs
from planner.cli.exit_codes import Exit
from planner.cli.output import say, show, show_json, warn
from planner.cli.text_table import aligned, figure

if TYPE_CHECKING:
    from planner.evaluation.comparison import Compared
    from planner.evaluation.run_figures import Value
    from planner.evaluation.tolerances import Judged, Tolerance

HEAD = ("instance", "scenario", "status", "engine")


MOST_RUNS = 50


@click.command(
    epilog=parameters.example(
        "planner compare runs/first runs/fifo",
        "planner compare runs/first runs/inflow-30 runs/inflow-40 --csv > side-by-side.csv",
        "planner compare runs/first runs/fifo --lang nl --page side-by-side.html",
        "planner compare runs/first runs/again --tolerance 'penalties_euro=+1%' --tolerance 'targets/*=0.5'",
    )
)
@click.argument("folders", metavar="RUN RUN...", nargs=-1, type=parameters.FOLDER)
@click.option("--csv", "as_csv", is_flag=True, help="Give the result as one CSV table.")
@click.option("--page", type=parameters.FOLDER, help="Write a page too: a new file that opens anywhere.")
@click.option(
    "--tolerance",
    "limits",
    metavar="NAME=AMOUNT",
    multiple=True,
    help="By how much a figure may differ from the first run: a number or a percentage; + before it limits what is "
    "more, - what is less. NAME may have * in it, and a section before a slash. May be given again.",
)
@parameters.language
@parameters.common
def command(
    folders: tuple[Path, ...], as_csv: bool, page: Path | None, limits: tuple[str, ...], lang: str, as_json: bool
) -> Exit:
    """Put runs side by side: what they reach, what it takes, and where they differ. The first is the reference.

    Targets, levels with their bounds and gaps, indicators (late cases, penalties, overtime, costs), how far the plans
    are apart, when each category is cleared, open cases, agreements, chain partners against their signals, health at
    the end, people who start, teams, and staff by group and location. Rows in which no run has anything are left out;
    --csv and --json have them too. --lang is the language of the page, and of where they differ most.

    The runs, 2 to 50, may be of different instances. The figures are those that the runs state, by name; `planner
    audit` says whether a run is right. With --tolerance the exit code is 7 when a run differs by more than is allowed.
    """
    if not 2 <= len(folders) <= MOST_RUNS:
        raise click.UsageError(f"Name two runs or more, {MOST_RUNS} at most.")
    if as_csv and as_json:
        raise click.UsageError("Take --csv or --json, not both.")
    from planner.evaluation.audit import refused
    from planner.evaluation.comparison import compared
    from planner.reporting.compared_words import told
    from planner.reporting.language import Language
    from planner.reporting.words import Words

    tolerances = _tolerances(limits)
    runs = read_runs(folders)
    for run in runs:
        if refused(run.manifest):
            warn(f"the audit refused {run.folder}.")
    figures = compared([run.tables for run in runs])
    checks = _checks(tolerances, figures)
    names = [run.name for run in runs]
    differ = [told(figures, names, run, Words(Language(lang))) for run in range(1, len(runs))]
    if page:
        _write_page(page, runs, figures, lang)
    if as_json:
        show_json(_document(runs, figures, differ, checks) | ({"page": str(page)} if page else {}))
    elif as_csv:
        show(_csv(runs, figures))
    else:
        show(_text(runs, figures, differ))
    broken = [check for check in checks if not check.kept]
    for check in broken:
        warn(_broken(check, names))
    return Exit.NOT_TOLERATED if broken else Exit.DONE


def _tolerances(limits: Sequence[str]) -> list[Tolerance]:
    from planner.evaluation.tolerances import Tolerance

    found = []
    for limit in limits:
        try:
            found.append(Tolerance.parse(limit))
        except ValueError:
            expected = "NAME=AMOUNT, such as penalties_euro=+5% or old_left_at_clearance=10"
            raise click.BadParameter(f"found {limit!r}; expected {expected}.", param_hint="--tolerance") from None
    return found


def _checks(tolerances: Sequence[Tolerance], figures: Sequence[Compared]) -> list[Judged]:
    from planner.evaluation.tolerances import judged

    try:
        return list(judged(tolerances, figures))
    except LookupError as error:
        raise click.BadParameter(f"no run has a figure {error.args[0]}.", param_hint="--tolerance") from None


def _broken(check: Judged, names: Sequence[str]) -> str:
    """What is beyond its tolerance, in words."""
    label, run = check.figure.label, names[check.run]
    if check.difference is None:
        found = f"{check.figure.values[check.run]} stands against {check.figure.values[0]}"
    else:
        found = f"differs by {check.difference:+,.6g}, allowed are {check.allowed:,.6g}"
    return f"{label.section}/{label.name} ({label.unit}) in {run}: {found}."


def _write_page(target: Path, runs: Sequence[ComparedRun], figures: Sequence[Compared], lang: str) -> None:
    from planner.evaluation.curves import curves
    from planner.files.instance import read_instance
    from planner.files.run_folder import INSTANCE
    from planner.files.whole_file import write_whole
    from planner.reporting.compared_page import Beside, compared_page
    from planner.reporting.language import Language

    beside = []
    for run in runs:
        instance = read_instance(run.folder / INSTANCE)
        old = {row.stream for row in instance.streams if row.lodged == "old"}
        beside.append(Beside(run.name, run.manifest, instance.header.synthetic, curves(run.tables, old)))
    write_whole(target, compared_page(beside, figures, Language(lang)).encode())
    say(f"The page is in {target}.")


def _document(
    runs: Sequence[ComparedRun], figures: Sequence[Compared], differ: Sequence[list[str]], checks: Sequence[Judged]
) -> dict[str, Any]:
    keys = (*HEAD, "levels", "euro_together", "targets", "audit")
    return {
        "runs": [{"run": str(run.folder)} | {key: run.manifest.get(key) for key in keys} for run in runs],
        "figures": [
            {**own.label._asdict(), "values": list(own.values), "differences": list(own.differences)} for own in figures
        ],
        "differ_most": [{"run": str(run.folder), "words": words} for run, words in zip(runs[1:], differ, strict=True)],
        "tolerances": [
            {
                "section": check.figure.label.section,
                "name": check.figure.label.name,
                "run": str(runs[check.run].folder),
                "difference": check.difference,
                "allowed": check.allowed,
                "kept": check.kept,
            }
            for check in checks
        ],
    }


def _csv(runs: Sequence[ComparedRun], figures: Sequence[Compared]) -> str:
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


def _text(runs: Sequence[ComparedRun], figures: Sequence[Compared], differ: Sequence[list[str]]) -> str:
    parts = [_runs(runs)]
    telling = (own for own in figures if own.says_something)
    for section, rows in groupby(telling, key=lambda own: own.label.section):
        head = [section, "", runs[0].name, *(cell for run in runs[1:] for cell in (run.name, "+/-"))]
        body = [_cells(own) for own in rows]
        parts.append(aligned([head, *body], right=range(2, len(head))))
    parts += [
        "\n".join([f"{run.name}:", *(f"  {own}" for own in words)]) for run, words in zip(runs[1:], differ, strict=True)
    ]
    return "\n\n".join(parts)


def _runs(runs: Sequence[ComparedRun]) -> str:
    """What each run is, one line for each."""
    body = [(run.name, *(str(run.manifest.get(key) or "") for key in HEAD), _hard_targets(run)) for run in runs]
    return aligned([("run", *HEAD, "hard targets met"), *body])


def _hard_targets(run: ComparedRun) -> str:
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
