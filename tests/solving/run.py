"""Solves in this process, and judges what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED, Policy
from planner.domain.result import LevelProof, Status
from planner.evaluation.audit import audit
from planner.evaluation.levels import LevelValue, level_values
from planner.evaluation.tables import run_tables
from planner.solving.decomposition import decompose
from planner.solving.engine import Ended, Event, Found, Task
from planner.solving.monolith import solve_whole
from planner.solving.options import Engine, SolveOptions

ROUNDING = 5e-4
"""Cases or case-weeks that the grid and the solvers' own tolerances may cost, for each unit of a level's weight."""

SHARE = 1e-6
"""The same as a share of a level's gross value."""

STRICT = 0.0
"""The tolerance with which no level may be given up by what it is allowed to. Of two plans that are as good on a level,
HiGHS takes either."""


@dataclass(frozen=True)
class Solved:
    """The last plan that an engine reported, with its proof; none when it found none."""

    instance: Instance
    policy: Policy
    status: Status
    plan: Plan | None
    levels: tuple[LevelProof, ...]

    @property
    def values(self) -> dict[str, float]:
        return {level.name: level.value for level in self.levels}

    @property
    def bounds(self) -> dict[str, float]:
        return {level.name: level.bound for level in self.levels}

    @property
    def gross(self) -> tuple[LevelValue, ...]:
        assert self.plan is not None
        return level_values(figures(self.instance), self.policy, self.plan)


def solved(instance: Instance, engine: Engine, policy: Policy = SHIPPED, options: SolveOptions | None = None) -> Solved:
    events: list[Event] = []
    task = Task(figures(instance), policy, options or SolveOptions(engine=engine))
    if engine is Engine.DECOMPOSITION:
        decompose(task, events.append)
    else:
        solve_whole(task, engine, events.append)
    ended = events[-1]
    assert isinstance(ended, Ended)
    found = [event for event in events if isinstance(event, Found)]
    plan, levels = (found[-1].plan, found[-1].levels) if found else (None, ())
    return Solved(instance, policy, ended.status, plan, levels)


def findings(own: Solved) -> tuple[str, ...]:
    """What the audit finds wrong with the plan, its tables and its proofs."""
    assert own.plan is not None
    tables = run_tables(figures(own.instance), own.policy, own.plan, own.levels)
    return audit(own.instance, own.policy, tables).findings


def rounding(policy: Policy, level: str, gross: float = 0.0) -> float:
    """By how much two right answers may differ on a level, in its unit."""
    terms = next(own.terms for own in policy.levels if own.name == level)
    return ROUNDING * max(term.weight for term in terms) + SHARE * gross


def contradictions(plan_of: Solved, proof_of: Solved) -> Iterator[str]:
    """Levels on which the plan of one solve beats the bound of another.

    A bound holds for the plans that keep every earlier level at its value plus tolerance; only those may not beat it.
    """
    rows = zip(plan_of.levels, proof_of.levels, plan_of.gross, strict=True)
    for own, proof, (gross, *_) in rows:
        allowed = rounding(proof_of.policy, proof.name, gross)
        if own.value < proof.bound - allowed:
            yield f"{own.name}: {own.value!r} is below the bound {proof.bound!r}"
        if own.value > proof.value + proof.tolerance:
            return


def differences(one: Solved, other: Solved) -> list[str]:
    """Levels with different values, beyond rounding, up to the first on which a plan gives up more than the other may.

    With whole staff-days a little of one level can be worth much on the next.
    """
    rows = zip(one.levels, other.levels, one.gross, strict=True)
    found = []
    for number, (own, its, (gross, *_)) in enumerate(rows):
        if abs(own.value - its.value) > rounding(one.policy, own.name, gross):
            better, worse = (one, other) if own.value < its.value else (other, one)
            earlier = zip(better.levels[:number], worse.levels[:number], strict=True)
            if any(level.value > kept.value + kept.tolerance for level, kept in earlier):
                return found
            found.append(f"{own.name}: {own.value!r} and {its.value!r}")
    return found
