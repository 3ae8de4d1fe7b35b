"""`planner forecast`: editions of a forecast (MPP, Kernprognose) into an instance's scenarios, and plans back."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner import __version__
from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import say, show, show_json
from planner.cli.problems import show_warnings
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.domain.forecast import Forecast
    from planner.domain.instance import Instance
    from planner.files.forecast_file import PlacedForecast

SCENARIOS = ("min", "medio", "max")


@click.group(
    epilog=parameters.example(
        "planner forecast import my-instance mpp.csv --edition 'MPP 2026-2' --scenario-prefix mpp-2026-2",
        "planner forecast export runs/first --out planned.csv",
    )
)
def command() -> None:
    """Take editions of a forecast (MPP, Kernprognose) over into scenarios, and give plans back in the same rows.

    The file is a CSV table with the columns edition, edition_date, source, year, stream, scenario (min, medio, max)
    and cases; the page on the data format has all of them.
    """


@command.command(
    "import",
    epilog=parameters.example(
        "planner forecast import my-instance mpp.csv --edition 'MPP 2026-2' --scenario-prefix mpp-2026-2"
    ),
)
@parameters.instance
@click.argument("file", type=parameters.FOLDER)
@click.option("--edition", metavar="NAME", help="The edition to take; may be left out when the file has only one.")
@click.option(
    "--scenario-prefix",
    "prefix",
    metavar="P",
    help="The scenarios are named P-min, P-medio and P-max; after the edition when left out.",
)
@parameters.common
def import_(instance: Path, file: Path, edition: str | None, prefix: str | None, as_json: bool) -> Exit:
    """Make a scenario of the instance out of each scenario (min, medio, max) of an edition in FILE.

    The inflow of each stream that the edition names is replaced in the years that it has; seasons stay. Every
    problem of the file and the instance is reported at once, and then nothing is written.
    """
    from planner.files.forecast_file import is_planned
    from planner.files.forecast_scenarios import scenario_texts, write_scenarios

    read, rows = _read(instance, file, edition)
    planned = [placed.row for placed in rows if is_planned(read, placed.row)]
    left_out = sorted({placed.row.year for placed in rows} - {row.year for row in planned})
    if left_out:
        say(f"Left out, because the instance plans no day of them: {', '.join(map(str, left_out))}.")
    if not planned:
        raise click.BadParameter(f"No year of the edition is planned in {instance}.", param_hint="FILE")
    name = prefix or _slug(planned[0].edition)
    if _slug(name) != name:
        raise click.BadParameter(
            f"{name} cannot be part of the name of a file; {_slug(name)} can.", param_hint="--scenario-prefix"
        )
    texts = scenario_texts(read, planned, name)
    written = write_scenarios(instance, texts)
    if as_json:
        show_json({"instance": str(instance), "edition": planned[0].edition, "scenarios": list(texts)}
                  | {"files": [str(path) for path in written], "left_out": left_out})  # fmt: skip
    else:
        show("\n".join(f"{path} is a scenario now." for path in written))
        show(f"Try it with: planner solve {instance} --scenario {next(iter(texts))}")
    return Exit.DONE


@command.command(
    "export",
    epilog=parameters.example(
        "planner forecast export instances/ind-2026 --scenario inflow-30 --as max",
        "planner forecast export runs/first --edition 'Plan 2026-10' --out planned.csv",
    ),
)
@click.argument("source", metavar="RUN|INSTANCE", type=parameters.FOLDER)
@parameters.scenario
@click.option("--edition", metavar="NAME", help="The name of the edition; that of the instance when left out.")
@click.option("--edition-date", type=click.DateTime(["%Y-%m-%d"]), help="The date of the edition; today when left out.")
@click.option(
    "--as", "label", type=click.Choice(SCENARIOS), default="medio", show_default=True, help="Which scenario it is."
)
@click.option("--out", type=parameters.FOLDER, help="The new file; standard output when left out.")
@parameters.common
def export(
    source: Path,
    scenario: str | None,
    edition: str | None,
    edition_date: datetime | None,
    label: str,
    out: Path | None,
    as_json: bool,
) -> Exit:
    """Give the planned inflow of an instance, and the first decisions of a run, as rows by year and stream.

    A year of which only a part is planned says from which day to which.
    """
    from planner.files.forecast_file import COLUMNS, forecast_text

    if out is not None and os.path.lexists(out):
        raise click.BadParameter(f"{out} is there already.", param_hint="--out")
    day = edition_date.date() if edition_date else datetime.now(UTC).date()
    rows = list(_exported(source, scenario, edition, day, label))
    if out is not None:
        _write(out, forecast_text(rows))
    if as_json:
        show_json({"rows": [{name: _plain(getattr(row, name)) for name in COLUMNS} for row in rows]})
    elif out is None:
        show(forecast_text(rows).rstrip("\n"))
    else:
        show(f"{out} has {len(rows)} rows.")
    return Exit.DONE


def _read(folder: Path, file: Path, edition: str | None) -> tuple[Instance, list[PlacedForecast]]:
    """The instance and the edition's inflow; raises InputError with every problem of both."""
    from planner.files.findings import Findings
    from planner.files.forecast_file import check_against, check_edition, read_forecasts
    from planner.files.instance import check_instance

    findings, doubts = Findings(), Findings()
    checked = check_instance(folder)
    read = read_forecasts(file, findings, doubts)
    rows = check_edition(read, edition, file.name, findings) if read is not None else []
    if checked.instance is not None:
        findings.extend(check_against(checked.instance, rows))
    problems = [*checked.problems, *findings.problems()]
    if checked.instance is None or problems:
        raise InputError(problems)
    show_warnings((*checked.warnings, *doubts.problems()))
    return checked.instance, rows


def _exported(source: Path, scenario: str | None, edition: str | None, day: date, label: str) -> Iterable[Forecast]:
    from planner.domain.forecast import Forecast, planned_inflow
    from planner.evaluation.production import production
    from planner.files.codes import Code
    from planner.files.instance import read_instance
    from planner.files.place import Place
    from planner.files.run_folder import INSTANCE, MANIFEST, TABLES, read_manifest, read_tables

    is_run = (source / MANIFEST).exists()
    if is_run and scenario:
        raise click.UsageError("A run has its scenario in it: leave --scenario out.")
    made_with = read_manifest(source).get("scenario") if is_run else scenario
    instance = read_instance(source / INSTANCE if is_run else source, scenario)
    name = instance.header.name
    words = f"planner {__version__}, {'run' if is_run else 'instance'} of {name}" + (f", {made_with}" * bool(made_with))
    row = Forecast(edition or name, day, words, 0, "", label, 0.0, evidence="D")
    yield from planned_inflow(instance, row)
    if is_run:
        tables = read_tables(source)
        if "streams" not in tables:
            place = Place(str(source / TABLES / "streams.csv"))
            raise InputError([place.problem("", Code.FILE_MISSING, "no file", "a table of the run")])
        yield from production(instance.header, tables["streams"], row)


def _write(path: Path, text: str) -> None:
    """The whole file or none; nothing is written over."""
    making = path.with_name(f".planner-tmp-{path.name}-{os.getpid()}")
    try:
        making.write_text(text, encoding="utf-8", newline="\n")
        making.rename(path)
    except OSError as error:
        making.unlink(missing_ok=True)
        raise click.BadParameter(f"{path} cannot be written: {error.strerror}.", param_hint="--out") from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _slug(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", words).strip(".-").lower() or "forecast"
