"""Workbooks: typed cells, text that is never taken for a formula, frozen heads, and pages that print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from math import ceil, fsum
from typing import Any

from xlsxwriter import Workbook

from planner.domain.weeks import Week
from planner.reporting.contents import Cell, Column, Form, Table
from planner.reporting.words import Words

LONGEST_NAME = 31
"""Letters that a sheet's name may have."""

NARROW, WIDE, WIDEST = 9, 24, 60
BEFORE = 50
"""Most letters of what rows are, before the weeks: longer ones wrap."""
FRONT = 105
"""Letters across the first sheet, so that it prints as it is."""
LINE = 15.0
"""Height of a line of text."""
NUMBERS = (Form.NUMBER, Form.SHARE, Form.EURO)
PAPER_A4 = 9
ACROSS = 13
"""Weeks across that a printed page has: a quarter."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


class Book:
    """A workbook in the making. Its first sheet says what it is and leads to the others."""

    def __init__(self, say: Words, title: str, lines: Sequence[str], made: date) -> None:
        self._say, self._file = say, BytesIO()
        self._book = Workbook(self._file, _OPTIONS)
        self._book.set_properties({"title": title, "created": datetime(made.year, made.month, made.day)})  # noqa: DTZ001
        self._formats: dict[tuple[Any, ...], Any] = {}
        self._front = self._book.add_worksheet(say("book.front"))
        self._names = {say("book.front").casefold()}
        self._front.set_column(0, 0, FRONT)
        self._front.write_string(0, 0, title, self._format(bold=True, font_size=16))
        for row, line in enumerate(lines, start=1):
            self._front.write_string(row, 0, line, self._format(text_wrap=True, valign="top"))
            self._front.set_row(row, _height(line, FRONT))
        self._next = len(lines) + 2

    def add(self, table: Table, name: str = "") -> None:
        """A sheet with a table as it stands: one row below the other."""
        sheet = self._sheet(name or table.caption)
        self._head(sheet, table)
        widths = [_width(column, [row[place] for row in table.rows]) for place, column in enumerate(table.columns)]
        for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            side = "right" if column.form in NUMBERS else "left"
            indent = 1 if place and side == "left" else 0
            look = self._format(bold=True, text_wrap=True, bottom=1, valign="top", align=side, indent=indent)
            sheet.write_string(2, place, column.title, look)
            sheet.set_column(place, place, width)
        heads = zip(table.columns, widths, strict=True)
        sheet.set_row(2, max((_height(column.title, width) for column, width in heads), default=LINE))
        for line, row in enumerate(table.rows, start=3):
            longest = max((len(cell) for cell in row if isinstance(cell, str)), default=0)
            if longest > WIDEST:
                sheet.set_row(line, _height("x" * longest, WIDEST))
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                self._write(sheet, line, place, column, cell)
        self._print(sheet, 3 + len(table.rows), len(table.columns), rows=2, columns=0)
        sheet.freeze_panes(3, 1)
        if table.rows:
            sheet.autofilter(2, 0, 2 + len(table.rows), len(table.columns) - 1)

    def add_across(self, table: Table, weeks: Sequence[Week], name: str, total: str = "") -> None:
        """A sheet with the weeks across, each under its Monday; what the rows are stands before them.

        Where there is a word for the total, the last row adds up the weeks. A printed page has the coming quarter.
        """
        sheet = self._sheet(name)
        self._head(sheet, table)
        before = len(table.columns) - len(weeks)
        bold, bold_right = (self._format(bold=True, bottom=1, align=side) for side in ("left", "right"))
        for place, column in enumerate(table.columns):
            sheet.write_string(3, place, column.title, bold if place < before else bold_right)
        monday = self._format(num_format="d mmm", align="right", font_color="#595959")
        for place, week in enumerate(weeks, start=before):
            sheet.write_datetime(2, place, datetime(*week.monday.timetuple()[:3]), monday)  # noqa: DTZ001
        for place in range(before):
            width = _width(table.columns[place], [row[place] for row in table.rows])
            sheet.set_column(place, place, min(BEFORE, width))
        sheet.set_column(before, before + len(weeks) - 1, NARROW + 1)
        for line, row in enumerate(table.rows, start=4):
            longest = max(len(str(cell)) for cell in row[:before])
            if longest > BEFORE - 2:
                sheet.set_row(line, _height("x" * longest, BEFORE))
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                self._write(sheet, line, place, column, cell, BEFORE - 2)
        last = 4 + len(table.rows)
        if total:
            self._total(sheet, last, table, before, total)
        self._print(sheet, last + 1, before + min(len(weeks), ACROSS), rows=3, columns=before)
        sheet.freeze_panes(4, before)

    def content(self) -> bytes:
        """The file."""
        self._print(self._front, self._next + 1, 1, rows=0, columns=0)
        self._book.close()
        return self._file.getvalue()

    def _sheet(self, wanted: str) -> Any:
        """A new sheet with a name that is allowed and not taken, and a link to it on the first one."""
        short = wanted if len(wanted) <= LONGEST_NAME else wanted.partition(" (")[0]
        stem = _FORBIDDEN.sub(" ", short).strip(" '")
        if len(stem) > LONGEST_NAME:  # whole words, where the first is not too long itself
            stem = (stem[: LONGEST_NAME + 1].rpartition(" ")[0] or stem[:LONGEST_NAME]).rstrip(" ,")
        stem = stem or "-"
        name, number = stem, 2
        while name.casefold() in self._names:
            tail = f" {number}"
            name, number = stem[: LONGEST_NAME - len(tail)] + tail, number + 1
        self._names.add(name.casefold())
        link = self._format(font_color="#0b5394", underline=1)
        address = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1"
        self._front.write_url(self._next, 0, address, link, wanted)
        self._next += 1
        return self._book.add_worksheet(name)

    def _total(self, sheet: Any, line: int, table: Table, before: int, word: str) -> None:
        """The sum of each column of numbers."""
        sheet.write_string(line, 0, word, self._format(bold=True, top=1))
        for place in range(1, before):
            sheet.write_blank(line, place, None, self._format(top=1))
        for place, column in list(enumerate(table.columns))[before:]:
            number = fsum(cell for row in table.rows if isinstance(cell := row[place], int | float))
            sheet.write_number(line, place, number, self._format(bold=True, top=1, num_format=_number(column)))

    def _head(self, sheet: Any, table: Table) -> None:
        sheet.write_string(0, 0, table.caption, self._format(bold=True, font_size=13))

    def _write(self, sheet: Any, line: int, place: int, column: Column, cell: Cell, most: int = WIDEST) -> None:
        """A cell by its type; a text of more letters than `most` wraps."""
        if cell is None or cell == "":
            return
        if isinstance(cell, date):
            dated = self._format(num_format="d mmm yyyy", align="left", valign="top", indent=1)
            sheet.write_datetime(line, place, datetime(*cell.timetuple()[:3]), dated)  # noqa: DTZ001
        elif isinstance(cell, str | Week):
            text = str(cell)
            indent = 1 if place else 0
            sheet.write_string(line, place, text, self._format(text_wrap=len(text) > most, valign="top", indent=indent))
        else:
            sheet.write_number(line, place, cell, self._format(num_format=_number(column), valign="top"))

    def _print(self, sheet: Any, rows_in: int, columns_in: int, rows: int, columns: int) -> None:
        """A4 across, as wide as one page, heads on every page, page numbers."""
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, max(rows_in - 1, 0), max(columns_in - 1, 0))
        sheet.repeat_rows(0, rows)
        if columns:
            sheet.repeat_columns(0, columns - 1)
        sheet.set_footer("&L&A&R&P / &N")

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _number(column: Column) -> str:
    """The form of numbers; the marks are those of the reader's own spreadsheet."""
    decimals = f".{'0' * column.digits}" if column.digits else ""
    if column.form is Form.SHARE:
        return f"0{decimals}%"
    return f"{'€ ' if column.form is Form.EURO else ''}#,##0{decimals}"


def _height(text: str, width: int) -> float:
    """The height that a text takes when it wraps."""
    return LINE * max(1, ceil(1.15 * len(text) / width))


def _width(column: Column, cells: Sequence[Cell]) -> int:
    if column.form in NUMBERS:
        return max(NARROW + 3, min(WIDE, len(column.title) + 2))
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(WIDEST, max(NARROW + 3, longest + 2, len(column.title) + 2))
