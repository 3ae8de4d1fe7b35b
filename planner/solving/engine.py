"""What every way of solving has in common: it reports finds as it makes them, and is judged by the same values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import BoundProof, LevelProof, Proven, Status
from planner.evaluation.levels import LevelValue
from planner.solving.options import SolveOptions


@dataclass(frozen=True)
class Step:
    """The engine begins something."""

    stage: str
    gap: float | None = None


@dataclass(frozen=True)
class Found:
    """A plan with the proof of its levels so far, better than the one before.

    `proofs` are what the bounds follow from; empty where they are a solver's word.
    """

    plan: Plan
    levels: tuple[LevelProof, ...]
    proofs: tuple[BoundProof, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The engine has ended by itself."""

    status: Status


Event = Step | Found | Ended
Report = Callable[[Event], None]


@dataclass(frozen=True)
class Task:
    """What an engine is asked to do; a plan to begin from and what is proven of one, which decomposition takes."""

    figures: Figures
    policy: Policy
    options: SolveOptions
    start: Plan | None = None
    proven: Proven | None = None


def tolerances(policy: Policy, values: tuple[LevelValue, ...]) -> tuple[float, ...]:
    """By how much later levels may worsen each level: a share of its value, at most half its floor."""
    return tuple(min(policy.tolerance * abs(value.value), value.floor / 2) for value in values)


def proofs(
    policy: Policy,
    values: tuple[LevelValue, ...],
    bounds: list[float],
    ceilings: Sequence[float] = (),
) -> tuple[LevelProof, ...]:
    """The proof of each level from its value and a bound on its gross value.

    `ceilings` are what the gross values of the first levels may reach in all that follows; where there is none, it is
    the value plus the policy's tolerance.
    """
    allowed = list(tolerances(policy, values))
    for number, (ceiling, value) in enumerate(zip(ceilings, values, strict=False)):
        allowed[number] = min(max(ceiling - value.gross, 0.0), allowed[number])
    return tuple(
        LevelProof(
            name=level.name,
            unit=level.unit,
            value=value.value,
            bound=min(max(bound - value.least, 0.0), value.value),
            tolerance=tolerance,
            floor=value.floor,
        )
        for level, value, bound, tolerance in zip(policy.levels, values, bounds, allowed, strict=True)
    )


def better(values: tuple[LevelValue, ...], than: tuple[LevelValue, ...]) -> bool:
    """Whether the first level that differs by more than a hundredth of its floor is lower."""
    for one, other in zip(values, than, strict=True):
        if abs(one.value - other.value) > other.floor / 100:
            return one.value < other.value
    return False
