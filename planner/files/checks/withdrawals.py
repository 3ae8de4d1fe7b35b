"""Withdrawals from the opening stock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.instance import Stock, Withdrawal
from planner.domain.stages import STAGES
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed

TOLERANCE = 1e-9


def stock_waits(draft: Draft) -> Iterator[Problem]:
    """Cases withdraw before preparation, so some must wait for it."""
    waiting = {
        placed.row.stream for placed in draft.of(Stock) if placed.row.stage == STAGES[0] and placed.row.cases > 0
    }
    for placed in _from_stock(draft):
        if placed.row.stream not in waiting:
            expected = f"a stream with stock that waits for {STAGES[0]}"
            yield placed.place.problem("stream", Code.WITHDRAWAL_WITHOUT_STOCK, placed.row.stream, expected)


def stock_goes_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """The share is of the stock at the start, and all of it goes."""
    first, last = draft.header.first, draft.header.last
    for placed in _from_stock(draft):
        if placed.row.first < first:
            yield placed.place.problem("first", Code.WITHDRAWAL_OUTSIDE, placed.row.first, f"{first} or later")
        if placed.row.last > last:
            yield placed.place.problem("last", Code.WITHDRAWAL_OUTSIDE, placed.row.last, f"{last} or earlier")


def at_most_the_stock(draft: Draft) -> Iterator[Problem]:
    """The shares of one stream add up to 1 at most."""
    total: dict[str, float] = defaultdict(float)
    for placed in _from_stock(draft):
        before = total[placed.row.stream]
        total[placed.row.stream] += placed.row.share
        if before <= 1 + TOLERANCE < total[placed.row.stream]:
            yield placed.place.problem(
                "share", Code.WITHDRAWAL_TOTAL, f"{placed.row.share:g}", f"at most {1 - before:.6g} more"
            )


def _from_stock(draft: Draft) -> list[Placed[Withdrawal]]:
    return [placed for placed in draft.of(Withdrawal) if placed.row.share_of == "stock"]
