"""Columns that several tables have."""

from planner.domain.column import ALL, Column, Kind
from planner.domain.stages import STAGES

STAGE = Column("stage", Kind.CHOICE, "the stage", choices=STAGES)
STAGE_OR_ALL = Column("stage", Kind.CHOICE, "the stage, or all of them", choices=(*STAGES, ALL))
STREAM = Column("stream", Kind.LABEL, "the stream", references="streams.stream")
LOCATION = Column("location", Kind.LABEL, "the location", references="locations.location")
GROUP = Column("group", Kind.LABEL, "the staff group", references="groups.group")
STREAM_OR_ALL = Column("stream", Kind.LABEL, "the stream, or all of them", references="streams.stream", or_all=True)
LOCATION_OR_ALL = Column(
    "location", Kind.LABEL, "the location, or all of them", references="locations.location", or_all=True
)
GROUP_OR_ALL = Column("group", Kind.LABEL, "the staff group, or all of them", references="groups.group", or_all=True)
FIRST = Column("first", Kind.DATE, "first day of the period")
LAST = Column("last", Kind.DATE, "last day of the period")
LAST_OR_EVER = Column("last", Kind.DATE, "last day of the period; empty: it does not end", optional=True)
PART = Column(
    "part",
    Kind.CHOICE,
    "ordinary cases, or those above the guaranteed volume",
    choices=("ordinary", "above"),
    default="ordinary",
)
READY = Column(
    "ready",
    Kind.WEEK,
    "the week in which they reach the stage, being on their way to it from the one before; empty: they wait for it",
    optional=True,
)

MOST_PEOPLE = 1_000_000
"""No class or move is larger."""
