"""An instance that is being checked: typed rows with their places, and which tables can be trusted so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from planner.domain.instance import ROW_TYPES, Header, Instance, Row
from planner.files.header_file import FILE, Entries
from planner.files.place import Place, Placed
from planner.files.rows import ReadRow, ReadTable

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Draft:
    """`sound` are the row types of the tables without a problem so far, and Header."""

    found_header: Header | None
    header_places: Mapping[tuple[str, str], Place]
    rows: Mapping[type[Row], list[Placed[Any]]]
    sound: frozenset[type]

    def of(self, kind: type[R]) -> list[Placed[R]]:
        """The rows of one type."""
        return self.rows[kind]

    @property
    def header(self) -> Header:
        """The header, for checks that ask for a sound one."""
        if self.found_header is None:
            raise LookupError("the header is not sound")
        return self.found_header

    def header_place(self, section: str, key: str) -> Place:
        """Where a value of the header stands."""
        return self.header_places.get((section, key), Place(FILE))

    @property
    def instance(self) -> Instance:
        """The instance, once every table and the header are sound."""
        tables: dict[str, Any] = {
            name: tuple(placed.row for placed in self.rows[kind]) for name, kind in ROW_TYPES.items()
        }
        return Instance(header=self.header, **tables)


def draft_of(
    header: Header | None, entries: Entries, tables: Mapping[str, ReadTable], faulty: Collection[str]
) -> Draft:
    """The draft that the tables make; `faulty` names those with problems in their keys or references."""
    rows: dict[type[Row], list[Placed[Any]]] = {}
    sound: set[type] = {Header} if header else set()
    for name, kind in ROW_TYPES.items():
        if tables[name].unsure or name in faulty:
            rows[kind] = []
        else:
            rows[kind] = [_placed(kind, row) for row in tables[name].rows]
            sound.add(kind)
    return Draft(header, {key: place for key, (_, place) in entries.items()}, rows, frozenset(sound))


def _placed(kind: type[Row], row: ReadRow) -> Placed[Any]:
    values: dict[str, Any] = dict(row.values)
    return Placed(kind(**values), row.place)
