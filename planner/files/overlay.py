"""Lays a scenario over the rows that were read, before they are checked against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import add, mul

from planner.domain.column import Column, Kind
from planner.files.cells import CellError, Value, checked_number, expected
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.keys import Tables
from planner.files.place import Place
from planner.files.plain_number import plain
from planner.files.rows import ReadRow, ReadTable
from planner.files.scenario_entries import Change, Removal
from planner.files.scenario_file import Scenario

DIGITS = 12
"""Significant digits of a changed figure: 0.1 x 3 stays 0.3."""

_UNREAD = object()


def lay_over(scenario: Scenario, tables: Tables, findings: Findings) -> None:
    """Makes the scenario's changes in the tables, in the order of its file; then its removals; then its additions."""
    for change in scenario.changes:
        _change(change, tables[change.table], findings)
    for removal in scenario.removals:
        _remove(removal, tables[removal.table], findings)
    for addition in scenario.additions:
        tables[addition.table].rows.append(ReadRow(addition.place, dict(addition.values)))


def _change(change: Change, table: ReadTable, findings: Findings) -> None:
    rows = [row for row in table.rows if _matches(row, change.where)]
    if not rows and not table.unsure:
        columns = ", ".join(change.where)
        findings.add(change.places["where"].problem(columns, Code.NO_ROW_MATCHED, "no such row", "a row to change"))
    for name, factor in change.factors.items():
        _alter(rows, table.columns[name], partial(mul, factor), change.places["multiply"], findings)
    for name, amount in change.amounts.items():
        _alter(rows, table.columns[name], partial(add, amount), change.places["add"], findings)
    for row in rows:
        row.values.update(change.values)
        row.values.update(change.provenance)
        row.place = change.places[""]


def _remove(removal: Removal, table: ReadTable, findings: Findings) -> None:
    kept = [row for row in table.rows if not _matches(row, removal.where)]
    if len(kept) == len(table.rows) and not table.unsure:
        columns = ", ".join(removal.where)
        findings.add(removal.place.problem(columns, Code.NO_ROW_MATCHED, "no such row", "a row to remove"))
    table.rows[:] = kept


def _matches(row: ReadRow, where: Mapping[str, tuple[Value, ...]]) -> bool:
    return all(row.values.get(column, _UNREAD) in wanted for column, wanted in where.items())


def _alter(
    rows: list[ReadRow], column: Column, alter: Callable[[float], float], place: Place, findings: Findings
) -> None:
    """New figures in one column; the first one that the column refuses is reported."""
    for row in rows:
        before = row.values.get(column.name)
        if not isinstance(before, int | float):
            continue
        after = float(f"{alter(before):.{DIGITS}g}")
        try:
            row.values[column.name] = _checked(column, after)
        except CellError as error:
            hint = f"It was {plain(before)} in {row.place.file}, line {row.place.line}."
            findings.add(place.problem(column.name, error.code, plain(after), error.expected, hint))
            return


def _checked(column: Column, figure: float) -> float:
    checked_number(column, figure)
    if column.kind is not Kind.WHOLE:
        return figure
    if not figure.is_integer():
        raise CellError(Code.NOT_WHOLE, expected(column))
    return int(figure)
