"""Streams as the model sees them: those of the instance, their twins above the guaranteed volume, their court cases."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.domain.court_dates import COURT, with_court_dates
from planner.domain.instance import Instance, Stream
from planner.domain.lodgings import EXCESS


@dataclass(frozen=True)
class StreamFigures:
    """A stream: of the instance, its twin above the guaranteed volume, or its court cases."""

    name: str
    base: str
    lodged: str
    lane: str
    late_term: str
    waiting_weight: float
    term: str | None
    buffer_weeks: int
    hear_within_weeks: int | None
    screen_within_weeks: int | None
    category: str
    track: str
    court: bool = False

    @property
    def old(self) -> bool:
        """Whether its cases were lodged before the Pact's first day."""
        return self.lodged == "old"


def streams_of(instance: Instance, with_twins: bool) -> tuple[StreamFigures, ...]:
    """The instance's streams, each followed by its twin above the guaranteed volume and by its court cases.

    The date that a court has set takes the place of every term.
    """
    streams = []
    court = with_court_dates(instance)
    for row in instance.streams:
        ordinary = StreamFigures(
            name=row.stream,
            base=row.stream,
            lodged=row.lodged,
            lane=row.lane,
            late_term=_late_term(row),
            waiting_weight=row.waiting_weight,
            term=row.term,
            buffer_weeks=row.buffer_weeks,
            hear_within_weeks=row.hear_within_weeks,
            screen_within_weeks=row.screen_within_weeks,
            category=row.category,
            track=row.track,
        )
        streams.append(ordinary)
        if with_twins and row.counts and row.lane == "none":
            streams.append(replace(ordinary, name=row.stream + EXCESS, late_term="late_excess"))
        if row.stream in court:
            streams.append(
                replace(
                    ordinary,
                    name=row.stream + COURT,
                    late_term="late_court",
                    term=None,
                    buffer_weeks=0,
                    hear_within_weeks=None,
                    screen_within_weeks=None,
                    court=True,
                )
            )
    return tuple(streams)


def _late_term(row: Stream) -> str:
    """The term of the policy in which the stream's lateness counts."""
    if row.lodged == "old":
        return ""
    if row.lodged == "other":
        return "late_competing"
    if row.lane != "none":
        return "late_nuisance" if row.lane == "nuisance" else "late_lane"
    return "late_guaranteed" if row.counts else "late_other"
