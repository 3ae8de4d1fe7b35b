"""Writes an instance as a folder that reads back to the same instance."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from planner.domain.instance import Header, Instance, Row
from planner.domain.table import Table, columns_of
from planner.domain.tables import TABLES
from planner.files.datapackage import write_datapackage
from planner.files.header_file import FILE, SECTIONS
from planner.files.plain_number import plain
from planner.files.whole_folder import whole_folder


def write_instance(instance: Instance, folder: Path, dutch: bool = False) -> None:
    """Writes a new folder; `dutch` writes the tables as a Dutch spreadsheet saves them.

    Labels and texts should be such as the reader takes. A folder that is there already raises InputError.
    """
    with whole_folder(folder) as making:
        text = "\n\n".join(_toml(name, values) for name, values in _sections(instance.header).items())
        (making / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")
        for table in TABLES:
            rows = getattr(instance, table.name)
            if rows or table.required:
                _write_table(making / f"{table.name}.csv", table, rows, dutch)
        write_datapackage(making)


def _sections(header: Header) -> dict[str, dict[str, object]]:
    """The values of `instance.toml` by section and key."""
    sections = {
        section.name: {key.name: value for key in section.keys if (value := getattr(header, key.name)) is not None}
        for section in SECTIONS
        if section.required
    }
    if header.guarantee:
        sections["guarantee"] = {
            name: value for name, value in asdict(header.guarantee).items() if value or name != "used"
        }
    if header.replanning:
        own = asdict(header.replanning)
        sections["replanning"] = {name: value for name, value in own.items() if value is not None}
    work = {
        "hours_factor": header.hours_factor,
        "evidence": header.hours_factor_evidence,
        "source": header.hours_factor_source,
    }
    if header.hours_factor != 1.0 or header.hours_factor_source:
        sections["work"] = work
    if header.remote_share or header.remote_share_source:
        sections["hearings"] = {
            "remote_share": header.remote_share,
            "evidence": header.remote_share_evidence,
            "source": header.remote_share_source,
        }
    return sections


def _toml(name: str, values: dict[str, object]) -> str:
    head = [f"[{name}]"] if name else []
    return "\n".join([*head, *(f"{key} = {_toml_value(value)}" for key, value in values.items())])


def _toml_value(value: object) -> str:
    """A basic string of TOML is written as one of JSON is."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _cell(value, dutch=False)


def rows_text(table: Table, rows: Iterable[object]) -> str:
    """Typed rows of a table as CSV; the fields have the names of the columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = [column.name for column in columns_of(table)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name), dutch=False) for name in names] for row in rows)
    return text.getvalue()


def _write_table(path: Path, table: Table, rows: Sequence[Row], dutch: bool) -> None:
    names = [column.name for column in columns_of(table)]
    with path.open("w", encoding="utf-8-sig" if dutch else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if dutch else ",", lineterminator="\r\n" if dutch else "\n")
        writer.writerow(names)
        writer.writerows([_cell(getattr(row, name), dutch) for name in names] for row in rows)


def _cell(value: object, dutch: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return plain(value).replace(".", ",") if dutch else plain(value)
    if isinstance(value, date) and dutch:
        return f"{value.day}-{value.month}-{value.year}"
    return str(value)
