"""The fixed grid on which cases and staff-days are counted, so that balances hold exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
"""Whole numbers of millionths: of a case or of a staff-day."""

Numbers = NDArray[np.float64]

Indices = NDArray[np.intp]

UNIT = 1_000_000
"""Grid units in one case or one staff-day."""

SHARE_UNIT = 10_000
"""Conversion shares are whole numbers of ten-thousandths."""


def spread(total: float, cumulative_share: Numbers) -> Counts:
    """`total` cases laid out by a non-decreasing cumulative share (ending at most at 1), as grid counts.

    The cumulative count is rounded, so that the parts add up to the rounded total.
    """
    cumulative = np.rint(total * UNIT * cumulative_share).astype(np.int64)
    counts: Counts = np.diff(cumulative, prepend=np.int64(0))
    return counts


def part(counts: Counts, share: float) -> Counts:
    """A share of each count, rounded on the running total."""
    cumulative = np.rint(np.cumsum(counts, axis=-1) * share).astype(np.int64)
    shares: Counts = np.diff(cumulative, prepend=np.int64(0), axis=-1)
    return shares


def converted(cumulative_finished: Counts, share: int) -> Counts:
    """Cases that have gone over when so many have finished: `share` ten-thousandths of the running total, rounded down.

    Split by whole and rest so that no product leaves 64 bits.
    """
    whole, rest = np.divmod(cumulative_finished, SHARE_UNIT)
    over: Counts = whole * share + rest * share // SHARE_UNIT
    return over


def decimal(count: int) -> str:
    """A grid count as a decimal number without loss."""
    sign = "-" if count < 0 else ""
    whole, rest = divmod(abs(int(count)), UNIT)
    return f"{sign}{whole}.{rest:06d}".rstrip("0").rstrip(".")


def parse_decimal(text: str) -> int:
    """The grid count written as a decimal number; raises ValueError where it is not on the grid."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, _, rest = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or len(rest) > 6 or (rest and not (rest.isascii() and rest.isdigit())):
        raise ValueError(text)
    return sign * (int(whole) * UNIT + int(rest.ljust(6, "0")))
