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
    from planner.files.run_cells import cell_problems
    from planner.files.run_folder import TABLES, read_manifest, read_tables

    manifest = read_manifest(folder)
    try:
        tables = read_tables(folder)
    except InputError as error:
        raise InputError([_inside(folder, problem) for problem in error.problems]) from error
    problems = list(cell_problems(str(folder / TABLES), tables))
    if problems:
        raise InputError(problems)
    return ComparedRun(folder, name, manifest, tables)


def _inside(folder: Path, problem: Problem) -> Problem:
    return Problem(**{**problem.__dict__, "file": str(folder / problem.file)})


def _names(folders: Sequence[Path]) -> list[str]:
    """The names of the folders; their paths where names are the same; numbered where even those are."""
    names = [folder.resolve().name for folder in folders]
    if len(set(names)) < len(names):
        names = [str(folder) for folder in folders]
    return [f"{name} ({n})" if names.count(name) > 1 else name for n, name in enumerate(names, start=1)]
