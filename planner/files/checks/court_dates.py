"""Cases with a date set by a court."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.grid import UNIT
from planner.domain.instance import CourtDate, Stock
from planner.domain.lodgings import ORDINARY
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.checks.streams import stages_of_streams
from planner.files.codes import Code
from planner.files.draft import Draft


def wait_for_a_stage_of_their_stream(draft: Draft) -> Iterator[Problem]:
    """A case cannot wait for a stage that its stream skips."""
    stages = stages_of_streams(draft)
    for placed in draft.of(CourtDate):
        if (placed.row.stream, placed.row.stage) not in stages:
            expected = f"a stage of {placed.row.stream} in work.csv"
            yield placed.place.problem("stage", Code.STAGE_LACKING, placed.row.stage, expected)


def are_in_the_stock(draft: Draft) -> Iterator[Problem]:
    """They are part of the opening stock that waits for the stage, or reaches it in the same week."""
    stages = stages_of_streams(draft)
    left: dict[tuple[str, str, Week | None], int] = defaultdict(int)
    for stock in draft.of(Stock):
        if stock.row.part == ORDINARY:
            left[stock.row.stream, stock.row.stage, stock.row.ready] += round(stock.row.cases * UNIT)
    for placed in draft.of(CourtDate):
        place = placed.row.stream, placed.row.stage, placed.row.ready
        before = left[place]
        left[place] -= round(placed.row.cases * UNIT)
        if place[:2] in stages and left[place] < 0 <= before:
            expected = f"at most {before / UNIT:g}, what is left of the stock"
            yield placed.place.problem("cases", Code.COURT_ABOVE_STOCK, placed.row.cases, expected)
