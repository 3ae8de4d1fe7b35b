"""The dates of the header."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.weeks import Week, last_week_within
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft

ORDER = (("first", "clearance"), ("programme_start", "clearance"), ("clearance", "last"))


def in_order(draft: Draft) -> Iterator[Problem]:
    """The horizon begins, the programme starts or has started, the old cases are cleared, the horizon ends."""
    for earlier, later in ORDER:
        before, after = getattr(draft.header, earlier), getattr(draft.header, later)
        if before > after:
            place = draft.header_place("dates", later)
            yield place.problem(later, Code.DATE_ORDER, after, f"{before} ({earlier}) or later")


def pact_before_the_horizon(draft: Draft) -> Iterator[Problem]:
    """The Pact is in force when the horizon begins: there is no year of it before its start."""
    first, start = draft.header.first, draft.header.pact_start
    if start is not None and start > first:
        place = draft.header_place("dates", "pact_start")
        yield place.problem("pact_start", Code.DATE_ORDER, start, f"{first} (first) or earlier")


def clearance_after_a_week(draft: Draft) -> Iterator[Problem]:
    """Output counts for clearance by whole weeks, so there must be one."""
    start = Week.of(draft.header.first)
    clearance = draft.header.clearance
    if last_week_within(clearance) < start:
        yield draft.header_place("dates", "clearance").problem(
            "clearance", Code.CLEARANCE_EARLY, clearance, f"{start.sunday} or later"
        )
