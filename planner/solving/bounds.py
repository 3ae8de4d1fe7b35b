"""Bounds on the levels: what no plan can beat while it keeps the earlier levels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.policy import Policy
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue
from planner.formulation.columns import week_labels
from planner.formulation.costs import level_costs
from planner.formulation.draft import LinearModel
from planner.solving.engine import tolerances
from planner.solving.relaxation import Point, Relaxation, solve_relaxation, with_cap

DOMINANCE = 2.0
"""By how much the least that counts in a level outweighs all that one case or person may cost in the next."""

MONEY, FURTHER_MONEY = "euro", 0.02
"""The unit of levels that are weighed against each other by the euro, and what a euro of the next one counts for."""


class Bounds:
    """The bounds of all levels from the relaxation; every solve is kept for later rounds."""

    def __init__(self, f: Figures, policy: Policy, exact: Relaxation) -> None:
        self._policy = policy
        self._exact = exact
        self.costs = _costs(f, policy, exact)
        self.weights = _weights(policy, self.costs, _weekly(f, exact.linear))
        self.combined = _combined(self.weights, self.costs)
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
                bounds[level] = max(bounds[level], self._solved_bound(values, level, gap))
        return bounds

    def _from_combined(self, values: tuple[LevelValue, ...], level: int) -> float:
        """What the combined bound leaves: earlier levels at their value plus tolerance, later ones at their worst."""
        if self.point is None or not self.costs[level].any():
            return 0.0
        allowed = zip(self.weights, values, tolerances(self._policy, values), strict=True)
        spent = sum(w * (value.gross + tolerance) for w, value, tolerance in list(allowed)[:level])
        upper = self._exact.linear.column_upper
        later = zip(self.weights[level + 1 :], self.costs[level + 1 :], strict=True)
        spent += sum(weight * float(costs @ upper) for weight, costs in later)
        return max(0.0, (self.point.bound - spent) / self.weights[level])

    def _solved_bound(self, values: tuple[LevelValue, ...], level: int, gap: float) -> float:
        if not self.costs[level].any():  # what counts is not in the relaxation: nothing is below zero
            return 0.0
        limits = tuple(
            round(value.gross + tolerance, 6)
            for value, tolerance in list(zip(values, tolerances(self._policy, values), strict=True))[:level]
        )
        for (other, wider), bound in self._solved.items():
            if other == level and all(one <= more for one, more in zip(limits, wider, strict=True)):
                return bound
        prices = [weight / self.weights[level] for weight in self.weights[:level]]
        lost = sum(price * limit for price, limit in zip(prices, limits, strict=True))
        ways = [self._priced, self._capped]
        if lost > gap * max(abs(values[level].value), values[level].floor) / 4:
            ways.reverse()
        found = (way(level, limits, prices) for way in ways)
        self._solved[level, limits] = max(0.0, next((bound for bound in found if bound is not None), 0.0))
        return self._solved[level, limits]

    def _priced(self, level: int, limits: Sequence[float], prices: Sequence[float]) -> float | None:
        """The level's bound with the earlier ones priced in its aim, less what the prices allow them.

        Below every plan within the limits for any prices; as easy to solve as the first relaxation, but weak where
        much of an earlier level is missed.
        """
        aim: Numbers = sum((price * costs for price, costs in zip(prices, self.costs, strict=False)), self.costs[level])
        bound = self._bound(self._exact.linear, aim)
        return None if bound is None else bound - sum(p * limit for p, limit in zip(prices, limits, strict=True))

    def _capped(self, level: int, limits: Sequence[float], _: Sequence[float]) -> float | None:
        """The level's bound with the earlier ones held by a row each."""
        linear = self._exact.linear
        for costs, limit in zip(self.costs, limits, strict=False):
            if costs.any():
                linear = with_cap(linear, costs, limit)
        return self._bound(linear, self.costs[level])

    def _bound(self, linear: LinearModel, aim: Numbers) -> float | None:
        """None where no solver has an answer."""
        try:
            point = solve_relaxation(linear, aim)
        except NoPlanError:
            return None
        return None if point is None else point.bound


def combined_costs(f: Figures, policy: Policy, relaxed: Relaxation, weights: Sequence[float]) -> Numbers:
    """All levels in one cost vector on the columns of a relaxation."""
    return _combined(weights, _costs(f, policy, relaxed))


def _costs(f: Figures, policy: Policy, relaxed: Relaxation) -> list[Numbers]:
    columns = len(relaxed.linear.column_lower)
    return [
        level_costs(f, policy, level, relaxed.flow, relaxed.people, relaxed.teams, columns) for level in policy.levels
    ]


def _combined(weights: Sequence[float], costs: Sequence[Numbers]) -> Numbers:
    weighted = [weight * own for weight, own in zip(weights, costs, strict=True)]
    combined: Numbers = np.sum(weighted, axis=0, dtype=np.float64)
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
