"""What a long solve says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """One step: what is being done, seconds since the start, the widest gap so far, and whether there is a plan."""

    stage: str
    seconds: float
    gap: float | None = None
    plan: bool = False


Listener = Callable[[Progress], None]
"""Hears of progress."""
