"""The pace of ind-2026 before the programme, and from week to week."""

from __future__ import annotations

PACE = 250
PACE_SOURCE = (
    "Assumption: middle of 220 to 280 first decisions a week on old cases during the change-over, for each stage alike"
)

SMOOTHING_SOURCE = (
    "Assumption: 15 % more or less than in the week before; holiday weeks, whose staff differs by more than a tenth of "
    "a normal week, are excepted"
)
