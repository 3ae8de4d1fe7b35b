"""The `[[change]]`, `[[remove]]` and `[[append]]` entries of a scenario file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.domain.column import Column, Kind
from planner.domain.evidence import EVIDENCE_COLUMN, SOURCE_COLUMN
from planner.domain.table import Table
from planner.domain.tables import TABLES, table
from planner.errors import Problem
from planner.files.cells import FIGURES, Value, may_be_left_out, parse_cell
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.place import Place
from planner.files.toml_file import TomlFile, as_text, good_values, refuse_unknown

PROVENANCE = (EVIDENCE_COLUMN, SOURCE_COLUMN)
ACTIONS = ("set", "multiply", "add")
CHANGE_KEYS = ("table", "where", *ACTIONS, "evidence", "source")
REMOVE_KEYS = ("table", "where", "evidence", "source")
APPEND_KEYS = ("table", "row", "evidence", "source")

_TABLE = Column("table", Kind.CHOICE, "a table", choices=tuple(declared.name for declared in TABLES))
_NUMBER = Column("number", Kind.NUMBER, "a factor or an amount")


@dataclass(frozen=True)
class Change:
    """New figures for the rows of which every column in `where` has one of the values given."""

    table: str
    where: Mapping[str, tuple[Value, ...]]
    values: Mapping[str, Value]
    factors: Mapping[str, float]
    amounts: Mapping[str, float]
    provenance: Mapping[str, Value]
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Removal:
    """The rows that go: those of which every column in `where` has one of the values given."""

    table: str
    where: Mapping[str, tuple[Value, ...]]
    place: Place


@dataclass(frozen=True)
class Addition:
    """One more row of a table."""

    table: str
    values: Mapping[str, Value]
    place: Place


def read_changes(toml: TomlFile, findings: Findings) -> Iterator[Change]:
    """The changes that are right by themselves."""
    for entry in _entries(toml, "change", findings):
        declared = _table(entry, CHANGE_KEYS, findings)
        if declared is None:
            continue
        before = len(findings)
        columns = {column.name: column for column in declared.columns}
        if not any(action in entry.content for action in ACTIONS):
            expected = "one of the keys " + ", ".join(ACTIONS)
            findings.add(entry.place().problem("set", Code.KEY_MISSING, "no such key", expected))
        change = Change(
            declared.name,
            _where(entry, columns, findings),
            _good(_known(entry, "set", columns, findings), entry.place("set"), columns, findings),
            _figures(entry, "multiply", columns, findings),
            _figures(entry, "add", columns, findings),
            good_values(PROVENANCE, entry.placed(), findings),
            {key: entry.place(key) for key in ("", *CHANGE_KEYS)},
        )
        if len(findings) == before:
            yield change


def read_removals(toml: TomlFile, findings: Findings) -> Iterator[Removal]:
    """The removals that are right by themselves. They name their rows: without `where` all of a table would go."""
    for entry in _entries(toml, "remove", findings):
        declared = _table(entry, REMOVE_KEYS, findings)
        if declared is None:
            continue
        before = len(findings)
        columns = {column.name: column for column in declared.columns}
        if "where" not in entry.content:
            findings.add(entry.place().problem("where", Code.KEY_MISSING, "no such key", "a key where"))
        where = _where(entry, columns, findings)
        good_values(PROVENANCE, entry.placed(), findings)
        if len(findings) == before:
            yield Removal(declared.name, where, entry.place("where"))


def read_additions(toml: TomlFile, findings: Findings) -> Iterator[Addition]:
    """The rows to append that are right by themselves; a column that has a default may be left out."""
    for entry in _entries(toml, "append", findings):
        declared = _table(entry, APPEND_KEYS, findings)
        if declared is None:
            continue
        columns = {column.name: column for column in declared.columns}
        optional = [column for column in declared.columns if may_be_left_out(column)]
        needed = [column for column in declared.columns if column not in optional]
        before = len(findings)
        given = _known(entry, "row", columns, findings)
        refuse_missing(needed, given, entry.place("row"), findings)
        values = {column.name: parse_cell(column, "") for column in optional}
        values |= _good(given, entry.place("row"), columns, findings)
        values |= good_values(PROVENANCE, entry.placed(), findings)
        if len(findings) == before:
            yield Addition(declared.name, values, entry.place())


def refuse_missing(columns: Iterable[Column], given: Iterable[str], place: Place, findings: Findings) -> None:
    """Reports each column that was not given."""
    for column in columns:
        if column.name not in given:
            expected = f"a key {column.name}"
            findings.add(place.problem(column.name, Code.KEY_MISSING, "no such key", expected))


@dataclass(frozen=True)
class _Entry:
    """One entry: the nth of its kind in the file."""

    toml: TomlFile
    kind: str
    nth: int
    content: Mapping[str, Any]

    def place(self, key: str = "") -> Place:
        """Where the key stands, or the entry."""
        return self.toml.place(self.kind, key, self.nth)

    def placed(self) -> dict[str, tuple[object, Place]]:
        """Every value with its place."""
        return {key: (value, self.place(key)) for key, value in self.content.items()}

    def inline(self, key: str, findings: Findings) -> Mapping[str, Any]:
        """The values by column under the key; empty without the key."""
        values = self.content.get(key, {})
        if isinstance(values, dict):
            return values
        findings.add(_not_columns(self.place(key), key, values))
        return {}


def _entries(toml: TomlFile, kind: str, findings: Findings) -> Iterator[_Entry]:
    entries = toml.values.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        expected = f"entries that each begin with [[{kind}]]"
        findings.add(toml.place("", kind).problem(kind, Code.VALUE_TYPE, as_text(entries), expected))
        return
    for nth, content in enumerate(entries):
        yield _Entry(toml, kind, nth, content)


def _table(entry: _Entry, keys: tuple[str, ...], findings: Findings) -> Table | None:
    """The table that the entry is about, when that is clear; its keys are checked on the way."""
    for key in entry.content:
        if key not in keys:
            refuse_unknown(entry.place(key), key, keys, findings)
    refuse_missing((_TABLE, *PROVENANCE), entry.content, entry.place(), findings)
    names = good_values((_TABLE,), entry.placed(), findings)
    return table(str(names["table"])) if names else None


def _good(
    content: Mapping[str, object], place: Place, columns: Mapping[str, Column], findings: Findings
) -> dict[str, Value]:
    return good_values(columns.values(), {name: (value, place) for name, value in content.items()}, findings)


def _where(entry: _Entry, columns: Mapping[str, Column], findings: Findings) -> dict[str, tuple[Value, ...]]:
    place = entry.place("where")
    where: dict[str, tuple[Value, ...]] = {}
    for name, given in _known(entry, "where", columns, findings).items():
        wanted = given if isinstance(given, list) else [given]
        good = [_good({name: value}, place, columns, findings) for value in wanted]
        where[name] = tuple(value for values in good for value in values.values())
    return where


def _figures(entry: _Entry, key: str, columns: Mapping[str, Column], findings: Findings) -> dict[str, float]:
    place = entry.place(key)
    figures: dict[str, float] = {}
    for name, value in _known(entry, key, columns, findings).items():
        if columns[name].kind not in FIGURES:
            expected = f"a column of figures, or the key {ACTIONS[0]}"
            findings.add(place.problem(name, Code.NOT_A_FIGURE, columns[name].kind, expected))
            continue
        good = good_values((replace(_NUMBER, name=name),), {name: (value, place)}, findings)
        figures.update({name: float(str(number)) for name, number in good.items()})
    return figures


def _known(entry: _Entry, key: str, columns: Mapping[str, Column], findings: Findings) -> dict[str, object]:
    """The values under the key by column; other names are reported."""
    content = entry.inline(key, findings)
    for name in content:
        if name not in columns:
            refuse_unknown(entry.place(key), name, columns, findings)
    return {name: value for name, value in content.items() if name in columns}


def _not_columns(place: Place, key: str, values: object) -> Problem:
    expected = f'columns with values, such as {key} = {{ stream = "O1" }}'
    return place.problem(key, Code.VALUE_TYPE, as_text(values), expected)
