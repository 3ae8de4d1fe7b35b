"""The tables of an instance: one declaration drives the reader, the messages, the docs and the data package."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a cell may hold."""

    LABEL = "label"
    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    DATE = "date"
    WEEK = "week"
    CHOICE = "choice"
    TERM = "term"
    YESNO = "yes or no"


STAGES = ("preparation", "hearing", "decision")
"""The stages of a case, in their order."""

ALL = "all"
"""Stands for every stage, stream, location or group in the tables that say so."""

DRIVERS = ("decision", "grant", "refusal", "appeal", "return", "hearing", "open")
"""What can bring work to a partner in the chain."""

EVIDENCE = {
    "S": "source document, word for word",
    "R": "public page, read in excerpt",
    "D": "derived by arithmetic from S or R",
    "B": "background knowledge, not looked up",
    "A": "assumption, invented to be plausible: synthetic",
}
"""Evidence codes: how well a figure is known."""


@dataclass(frozen=True)
class Column:
    """One column: its name, what a cell may hold, its unit and its limits.

    `default` is the text that an empty cell stands for; without one an empty cell is an error, unless
    `optional` is set, in which case it means "none".
    `references` names the column (`table.column`) that must hold each label; with `or_all` the word `all` will do too.
    """

    name: str
    kind: Kind
    about: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    references: str = ""
    or_all: bool = False
    default: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class Table:
    """One table: a CSV file `name.csv` in the instance's folder.

    `key` are the columns that together are unique. `provenance` tables end in the columns `evidence` and
    `source`, on every row.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    required: bool = True
    provenance: bool = True
    rules: tuple[str, ...] = field(default=())


EVIDENCE_COLUMN = Column("evidence", Kind.CHOICE, "how well the row's figures are known", choices=tuple(EVIDENCE))
SOURCE_COLUMN = Column("source", Kind.TEXT, "where the row's figures come from, or how they were reasoned")

_STAGE = Column("stage", Kind.CHOICE, "the stage", choices=STAGES)
_STAGE_OR_ALL = Column("stage", Kind.CHOICE, "the stage, or all of them", choices=(*STAGES, ALL))
_STREAM = Column("stream", Kind.LABEL, "the stream", references="streams.stream")
_LOCATION = Column("location", Kind.LABEL, "the location", references="locations.location")
_GROUP = Column("group", Kind.LABEL, "the staff group", references="groups.group")
_STREAM_OR_ALL = Column("stream", Kind.LABEL, "the stream, or all of them", references="streams.stream", or_all=True)
_LOCATION_OR_ALL = Column(
    "location", Kind.LABEL, "the location, or all of them", references="locations.location", or_all=True
)
_GROUP_OR_ALL = Column("group", Kind.LABEL, "the staff group, or all of them", references="groups.group", or_all=True)
_FIRST = Column("first", Kind.DATE, "first day of the period")
_LAST_OR_EVER = Column("last", Kind.DATE, "last day of the period; empty: it does not end", optional=True)

MOST_PEOPLE = 1_000_000
"""No class or move is larger."""

_INTAKES = (
    Column("first", Kind.WEEK, "the first week in which they may start"),
    Column("last", Kind.WEEK, "the last week in which they may start"),
    Column("every_weeks", Kind.WHOLE, "weeks from one start to the next", "weeks", minimum=1, maximum=520),
)
_COURSE = Column(
    "course",
    Kind.LABEL,
    "the course that they follow; empty when they are at full output at once",
    references="courses.course",
    optional=True,
)


TABLES: tuple[Table, ...] = (
    Table(
        "locations",
        "The offices where cases are heard or decided.",
        (
            Column("location", Kind.LABEL, "short name of the location"),
            Column("name", Kind.TEXT, "name in full"),
            Column("hearing_rooms", Kind.WHOLE, "rooms in which hearings can be held", "rooms", minimum=0),
            Column(
                "room_hours",
                Kind.NUMBER,
                "hours that one room can be used in a week of five working days",
                "hours per week",
                minimum=0,
                maximum=168,
            ),
            Column(
                "process_beds",
                Kind.WHOLE,
                "beds of the process location, for those who stay there around their hearing; empty: not counted",
                "beds",
                minimum=0,
                optional=True,
            ),
            Column(
                "stay_weeks",
                Kind.NUMBER,
                "weeks that a case stays there around its hearing; needed where beds are counted",
                "weeks",
                minimum=0.1,
                maximum=52,
                optional=True,
            ),
        ),
        key=("location",),
        rules=("hearing_rooms", "process_beds"),
    ),
    Table(
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
    ),
    Table(
        "staff",
        "People in service at the start of the horizon, by location and group.",
        (
            _LOCATION,
            _GROUP,
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
        ),
        key=("location", "group"),
        rules=("staff_supply",),
    ),
    Table(
        "staff_changes",
        "Known changes in the number of people, from the start of a week.",
        (
            _LOCATION,
            _GROUP,
            Column("week", Kind.WEEK, "the week from which the change counts"),
            Column("people", Kind.NUMBER, "people who come (positive) or go (negative)", "FTE"),
        ),
        key=("location", "group", "week"),
        required=False,
        rules=("staff_supply",),
    ),
    Table(
        "courses",
        "How people who are new to their work come to full output, and what that costs those beside them.",
        (
            Column("course", Kind.LABEL, "short name of the course"),
            Column("from_week", Kind.WHOLE, "weeks since the start from which the row holds", "weeks", minimum=0),
            Column(
                "output", Kind.NUMBER, "output as a share of somebody who is trained", "share", minimum=0, maximum=1
            ),
            Column(
                "mentoring",
                Kind.NUMBER,
                "time of trained colleagues of the same location and group that each newcomer takes",
                "share of a person",
                minimum=0,
                maximum=1,
                default="0",
            ),
        ),
        key=("course", "from_week"),
        required=False,
        rules=("staff_supply",),
    ),
    Table(
        "hiring",
        "Classes of newcomers that may be hired: who, where and when, and how many in one class.",
        (
            _LOCATION,
            _GROUP,
            *_INTAKES,
            Column("most", Kind.WHOLE, "people in one class, at most", "people", minimum=0, maximum=MOST_PEOPLE),
            _COURSE,
            Column("cost", Kind.NUMBER, "cost of hiring and training one person", "euro", minimum=0),
        ),
        key=("location", "group", "first"),
        required=False,
        rules=("hiring_intake", "staff_supply"),
    ),
    Table(
        "hiring_limits",
        "Newcomers whom the whole service can take on in a period.",
        (
            Column("first", Kind.DATE, "first day of the period"),
            Column("last", Kind.DATE, "last day of the period"),
            Column("people", Kind.WHOLE, "people hired in classes that start in it, at most", "people", minimum=0),
        ),
        key=("first",),
        required=False,
        rules=("hiring_intake",),
    ),
    Table(
        "retraining",
        "People who may be retrained for another group at their location.",
        (
            _LOCATION,
            _GROUP,
            Column("to_group", Kind.LABEL, "the group that they join", references="groups.group"),
            *_INTAKES,
            Column("most", Kind.WHOLE, "people in one class, at most", "people", minimum=0, maximum=MOST_PEOPLE),
            _COURSE,
            Column("cost", Kind.NUMBER, "cost of retraining one person", "euro", minimum=0),
        ),
        key=("location", "group", "to_group", "first"),
        required=False,
        rules=("hiring_intake", "staff_supply"),
    ),
    Table(
        "transfers",
        "People who may move to another location.",
        (
            _LOCATION,
            Column("to_location", Kind.LABEL, "the location that they move to", references="locations.location"),
            _GROUP,
            *_INTAKES,
            Column(
                "most", Kind.WHOLE, "people who move at one time, at most", "people", minimum=0, maximum=MOST_PEOPLE
            ),
            _COURSE,
            Column("cost", Kind.NUMBER, "cost of moving one person", "euro", minimum=0),
        ),
        key=("location", "to_location", "group", "first"),
        required=False,
        rules=("transfer_limit", "staff_supply"),
    ),
    Table(
        "transfer_limits",
        "How many of a location's people may move away in any four weeks.",
        (
            _LOCATION,
            Column("share", Kind.NUMBER, "share of the people in service there", "share", minimum=0, maximum=1),
        ),
        key=("location",),
        required=False,
        rules=("transfer_limit",),
    ),
    Table(
        "ceilings",
        "People in service in a budget year, newcomers included, at most.",
        (
            Column("first", Kind.DATE, "first day of the year"),
            Column("last", Kind.DATE, "last day of the year"),
            _LOCATION_OR_ALL,
            _GROUP_OR_ALL,
            Column("people", Kind.NUMBER, "people in service in every week that starts in the year", "FTE", minimum=0),
        ),
        key=("first", "location", "group"),
        required=False,
        rules=("staff_ceiling",),
    ),
    Table(
        "overtime",
        "Work beyond the contract.",
        (
            _LOCATION_OR_ALL,
            _GROUP_OR_ALL,
            Column("first", Kind.DATE, "first day of the period"),
            Column("last", Kind.DATE, "last day of the period"),
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
    ),
    Table(
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
    ),
    Table(
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
    ),
    Table(
        "work",
        "The stages of each stream: hours, lag and no-show. A stream without a row for a stage skips it.",
        (
            _STREAM,
            _STAGE,
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
    ),
    Table(
        "productivity",
        "Periods in which a net hour yields less or more than normal (the change-over, say).",
        (
            Column("first", Kind.DATE, "first day of the period"),
            Column("last", Kind.DATE, "last day of the period"),
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
    ),
    Table(
        "hours_changes",
        "Periods in which the cases of a stream take more or fewer hours: ageing, a programme, automation, a new law. "
        "Rows for the same day multiply.",
        (
            _STREAM_OR_ALL,
            _STAGE_OR_ALL,
            _FIRST,
            _LAST_OR_EVER,
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
    ),
    Table(
        "stock",
        "Open cases at the start of the horizon, by stage that they wait for and time of lodging.",
        (
            _STREAM,
            _STAGE,
            Column("lodged_first", Kind.DATE, "first day of lodging of these cases"),
            Column("lodged_last", Kind.DATE, "last day of lodging of these cases"),
            Column("cases", Kind.NUMBER, "open cases", "cases", minimum=0),
        ),
        key=("stream", "stage", "lodged_first"),
        rules=("case_balance",),
    ),
    Table(
        "inflow",
        "Applications lodged in a period, spread over its days by a season.",
        (
            _STREAM,
            Column("first", Kind.DATE, "first day of the period"),
            Column("last", Kind.DATE, "last day of the period"),
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
    ),
    Table(
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
    ),
    Table(
        "withdrawals",
        "Expected withdrawals before preparation, as shares of what was lodged or of the opening stock.",
        (
            _STREAM,
            Column(
                "share_of",
                Kind.CHOICE,
                "lodged: of the cases lodged in the period, at once; "
                "stock: of the opening stock that waits for preparation, spread evenly over the period",
                choices=("lodged", "stock"),
            ),
            Column("first", Kind.DATE, "first day of the period"),
            Column("last", Kind.DATE, "last day of the period"),
            Column("share", Kind.NUMBER, "share withdrawn", "share", minimum=0, maximum=1),
        ),
        key=("stream", "share_of", "first"),
        required=False,
        rules=("case_balance", "decision_deadline"),
    ),
    Table(
        "conversions",
        "Cases that go over to another stream (a failed transfer becomes a normal case).",
        (
            _STREAM,
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
    ),
    Table(
        "eligibility",
        "Which group may do which stage of which stream, and how well.",
        (
            _GROUP,
            _STREAM,
            _STAGE_OR_ALL,
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
    ),
    Table(
        "places",
        "At which locations which stages of which streams are done.",
        (
            _LOCATION,
            _STREAM,
            _STAGE_OR_ALL,
            Column(
                "no_show_factor",
                Kind.NUMBER,
                "no-show at the location as a share of that in `work`: below 1 where people are invited in person, say",
                "share",
                minimum=0,
                maximum=1,
                default="1",
            ),
        ),
        key=("location", "stream", "stage"),
        rules=("skills", "processing_capacity", "hearing_rooms", "remote_hearings"),
    ),
    Table(
        "teams",
        "Specialised teams that may be opened: staff of a location who do one category of cases and nothing else.",
        (
            Column("team", Kind.LABEL, "short name of the team"),
            _LOCATION,
            Column("category", Kind.LABEL, "the category of cases that it does", references="streams.category"),
            Column("first", Kind.WEEK, "the first week in which it may be open"),
            Column("last", Kind.WEEK, "the last week in which it may be open"),
            Column(
                "every_weeks",
                Kind.WHOLE,
                "weeks from one moment at which it may open or close to the next",
                "weeks",
                minimum=1,
                maximum=520,
            ),
            Column("least", Kind.WHOLE, "people in it while it is open, at least", "people", minimum=0),
            Column("most", Kind.WHOLE, "people in it, at most", "people", minimum=1, maximum=MOST_PEOPLE),
            Column("least_weeks", Kind.WHOLE, "weeks that it stays open, at least", "weeks", minimum=0, maximum=520),
            Column("learning_weeks", Kind.WHOLE, "weeks until it has learned", "weeks", minimum=0, maximum=520),
            Column(
                "output",
                Kind.NUMBER,
                "output of a staff-day before that, as a share of the same people's ordinary one",
                "share",
                minimum=0.05,
                maximum=3,
                default="1",
            ),
            Column(
                "learned_output",
                Kind.NUMBER,
                "output of a staff-day once it has learned, as a share of the same people's ordinary one",
                "share",
                minimum=0.05,
                maximum=3,
            ),
            Column("cost", Kind.NUMBER, "cost of opening it", "euro", minimum=0),
        ),
        key=("team",),
        required=False,
        rules=("specialised_team", "processing_capacity"),
    ),
    Table(
        "team_limits",
        "How many specialised teams a location can have open at a time.",
        (
            _LOCATION,
            Column("teams", Kind.WHOLE, "teams that are open, at most", "teams", minimum=0),
        ),
        key=("location",),
        required=False,
        rules=("specialised_team",),
    ),
    Table(
        "interpreters",
        "Interpreters by language pool, for the whole country.",
        (
            Column("language", Kind.LABEL, "the language pool"),
            Column(
                "hours_per_week",
                Kind.NUMBER,
                "hearing hours that the pool can serve in a week of five working days",
                "hours per week",
                minimum=0,
            ),
        ),
        key=("language",),
        required=False,
        rules=("interpreters",),
    ),
    Table(
        "languages",
        "Which language pools a stream's hearings need.",
        (
            _STREAM,
            Column("language", Kind.LABEL, "the language pool", references="interpreters.language"),
            Column("share", Kind.NUMBER, "share of the stream's hearing hours", "share", minimum=0, maximum=1),
        ),
        key=("stream", "language"),
        required=False,
        rules=("interpreters",),
    ),
    Table(
        "ordinary_pace",
        "Old cases that each stage finishes in a week before the programme starts, at most.",
        (
            _STAGE,
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
    ),
    Table(
        "blocked",
        "Periods in which nothing of a stream is finished: a moratorium on decisions about a country, say. A week is "
        "blocked when any of its working days is.",
        (_STREAM_OR_ALL, _STAGE_OR_ALL, _FIRST, _LAST_OR_EVER),
        key=("stream", "stage", "first"),
        required=False,
        rules=("blocked_category",),
    ),
    Table(
        "duties",
        "Periods in which a share of the staff-days goes to something else: sickness, training, mentoring, reception, "
        "counselling, quality samples. Each loss stands here or is left out of `deployable_share`, never both.",
        (
            _LOCATION_OR_ALL,
            _GROUP_OR_ALL,
            _FIRST,
            _LAST_OR_EVER,
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
    ),
    Table(
        "agreements",
        "Agreed production: first decisions of a track in a budget year. A week counts whole for the period that "
        "holds its Monday (the first day of the horizon, for the week that holds it); of a period that is partly "
        "outside the horizon the agreed cases count by the days inside it.",
        (
            Column("track", Kind.LABEL, "the track or procedure", references="streams.track"),
            Column("first", Kind.DATE, "first day of the budget year"),
            Column("last", Kind.DATE, "last day of the budget year"),
            Column("cases", Kind.NUMBER, "first decisions agreed for the whole period", "cases", minimum=0),
        ),
        key=("track", "first"),
        required=False,
        rules=("yearly_agreement",),
    ),
    Table(
        "court_dates",
        "Cases of the opening stock for which a court has set a date, or is expected to. They become a stream of their "
        "own with `!` behind its name, and are taken from the stock that waits for the stage, the rows lodged first "
        "before all others.",
        (
            _STREAM,
            Column("stage", Kind.CHOICE, "the stage that they wait for at the start", choices=STAGES),
            Column("due_week", Kind.WEEK, "the last week that ends on the date or before"),
            Column("cases", Kind.NUMBER, "cases to be decided by then", "cases", minimum=0),
        ),
        key=("stream", "stage", "due_week"),
        required=False,
        rules=("court_deadline",),
    ),
    Table(
        "penalties",
        "What a case costs that is decided after the date that a court has set.",
        (
            Column("kind", Kind.CHOICE, "set by a court", choices=("judicial",)),
            Column("euro_per_day", Kind.NUMBER, "for each day after the date", "euro", minimum=0, maximum=100000),
            Column("most_per_case", Kind.NUMBER, "the most for one case", "euro", minimum=0, maximum=10000000),
            Column(
                "costs_order",
                Kind.NUMBER,
                "costs of the appeal, for each case with a date",
                "euro",
                minimum=0,
                maximum=100000,
                default="0",
            ),
        ),
        key=("kind",),
        required=False,
        rules=("court_deadline",),
    ),
    Table(
        "outcomes",
        "What first decisions lead to, from a date on: it holds for the weeks that begin on the date or later, until "
        "the next row of the stream. Before the first row, and for a stream without rows, nothing is granted, appealed "
        "or returned.",
        (
            _STREAM,
            Column("first", Kind.DATE, "first day on which it holds"),
            Column("grant_share", Kind.NUMBER, "share of the decisions that grant", "share", minimum=0, maximum=1),
            Column(
                "appeal_share",
                Kind.NUMBER,
                "share of the refusals that are appealed",
                "share",
                minimum=0,
                maximum=1,
                default="0",
            ),
            Column(
                "return_share",
                Kind.NUMBER,
                "share of the refusals that come to the return service",
                "share",
                minimum=0,
                maximum=1,
                default="0",
            ),
        ),
        key=("stream", "first"),
        required=False,
        rules=("chain_capacity",),
    ),
    Table(
        "chain",
        "Partners in the chain: how much a week brings them before it is a signal, and how much at the most.",
        (
            Column("partner", Kind.LABEL, "short name of the partner, or of one kind of its work"),
            Column("unit", Kind.TEXT, "what is counted"),
            Column(
                "signal_per_week",
                Kind.NUMBER,
                "load above which the partner should be warned; empty for none",
                "the partner's per week",
                minimum=0,
                optional=True,
            ),
            Column(
                "cap_per_week",
                Kind.NUMBER,
                "the most that a week may bring; empty for no limit",
                "the partner's per week",
                minimum=0,
                optional=True,
            ),
            Column(
                "euro_above_signal",
                Kind.NUMBER,
                "what a unit above the signal costs",
                "euro",
                minimum=0,
                maximum=1000000,
                default="0",
            ),
        ),
        key=("partner",),
        required=False,
        rules=("chain_capacity",),
    ),
    Table(
        "chain_loads",
        "What brings work to a partner: so much for each case of a kind, so many weeks later. What happened before the "
        "horizon brings nothing.",
        (
            Column("partner", Kind.LABEL, "the partner", references="chain.partner"),
            Column(
                "driver",
                Kind.CHOICE,
                "first decisions, those that grant, those that refuse, refusals appealed or returned, all in the week; "
                "hearings in the week, or open cases at its end",
                choices=DRIVERS,
            ),
            Column("factor", Kind.NUMBER, "load for each case", "the partner's per case", minimum=0, maximum=1000),
            Column("lag_weeks", Kind.WHOLE, "weeks until it comes", "weeks", minimum=0, maximum=520, default="0"),
        ),
        key=("partner", "driver", "lag_weeks"),
        required=False,
        rules=("chain_capacity",),
    ),
    Table(
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
        ),
        key=("of",),
        required=False,
        rules=("chain_smoothing",),
    ),
    Table(
        "start_group",
        "Streams of which a share of the opening stock, less withdrawals, is decided by a date. Decisions count to the "
        "end of the last whole week that ends on or before it.",
        (
            _STREAM,
            Column("date", Kind.DATE, "the date"),
            Column("share", Kind.NUMBER, "share of the opening stock", "share", minimum=0, maximum=1),
        ),
        key=("stream", "date"),
        required=False,
        rules=("start_group",),
    ),
)
"""Every table of an instance, in the order of the docs."""


def table(name: str) -> Table:
    """The declaration of the table called `name`."""
    return next(declared for declared in TABLES if declared.name == name)


def columns_of(declared: Table) -> tuple[Column, ...]:
    """The columns of a table in file order, provenance included."""
    return (*declared.columns, EVIDENCE_COLUMN, SOURCE_COLUMN) if declared.provenance else declared.columns
