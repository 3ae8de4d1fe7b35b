"""Whether the tables of a run have the columns and the kinds of cells that a run's tables have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from math import isfinite

from planner.domain.column import Column, Kind
from planner.domain.run_table import RUN_TABLES, RunTable
from planner.domain.table import Table
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.place import Place

SHOWN = 20
"""Problems shown for each table."""


def cell_problems(
    folder: str, tables: Mapping[str, RunTable], among: Collection[str] | None = None
) -> Iterator[Problem]:
    """What is missing or cannot be read, with its file, line and column; `folder` is that of the tables.

    Of all tables that a run has, or of those `among` these.
    """
    for declared in RUN_TABLES:
        if among is not None and declared.name not in among:
            continue
        file = f"{folder}/{declared.name}.csv"
        if declared.name not in tables:
            yield Place(file).problem("", Code.FILE_MISSING, "no file", "a table of the run")
            continue
        for number, problem in enumerate(_of_table(file, declared, tables[declared.name])):
            if number == SHOWN:
                yield Place(file).problem("", Code.MORE, "more problems", "a table as the planner writes it")
                break
            yield problem


def _of_table(file: str, declared: Table, table: RunTable) -> Iterator[Problem]:
    names = tuple(column.name for column in declared.columns)
    if table.columns != names:
        yield Place(file, 1).problem("", Code.COLUMN_MISSING, ",".join(table.columns), ",".join(names))
        return
    checks = [
        (place, column, _CHECKS[column.kind]) for place, column in enumerate(declared.columns) if column.kind in _CHECKS
    ]
    for line, row in enumerate(table.rows, start=2):
        if len(row) != len(names):
            yield Place(file, line).problem("", Code.CELL_COUNT, f"{len(row)} cells", f"{len(names)} cells")
            continue
        for place, column, read in checks:
            if not _reads(row[place], column, read):
                yield Place(file, line).problem(column.name, Code.NOT_A_NUMBER, row[place], f"a {column.kind}")


def _reads(cell: str, column: Column, read: Callable[[str], bool]) -> bool:
    if not cell:
        return column.optional
    try:
        return read(cell)
    except ValueError:
        return False


def _is_number(cell: str) -> bool:
    return isfinite(float(cell))


def _is_week(cell: str) -> bool:
    return bool(Week.parse(cell))


def _is_date(cell: str) -> bool:
    return bool(date.fromisoformat(cell))


_CHECKS: Mapping[Kind, Callable[[str], bool]] = {
    Kind.NUMBER: _is_number,
    Kind.WHOLE: _is_number,
    Kind.WEEK: _is_week,
    Kind.DATE: _is_date,
}
