"""The pace of the work: before the programme, in blocked periods, and from week to week."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import FIRST, LAST_OR_EVER, STAGE, STAGE_OR_ALL, STREAM_OR_ALL

ORDINARY_PACE = Table(
    "ordinary_pace",
    "Old cases that each stage finishes in a week before the programme starts, at most.",
    (
        STAGE,
        Column(
            "cases_per_week",
            Kind.NUMBER,
            "cases of all old streams together",
            "cases per week",
            minimum=0,
        ),
    ),
    key=("stage",),
    required=False,
    rules=("programme_start",),
)

BLOCKED = Table(
    "blocked",
    "Periods in which nothing of a stream is finished: a moratorium on decisions about a country, say. A week is "
    "blocked when any of its working days is.",
    (STREAM_OR_ALL, STAGE_OR_ALL, FIRST, LAST_OR_EVER),
    key=("stream", "stage", "first"),
    required=False,
    rules=("blocked_category",),
)

SMOOTHING = Table(
    "smoothing",
    "By how much the first decisions of a week may differ from those of the week before, all streams together.",
    (
        Column("of", Kind.CHOICE, "what is smoothed", choices=("decisions",)),
        Column("share", Kind.NUMBER, "share of the week before", "share", minimum=0, maximum=10),
        Column(
            "calendar_step",
            Kind.NUMBER,
            "a week is not held against the one before when their shares of a normal week differ by more: calendar "
            "factor x working days / 5",
            "share",
            minimum=0,
            maximum=2,
            default="0.1",
        ),
        Column(
            "decided_before",
            Kind.NUMBER,
            "first decisions of the week before the horizon, against which its first week is held; empty for none",
            "cases",
            minimum=0,
            optional=True,
        ),
        Column("week_before", Kind.NUMBER, "what share of a normal week that was", "share", minimum=0, default="1"),
    ),
    key=("of",),
    required=False,
    rules=("chain_smoothing",),
)
