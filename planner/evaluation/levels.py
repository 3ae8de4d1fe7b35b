"""The value of each level of a policy for a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts
from planner.domain.plan import Plan
from planner.domain.policy import Level, Policy
from planner.evaluation.chain import chain_excess, uneven_decisions
from planner.evaluation.flows import Flows, earliest, flows
from planner.evaluation.patience import patience


class LevelValue(NamedTuple):
    """A level in its unit: `value` = `gross` - `least`, the part that any plan must incur; the floor of its gap."""

    gross: float
    least: float
    value: float
    floor: float


def level_values(figures: Figures, policy: Policy, plan: Plan) -> tuple[LevelValue, ...]:
    """The value of every level, in the policy's order."""
    return values_of(policy, flows(figures, plan))


def values_of(policy: Policy, own: Flows) -> tuple[LevelValue, ...]:
    """The value of every level from flows that are already worked out."""
    least = _least(policy, own)
    return tuple(_value(level, policy.terminal_weeks, own, least) for level in policy.levels)


def term_value(name: str, own: Flows, terminal_weeks: float) -> float:
    """A term of the policy in its own unit (cases or case-weeks), `waiting` in full."""
    return fsum(amount.value for amount in _amounts(name, own, terminal_weeks))


def late_cases(term: str, late: Counts, own: Flows) -> Counts:
    """T: late cases at the end of each week of the streams whose lateness counts in `term`."""
    cases: Counts = late[[stream.late_term == term for stream in own.figures.streams]].sum(axis=0)
    return cases


def reaction_term(lane: str) -> str:
    """The term in which a stream's late hearings count."""
    return "reaction_nuisance" if lane == "nuisance" else "reaction_lane"


@dataclass(frozen=True)
class _Amount:
    """A grid count of case-weeks or cases, and what each counts for."""

    count: int
    weight: float

    @property
    def value(self) -> float:
        return self.count / UNIT * self.weight


@dataclass(frozen=True)
class _Least:
    """What any plan must wait: as the earliest flows do, less what patience may save, in weighted case-weeks."""

    waiting: tuple[_Amount, ...] = ()
    saved: float = 0.0


def _least(policy: Policy, own: Flows) -> _Least:
    if not _counts_waiting(policy):
        return _Least()
    waiting = tuple(_waiting(earliest(own.figures), policy.terminal_weeks))
    in_full = fsum(amount.value for amount in waiting)
    return _Least(waiting, patience(own.figures, in_full, policy.terminal_weeks))


def _counts_waiting(policy: Policy) -> bool:
    return any(term.name == "waiting" for level in policy.levels for term in level.terms)


def _value(level: Level, terminal_weeks: float, own: Flows, least: _Least) -> LevelValue:
    gross, unavoidable, above = [], [], []
    for term in level.terms:
        incurred = _amounts(term.name, own, terminal_weeks)
        must = least.waiting if term.name == "waiting" else _nothing(incurred)
        saved = least.saved * term.weight if term.name == "waiting" else 0.0
        for amount, part in zip(incurred, must, strict=True):
            gross.append(amount.value * term.weight)
            unavoidable.append(part.value * term.weight)
            above.append(_Amount(amount.count - part.count, amount.weight).value * term.weight)
        unavoidable.append(-saved)
        above.append(saved)
    total = fsum(gross)
    return LevelValue(total, fsum(unavoidable), fsum(above), max(level.floor, level.floor_share * total))


def _nothing(amounts: list[_Amount]) -> tuple[_Amount, ...]:
    return tuple(_Amount(0, amount.weight) for amount in amounts)


def _amounts(name: str, own: Flows, terminal_weeks: float) -> list[_Amount]:
    """The counts that make up a term, each with its weight inside the term."""
    if name == "waiting":
        return _waiting(own, terminal_weeks)
    if name in _IN_EURO:
        return _IN_EURO[name](own)
    if name in _COUNTED:
        return [_Amount(int(_COUNTED[name](own).sum()), 1.0)]
    if name.startswith("reaction_"):
        chosen = [reaction_term(stream.lane) == name for stream in own.figures.streams]
        return [_Amount(int(own.reaction_late[chosen].sum()), 1.0)]
    return [_Amount(int(late_cases(name, own.late, own).sum()), 1.0)]


def _waiting(own: Flows, terminal_weeks: float) -> list[_Amount]:
    weights = own.figures.waiting_weight.tolist()
    over_weeks = own.open_by_stream.sum(axis=1).tolist()
    at_end = own.open_by_stream[:, -1].tolist()
    return [_Amount(count, weight) for count, weight in zip(over_weeks, weights, strict=True)] + [
        _Amount(count, weight * terminal_weeks) for count, weight in zip(at_end, weights, strict=True)
    ]


def _intakes(own: Flows) -> list[_Amount]:
    supply = own.figures.supply
    return [
        _Amount(people * UNIT, cost)
        for people, cost in zip(supply.taken.tolist(), supply.intakes.cost.tolist(), strict=True)
    ]


def _team_openings(own: Flows) -> list[_Amount]:
    teams = own.figures.teams
    opened = teams.openings(own.figures.team_open).tolist()
    return [_Amount(count * UNIT, cost) for count, cost in zip(opened, teams.cost.tolist(), strict=True)]


def _overtime(own: Flows) -> list[_Amount]:
    price = own.figures.supply.overtime_cost * own.figures.supply.hours_per_day[:, None]
    beyond = np.nonzero(own.overtime_days)
    days, prices = own.overtime_days[beyond].tolist(), price[beyond].tolist()
    return [_Amount(count * UNIT, cost) for count, cost in zip(days, prices, strict=True)]


def _penalty(own: Flows) -> list[_Amount]:
    return [_Amount(int(late_cases("late_court", own.late, own).sum()), own.figures.penalty_per_week)]


def _chain_excess(own: Flows) -> list[_Amount]:
    return [
        _Amount(int(excess.sum()), euro)
        for excess, euro in zip(chain_excess(own), own.figures.chain.euro.tolist(), strict=True)
    ]


_IN_EURO: dict[str, Callable[[Flows], list[_Amount]]] = {
    "intakes": _intakes,
    "team_openings": _team_openings,
    "overtime": _overtime,
    "penalty": _penalty,
    "chain_excess": _chain_excess,
}
_COUNTED: dict[str, Callable[[Flows], Counts]] = {
    "frozen_changed": lambda own: own.changed_days * own.figures.held.frozen * UNIT,
    "plan_changed": lambda own: own.changed_days * own.figures.held.calm * UNIT,
    "left": lambda own: own.left,
    "beds_excess": lambda own: own.beds_excess,
    "screening_late": lambda own: own.screening_late,
    "agreement_missed": lambda own: own.agreement_missed,
    "start_group_missed": lambda own: own.start_group_missed,
    "uneven_decisions": uneven_decisions,
}
