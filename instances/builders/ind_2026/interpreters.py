"""Tables on interpreters."""

from __future__ import annotations

from instances.builders.ind_2026.figures.interpreters import LANGUAGE_SOURCE, LANGUAGES, POOL_SOURCE, POOLS, SLOT_HOURS
from instances.builders.lines import Lines


def interpreters() -> Lines:
    """Hours of each pool."""
    return [(row["language"], int(row["slots"]) * SLOT_HOURS, "A", POOL_SOURCE.format(**row)) for row in POOLS]


def languages() -> Lines:
    """Shares of each stream's hearings."""
    return [
        (stream, pool["language"], row[pool["language"]], "A", LANGUAGE_SOURCE.format(**row))
        for row in LANGUAGES
        for stream in row["streams"].split()
        for pool in POOLS
        if row[pool["language"]]
    ]
