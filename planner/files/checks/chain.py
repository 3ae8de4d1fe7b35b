"""Partners in the chain."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import ChainLoad, Partner
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def limits_can_be_kept(draft: Draft) -> Iterator[Problem]:
    """Work can be held back; that cases are open cannot."""
    limited = {placed.row.partner for placed in draft.of(Partner) if placed.row.cap_per_week is not None}
    for placed in draft.of(ChainLoad):
        if placed.row.driver == "open" and placed.row.partner in limited:
            expected = f"another driver, or no cap_per_week of {placed.row.partner}"
            yield placed.place.problem("driver", Code.CAP_ON_OPEN, placed.row.driver, expected)
