"""The streams of cases, the stages of each and the hours that these take."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import FIRST, LAST_OR_EVER, STAGE, STAGE_OR_ALL, STREAM, STREAM_OR_ALL

STREAMS = Table(
    "streams",
    "Cases that share a track, a category, a route, hours, a term and a priority.",
    (
        Column("stream", Kind.LABEL, "short name of the stream"),
        Column("name", Kind.TEXT, "name in full"),
        Column("category", Kind.LABEL, "the category of cases that it belongs to"),
        Column("track", Kind.LABEL, "the track or procedure"),
        Column(
            "lodged",
            Kind.CHOICE,
            "an application from before the Pact's first day (old), one from it on (pact), or other work of the "
            "same staff that competes with both: neither in the clearance nor in the guarantee",
            choices=("old", "pact", "other"),
        ),
        Column(
            "lane",
            Kind.CHOICE,
            "lane outside the plan's categories, with reaction times of its own",
            choices=("none", "nuisance", "minors", "safe", "repeated"),
            default="none",
        ),
        Column(
            "counts",
            Kind.YESNO,
            "whether its cases count towards the guaranteed volume of first applications",
            default="no",
        ),
        Column(
            "term",
            Kind.TERM,
            "legal term for the first decision, from lodging (or from entry by conversion): 6m, 12w, 15d; "
            "empty when no term is planned for",
            optional=True,
        ),
        Column(
            "buffer_weeks",
            Kind.WHOLE,
            "weeks before the legal term by which the plan aims to decide",
            "weeks",
            minimum=0,
            maximum=52,
            default="0",
        ),
        Column(
            "hear_within_weeks",
            Kind.WHOLE,
            "weeks after entry within which a lane's cases must be heard",
            "weeks",
            minimum=0,
            maximum=52,
            optional=True,
        ),
        Column(
            "screen_within_weeks",
            Kind.WHOLE,
            "weeks after entry within which preparation, and with it the screening on signals of terrorism, must "
            "be finished",
            "weeks",
            minimum=0,
            maximum=52,
            optional=True,
        ),
        Column(
            "waiting_weight",
            Kind.NUMBER,
            "how much a week of waiting counts, 1 for an ordinary case; higher goes first",
            "weight",
            minimum=0,
            maximum=1000,
            default="1",
        ),
    ),
    key=("stream",),
    rules=("decision_deadline", "lane_reaction", "early_screening", "clearance", "guaranteed_volume"),
)

WORK = Table(
    "work",
    "The stages of each stream: hours, lag and no-show. A stream without a row for a stage skips it.",
    (
        STREAM,
        STAGE,
        Column("hours", Kind.NUMBER, "net staff hours per case", "hours per case", minimum=0.01, maximum=400),
        Column(
            "lag_weeks",
            Kind.WHOLE,
            "weeks between the end of this stage and the earliest start of the next",
            "weeks",
            minimum=0,
            maximum=52,
            default="0",
        ),
        Column(
            "no_show",
            Kind.NUMBER,
            "share of the appointments to which nobody comes; its hours are lost",
            "share",
            minimum=0,
            maximum=0.9,
            default="0",
        ),
        Column(
            "written_share",
            Kind.NUMBER,
            "hearings only: share of the cases with a written enquiry in place of a full hearing, as far as "
            "quality allows; it needs no room, no interpreter and no appointment",
            "share",
            minimum=0,
            maximum=1,
            default="0",
        ),
        Column(
            "written_hours",
            Kind.NUMBER,
            "net staff hours of a written enquiry; needed where there is a share of them",
            "hours per case",
            minimum=0.01,
            maximum=400,
            optional=True,
        ),
    ),
    key=("stream", "stage"),
    rules=("processing_capacity", "case_balance", "plan_ready"),
)

HOURS_CHANGES = Table(
    "hours_changes",
    "Periods in which the cases of a stream take more or fewer hours: ageing, a programme, automation, a new law. "
    "Rows for the same day multiply.",
    (
        STREAM_OR_ALL,
        STAGE_OR_ALL,
        FIRST,
        LAST_OR_EVER,
        Column(
            "factor",
            Kind.NUMBER,
            "hours per case as a share of those in `work`; of a hearing also the hours of room and interpreters",
            "share",
            minimum=0.05,
            maximum=10,
        ),
        Column("what", Kind.TEXT, "what changes the hours, in a few words"),
    ),
    key=("stream", "stage", "first", "what"),
    required=False,
    rules=("processing_capacity", "hearing_rooms", "interpreters"),
)
