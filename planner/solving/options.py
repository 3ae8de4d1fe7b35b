"""Run settings: how long we wait and with what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Engine(StrEnum):
    """Ways to solve; what each can do stands in `CAPABILITIES`."""

    AUTO = "auto"
    DECOMPOSITION = "decomposition"
    SCIP = "scip"
    HIGHS = "highs"
    CP_SAT = "cp-sat"


CAPABILITIES: dict[Engine, str] = {
    Engine.AUTO: "scip for small instances, decomposition for the others",
    Engine.DECOMPOSITION: "any size; bound from a relaxation, whole staff-days along it; same answer every time",
    Engine.SCIP: "whole model, small instances; proves a gap of zero; same answer every time",
    Engine.HIGHS: "whole model, small instances; same answer every time",
    Engine.CP_SAT: "whole model, very small instances; cases are counted in millionths, as in a plan",
}
"""What each engine is good for, as `planner solve --help` tells it."""


@dataclass(frozen=True)
class SolveOptions:
    """`gap` is the proven gap at which a level counts as solved, as a fraction; `time_limit` is in seconds.

    `enough` is by how many cases or case-weeks a level may be above its bound and is searched no further, whatever its
    gap, where there is a plan to begin from. One from nothing is what later ones take their bounds from: what it leaves
    of a case loosens all behind it.
    """

    engine: Engine = Engine.AUTO
    gap: float = 0.02
    time_limit: float | None = None
    threads: int = 1
    seed: int = 0
    enough: float = 0.0

    def __post_init__(self) -> None:
        if not 0 <= self.gap < 1:
            raise ValueError(f"gap must lie from 0 to 1, not {self.gap}")
        if self.time_limit is not None and self.time_limit <= 0:
            raise ValueError(f"time limit must be positive, not {self.time_limit}")
        if self.threads < 1:
            raise ValueError(f"threads must be at least 1, not {self.threads}")
