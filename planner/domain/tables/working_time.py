"""The time that people have for cases, and what an hour of it yields."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import FIRST, GROUP_OR_ALL, LAST, LAST_OR_EVER, LOCATION_OR_ALL

CALENDAR = Table(
    "calendar",
    "How much of a normal week's staff-days each week of the horizon has.",
    (
        Column("week", Kind.WEEK, "the week"),
        Column(
            "factor",
            Kind.NUMBER,
            "staff-days of the week as a share of a normal week (holidays)",
            "share",
            minimum=0,
            maximum=2,
        ),
    ),
    key=("week",),
    rules=("staff_deployment",),
)

DUTIES = Table(
    "duties",
    "Periods in which a share of the staff-days goes to something else: sickness, training, mentoring, reception, "
    "counselling, quality samples. Each loss stands here or is left out of `deployable_share`, never both.",
    (
        LOCATION_OR_ALL,
        GROUP_OR_ALL,
        FIRST,
        LAST_OR_EVER,
        Column(
            "share",
            Kind.NUMBER,
            "share of the staff-days that it takes, off `deployable_share`; shares for the same day add up",
            "share",
            minimum=0,
            maximum=1,
        ),
        Column("what", Kind.TEXT, "what takes the time, in a few words"),
    ),
    key=("location", "group", "first", "what"),
    required=False,
    rules=("staff_deployment",),
)

OVERTIME = Table(
    "overtime",
    "Work beyond the contract.",
    (
        LOCATION_OR_ALL,
        GROUP_OR_ALL,
        FIRST,
        LAST,
        Column(
            "share",
            Kind.NUMBER,
            "staff-days above those supplied in a week, at most",
            "share of the staff-days supplied",
            minimum=0,
            maximum=1,
        ),
        Column("cost", Kind.NUMBER, "cost of one hour", "euro per hour", minimum=0),
    ),
    key=("location", "group", "first"),
    required=False,
    rules=("overtime", "staff_deployment"),
)

PRODUCTIVITY = Table(
    "productivity",
    "Periods in which a net hour yields less or more than normal (the change-over, say).",
    (
        FIRST,
        LAST,
        Column(
            "output",
            Kind.NUMBER,
            "output of a net hour as a share of normal",
            "share",
            minimum=0.05,
            maximum=3,
        ),
    ),
    key=("first",),
    required=False,
    rules=("processing_capacity", "programme_start"),
)
