"""Keys stand once in their table, and labels that refer to another table stand there."""

from __future__ import annotations

from planner.domain.column import ALL, Column
from planner.domain.table import columns_of
from planner.domain.tables import TABLES
from planner.files.cells import Value
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.nearest import did_you_mean
from planner.files.place import Place
from planner.files.rows import ReadTable

Tables = dict[str, ReadTable]

BESIDE_ALL = {column.references for table in TABLES for column in columns_of(table) if column.or_all}
"""Columns (`table.column`) whose labels stand in places where the word `all` may stand too."""


def check_keys(tables: Tables, findings: Findings) -> set[str]:
    """The names of the tables with keys or references that are wrong."""
    faulty = set()
    for name, table in tables.items():
        before = len(findings)
        _check_key(table, findings)
        for column in table.columns.values():
            if column.references:
                _check_references(table, column, tables, findings)
            if f"{name}.{column.name}" in BESIDE_ALL:
                _check_no_all(table, column, findings)
        if len(findings) > before:
            faulty.add(name)
    return faulty


def _check_key(table: ReadTable, findings: Findings) -> None:
    seen: dict[tuple[Value, ...], Place] = {}
    for row in table.rows:
        if not all(column in row.values for column in table.declared.key):
            continue
        key = tuple(row.values[column] for column in table.declared.key)
        if key in seen:
            first = seen[key]
            words = ", ".join(str(value) for value in key)
            findings.add(
                row.place.problem(
                    ", ".join(table.declared.key),
                    Code.KEY_TWICE,
                    words,
                    "each key once",
                    f"It stands in {first.file} on line {first.line} too.",
                )
            )
        seen.setdefault(key, row.place)


def _check_references(table: ReadTable, column: Column, tables: Tables, findings: Findings) -> None:
    target, _, target_column = column.references.partition(".")
    if target_column in tables[target].unsure:
        return
    known = {str(row.values[target_column]) for row in tables[target].rows} | ({ALL} if column.or_all else set())
    for row in table.rows:
        label = row.values.get(column.name)
        if label is not None and label not in known:
            expected = f"a {target_column} of {target}.csv" + (f", or {ALL}" if column.or_all else "")
            hint = "" if findings.enough(row.place.file) else did_you_mean(str(label), known)
            findings.add(row.place.problem(column.name, Code.REFERENCE, label, expected, hint))


def _check_no_all(table: ReadTable, column: Column, findings: Findings) -> None:
    for row in table.rows:
        if row.values.get(column.name) == ALL:
            findings.add(row.place.problem(column.name, Code.LABEL_ALL, ALL, f"a label other than {ALL}"))
