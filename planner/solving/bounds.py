"""Bounds on the levels: what no plan can beat while it keeps the earlier levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.policy import Policy
from planner.domain.result import BoundProof
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue
from planner.formulation.columns import week_labels
from planner.formulation.draft import LinearModel
from planner.formulation.relaxation.identity import identities
from planner.formulation.relaxation.relaxed import Relaxation, costs_of_levels, with_cap
from planner.formulation.relaxation.safe_bound import safe_bound
from planner.solving.engine import tolerances
from planner.solving.relaxation import Point, solve_relaxation

DOMINANCE = 2.0
"""By how much the least that counts in a level outweighs all that one case or person may cost in the next."""

NEXT_TO_NOTHING = 0.01
"""Up to this limit a level is held at zero and what the limit allows is taken off the bound: a row would cost more."""

MONEY, FURTHER_MONEY = "euro", 0.02
"""The unit of levels that are weighed against each other by the euro, and what a euro of the next one counts for."""


class LevelBound(NamedTuple):
    """A bound on the gross value of a level, and its proof; None where it is the zero that nothing is below."""

    value: float
    proof: BoundProof | None


class Bounds:
    """The bounds of all levels from the relaxation. Every proof is kept: it holds for other limits too."""

    def __init__(self, f: Figures, policy: Policy, exact: Relaxation) -> None:
        self._policy = policy
        self._exact = exact
        self.costs = costs_of_levels(f, policy, exact)
        self.weights = _weights(policy, self.costs, _weekly(f, exact.linear))
        self.combined = _combined(self.weights, self.costs)
        self.prices = _weights(policy, self.costs, np.ones(len(self.combined)))
        """What the levels weigh where plans are looked for and nothing is proven: far less, so that the last count."""
        self.proofs: list[BoundProof] = []
        self._identities = identities(exact.linear, self.costs)

    def solve(self) -> Point | None:
        """The relaxed plan that aims at all levels at once; None where the rules contradict each other.

        First with everything at zero that counts before the first level in euro: where that can be, nothing is better,
        and it takes half as long. The bound of that level is worked out beside it.
        """
        first_money = self._first_money()
        if first_money is not None:
            with ThreadPoolExecutor(max_workers=1) as worker:
                ahead = worker.submit(self._conditional, first_money, (0.0,) * first_money)
                aim = _combined(self.weights[first_money:], self.costs[first_money:])
                point = self._solve(self._at_zero(range(first_money)), aim)
                ahead.result()
            if point is not None:
                return point
        point = self._solve(self._exact.linear, self.combined)
        if point is not None:
            for level in range(len(self.costs)):
                weight = self.weights[level]
                self._keep(level, [w / weight for w in self.weights[:level]], point.duals / weight)
        return point

    def at_hand(self, values: tuple[LevelValue, ...]) -> list[LevelBound]:
        """Bounds on the gross values without a further solve; nothing is below zero."""
        limits = self._limits(values)
        return [self._best(level, limits[:level]) for level in range(len(values))]

    def proven(self, values: tuple[LevelValue, ...], gap: float) -> list[LevelBound]:
        """Bounds on the gross values; a level costs a solve only where what is at hand leaves it beyond the gap."""
        limits = self._limits(values)
        bounds = self.at_hand(values)
        for level, value in enumerate(values):
            wide = value.gross - bounds[level].value > gap * max(abs(value.value), value.floor)
            if wide and self.costs[level].any():
                self._conditional(level, limits[:level])
                bounds[level] = self._best(level, limits[:level])
        return bounds

    def _limits(self, values: tuple[LevelValue, ...]) -> list[float]:
        return [
            value.gross + tolerance for value, tolerance in zip(values, tolerances(self._policy, values), strict=True)
        ]

    def _best(self, level: int, limits: Sequence[float]) -> LevelBound:
        best = LevelBound(0.0, None)
        for proof in self.proofs:
            if proof.level == level and (bound := proof.bound(limits)) > best.value:
                best = LevelBound(bound, proof)
        return best

    def _first_money(self) -> int | None:
        """The first level in euro, where a level before it costs anything."""
        for level, own in enumerate(self._policy.levels):
            if own.unit == MONEY:
                return level if any(costs.any() for costs in self.costs[:level]) else None
        return None

    def _at_zero(self, levels: Iterable[int]) -> LinearModel:
        """The relaxation with nothing of what counts in the levels."""
        linear = self._exact.linear
        upper = linear.column_upper.copy()
        for level in levels:
            upper[self.costs[level] > 0] = 0.0
        return LinearModel(**{**linear.__dict__, "column_upper": upper})

    def _conditional(self, level: int, limits: Sequence[float]) -> None:
        """A proof for the level alone; earlier ones at zero where their limit is next to nothing, else by a row."""
        held = [earlier for earlier in range(level) if self.costs[earlier].any() and limits[earlier] > NEXT_TO_NOTHING]
        linear = self._at_zero(earlier for earlier in range(level) if earlier not in held)
        rows = len(linear.row_lower)
        for earlier in held:
            linear = with_cap(linear, self.costs[earlier], limits[earlier])
        point = self._solve(linear, self.costs[level])
        if point is not None:
            prices = np.zeros(level)
            prices[held] = np.maximum(-point.duals[rows:], 0.0)
            self._keep(level, prices, point.duals[:rows])

    def _keep(self, level: int, prices: Sequence[float] | Numbers, duals: Numbers) -> None:
        """Keeps the proof, with every price as high as it has to be for its columns to stay at zero."""
        linear, needed = self._exact.linear, list(prices)
        priced = np.bincount(
            linear.entry_column, linear.entry_value * duals[linear.entry_row], minlength=len(self.combined)
        )
        aim: Numbers = self.costs[level] + _combined(needed, self.costs[:level])
        for earlier in range(level):
            paid = (self.costs[earlier] > 0) & (self.costs[level] == 0)
            if paid.any():
                more = float(((priced - aim)[paid] / self.costs[earlier][paid]).max())
                needed[earlier] += max(more, 0.0) * (1 + 1e-9)
        aim = self.costs[level] + _combined(needed, self.costs[:level])
        least = safe_bound(linear, aim, duals)
        self.proofs.append(BoundProof(level, tuple(map(float, needed)), duals, least, self._identities[level]))

    def _solve(self, linear: LinearModel, aim: Numbers) -> Point | None:
        """None where there is no relaxed plan, or no solver has an answer."""
        try:
            return solve_relaxation(linear, aim)
        except NoPlanError:
            return None


def combined_costs(f: Figures, policy: Policy, relaxed: Relaxation, weights: Sequence[float]) -> Numbers:
    """All levels in one cost vector on the columns of a relaxation."""
    return _combined(weights, costs_of_levels(f, policy, relaxed))


def _combined(weights: Sequence[float], costs: Sequence[Numbers]) -> Numbers:
    combined: Numbers = sum((weight * own for weight, own in zip(weights, costs, strict=True)), np.zeros(1))
    return combined


def _weights(policy: Policy, costs: Sequence[Numbers], weekly: Numbers) -> list[float]:
    """The weight of each level, so that no case is worth giving up an earlier level for.

    From the last level on: the least cost of a level weighs DOMINANCE times what one case or person can cost in the
    next, in all weeks of the horizon together where it costs every week. Levels in euro behind one another are weighed
    by the euro, each at a fraction of the one before; levels that cost nothing step aside.
    """
    there = [level for level, own in enumerate(costs) if own.any()]
    shares = {
        later: before
        for before, later in pairwise(there)
        if policy.levels[before].unit == policy.levels[later].unit == MONEY
    }
    weights, most = [1.0] * len(costs), 1.0
    for level in reversed(there):
        if level not in shares:
            own = costs[level]
            weights[level] = DOMINANCE * most / float(own[own > 0].min())
            most = weights[level] * float((own * weekly).max())
    for later, before in sorted(shares.items()):
        weights[later] = weights[before] * FURTHER_MONEY
    return weights


def _weekly(f: Figures, linear: LinearModel) -> Numbers:
    """For each column how many weeks a cost on it may come back: those of the horizon, or one."""
    weeks = week_labels(f)
    weekly = np.ones(len(linear.column_lower))
    for block in linear.column_blocks:
        if len(block.axes) > 1 and list(block.axes[-1]) == weeks:
            weekly[block.ids] = len(weeks)
    return weekly
