"""A table: its columns, its key and the rules that read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.domain.column import Column
from planner.domain.evidence import EVIDENCE_COLUMN, SOURCE_COLUMN


@dataclass(frozen=True)
class Table:
    """One table: a CSV file `name.csv` in the instance's folder.

    `key` are the columns that together are unique. `provenance` tables end in the columns `evidence` and
    `source`, on every row.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    required: bool = True
    provenance: bool = True
    rules: tuple[str, ...] = field(default=())


def columns_of(declared: Table) -> tuple[Column, ...]:
    """The columns of a table in file order, provenance included."""
    return (*declared.columns, EVIDENCE_COLUMN, SOURCE_COLUMN) if declared.provenance else declared.columns
