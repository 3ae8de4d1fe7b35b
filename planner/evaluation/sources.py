"""Where the figures of an instance come from: every source with its evidence code, by file."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from planner.domain.instance import ROW_TYPES, Instance

HEADER_FILE = "instance.toml"


class Source(NamedTuple):
    """A source of a file and the number of rows that rest on it."""

    file: str
    evidence: str
    source: str
    rows: int


def sources(instance: Instance) -> list[Source]:
    """Every source of every table, then those of the header."""
    found = Counter(
        (f"{table}.csv", row.evidence, row.source) for table in ROW_TYPES for row in getattr(instance, table)
    )
    header = instance.header
    if header.guarantee:
        found[HEADER_FILE, header.guarantee.evidence, header.guarantee.source] += 1
    if header.hours_factor_source:
        found[HEADER_FILE, header.hours_factor_evidence, header.hours_factor_source] += 1
    if header.remote_share_source:
        found[HEADER_FILE, header.remote_share_evidence, header.remote_share_source] += 1
    return [Source(*key, rows) for key, rows in found.items()]
