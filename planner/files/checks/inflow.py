"""Applications that will be lodged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.instance import Inflow, Season, Stream
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def is_of_pact_streams(draft: Draft) -> Iterator[Problem]:
    """Nobody lodges an old case any more."""
    old = {placed.row.stream for placed in draft.of(Stream) if placed.row.lodged == "old"}
    for placed in draft.of(Inflow):
        if placed.row.stream in old:
            yield placed.place.problem("stream", Code.INFLOW_OF_OLD, placed.row.stream, "a pact stream")


def is_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """What was lodged before the first day is stock."""
    first = draft.header.first
    for placed in draft.of(Inflow):
        if placed.row.first < first:
            yield placed.place.problem("first", Code.INFLOW_EARLY, placed.row.first, f"{first} or later")


def season_has_weights(draft: Draft) -> Iterator[Problem]:
    """A season says how busy each quarter of the period is, and not all of them are idle."""
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for season in draft.of(Season):
        weights[season.row.season][season.row.quarter] = season.row.factor
    for placed in draft.of(Inflow):
        if placed.row.season is None or placed.row.first > placed.row.last:
            continue
        own = weights[placed.row.season]
        needed = _quarters(placed.row)
        lacking = [quarter for quarter in needed if quarter not in own]
        if lacking or not sum(own[quarter] for quarter in needed):
            quarters = ", ".join(str(quarter) for quarter in lacking or needed)
            yield placed.place.problem(
                "season", Code.SEASON_INCOMPLETE, placed.row.season, f"a weight for quarter {quarters}"
            )


def _quarters(row: Inflow) -> list[int]:
    """The quarters of the calendar year that the period touches."""
    start, end = (day.year * 4 + (day.month - 1) // 3 for day in (row.first, row.last))
    return sorted({number % 4 + 1 for number in range(start, min(end, start + 3) + 1)})
