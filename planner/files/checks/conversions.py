"""Cases that go over to another stream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.grid import SHARE_UNIT
from planner.domain.instance import Conversion, Stream
from planner.errors import Problem
from planner.files.checks.streams import stages_of_streams
from planner.files.codes import Code
from planner.files.draft import Draft

TOLERANCE = 1e-6


def between_stages_that_exist(draft: Draft) -> Iterator[Problem]:
    """Cases leave after a stage that their stream has, and wait for one that the other has."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Conversion):
        ends = (
            ("stage", placed.row.stream, placed.row.stage),
            ("to_stage", placed.row.to_stream, placed.row.to_stage),
        )
        for column, stream, stage in ends:
            if (stream, stage) not in stages:
                yield placed.place.problem(column, Code.STAGE_LACKING, stage, f"a stage of {stream} in work.csv")


def share_on_the_grid(draft: Draft) -> Iterator[Problem]:
    """Cases are counted in whole grid units, so that none is lost."""
    for placed in draft.of(Conversion):
        share = placed.row.share * SHARE_UNIT
        if abs(share - round(share)) > TOLERANCE:
            yield placed.place.problem(
                "share", Code.CONVERSION_FINENESS, placed.row.share, "a whole number of ten-thousandths"
            )


def at_most_all_cases(draft: Draft) -> Iterator[Problem]:
    """No more cases go over than finish the stage."""
    total: dict[tuple[str, str], int] = defaultdict(int)
    for placed in draft.of(Conversion):
        source = placed.row.stream, placed.row.stage
        before = total[source]
        total[source] += round(placed.row.share * SHARE_UNIT)
        if before <= SHARE_UNIT < total[source]:
            left = (SHARE_UNIT - before) / SHARE_UNIT
            yield placed.place.problem("share", Code.CONVERSION_TOTAL, placed.row.share, f"at most {left:g} more")


def no_way_back(draft: Draft) -> Iterator[Problem]:
    """Rows are taken in file order; the one that closes a circle is wrong."""
    onward: dict[str, set[str]] = defaultdict(set)
    for placed in draft.of(Conversion):
        source, target = placed.row.stream, placed.row.to_stream
        if source in _reached(target, onward):
            yield placed.place.problem(
                "to_stream", Code.CONVERSION_CYCLE, target, f"a stream from which no case comes to {source}"
            )
        else:
            onward[source].add(target)


def within_the_regime(draft: Draft) -> Iterator[Problem]:
    """An old case stays old, a Pact case stays one, and so does other work."""
    lodged = {placed.row.stream: placed.row.lodged for placed in draft.of(Stream)}
    for placed in draft.of(Conversion):
        source = lodged[placed.row.stream]
        if lodged[placed.row.to_stream] != source:
            yield placed.place.problem(
                "to_stream", Code.CONVERSION_REGIME, placed.row.to_stream, f"a stream with lodged {source}"
            )


def _reached(start: str, onward: dict[str, set[str]]) -> set[str]:
    """The streams that cases of `start` may come to, itself included."""
    reached = {start}
    ahead = [start]
    while ahead:
        further = onward.get(ahead.pop(), set()) - reached
        reached |= further
        ahead.extend(further)
    return reached
