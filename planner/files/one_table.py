"""Reads a file that is one table by itself, as strictly as the tables of an instance are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from planner.domain.table import Table, columns_of
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.keys import check_keys
from planner.files.place import Place
from planner.files.rows import ReadRow, read_rows
from planner.files.sheet import read_sheet
from planner.files.text_file import read_text

T = TypeVar("T")


def read_one_table(path: Path, declared: Table, findings: Findings, doubts: Findings) -> list[ReadRow]:
    """The rows that are right by themselves; what is wrong goes to the findings."""
    if not path.is_file():
        expected = f"a table in CSV: {declared.name}"
        findings.add(Place(str(path)).problem("", Code.FILE_UNREADABLE, "no such file", expected))
        return []
    text = read_text(path.parent, path.name, findings, doubts)
    sheet = read_sheet(text, path.name, findings) if text is not None else None
    if sheet is None:
        return []
    read = read_rows(declared, sheet, path.name, findings)
    check_keys({declared.name: read}, findings)
    width = len(columns_of(declared))
    return [row for row in read.rows if len(row.values) == width]


def rows_of_file(path: Path, declared: Table, kind: Callable[..., T]) -> list[T]:
    """The typed rows; raises InputError with every problem."""
    findings = Findings()
    found: list[T] = []
    for row in read_one_table(path, declared, findings, Findings()):
        values: dict[str, Any] = dict(row.values)
        found.append(kind(**values))
    if len(findings):
        raise InputError(findings.problems())
    return found
