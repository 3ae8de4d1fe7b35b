"""The run-out: what comes after the clearance date, so that nothing is starved to meet it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.figures import Figures
from planner.domain.instance import Stream
from planner.domain.weeks import term_end
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def covers_the_longest_term(draft: Draft, _: Figures) -> Iterator[Problem]:
    """A case lodged on the clearance date is due within the horizon."""
    header = draft.header
    due = [
        term_end(header.clearance, placed.row.term)
        for placed in draft.of(Stream)
        if placed.row.lodged == "pact" and placed.row.term
    ]
    if due and header.last < max(due):
        yield draft.header_place("dates", "last").problem(
            "last",
            Code.SHORT_RUN_OUT,
            header.last,
            f"{max(due)} or later",
            "A plan could meet the date by leaving later cases undone.",
        )
