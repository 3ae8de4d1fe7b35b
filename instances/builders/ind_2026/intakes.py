"""Tables on people who come, change their work or move."""

from __future__ import annotations

from datetime import date, timedelta

from instances.builders.ind_2026.figures.dates import FIRST
from instances.builders.ind_2026.figures.intakes import (
    FIRST_CLASS,
    HALF_YEAR,
    HIRED,
    HIRED_SOURCE,
    LAST_CLASS,
    LAST_QUARTER,
    MOVE_COST,
    MOVE_MOST,
    MOVE_SOURCE,
    MOVES,
    NEWCOMERS,
    NEWCOMERS_SOURCE,
    QUARTER,
    RETRAINED,
    RETRAINED_SOURCE,
)
from instances.builders.lines import Lines


def hiring() -> Lines:
    """Classes of newcomers, every quarter."""
    return [
        (
            *(location, row["group"], FIRST_CLASS, LAST_CLASS, QUARTER, row["most"], row["course"], row["cost"]),
            *("A", HIRED_SOURCE.format(**row)),
        )
        for row in HIRED
        for location in row["locations"].split()
    ]


def hiring_limits() -> Lines:
    """Newcomers of each quarter from July 2026 on."""
    starts = [date(year, month, 1) for year in range(2026, 2030) for month in (1, 4, 7, 10)]
    ends = [start - timedelta(days=1) for start in starts[1:]] + [LAST_QUARTER]
    return [
        (start, end, NEWCOMERS, "A", NEWCOMERS_SOURCE) for start, end in zip(starts, ends, strict=True) if start > FIRST
    ]


def retraining() -> Lines:
    """Classes of people who learn other work, every half year."""
    return [
        (
            *(location, row["group"], row["to_group"], FIRST_CLASS, LAST_CLASS, HALF_YEAR),
            *(row["most"], row["course"], row["cost"], "A", RETRAINED_SOURCE.format(**row)),
        )
        for row in RETRAINED
        for location in row["locations"].split()
    ]


def transfers() -> Lines:
    """Moves between locations, every half year."""
    return [
        (
            *(row["location"], row["to_location"], group, FIRST_CLASS, LAST_CLASS, HALF_YEAR),
            *(MOVE_MOST, "settling", MOVE_COST, "A", MOVE_SOURCE.format(**row)),
        )
        for row in MOVES
        for group in row["groups"].split()
    ]
