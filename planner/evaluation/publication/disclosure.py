"""Counts that can be published without saying how many people are in a small cell.

Every count in the body of a table is rounded to a multiple of `base`, on its own. Whatever is a sum of counts (totals,
quarters) or a ratio of them is worked out from the rounded counts, never from the exact ones. So all that is published
is a function of the rounded counts: whoever knows every total still knows of each count only the interval that its
rounded value stands for. Totals rounded on their own would not do: four cells published as 0 with a total published
as 10 can only be 2 each (base 5).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

LEAST_SHARE = 4
"""A ratio is published when what it is a share of comes to at least so many bases."""

LOAD_BASES = 20
"""Bases in the step to which loads of chain partners are rounded."""


@dataclass(frozen=True)
class Rounding:
    """The rule: to the nearest multiple of `base`; of sums of money in court to the nearest multiple of `euro`."""

    base: int = 5
    euro: int = 1000

    def count(self, exact: float) -> int:
        """A count as it is published; halves go up."""
        return self.base * floor(exact / self.base + 0.5)

    def money(self, exact: float) -> int:
        """An amount as it is published."""
        return self.euro * floor(exact / self.euro + 0.5)

    def load(self, exact: float) -> int:
        """A load of a partner in the chain, which is no sum of published cells but near to some: much coarser."""
        step = LOAD_BASES * self.base
        return step * floor(exact / step + 0.5)

    def total(self, published: Iterable[int]) -> int:
        """A total: the sum of what is published."""
        return sum(published)

    def share(self, part: int, whole: int) -> float | None:
        """A ratio of published counts; None where it would rest on few cases."""
        return min(part / whole, 1.0) if whole >= LEAST_SHARE * self.base else None
