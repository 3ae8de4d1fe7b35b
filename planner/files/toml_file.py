"""A TOML file, with the line on which each key stands."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from planner.domain.column import Column, Kind
from planner.files.cells import CellError, Value, expected, parse_cell
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.nearest import did_you_mean
from planner.files.place import Place
from planner.files.plain_number import plain
from planner.files.text_file import read_text

_SECTION = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+)\s*\]\]?\s*(#.*)?")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*[=.]""")
_AT_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")

_TYPES: dict[Kind, tuple[tuple[type, ...], str]] = {
    Kind.WHOLE: ((int,), "without quotes"),
    Kind.NUMBER: ((int, float), "without quotes, with a decimal point"),
    Kind.DATE: ((date,), "without quotes"),
    Kind.YESNO: ((bool,), "true or false, without quotes"),
}


@dataclass(frozen=True)
class TomlFile:
    """What the file says, and where. Sections that come more than once are counted from 0."""

    name: str
    values: dict[str, Any]
    lines: dict[tuple[str, int, str], int]

    def place(self, section: str = "", key: str = "", nth: int = 0) -> Place:
        """Where the key stands; else its section, else the key or section of that name, else the file."""
        spots = ((section, nth, key), (section, nth, ""), ("", 0, section), (key, 0, ""))
        return Place(self.name, next((self.lines[spot] for spot in spots if spot in self.lines), 0))


def read_toml(folder: Path, name: str, findings: Findings, doubts: Findings) -> TomlFile | None:
    """The file as values; None when it is not TOML."""
    text = read_text(folder, name, findings, doubts)
    if text is None:
        return None
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        place = Place(name, int(at[1]) if at else 0)
        words = "values inside values, too deep" if isinstance(error, RecursionError) else error
        findings.add(place.problem("", Code.TOML_SYNTAX, words, "valid TOML"))
        return None
    return TomlFile(name, values, _lines(text))


def parse_value(column: Column, value: object) -> Value:
    """A TOML value, read as strictly as a cell of the column; raises CellError."""
    types, manner = _TYPES.get(column.kind, ((str,), "in quotes"))
    if type(value) not in types:
        raise CellError(Code.VALUE_TYPE, f"{expected(column)}, {manner}")
    return parse_cell(column, as_text(value))


def good_values(
    columns: Iterable[Column], content: Mapping[str, tuple[object, Place]], findings: Findings
) -> dict[str, Value]:
    """The values of the columns that are there and right; what is wrong with others goes to the findings."""
    values: dict[str, Value] = {}
    for column in columns:
        if column.name not in content:
            continue
        value, place = content[column.name]
        try:
            values[column.name] = parse_value(column, value)
        except CellError as error:
            findings.add(place.problem(column.name, error.code, as_text(value), error.expected, error.hint))
    return values


def refuse_unknown(place: Place, name: str, known: Iterable[str], findings: Findings) -> None:
    """Reports a key that belongs to nothing."""
    names = list(known)
    expected = "one of " + ", ".join(names)
    findings.add(place.problem(name, Code.KEY_UNKNOWN, name, expected, did_you_mean(name, names)))


def as_text(value: object) -> str:
    """A TOML value as it would stand in a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return plain(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return str(value).strip()


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """The line of each section (key "") and key; lines inside a text of several lines do not count."""
    lines: dict[tuple[str, int, str], int] = {}
    seen: dict[str, int] = defaultdict(int)
    section, nth, inside = "", 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        opens = (line.count('"""') + line.count("'''")) % 2 == 1
        if not inside:
            head, key = _SECTION.fullmatch(line), _KEY.match(line)
            if head:
                section = head[1]
                nth = seen[section]
                seen[section] += 1
                lines[section, nth, ""] = number
            elif key:
                lines.setdefault((section, nth, key[1]), number)
        inside ^= opens
    return lines
