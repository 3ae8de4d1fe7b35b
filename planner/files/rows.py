"""The rows of a table as they were read: checked cell by cell, not yet against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from planner.domain.column import Column
from planner.domain.table import Table, columns_of
from planner.files.cells import CellError, Value, may_be_left_out, parse_cell
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.labels import looks_personal
from planner.files.nearest import did_you_mean, nearest
from planner.files.place import Place
from planner.files.sheet import Sheet

MAY_BE_EMPTY = frozenset({"stock"})
"""Required tables that may have a header only."""

Parser = Callable[[Column, str], Value]


@dataclass
class ReadRow:
    """The good cells of one row, by column."""

    place: Place
    values: dict[str, Value]


@dataclass
class ReadTable:
    """The rows of one table; `unsure` are the columns of which some cell could not be read."""

    declared: Table
    rows: list[ReadRow] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The declared columns by name."""
        return {column.name: column for column in columns_of(self.declared)}

    def give_up(self) -> None:
        """Nothing is known of any column."""
        self.unsure.update(self.columns)


def read_rows(declared: Table, sheet: Sheet, file: str, findings: Findings) -> ReadTable:
    """Every row of the sheet; what is wrong with its header and cells goes to the findings."""
    read = ReadTable(declared)
    header = Place(file, sheet.header_line)
    positions = _positions(read, sheet.header, header, findings)
    if declared.required and not sheet.rows and declared.name not in MAY_BE_EMPTY:
        findings.add(header.problem("", Code.TABLE_EMPTY, "no rows", "at least one row"))
        read.give_up()
    parse = _remembering_parser(sheet.dutch)
    for line, cells in sheet.rows:
        place = Place(file, line)
        width = len(sheet.header)
        if len(cells) < width or any(cells[width:]):
            findings.add(
                place.problem(
                    "",
                    Code.CELL_COUNT,
                    f"{len(cells)} cells",
                    f"{width} cells, as in the header",
                    'A cell that holds the mark between cells needs quotes: "so".',
                )
            )
            read.give_up()
            continue
        texts = {name: cells[index] for name, index in positions.items()}
        read.rows.append(ReadRow(place, dict(_values(read, texts, place, parse, findings))))
    return read


def _positions(read: ReadTable, header: tuple[str, ...], place: Place, findings: Findings) -> dict[str, int]:
    """Where each column stands; a column that has a default may be left out."""
    positions: dict[str, int] = {}
    for index, name in enumerate(header):
        if name in positions:
            findings.add(place.problem(name, Code.COLUMN_TWICE, name, "each column once"))
        elif name in read.columns:
            positions[name] = index
        elif looks_personal(name):
            findings.add(place.problem(name, Code.COLUMN_PERSONAL, name, "no data about persons"))
        else:
            absent = [column for column in read.columns if column not in header]
            meant = nearest(name, absent)
            known = "a column of this table: " + ", ".join(read.columns)
            findings.add(place.problem(name, Code.COLUMN_UNKNOWN, name, known, did_you_mean(name, absent)))
            if meant:
                read.unsure.add(meant)
    for column in read.columns.values():
        if column.name not in positions and column.name not in read.unsure and not may_be_left_out(column):
            expected = f"a column {column.name}"
            findings.add(place.problem(column.name, Code.COLUMN_MISSING, "no such column", expected))
            read.unsure.add(column.name)
    return positions


def _values(
    read: ReadTable, texts: dict[str, str], place: Place, parse: Parser, findings: Findings
) -> Iterator[tuple[str, Value]]:
    for name, column in read.columns.items():
        if name not in texts and name in read.unsure:
            continue
        text = texts.get(name, "")
        try:
            yield name, parse(column, text)
        except CellError as error:
            findings.add(place.problem(name, error.code, text, error.expected, error.hint))
            read.unsure.add(name)


def _remembering_parser(dutch: bool) -> Parser:
    """Parses cells of one table; labels, dates and sources come back in many rows and are parsed once."""
    known: dict[tuple[str, str], Value] = {}

    def parse(column: Column, text: str) -> Value:
        cell = column.name, text
        if cell not in known:
            known[cell] = parse_cell(column, text, dutch)
        return known[cell]

    return parse
