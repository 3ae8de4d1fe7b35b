"""What a long solve says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """One step: what is being done, seconds since the start, and whether there is a plan.

    `level` is the first whose `gap` is wider than asked; without one where there is no plan, or none is.
    """

    stage: str
    seconds: float
    level: str = ""
    gap: float | None = None
    plan: bool = False


Listener = Callable[[Progress], None]
"""Hears of progress."""
