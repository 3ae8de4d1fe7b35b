"""Runs to be laid side by side, as they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.errors import InputError, Problem

if TYPE_CHECKING:
    from planner.domain.run_table import RunTable


@dataclass(frozen=True)
class ComparedRun:
    """A run as it was read; `name` is short and told apart from the others."""

    folder: Path
    name: str
    manifest: Mapping[str, Any]
    tables: Mapping[str, RunTable]


def read_runs(folders: Sequence[Path]) -> list[ComparedRun]:
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


def _read_one(folder: Path, name: str) -> ComparedRun:
    from planner.evaluation.run_figures import NEEDED, figures_of
    from planner.files.codes import Code
    from planner.files.place import Place
    from planner.files.run_folder import TABLES, read_manifest, read_tables

    manifest = read_manifest(folder)
    tables = read_tables(folder)
    missing = [Place(str(folder / TABLES / f"{table}.csv")) for table in NEEDED if table not in tables]
    if missing:
        raise InputError([place.problem("", Code.FILE_MISSING, "no file", "a table of the run") for place in missing])
    try:
        for _ in figures_of(tables):
            pass
    except (KeyError, ValueError) as error:
        expected = "tables as `planner solve` writes them"
        raise InputError([Place(str(folder / TABLES)).problem("", Code.FILE_UNREADABLE, error, expected)]) from error
    return ComparedRun(folder, name, manifest, tables)


def _names(folders: Sequence[Path]) -> list[str]:
    """The names of the folders; their paths where names are the same; numbered where even those are."""
    names = [folder.resolve().name for folder in folders]
    if len(set(names)) < len(names):
        names = [str(folder) for folder in folders]
    return [f"{name} ({n})" if names.count(name) > 1 else name for n, name in enumerate(names, start=1)]
