"""The safe bound in exact arithmetic: what it gives needs no trust in rounding.

A float is a whole number times a power of two. Arrays of floats become arrays of whole numbers over one power of two
for all of them; sums and products of these are Python's, which never round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, nextafter

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.result import BoundProof
from planner.formulation.draft import LinearModel

MANTISSA = 53
"""Binary digits of a float."""

Whole = NDArray[np.object_]


@dataclass(frozen=True)
class Exact:
    """Numbers without error: `whole` x 2^`power`, each of `whole` a Python integer."""

    whole: Whole
    power: int

    def __mul__(self, other: Exact) -> Exact:
        return Exact(self.whole * other.whole, self.power + other.power)

    def __add__(self, other: Exact) -> Exact:
        power = min(self.power, other.power)
        return Exact(self._over(power) + other._over(power), power)

    def __neg__(self) -> Exact:
        return Exact(-self.whole, self.power)

    def at(self, ids: NDArray[np.integer] | NDArray[np.bool_]) -> Exact:
        """The numbers at these places."""
        return Exact(self.whole[ids], self.power)

    def sums(self, group: NDArray[np.integer], groups: int) -> Exact:
        """The sum of each group; zero for one without numbers."""
        total: Whole = np.zeros(groups, dtype=object)
        if len(group):
            order = np.argsort(group, kind="stable")
            ranked = group[order]
            first = np.flatnonzero(np.diff(ranked, prepend=-1))
            total[ranked[first]] = np.add.reduceat(self.whole[order], first)
        return Exact(total, self.power)

    def total(self) -> Fraction:
        """The sum of all."""
        return Fraction(sum(self.whole.tolist())) * Fraction(2) ** self.power

    def _over(self, power: int) -> Whole:
        """The whole numbers over a lower power of two."""
        raised: Whole = self.whole * (1 << (self.power - power))
        return raised


def exact(numbers: Numbers) -> Exact:
    """Finite floats, as they are."""
    if not np.isfinite(numbers).all():
        raise ValueError("only finite numbers have an exact value")
    fraction, power = np.frexp(numbers)
    whole = np.ldexp(fraction, MANTISSA).astype(np.int64)
    lowest = int(power[whole != 0].min(initial=2**11))
    shift = np.where(whole != 0, power - lowest, 0)
    return Exact(np.left_shift(whole.astype(object), shift.astype(object)), lowest - MANTISSA)


def exact_least(linear: LinearModel, costs: Sequence[Numbers], proof: BoundProof) -> Fraction:
    """The `least` of a proof by its prices and duals: level + prices x earlier levels is nowhere below it.

    Raises ValueError where they can be no proof: a price below zero, a number that is not finite, other lengths.
    """
    prices = np.array(proof.prices, dtype=np.float64)
    if len(prices) != proof.level or proof.duals.shape != linear.row_lower.shape:
        raise ValueError("the prices or duals are not as many as the earlier levels and the rows")
    if not (np.isfinite(prices).all() and np.isfinite(proof.duals).all()):
        raise ValueError("a price or dual is not finite")
    if (prices < 0).any():
        raise ValueError("a price is below zero")
    aim = exact(costs[proof.level])
    for price, earlier in zip(prices, costs[: proof.level], strict=True):
        if price > 0:
            aim = aim + exact(np.array([price])) * exact(earlier)
    return exact_bound(linear, aim, proof.duals)


def exact_bound(linear: LinearModel, aim: Exact, duals: Numbers) -> Fraction:
    """What `safe_bound` gives, without rounding: below aim @ x for every feasible x, from any dual vector."""
    side = np.where(duals > 0, linear.row_lower, linear.row_upper)
    counts = (duals != 0) & np.isfinite(side)
    own = exact(np.where(counts, duals, 0.0))
    rows = own * exact(np.where(counts, side, 0.0))
    priced = (exact(linear.entry_value) * own.at(linear.entry_row)).sums(linear.entry_column, len(aim.whole))
    reduced = aim + -priced
    columns = reduced * exact(np.where(reduced.whole > 0, linear.column_lower, linear.column_upper))
    return rows.total() + columns.total()


def follows(least: Fraction, prices: Sequence[float], limits: Sequence[float]) -> Fraction:
    """The bound on the level where the earlier levels keep these limits; no level is below zero."""
    paid = sum((Fraction(price) * Fraction(limit) for price, limit in zip(prices, limits, strict=True)), Fraction(0))
    return max(least - paid, Fraction(0))


def rounded_down(number: Fraction) -> float:
    """The largest float that is not above the number."""
    near = float(number)
    return near if Fraction(near) <= number else nextafter(near, -inf)
