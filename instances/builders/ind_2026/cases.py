"""Tables on the cases themselves."""

from __future__ import annotations

from datetime import timedelta

from instances.builders.ind_2026.figures.cases import (
    AGE_BANDS,
    FAST_LANES,
    IN_HAND,
    IN_HAND_SOURCE,
    IN_HAND_STREAMS,
    INFLOW_ORDINARY,
    INFLOW_SOURCE,
    INFLOW_TOTAL,
    OLD_WITHDRAWAL_SOURCE,
    OLD_WITHDRAWALS,
    PACT_WITHDRAWAL,
    PACT_WITHDRAWAL_SOURCE,
    STOCK_SOURCE,
)
from instances.builders.ind_2026.figures.dates import FIRST, PACT_YEARS
from instances.builders.ind_2026.figures.streams import (
    OLD,
    OTHER,
    OTHER_INFLOW_SOURCE,
    OTHER_STOCK_FIRST,
    OTHER_STOCK_SOURCE,
    PACT,
)
from instances.builders.lines import Lines, apportioned
from planner.domain.stages import STAGES


def stock() -> Lines:
    """Open cases by age; work in hand comes out of the oldest band."""
    sizes = {row["stream"]: int(row["stock"]) for row in OLD}
    in_hand = dict(zip(IN_HAND_STREAMS, apportioned(IN_HAND, [sizes[name] for name in IN_HAND_STREAMS]), strict=True))
    oldest = (AGE_BANDS[-1]["lodged_first"], AGE_BANDS[-1]["lodged_last"])
    lines: Lines = []
    for stream, size in sizes.items():
        cases = apportioned(size, [int(band["per_cent"]) for band in AGE_BANDS])
        cases[-1] -= 2 * in_hand.get(stream, 0)
        lines += [
            (stream, "preparation", band["lodged_first"], band["lodged_last"], count, "A", STOCK_SOURCE.format(**band))
            for band, count in zip(AGE_BANDS, cases, strict=True)
        ]
        if stream in in_hand:
            lines += [(stream, stage, *oldest, in_hand[stream], "A", IN_HAND_SOURCE) for stage in STAGES[1:]]
    return lines + [
        (row["stream"], "decision", OTHER_STOCK_FIRST, FIRST - timedelta(days=1), row["stock"], "A", OTHER_STOCK_SOURCE)
        for row in OTHER
    ]


def inflow() -> Lines:
    """Applications of each Pact year."""
    pact: Lines = [
        (row["stream"], *year, row["lodged"], "asylum", "A", _inflow_source(row["stream"], int(row["lodged"])))
        for row in PACT
        if row["lodged"]
        for year in PACT_YEARS
    ]
    return pact + [
        (row["stream"], *year, row["lodged"], "", "A", OTHER_INFLOW_SOURCE) for row in OTHER for year in PACT_YEARS
    ]


def _inflow_source(stream: str, cases: int) -> str:
    reason = INFLOW_SOURCE.get(stream, INFLOW_ORDINARY.format(per_cent=cases // 250))
    return reason if stream == "N7" else reason + INFLOW_TOTAL


def withdrawals() -> Lines:
    """Shares of the old stock and of new applications."""
    old: Lines = [
        (stream, "stock", row["first"], row["last"], row["share"], "A", OLD_WITHDRAWAL_SOURCE.format(**row))
        for stream in (case["stream"] for case in OLD)
        for row in OLD_WITHDRAWALS
        if row["streams"] == ("fast" if stream in FAST_LANES else "ordinary")
    ]
    pact: Lines = [
        (row["stream"], "lodged", FIRST, PACT_YEARS[-1][1], PACT_WITHDRAWAL, "A", PACT_WITHDRAWAL_SOURCE)
        for row in PACT
        if row["lodged"]
    ]
    return [*old, *pact]
