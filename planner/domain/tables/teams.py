"""Specialised teams."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import LOCATION, MOST_PEOPLE

TEAMS = Table(
    "teams",
    "Specialised teams that may be opened: staff of a location who do one category of cases and nothing else.",
    (
        Column("team", Kind.LABEL, "short name of the team"),
        LOCATION,
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
)

OPEN_TEAMS = Table(
    "open_teams",
    "Specialised teams that are open when the horizon starts. They stay so to the end of the block of weeks that "
    "is running, cost nothing to open, and their age counts for their shortest life and their learning.",
    (
        Column("team", Kind.LABEL, "the team", references="teams.team"),
        Column("since", Kind.WEEK, "the week in which it opened"),
    ),
    key=("team",),
    required=False,
    rules=("specialised_team",),
)

TEAM_LIMITS = Table(
    "team_limits",
    "How many specialised teams a location can have open at a time.",
    (
        LOCATION,
        Column("teams", Kind.WHOLE, "teams that are open, at most", "teams", minimum=0),
    ),
    key=("location",),
    required=False,
    rules=("specialised_team",),
)
