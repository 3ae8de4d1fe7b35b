"""The people of the service: groups, numbers, and the work that each group may do."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import GROUP, GROUP_OR_ALL, LOCATION, LOCATION_OR_ALL, STAGE_OR_ALL, STREAM

GROUPS = Table(
    "groups",
    "Staff groups: people with the same skills.",
    (
        Column("group", Kind.LABEL, "short name of the group"),
        Column("name", Kind.TEXT, "name in full"),
        Column(
            "hours_per_staff_day",
            Kind.NUMBER,
            "net hours of work on cases in one staff-day",
            "hours",
            minimum=0.1,
            maximum=24,
        ),
        Column(
            "deployable_share",
            Kind.NUMBER,
            "share of the staff-days that is left for cases after everything that no other table takes",
            "share",
            minimum=0,
            maximum=1,
        ),
    ),
    key=("group",),
    rules=("staff_deployment", "processing_capacity"),
)

STAFF = Table(
    "staff",
    "People in service at the start of the horizon, by location and group.",
    (
        LOCATION,
        GROUP,
        Column("people", Kind.NUMBER, "people in service, in full-time equivalents", "FTE", minimum=0),
        Column(
            "leavers_per_year",
            Kind.NUMBER,
            "share of the people that leaves in a year and is not replaced",
            "share per year",
            minimum=0,
            maximum=1,
            default="0",
        ),
        Column(
            "carried_days",
            Kind.NUMBER,
            "part of a staff-day that was supplied before the horizon and goes into the next whole one",
            "staff-days",
            minimum=-0.001,
            maximum=1,
            default="0",
        ),
    ),
    key=("location", "group"),
    rules=("staff_supply",),
)

STAFF_CHANGES = Table(
    "staff_changes",
    "Known changes in the number of people, from the start of a week.",
    (
        LOCATION,
        GROUP,
        Column("week", Kind.WEEK, "the week from which the change counts"),
        Column("people", Kind.NUMBER, "people who come (positive) or go (negative)", "FTE"),
    ),
    key=("location", "group", "week"),
    required=False,
    rules=("staff_supply",),
)

ELIGIBILITY = Table(
    "eligibility",
    "Which group may do which stage of which stream, and how well.",
    (
        GROUP,
        STREAM,
        STAGE_OR_ALL,
        Column(
            "efficiency",
            Kind.NUMBER,
            "output of the group on this work as a share of normal",
            "share",
            minimum=0.05,
            maximum=3,
            default="1",
        ),
        Column(
            "most_share",
            Kind.NUMBER,
            "largest share of the work's hours at a location that the group may deliver: below 1 for support that "
            "takes administration from officers",
            "share",
            minimum=0,
            maximum=1,
            default="1",
        ),
    ),
    key=("group", "stream", "stage"),
    rules=("skills", "processing_capacity", "support_share"),
)

CEILINGS = Table(
    "ceilings",
    "People in service in a budget year, newcomers included, at most.",
    (
        Column("first", Kind.DATE, "first day of the year"),
        Column("last", Kind.DATE, "last day of the year"),
        LOCATION_OR_ALL,
        GROUP_OR_ALL,
        Column("people", Kind.NUMBER, "people in service in every week that starts in the year", "FTE", minimum=0),
    ),
    key=("first", "location", "group"),
    required=False,
    rules=("staff_ceiling",),
)
