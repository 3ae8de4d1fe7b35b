"""Bounds on the levels: what no plan can beat while it keeps the earlier levels."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.policy import Policy
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue
from planner.formulation.costs import level_costs
from planner.solving.engine import tolerances
from planner.solving.relaxation import Point, Relaxation, solve_relaxation, with_cap

DOMINANCE = (1.0, 5e3, 2e4, 1e5, 5e5, 2.5e6)
"""What a unit of each level weighs in the one relaxation that aims at all of them, from the last level on."""

MONEY, FURTHER_MONEY = "euro", 0.02
"""The unit of levels that are weighed against each other by the euro, and what a euro of the next one counts for."""


class Bounds:
    """The bounds of all levels from the relaxation; every solve is kept for later rounds."""

    def __init__(self, f: Figures, policy: Policy, exact: Relaxation) -> None:
        self._policy = policy
        self._exact = exact
        columns = len(exact.linear.column_lower)
        self.costs = [level_costs(f, policy, level, exact.flow, columns) for level in policy.levels]
        self.weights = _weights(policy, self.costs)
        self.combined: Numbers = sum(
            (weight * costs for weight, costs in zip(self.weights, self.costs, strict=True)), np.zeros(columns)
        )
        self.point: Point | None = None
        self._solved: dict[tuple[int, tuple[float, ...]], float] = {}

    def solve(self) -> Point | None:
        """The relaxed plan that aims at all levels at once; None where the rules contradict each other."""
        self.point = solve_relaxation(self._exact.linear, self.combined)
        return self.point

    def at_hand(self, values: tuple[LevelValue, ...]) -> list[float]:
        """Bounds on the gross values without a further solve: from the combined relaxation, and nothing below zero."""
        return [self._from_combined(values, level) for level in range(len(values))]

    def proven(self, values: tuple[LevelValue, ...], gap: float) -> list[float]:
        """Bounds on the gross values; a level costs a solve only where what is at hand leaves it beyond the gap.

        A bound that was solved for wider limits on the earlier levels holds for narrower ones too.
        """
        bounds = self.at_hand(values)
        for level, value in enumerate(values):
            if value.gross - bounds[level] > gap * max(abs(value.value), value.floor):
                bounds[level] = max(bounds[level], self._solved_bound(values, level))
        return bounds

    def _from_combined(self, values: tuple[LevelValue, ...], level: int) -> float:
        """All that the combined bound leaves when every other level is at its value plus tolerance."""
        if self.point is None or not self.costs[level].any():
            return 0.0
        if any(costs.any() for costs in self.costs[level + 1 :]):
            return 0.0
        allowed = zip(self.weights, values, tolerances(self._policy, values), strict=True)
        spent = sum(w * (value.gross + tolerance) for w, value, tolerance in list(allowed)[:level])
        return max(0.0, (self.point.bound - spent) / self.weights[level])

    def _solved_bound(self, values: tuple[LevelValue, ...], level: int) -> float:
        limits = tuple(
            round(value.gross + tolerance, 6)
            for value, tolerance in list(zip(values, tolerances(self._policy, values), strict=True))[:level]
        )
        for (other, wider), bound in self._solved.items():
            if other == level and all(one <= more for one, more in zip(limits, wider, strict=True)):
                return bound
        linear = self._exact.linear
        for costs, limit in zip(self.costs, limits, strict=False):
            if costs.any():
                linear = with_cap(linear, costs, limit)
        try:
            point = solve_relaxation(linear, self.costs[level])
        except NoPlanError:  # then nothing is known beyond zero
            point = None
        self._solved[level, limits] = 0.0 if point is None else max(0.0, point.bound)
        return self._solved[level, limits]


def _weights(policy: Policy, costs: list[Numbers]) -> list[float]:
    """The weight of each level: its dominance over the unit of its largest cost; those that cost nothing step aside.

    Levels in euro behind one another share the place of the first, each at a fraction of the one before.
    """
    there = [level for level, cost in enumerate(costs) if cost.any()]
    shares = {
        later: before
        for before, later in pairwise(there)
        if policy.levels[before].unit == policy.levels[later].unit == MONEY
    }
    places = [level for level in there if level not in shares]
    weights = [1.0] * len(costs)
    for behind, level in enumerate(reversed(places)):
        largest = float(costs[level].max()) if behind == 0 else 1.0
        weights[level] = DOMINANCE[min(behind, len(DOMINANCE) - 1)] / largest
    for later, before in sorted(shares.items()):
        weights[later] = weights[before] * FURTHER_MONEY
    return weights
