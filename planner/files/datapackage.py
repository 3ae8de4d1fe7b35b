"""The descriptor of an instance as a Data Package, made from the same declaration of the tables as the reader."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from planner.domain.column import Column, Kind
from planner.domain.table import Table, columns_of
from planner.domain.tables import TABLES
from planner.errors import InputError
from planner.files.cells import may_be_left_out
from planner.files.findings import Findings
from planner.files.header_file import FILE
from planner.files.sheet import Sheet, read_sheet
from planner.files.text_file import read_text
from planner.files.toml_file import read_toml

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TYPES = {
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.YESNO: "boolean",
}
_PATTERNS = {Kind.WEEK: "[0-9]{4}-W[0-5][0-9]", Kind.TERM: "[0-9]{1,3}[dwm]"}


def write_datapackage(folder: Path) -> None:
    """Writes the descriptor of the tables that are in the folder."""
    (folder / DESCRIPTOR).write_text(descriptor(folder), encoding="utf-8", newline="\n")


def descriptor(folder: Path) -> str:
    """The descriptor as JSON; raises InputError when a file cannot be read at all."""
    findings, doubts = Findings(), Findings()
    toml = read_toml(folder, FILE, findings, doubts)
    texts = {
        table.name: read_text(folder, f"{table.name}.csv", findings, doubts)
        for table in TABLES
        if (folder / f"{table.name}.csv").exists()
    }
    sheets = {name: read_sheet(text, f"{name}.csv", findings) for name, text in texts.items() if text}
    if len(findings) or toml is None:
        raise InputError(findings.problems())
    package = {
        "$schema": PROFILE,
        "name": str(toml.values.get("name", "")).lower(),
        "title": toml.values.get("title", ""),
        "description": toml.values.get("description", ""),
        "resources": [
            _resource(table, sheet, sheets.keys()) for table in TABLES if (sheet := sheets.get(table.name)) is not None
        ],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def resource(table: Table, path: str) -> dict[str, Any]:
    """The resource of a table with all its columns, written by us, that stands by itself."""
    return _resource_of(table, path, columns_of(table), ",", dutch=False, present=())


def _resource(table: Table, sheet: Sheet, present: Collection[str]) -> dict[str, Any]:
    declared = {column.name: column for column in columns_of(table)}
    columns = [declared[name] for name in sheet.header if name in declared]
    return _resource_of(table, f"{table.name}.csv", columns, sheet.delimiter, sheet.dutch, present)


def _resource_of(
    table: Table, path: str, columns: Sequence[Column], delimiter: str, dutch: bool, present: Collection[str]
) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": path,
        "type": "table",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter},
        "schema": {
            "fields": [_field(column, dutch) for column in columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column) for column in columns if _target(column)[0] in present],
        },
    }


def _field(column: Column, dutch: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.about,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.kind is Kind.YESNO:
        field |= {"trueValues": ["yes", "ja"], "falseValues": ["no", "nee"]}
    if column.kind is Kind.NUMBER and dutch:
        field["decimalChar"] = ","
    if column.kind is Kind.DATE and dutch:
        field["format"] = "%d-%m-%Y"
    constraints: dict[str, Any] = {
        "required": not may_be_left_out(column),
        "minimum": column.minimum,
        "maximum": column.maximum,
        "enum": list(column.choices) or None,
        "pattern": _PATTERNS.get(column.kind),
    }
    field["constraints"] = {name: limit for name, limit in constraints.items() if limit is not None}
    return field


def _foreign_key(column: Column) -> dict[str, Any]:
    resource, field = _target(column)
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}


def _target(column: Column) -> tuple[str, str]:
    if column.or_all:  # a word besides the labels, which a foreign key cannot hold
        return "", ""
    table, _, field = column.references.partition(".")
    return table, field
