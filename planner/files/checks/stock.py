"""Open cases at the start of the horizon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planner.domain.instance import Stock
from planner.errors import Problem
from planner.files.checks.streams import stages_of_streams
from planner.files.codes import Code
from planner.files.draft import Draft


def waits_for_a_stage_of_its_stream(draft: Draft) -> Iterator[Problem]:
    """A case cannot wait for a stage that its stream skips."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Stock):
        if (placed.row.stream, placed.row.stage) not in stages:
            expected = f"a stage of {placed.row.stream} in work.csv"
            yield placed.place.problem("stage", Code.STAGE_LACKING, placed.row.stage, expected)


def lodged_before_the_horizon(draft: Draft) -> Iterator[Problem]:
    """What is lodged from the first day on is inflow."""
    latest = draft.header.first - timedelta(days=1)
    for placed in draft.of(Stock):
        if placed.row.lodged_last > latest:
            yield placed.place.problem(
                "lodged_last", Code.STOCK_LODGED_LATE, placed.row.lodged_last, f"{latest} or earlier"
            )
