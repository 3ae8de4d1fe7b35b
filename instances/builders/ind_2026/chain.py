"""Tables on partners in the chain."""

from __future__ import annotations

from instances.builders.ind_2026.figures.chain import OUTCOME_SOURCE, OUTCOMES
from instances.builders.ind_2026.figures.dates import FIRST
from instances.builders.lines import Lines


def outcomes() -> Lines:
    """What decisions lead to, from the start on."""
    return [
        (
            *(stream, FIRST, int(row["grant"]) / 100, int(row["appeal"]) / 100, int(row["return"]) / 100),
            *("A", OUTCOME_SOURCE.format(**row)),
        )
        for row in OUTCOMES
        for stream in row["streams"].split()
    ]
