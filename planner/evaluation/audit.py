"""The audit: every rule and every number of a run's tables, from its decisions and the instance alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import LevelProof
from planner.domain.run_table import DECISION_TABLES, RUN_TABLES, RunTable, columns_of, words
from planner.evaluation.decisions import decisions
from planner.evaluation.differences import differences
from planner.evaluation.levels import LevelValue, level_values
from planner.evaluation.rules import RULES
from planner.evaluation.tables import number, run_tables
from planner.evaluation.view import View, view_of

SHOWN = 20
"""Findings written out per table; what is beyond is counted."""


@dataclass(frozen=True)
class RuleAudit:
    """A rule and the worst that the plan breaks it by; up to `tolerance` it holds."""

    name: str
    unit: str
    worst: float
    tolerance: float

    @property
    def holds(self) -> bool:
        """Whether the rule holds everywhere."""
        return self.worst <= self.tolerance


@dataclass(frozen=True)
class Audit:
    """Every rule with its worst violation, and what is wrong in plain sentences (empty: the plan passes)."""

    rules: tuple[RuleAudit, ...]
    findings: tuple[str, ...]

    @property
    def violations(self) -> int:
        """Rules that do not hold."""
        return sum(not rule.holds for rule in self.rules)

    @property
    def passed(self) -> bool:
        """Whether the plan and all its tables are right."""
        return not self.findings


def audit(instance: Instance, policy: Policy, tables: Mapping[str, RunTable]) -> Audit:
    """Judges the tables of a run.

    Rebuilds the plan from the tables `staff` and `cases`, checks every rule on it, works out every other table again
    and holds it against the stated one cell by cell. Of the stated proofs only bound and tolerance are taken over,
    and they must be possible.
    """
    missing = [f"The run has no table {own.name}." for own in RUN_TABLES if own.name not in tables]
    unknown = [f"The run has a table {name} that is not known." for name in tables if name not in _NAMES]
    shape = [finding for table in tables.values() for finding in _wrong_shape(table)]
    if missing or unknown or shape:
        return Audit((), (*missing, *unknown, *shape))
    own = figures(instance)
    read = decisions(own, tables)
    own = own.decided(read.taken, read.team_open)
    judged = view_of(own, read.staff_days, read.team_days, read.finished)
    rules = tuple(RuleAudit(rule.name, rule.unit, _worst(rule.violation(judged)), rule.tolerance) for rule in RULES)
    proofs = _Proofs(tables["levels"])
    rebuilt = run_tables(own, policy, _plan(judged), proofs.stated)
    findings = [
        *_capped(" or ".join(DECISION_TABLES), read.findings),
        *(_broken(rule, judged) for rule in rules if not rule.holds),
        *_capped("levels", [*proofs.findings, *_impossible(rebuilt["levels"])]),
    ]
    for declared in RUN_TABLES:
        name = declared.name
        findings += _capped(name, differences(tables[name], rebuilt[name], len(declared.key)))
    return Audit(rules, tuple(findings))


def refused(manifest: Mapping[str, Any]) -> bool:
    """Whether the audit refused the run when it was saved, as its manifest says."""
    return bool((manifest.get("audit") or {}).get("findings"))


def view_in(instance: Instance, tables: Mapping[str, RunTable]) -> View:
    """The decisions in the tables of a run that the audit passes, with all that follows from them."""
    own = figures(instance)
    read = decisions(own, tables)
    own = own.decided(read.taken, read.team_open)
    return view_of(own, read.staff_days, read.team_days, read.finished)


def values_in(instance: Instance, policy: Policy, tables: Mapping[str, RunTable]) -> tuple[LevelValue, ...]:
    """The value of every level by the decisions in the tables of a run that the audit passes."""
    judged = view_in(instance, tables)
    return level_values(judged.figures, policy, _plan(judged))


_NAMES = {declared.name for declared in RUN_TABLES}


class _Proofs:
    """Reads bound and tolerance of every level."""

    def __init__(self, levels: RunTable) -> None:
        self.findings: list[str] = []
        self.stated: list[LevelProof] = []
        at = {column: place for place, column in enumerate(levels.columns)}
        for row in levels.rows:
            name, cells = row[at["name"]], (row[at["bound"]], row[at["tolerance"]])
            if cells == ("", ""):
                continue
            try:
                bound, tolerance = (float(cell) for cell in cells)
            except ValueError:
                bound = tolerance = float("nan")
            if np.isnan(bound) or bound == float("inf") or not isfinite(tolerance):
                self.findings.append(
                    f'levels, row {name}, bound and tolerance: stood "{cells[0]}" and "{cells[1]}", '
                    "expected two numbers."
                )
                continue
            self.stated.append(LevelProof(name, "", 0.0, bound, tolerance, 0.0))


def _impossible(levels: RunTable) -> Iterator[str]:
    """Bounds above what the plan shows to be possible, and tolerances that the policy does not allow."""
    at = {column: place for place, column in enumerate(levels.columns)}
    for row in levels.rows:
        name, bound = row[at["name"]], row[at["bound"]]
        if not bound:
            continue
        tolerance, half = float(row[at["tolerance"]]), float(row[at["floor"]]) / 2
        if float(bound) > float(row[at["ceiling"]]):
            yield (
                f'levels, row {name}, bound: stood "{bound}", expected at most the value plus tolerance '
                f"{row[at['ceiling']]} of this very plan."
            )
        if not 0 <= tolerance <= half * (1 + _SLACK) + _SLACK:
            yield (
                f'levels, row {name}, tolerance: stood "{row[at["tolerance"]]}", expected 0 or more and at most '
                f"half the floor, {number(half)}."
            )


_SLACK = 1e-3
"""A floor that is a share of the gross value moves a little with the plan."""


def _plan(judged: View) -> Plan:
    own = judged.figures
    pair = own.arc_pair
    where = (own.supply.location[pair], own.supply.group[pair], own.arc_work)
    staff_days = judged.staff_days[where]
    inside = own.arc_team >= 0
    in_team = (own.arc_team[inside], own.supply.group[pair[inside]], own.arc_work[inside])
    learned = own.teams.learned(own.team_open)[own.arc_team[inside]]
    staff_days[inside] = np.where(learned == own.arc_learned[inside, None], judged.team_days[in_team], 0)
    return Plan(staff_days, judged.finished, own.supply.taken, own.team_open)


def _worst(violation: np.ndarray) -> float:
    return float(violation.max(initial=0.0)) + 0.0


def _broken(rule: RuleAudit, judged: View) -> str:
    """Says where a rule is broken most."""
    violation = next(own.violation(judged) for own in RULES if own.name == rule.name)
    where = np.unravel_index(int(np.argmax(violation)), violation.shape)
    week = f", worst in {judged.weeks[int(where[-1])]}" if violation.shape[-1] == len(judged.weeks) else ""
    return f"Rule {rule.name} does not hold: {rule.worst:.6g} {rule.unit} too much{week}."


def _wrong_shape(table: RunTable) -> Iterator[str]:
    expected = columns_of(table.name)
    if table.columns != expected:
        yield f"{table.name}: the columns stood as {words(table.columns)}, expected {words(expected)}."
    elif wrong := [index for index, row in enumerate(table.rows, 1) if len(row) != len(expected)]:
        yield f"{table.name}, row {wrong[0]}: does not have {len(expected)} cells."


def _capped(name: str, findings: Iterable[str]) -> list[str]:
    found = list(findings)
    beyond = len(found) - SHOWN
    return [*found[:SHOWN], f"{name}: {beyond} more like these."] if beyond > 0 else found
