"""`planner export`: the mathematical model of an instance, or the tables of a run, for other programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json, show_lines

if TYPE_CHECKING:
    from planner.domain.instance import Instance
    from planner.domain.policy import Level, Policy

MODELS, TABLES = ("mps", "lp"), ("csv",)


@click.command(
    epilog=parameters.example(
        "planner export instances/ind-2026 --format mps --out model.mps",
        "planner export runs/first --format csv --out tables",
    )
)
@click.argument("source", metavar="RUN|INSTANCE", type=parameters.FOLDER)
@click.option("--format", "form", type=click.Choice([*MODELS, *TABLES]), required=True, help="What to write.")
@click.option(
    "--out", type=parameters.FOLDER, help="The new file, or for csv the new folder; a model may go to stdout."
)
@parameters.scenario
@click.option(
    "--policy", "policy_file", type=parameters.FILE, help="A policy in TOML; the run's own, or the shipped one."
)
@click.option(
    "--level", metavar="NAME", help="The level of the policy that a model minimises; the first when left out."
)
@parameters.common
def command(
    source: Path,
    form: str,
    out: Path | None,
    scenario: str | None,
    policy_file: Path | None,
    level: str | None,
    as_json: bool,
) -> Exit:
    """Write the model of a run or an instance (MPS, LP), or its tables (CSV with a data-package descriptor).

    Rows and columns of a model have the names of their rules, with location, group, stream, stage and week.
    """
    if out is None and (form in TABLES or as_json):
        raise click.UsageError("Name the place with --out.")
    if out is not None and os.path.lexists(out):
        raise click.BadParameter(f"{out} is there already.", param_hint="--out")
    if form in TABLES:
        files = _tables(source, scenario, out or source)
        if as_json:
            show_json({"out": str(out), "format": form, "files": files})
        else:
            show(f"{len(files)} files are in {out}.")
        return Exit.DONE
    instance, policy = _read(source, scenario, policy_file)
    rows, columns, lines = _model(instance, policy, _level(policy, level), form)
    _write(lines, out)
    if as_json:
        show_json({"out": str(out), "format": form, "rows": rows, "columns": columns})
    elif out:
        show(f"{out} has {rows} rows and {columns} columns.")
    return Exit.DONE


def _read(source: Path, scenario: str | None, policy_file: Path | None) -> tuple[Instance, Policy]:
    from planner.domain.policy import SHIPPED
    from planner.files.instance import read_instance
    from planner.files.policy_file import read_policy
    from planner.files.run_folder import INSTANCE, POLICY

    if not _is_run(source):
        return read_instance(source, scenario), read_policy(policy_file) if policy_file else SHIPPED
    _refuse_scenario(scenario)
    return read_instance(source / INSTANCE), read_policy(policy_file or source / POLICY)


def _level(policy: Policy, name: str | None) -> Level:
    found = [level for level in policy.levels if name in (None, level.name)]
    if not found:
        names = ", ".join(level.name for level in policy.levels)
        raise click.BadParameter(f"{name} is not one of {names}.", param_hint="--level")
    return found[0]


def _model(instance: Instance, policy: Policy, level: Level, form: str) -> tuple[int, int, Iterator[str]]:
    """Numbers of rows and columns, and the lines of the file."""
    from planner.domain.figures import figures
    from planner.formulation.costs import level_costs
    from planner.formulation.lp_file import lp_lines
    from planner.formulation.model import whole_model
    from planner.formulation.mps_file import mps_lines

    own = figures(instance)
    model = whole_model(own)
    rows, columns = len(model.linear.row_lower), len(model.linear.column_lower)
    costs = level_costs(own, policy, level, model.flow, model.people, model.teams, columns, model.held)
    write = mps_lines if form == "mps" else lp_lines
    return rows, columns, write(model.linear, costs, level.name, instance.header.name)


def _write(lines: Iterator[str], out: Path | None) -> None:
    """To a file that appears whole or not at all, or to standard output."""
    if out is None:
        show_lines(lines)
        return
    making = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with making.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        making.rename(out)
    finally:
        making.unlink(missing_ok=True)


def _tables(source: Path, scenario: str | None, out: Path) -> list[str]:
    """Copies the tables of a run, or writes those of an instance with its scenario."""
    from planner.files.datapackage import DESCRIPTOR
    from planner.files.instance import read_instance
    from planner.files.run_folder import TABLES as RUN_TABLES
    from planner.files.run_folder import read_tables
    from planner.files.whole_folder import whole_folder
    from planner.files.writing import write_instance

    if not _is_run(source):
        write_instance(read_instance(source, scenario), out)
    else:
        _refuse_scenario(scenario)
        read_tables(source)
        with whole_folder(out) as making:
            shutil.copytree(source / RUN_TABLES, making / RUN_TABLES)
            shutil.copyfile(source / DESCRIPTOR, making / DESCRIPTOR)
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def _is_run(folder: Path) -> bool:
    from planner.files.run_folder import MANIFEST

    return (folder / MANIFEST).exists()


def _refuse_scenario(scenario: str | None) -> None:
    if scenario:
        raise click.UsageError("A run has its scenario in it; --scenario goes with an instance.")
