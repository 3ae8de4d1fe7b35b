"""The bounds of a run worked out again from their dual values, in exact arithmetic and without a solver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from planner.cli.run_record import levels_in
from planner.domain.figures import figures
from planner.domain.grid import Numbers
from planner.domain.result import BoundProof
from planner.evaluation.audit import values_in
from planner.evaluation.levels import LevelValue
from planner.files.bounds_file import read_proofs
from planner.files.run_folder import Run
from planner.formulation.draft import LinearModel
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.exact import exact_least, follows, rounded_down
from planner.formulation.relaxation.identity import identities
from planner.formulation.relaxation.relaxed import costs_of_levels, relaxation
from planner.solving.options import Engine

SHARE = Fraction(1, 10**6)
"""By how much a stated bound may be above what follows, as a share of what its gap is measured against: the planner
works bounds out in floats."""


class Verdict(StrEnum):
    """What came of a stated bound."""

    FOLLOWS = "follows"
    ZERO = "zero, which needs no proof"
    REFUSED = "DOES NOT FOLLOW"
    UNPROVEN = "a solver's word, not checked"
    NONE = "no bound stated"


@dataclass(frozen=True)
class BoundCheck:
    """A level's bound as stated, and as it follows from the proof, rounded down; both above the unavoidable.

    `follows` is None where no proof could be used; `reason` says why.
    """

    name: str
    unit: str
    stated: float | None
    follows: float | None
    verdict: Verdict
    reason: str = ""

    @property
    def refused(self) -> bool:
        """Whether more is stated than follows."""
        return self.verdict is Verdict.REFUSED

    @property
    def finding(self) -> str:
        """What is wrong with it, in a sentence."""
        most = "0" if self.follows is None else repr(self.follows)
        why = f" ({self.reason})" if self.reason else ""
        return f'levels, row {self.name}, bound: stood "{self.stated!r}", expected at most {most}, what follows{why}.'


@dataclass(frozen=True)
class _Rebuilt:
    """The relaxation of the run's instance and policy, its identity by level, and the proofs that the run kept."""

    linear: LinearModel
    costs: Sequence[Numbers]
    identities: Sequence[str]
    proofs: Mapping[int, BoundProof]


def check_bounds(folder: Path, run: Run) -> list[BoundCheck]:
    """The bound of every level of a run that the audit passes; raises InputError where its proofs cannot be read.

    Bounds of an engine that keeps no proofs are not judged.
    """
    stated = levels_in(run.tables)
    if not _keeps_proofs(run.manifest):
        kept = [Verdict.NONE if own["bound"] is None else Verdict.UNPROVEN for own in stated]
        return [
            BoundCheck(own["name"], own["unit"], own["bound"], None, verdict)
            for own, verdict in zip(stated, kept, strict=True)
        ]
    proofs = read_proofs(folder, run.manifest, [level.name for level in run.policy.levels])
    rebuilt = _rebuilt(run, proofs)
    values = values_in(run.instance, run.policy, run.tables)
    tolerances = [row["tolerance"] for row in run.tables["levels"].records()]
    limits = [value.gross + float(own or "inf") for value, own in zip(values, tolerances, strict=True)]
    return [_check(level, own, rebuilt, values[level], limits[:level]) for level, own in enumerate(stated)]


def _keeps_proofs(manifest: Mapping[str, Any]) -> bool:
    return manifest.get("engine") == Engine.DECOMPOSITION and manifest.get("proofs") is not None


def _rebuilt(run: Run, proofs: Sequence[BoundProof]) -> _Rebuilt:
    """The relaxation as a solve builds it: people who start and teams that open are choices."""
    own = figures(run.instance)
    relaxed = relaxation(own, classes(own), choices=True)
    costs = costs_of_levels(own, run.policy, relaxed)
    by_level = {proof.level: proof for proof in proofs}
    return _Rebuilt(relaxed.linear, costs, identities(relaxed.linear, costs), by_level)


def _check(
    level: int, stated: Mapping[str, Any], rebuilt: _Rebuilt, value: LevelValue, limits: Sequence[float]
) -> BoundCheck:
    name, unit, bound = stated["name"], stated["unit"], stated["bound"]
    if bound is None:
        return BoundCheck(name, unit, None, None, Verdict.NONE)
    shown, reason = _shown(level, rebuilt, value, limits)
    slack = SHARE * Fraction(max(abs(value.value), value.floor))
    if Fraction(bound) <= 0:
        verdict = Verdict.ZERO
    elif Fraction(bound) <= (shown or 0) + slack:
        verdict = Verdict.FOLLOWS
    else:
        verdict = Verdict.REFUSED
    return BoundCheck(name, unit, bound, None if shown is None else rounded_down(shown), verdict, reason)


def _shown(level: int, rebuilt: _Rebuilt, value: LevelValue, limits: Sequence[float]) -> tuple[Fraction | None, str]:
    """The bound that follows, above the unavoidable and no less than zero; or why none does."""
    proof = rebuilt.proofs.get(level)
    if proof is None:
        return None, "the run keeps no proof of it"
    if proof.relaxation != rebuilt.identities[level]:
        return None, "the proof is of another relaxation than that of this instance and policy"
    if float("inf") in limits:
        return None, "an earlier level states no tolerance"
    try:
        least = exact_least(rebuilt.linear, rebuilt.costs, proof)
    except ValueError as error:
        return None, str(error)
    return max(follows(least, proof.prices, limits) - Fraction(value.least), Fraction(0)), ""
