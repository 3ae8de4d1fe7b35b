"""A CSV file as lines of cells, in the dialect that its header shows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.place import Place

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Sheet:
    """The trimmed cells of each line that has any, with the line on which it starts.

    `dutch` says that the file is as a Dutch spreadsheet writes it: `;` between cells and a decimal comma.
    """

    header: tuple[str, ...]
    header_line: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str

    @property
    def dutch(self) -> bool:
        """Whether numbers have a decimal comma and dates may be written 12-6-2026."""
        return self.delimiter == ";"


def read_sheet(text: str, name: str, findings: Findings) -> Sheet | None:
    """The cells of a CSV text; None when they cannot be told apart."""
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    lines = []
    start = 1
    try:
        for cells in reader:
            trimmed = tuple(cell.strip() for cell in cells)
            if any(trimmed):
                lines.append((start, trimmed))
            start = reader.line_num + 1
    except csv.Error as error:
        findings.add(
            Place(name, start).problem("", Code.QUOTES, error, "quotes around a whole cell, doubled inside it")
        )
        return None
    if not lines:
        findings.add(Place(name).problem("", Code.NO_HEADER, "an empty file", "a header line"))
        return None
    header_line, header = lines[0]
    while not header[-1]:
        header = header[:-1]
    return Sheet(header, header_line, tuple(lines[1:]), delimiter)


def _delimiter(text: str) -> str:
    """The mark that parts the first line with anything on it into most cells."""
    lines = (line for line in io.StringIO(text) if line.strip(" \t\r\n,;"))
    return max(DELIMITERS, key=next(lines, text).count)
