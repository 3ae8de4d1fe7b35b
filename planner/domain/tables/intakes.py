"""People who may come, change their work or move, and what limits that."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import FIRST, GROUP, LAST, LOCATION, MOST_PEOPLE

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

COURSES = Table(
    "courses",
    "How people who are new to their work come to full output, and what that costs those beside them.",
    (
        Column("course", Kind.LABEL, "short name of the course"),
        Column("from_week", Kind.WHOLE, "weeks since the start from which the row holds", "weeks", minimum=0),
        Column("output", Kind.NUMBER, "output as a share of somebody who is trained", "share", minimum=0, maximum=1),
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
)

TRAINEES = Table(
    "trainees",
    "People who started before the horizon and follow a course, or moved in the last four weeks. They are not among "
    "those in `staff`.",
    (
        LOCATION,
        GROUP,
        Column("week", Kind.WEEK, "the week in which they started"),
        Column(
            "course",
            Kind.LABEL,
            "the course that they follow; empty when they are at full output",
            references="courses.course",
            optional=True,
        ),
        Column(
            "from_location",
            Kind.LABEL,
            "the location that they moved from; empty for those who did not move",
            references="locations.location",
            optional=True,
        ),
        Column("people", Kind.NUMBER, "those still in service when the horizon starts", "FTE", minimum=0),
    ),
    key=("location", "group", "week", "course", "from_location"),
    required=False,
    rules=("staff_supply", "transfer_limit"),
)

HIRING = Table(
    "hiring",
    "Classes of newcomers that may be hired: who, where and when, and how many in one class.",
    (
        LOCATION,
        GROUP,
        *_INTAKES,
        Column("most", Kind.WHOLE, "people in one class, at most", "people", minimum=0, maximum=MOST_PEOPLE),
        _COURSE,
        Column("cost", Kind.NUMBER, "cost of hiring and training one person", "euro", minimum=0),
    ),
    key=("location", "group", "first"),
    required=False,
    rules=("hiring_intake", "staff_supply"),
)

HIRING_LIMITS = Table(
    "hiring_limits",
    "Newcomers whom the whole service can take on in a period.",
    (
        FIRST,
        LAST,
        Column("people", Kind.WHOLE, "people hired in classes that start in it, at most", "people", minimum=0),
    ),
    key=("first",),
    required=False,
    rules=("hiring_intake",),
)

RETRAINING = Table(
    "retraining",
    "People who may be retrained for another group at their location.",
    (
        LOCATION,
        GROUP,
        Column("to_group", Kind.LABEL, "the group that they join", references="groups.group"),
        *_INTAKES,
        Column("most", Kind.WHOLE, "people in one class, at most", "people", minimum=0, maximum=MOST_PEOPLE),
        _COURSE,
        Column("cost", Kind.NUMBER, "cost of retraining one person", "euro", minimum=0),
    ),
    key=("location", "group", "to_group", "first"),
    required=False,
    rules=("hiring_intake", "staff_supply"),
)

TRANSFERS = Table(
    "transfers",
    "People who may move to another location.",
    (
        LOCATION,
        Column("to_location", Kind.LABEL, "the location that they move to", references="locations.location"),
        GROUP,
        *_INTAKES,
        Column("most", Kind.WHOLE, "people who move at one time, at most", "people", minimum=0, maximum=MOST_PEOPLE),
        _COURSE,
        Column("cost", Kind.NUMBER, "cost of moving one person", "euro", minimum=0),
    ),
    key=("location", "to_location", "group", "first"),
    required=False,
    rules=("transfer_limit", "staff_supply"),
)

TRANSFER_LIMITS = Table(
    "transfer_limits",
    "How many of a location's people may move away in any four weeks.",
    (
        LOCATION,
        Column("share", Kind.NUMBER, "share of the people in service there", "share", minimum=0, maximum=1),
    ),
    key=("location",),
    required=False,
    rules=("transfer_limit",),
)
