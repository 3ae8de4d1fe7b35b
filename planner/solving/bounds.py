"""Bounds on the levels: what no plan can beat while it keeps the earlier levels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.grid import Numbers
from planner.domain.policy import EURO, Policy
from planner.domain.result import BoundProof, Proven
from planner.evaluation.levels import LevelValue
from planner.formulation.columns import week_labels
from planner.formulation.draft import LinearModel
from planner.formulation.relaxation.carried import carried
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.identity import identities
from planner.formulation.relaxation.relaxed import Relaxation, costs_of_levels, relaxation, with_cap
from planner.formulation.relaxation.safe_bound import safe_bound
from planner.solving.engine import tolerances
from planner.solving.relaxation import Point, answered, prices

DOMINANCE = 2.0
"""By how much the least that counts in a level outweighs all that one case or person may cost in the next."""

NEXT_TO_NOTHING = 0.01
"""Up to this limit a level is held by a price, and what it allows is taken off the bound: a row would cost more."""

EURO_BEFORE = 0.05
"""What a euro of an earlier level counts for where the bound of a later one in euro is worked out. The earlier one held
by a row gives a bound that is a hundredth higher, and takes twice as long."""

AS_NEAR = 1.01
"""What a plan is expected to come to in a level that cannot be zero, by the relaxed plan: later levels' proofs are best
there."""

FURTHER_MONEY = 0.02
"""Levels in euro are weighed against each other by the euro; what one of the next level counts for."""


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
        self._weekly = _weekly(f, exact.linear)
        self.weights = _weights(policy, self.costs, self._weekly, range(len(self.costs)))
        self.combined = combined(self.weights, self.costs)
        self.prices = _weights(policy, self.costs, self._weekly, range(0))
        """What the levels weigh where plans are looked for and nothing is proven: far less, so that the last count.

        But levels that can be zero weigh all that a case may cost in those that cannot, as long as it may cost it.
        """
        self.can_be_zero = self.first_money
        """How many of the first levels can be zero together, by the relaxed plan; where none can, those before euro."""
        self.some_can_be_zero = True
        """Whether any of them can."""
        self.proofs: list[BoundProof] = []
        self._identities = identities(exact.linear, self.costs)
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._ahead: list[tuple[int, Future[BoundProof | None]]] = []
        self._tried: set[int] = set()
        self._was_zero: set[int] = set()

    def carry(self, proven: Proven) -> None:
        """Takes over what another run's dual values prove here, and what it left to zero.

        A bound takes a minute to work out. So what is carried will do for a level behind the first in euro, which is
        about what is left of an earlier level's gap; and a level that could be zero in the other run is proven only
        where more than its floor counts in it.
        """
        before = figures(proven.instance)
        linear = relaxation(before, classes(before), choices=True).linear
        for number, level in enumerate(self._policy.levels):
            duals = proven.duals.get(level.name)
            if duals is None or len(duals) != len(linear.row_lower):  # of a planner with other rules
                continue
            self.proofs.append(self._proof(number, carried(duals, linear, self._exact.linear)))
            if number > self.first_money:
                self._tried.add(number)
        self._was_zero = set(range(self.first_money)) - {proof.level for proof in self.proofs}
        for number in range(self.first_money):
            if self._best(number, (0.0,) * number).value > NEXT_TO_NOTHING:
                self._aim_from(number)
                return

    def solve(self, *, beside: bool = True) -> Point | None:
        """The relaxed plan that aims at all levels at once; None where the rules contradict each other.

        First with everything at zero that counts before the first level in euro, or else before the level before it,
        and so on: where that can be, nothing is better, and it takes half as long. The bounds from the level that
        cannot be zero on are worked out `beside` it and what follows: `wait` brings them in. Those in euro begin
        before, as if everything before them could be zero.
        """
        highest = min(self.first_money, len(self.costs) - 1)
        for level in range(highest, len(self.costs)):
            if beside and self.costs[level].any():
                self._begin(level, (0.0,) * level)  # what is proven so holds for other limits too
        for level in range(highest, 0, -1):
            if self.costs[level - 1].any():
                point = answered(self._at_zero(level), combined(self.weights[level:], self.costs[level:]))
                if point is not None:
                    self._tried.update(range(level))  # zero is their bound
                    self._aim_from(level)
                    if beside and level < highest:
                        self._begin_from(level, point)
                    return point
        point = answered(self._exact.linear, self.combined)
        if point is not None:
            self._aim_from(0)
            self.proofs += [self._proof(level, point.duals / self.weights[level]) for level in range(len(self.costs))]
        return point

    @property
    def first_money(self) -> int:
        """The first level in euro; the number of levels where there is none."""
        units = [level.unit for level in self._policy.levels]
        return units.index(EURO) if EURO in units else len(units)

    def begin_flows(self, values: tuple[LevelValue, ...], gap: float) -> None:
        """Begins, beside whatever else is done, the bounds of levels up to the first in euro, earlier ones at zero."""
        for level in self._wide(values, gap):
            if level <= self.first_money:
                self._begin(level, (0.0,) * level)

    def begin(self, values: tuple[LevelValue, ...], gap: float) -> None:
        """Begins to work out, beside whatever else is done, the bounds of levels in euro behind the first."""
        for level in self._wide(values, gap):
            if level > self.first_money and level not in self._tried:
                self._begin(level, self._limits(values)[:level])

    def wait(self) -> None:
        """Brings in the bounds that are worked out beside other work: their proofs count from here on."""
        self._bring_in(range(len(self.costs)))

    def wait_for_flows(self) -> None:
        """The same of the levels up to the first in euro alone."""
        self._bring_in(range(self.first_money + 1))

    @property
    def beside(self) -> bool:
        """Whether bounds are worked out beside that have not been waited for yet."""
        return bool(self._ahead)

    def _bring_in(self, levels: Collection[int]) -> None:
        due = [ahead for level, ahead in self._ahead if level in levels]
        self._ahead = [own for own in self._ahead if own[0] not in levels]
        for ahead in due:
            proof = ahead.result()
            if proof is not None:
                self.proofs.append(proof)

    def at_hand(self, values: tuple[LevelValue, ...]) -> list[LevelBound]:
        """Bounds on the gross values without a further solve; nothing is below zero."""
        limits = self._limits(values)
        return [self._best(level, limits[:level]) for level in range(len(values))]

    def proven(self, values: tuple[LevelValue, ...], gap: float) -> list[LevelBound]:
        """Bounds on the gross values; a level costs a solve only where what is at hand leaves it beyond the gap.

        Nor is a bound waited for that is worked out beside, where the level is within the gap without it.
        """
        self._bring_in(self._wide(values, gap))
        for level in self._wide(values, gap):
            if level not in self._tried:
                self._tried.add(level)
                proof = self._conditional(level, self._limits(values)[:level])
                if proof is not None:
                    self.proofs.append(proof)
        return self.at_hand(values)

    def _wide(self, values: tuple[LevelValue, ...], gap: float) -> list[int]:
        """The levels that what is at hand leaves beyond the gap."""
        return [
            level
            for level, (value, bound) in enumerate(zip(values, self.at_hand(values), strict=True))
            if value.gross - bound.value > gap * max(abs(value.value), value.floor)
            and self.costs[level].any()
            and (level not in self._was_zero or value.value > value.floor)
        ]

    def _aim_from(self, level: int) -> None:
        """The levels before this one can be zero, and this one cannot; where none can, all before euro are aimed at."""
        self.can_be_zero, self.some_can_be_zero = level or self.first_money, level > 0
        self.prices = _weights(self._policy, self.costs, self._weekly, range(level, self.first_money))

    def _begin(self, level: int, limits: Sequence[float]) -> None:
        self._tried.add(level)
        self._ahead.append((level, self._worker.submit(self._conditional, level, limits)))

    def _begin_from(self, level: int, point: Point) -> None:
        """Begins with the bounds of a level and all behind it, for a plan that comes near the relaxed one in each."""
        for later in range(level, len(self.costs)):
            if self.costs[later].any():
                near = (AS_NEAR * float(own @ point.values) for own in self.costs[level:later])
                self._begin(later, (*(0.0,) * level, *near))

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

    def _at_zero(self, first: int) -> LinearModel:
        """The relaxation with nothing of what counts before the level."""
        linear = self._exact.linear
        upper = linear.column_upper.copy()
        for costs in self.costs[:first]:
            upper[costs > 0] = 0.0
        return LinearModel(**{**linear.__dict__, "column_upper": upper})

    def _conditional(self, level: int, limits: Sequence[float]) -> BoundProof | None:
        """A proof for the level alone; earlier ones by their price where the limit is next to nothing, else by a row.

        A price and not a column held at zero: what holds it there may have a dual value without end. An earlier level
        in euro has a price too.
        """
        linear, aim = self._exact.linear, self.costs[level].copy()
        rows = len(linear.row_lower)
        for earlier, (own, limit) in enumerate(zip(self.costs[:level], limits, strict=True)):
            if earlier >= self.first_money:
                aim += EURO_BEFORE * own
            elif own.any() and limit > NEXT_TO_NOTHING:
                linear = with_cap(linear, own, limit)
            else:
                aim += self.prices[earlier] / self.prices[level] * own
        duals = prices(linear, aim)
        return None if duals is None else self._proof(level, duals[:rows])

    def _proof(self, level: int, duals: Numbers) -> BoundProof:
        """The proof that dual values give, each earlier level at the lowest price that its columns need to stay out."""
        linear, needed = self._exact.linear, [0.0] * level
        priced = linear.priced(duals)
        aim = self.costs[level].copy()
        for earlier, own in enumerate(self.costs[:level]):
            paid = own > 0
            if paid.any():
                needed[earlier] = max(float(((priced - aim)[paid] / own[paid]).max()), 0.0) * (1 + 1e-9)
                aim += needed[earlier] * own
        return BoundProof(level, tuple(needed), duals, safe_bound(linear, aim, duals), self._identities[level])


def combined_costs(f: Figures, policy: Policy, relaxed: Relaxation, weights: Sequence[float]) -> Numbers:
    """All levels in one cost vector on the columns of a relaxation."""
    return combined(weights, costs_of_levels(f, policy, relaxed))


def combined(weights: Sequence[float], costs: Sequence[Numbers]) -> Numbers:
    """All levels in one cost vector: the sum of weight x costs."""
    total: Numbers = sum((weight * own for weight, own in zip(weights, costs, strict=True)), np.zeros(1))
    return total


def _weights(policy: Policy, costs: Sequence[Numbers], weekly: Numbers, lasting: range) -> list[float]:
    """The weight of each level, so that no case is worth giving up an earlier level for.

    From the last level on: the least cost of a level weighs DOMINANCE times what one case or person can cost in the
    next; where the next is `lasting` and it costs every week, in all weeks of the horizon together. Levels in euro
    behind one another are weighed by the euro, each at a fraction of the one before; levels that cost nothing step
    aside. What those in euro count beside the relaxation, as days that change, weighs a fraction of the euro before.
    """
    there = [level for level, own in enumerate(costs) if own.any()]
    shares = {
        later: before
        for before, later in pairwise(there)
        if policy.levels[before].unit == policy.levels[later].unit == EURO
    }
    weights, most = [1.0] * len(costs), 1.0
    for level in reversed(there):
        if level not in shares:
            own = costs[level]
            weights[level] = DOMINANCE * most / float(own[own > 0].min())
            most = weights[level] * float((own * weekly if level in lasting else own).max())
    for later, before in sorted(shares.items()):
        weights[later] = weights[before] * FURTHER_MONEY
    for level, own in enumerate(costs):
        euro = [before for before in there if before < level and policy.levels[before].unit == EURO]
        if euro and policy.levels[level].unit == EURO and not own.any():
            weights[level] = weights[euro[-1]] * FURTHER_MONEY
    return weights


def _weekly(f: Figures, linear: LinearModel) -> Numbers:
    """For each column how many weeks a cost on it may come back: those of the horizon, or one."""
    weeks = week_labels(f)
    weekly = np.ones(len(linear.column_lower))
    for block in linear.column_blocks:
        if len(block.axes) > 1 and list(block.axes[-1]) == weeks:
            weekly[block.ids] = len(weeks)
    return weekly
