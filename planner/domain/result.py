"""What a solve gives back: a plan or none, with the proof of each level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from planner.domain.grid import Numbers
from planner.domain.instance import Instance
from planner.domain.plan import Plan


class Status(StrEnum):
    """How a solve ended."""

    PROVEN = "proven"  # every level within the gap asked for
    FEASIBLE = "feasible"  # a plan, but a level's gap is wider than asked
    STOPPED = "stopped"  # the time limit, the user or the system ended it; the plan is the best so far
    SIMULATED = "simulated"  # the plan of a yardstick rule: nothing was searched or proven
    INFEASIBLE = "infeasible"  # the hard rules contradict each other
    NO_PLAN = "no plan"  # stopped before a plan was found


@dataclass(frozen=True)
class LevelProof:
    """One level: its value in the plan, and a bound that no plan can beat.

    The bound holds for plans that keep the earlier levels at their value plus `tolerance`. `gap` is
    (value - bound) / max(|value|, floor); `floor` is the level's floor in its unit.
    """

    name: str
    unit: str
    value: float
    bound: float
    tolerance: float
    floor: float

    @property
    def gap(self) -> float:
        """The proven gap, as a fraction."""
        return gap_of(self.value, self.bound, self.floor)


def gap_of(value: float, bound: float, floor: float) -> float:
    """(value - bound) / max(|value|, floor), 0 where the bound is reached."""
    if value <= bound:
        return 0.0
    against = max(abs(value), floor)
    return (value - bound) / against if against > 0 else float("inf")


@dataclass(frozen=True)
class BoundProof:
    """Dual values that bound a level from below, for every plan that keeps the earlier levels within their limits.

    level + sum of `prices` x earlier levels >= `least` on the relaxation, so the level >= `least` - sum of prices x
    limits. Anyone can work `least` out again from the duals: what the rows give at their bounds, and each column at
    the bound that its reduced cost asks for. `level` counts from 0; `relaxation` is the identity of the model and
    costs that the duals belong to.
    """

    level: int
    prices: tuple[float, ...]
    duals: Numbers
    least: float
    relaxation: str

    def bound(self, limits: Sequence[float]) -> float:
        """What it says where the earlier levels keep these limits."""
        return self.least - sum(price * limit for price, limit in zip(self.prices, limits, strict=True))


@dataclass(frozen=True)
class Proven:
    """What the bounds of another run followed from: dual values by the name of the level, and whose rows they price."""

    instance: Instance
    duals: Mapping[str, Numbers]


@dataclass(frozen=True)
class Moment:
    """What was known so many seconds after the start of the search."""

    seconds: float
    levels: tuple[LevelProof, ...]


@dataclass(frozen=True)
class Result:
    """A plan is None when the status says that there is none. Times in seconds of wall clock.

    `proofs` are those of the bounds in `levels`, at most one for each; engines that take a solver's word have none.
    """

    status: Status
    plan: Plan | None
    levels: tuple[LevelProof, ...] = ()
    engine: str = ""
    seconds: dict[str, float] = field(default_factory=dict)
    first_plan_seconds: float | None = None
    signal_number: int | None = None
    progress: tuple[Moment, ...] = ()
    log: tuple[str, ...] = ()
    proofs: tuple[BoundProof, ...] = ()
