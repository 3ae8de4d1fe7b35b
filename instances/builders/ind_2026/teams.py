"""Tables on specialised teams."""

from __future__ import annotations

from instances.builders.ind_2026.figures.teams import (
    TEAM_BLOCK,
    TEAM_COST,
    TEAM_FIRST,
    TEAM_LAST,
    TEAM_LEARNED,
    TEAM_LEARNING,
    TEAM_LIFE,
    TEAM_SOURCE,
    TEAMS,
)
from instances.builders.lines import Lines


def teams() -> Lines:
    """Teams that may be opened."""
    return [
        (
            *(row["team"], row["location"], row["category"], TEAM_FIRST, TEAM_LAST, TEAM_BLOCK, row["least"]),
            *(row["most"], TEAM_LIFE, TEAM_LEARNING, 1, TEAM_LEARNED, TEAM_COST, "A", TEAM_SOURCE.format(**row)),
        )
        for row in TEAMS
    ]
