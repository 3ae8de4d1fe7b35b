"""`planner new`: a copy of a shipped instance, ready to edit."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

import planner
from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json

SHIPPED = Path(planner.__file__).parents[1] / "instances"
"""They stand in the repository, beside the package."""


@click.command(epilog=parameters.example("planner new my-instance", "planner new my-instance --from uk-2023"))
@click.argument("folder", metavar="DIR", type=parameters.FOLDER)
@click.option("--from", "name", metavar="NAME", default="ind-2026", show_default=True, help="The shipped instance.")
@parameters.common
def command(folder: Path, name: str, as_json: bool) -> Exit:
    """Make DIR, which must not be there, a copy of a shipped instance: tables and scenarios, ready to edit."""
    source = _shipped(name)
    if os.path.lexists(folder):
        raise click.BadParameter(f"{folder} is there already.", param_hint="DIR")
    _copy(source, folder)
    if as_json:
        show_json({"instance": name, "folder": str(folder), "files": _files(folder)})
    else:
        show(f"{folder} is a copy of {name}. Edit the tables, then run: planner check {folder}")
    return Exit.DONE


def _shipped(name: str) -> Path:
    from planner.files.header_file import FILE
    from planner.files.nearest import did_you_mean

    names = sorted(path.parent.name for path in SHIPPED.glob(f"*/{FILE}"))
    if not names:
        raise click.UsageError(f"No instances are shipped here: {SHIPPED} is part of the planner's repository.")
    if name not in names:
        words = f"{name} is not one of {', '.join(names)}. {did_you_mean(name, names)}".rstrip()
        raise click.BadParameter(words, param_hint="--from")
    return SHIPPED / name


def _copy(source: Path, folder: Path) -> None:
    from planner.files.whole_folder import whole_folder

    with whole_folder(folder) as making:
        shutil.copytree(source, making, dirs_exist_ok=True)


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
