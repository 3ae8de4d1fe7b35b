"""The cases themselves: open, lodged, withdrawn, gone over to another stream."""

from planner.domain.column import Column, Kind
from planner.domain.stages import STAGES
from planner.domain.table import Table
from planner.domain.tables.columns import FIRST, LAST, PART, READY, STAGE, STREAM

STOCK = Table(
    "stock",
    "Open cases at the start of the horizon, by stage that they wait for and time of lodging.",
    (
        STREAM,
        STAGE,
        Column("lodged_first", Kind.DATE, "first day of lodging of these cases"),
        Column("lodged_last", Kind.DATE, "last day of lodging of these cases"),
        Column("cases", Kind.NUMBER, "open cases", "cases", minimum=0),
        READY,
        PART,
    ),
    key=("stream", "part", "stage", "ready", "lodged_first"),
    rules=("case_balance",),
)

CONVERTING = Table(
    "converting",
    "Cases that left a stream before the horizon and are between it and another. They are open in neither; they "
    "enter, and their term begins, in the week named.",
    (
        Column("stream", Kind.LABEL, "the stream that they enter", references="streams.stream"),
        Column("stage", Kind.CHOICE, "the stage for which they wait there", choices=STAGES),
        Column("week", Kind.WEEK, "the week in which they enter"),
        Column("cases", Kind.NUMBER, "cases that enter", "cases", minimum=0),
        PART,
    ),
    key=("stream", "part", "stage", "week"),
    required=False,
    rules=("case_balance", "decision_deadline"),
)

INFLOW = Table(
    "inflow",
    "Applications lodged in a period, spread over its days by a season.",
    (
        STREAM,
        FIRST,
        LAST,
        Column("cases", Kind.NUMBER, "applications lodged in the period", "cases", minimum=0),
        Column(
            "season",
            Kind.LABEL,
            "the season that spreads them over the period; empty for evenly",
            references="season.season",
            optional=True,
        ),
    ),
    key=("stream", "first"),
    required=False,
    rules=("case_balance", "guaranteed_volume"),
)

SEASON = Table(
    "season",
    "Seasons: how busy each quarter is against the others.",
    (
        Column("season", Kind.LABEL, "name of the season"),
        Column("quarter", Kind.WHOLE, "quarter of the calendar year", minimum=1, maximum=4),
        Column("factor", Kind.NUMBER, "weight of a day in that quarter", "weight", minimum=0),
    ),
    key=("season", "quarter"),
    required=False,
    rules=("case_balance", "guaranteed_volume"),
)

WITHDRAWALS = Table(
    "withdrawals",
    "Expected withdrawals before preparation, as shares of what was lodged or of the opening stock.",
    (
        STREAM,
        Column(
            "share_of",
            Kind.CHOICE,
            "lodged: of the cases lodged in the period, at once; "
            "stock: of the opening stock that waits for preparation, spread evenly over the period",
            choices=("lodged", "stock"),
        ),
        FIRST,
        LAST,
        Column("share", Kind.NUMBER, "share withdrawn", "share", minimum=0, maximum=1),
    ),
    key=("stream", "share_of", "first"),
    required=False,
    rules=("case_balance", "decision_deadline"),
)

CONVERSIONS = Table(
    "conversions",
    "Cases that go over to another stream (a failed transfer becomes a normal case).",
    (
        STREAM,
        Column("stage", Kind.CHOICE, "the stage after which they go over", choices=STAGES),
        Column("to_stream", Kind.LABEL, "the stream that they enter", references="streams.stream"),
        Column("to_stage", Kind.CHOICE, "the stage for which they wait there", choices=STAGES),
        Column(
            "share",
            Kind.NUMBER,
            "share of the cases that finish the stage, in whole hundredths of a per cent",
            "share",
            minimum=0,
            maximum=1,
        ),
        Column(
            "lag_weeks",
            Kind.WHOLE,
            "weeks until they enter",
            "weeks",
            minimum=0,
            maximum=104,
            default="0",
        ),
    ),
    key=("stream", "stage", "to_stream"),
    required=False,
    rules=("case_balance",),
)
