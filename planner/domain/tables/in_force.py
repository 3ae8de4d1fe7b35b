"""The plan in force, against which a plan is made again: its staff-days, and who has been told to start or to open."""

from planner.domain.column import Column, Kind
from planner.domain.intakes import KINDS
from planner.domain.table import Table
from planner.domain.tables.columns import GROUP, LOCATION, MOST_PEOPLE, STAGE, STREAM

IN_FORCE = Table(
    "in_force",
    "The plan in force, of which `[replanning]` in instance.toml says how much stands: staff-days by week and work, "
    "the parts `+` and `!` of a stream together. What is left out is zero.",
    (
        Column("week", Kind.WEEK, "the week"),
        LOCATION,
        GROUP,
        Column(
            "team",
            Kind.LABEL,
            "the specialised team; empty outside teams",
            references="teams.team",
            optional=True,
        ),
        STREAM,
        STAGE,
        Column("staff_days", Kind.WHOLE, "staff-days put on the work", "staff-days", minimum=0),
    ),
    key=("week", "location", "group", "team", "stream", "stage"),
    required=False,
    provenance=False,
    rules=("frozen_weeks", "plan_stability"),
)

TOLD_INTAKES = Table(
    "told_intakes",
    "People who have been told that they start in a week of the horizon, as the plan in force has it: so many do, or "
    "as many as their row still allows. 0 where nobody starts. Classes that are not named here are free.",
    (
        Column("week", Kind.WEEK, "the week in which they start"),
        Column("kind", Kind.CHOICE, "whether they are hired, retrained or moved", choices=KINDS),
        LOCATION,
        GROUP,
        Column(
            "from_location",
            Kind.LABEL,
            "the location that they leave; empty for newcomers",
            references="locations.location",
            optional=True,
        ),
        Column(
            "from_group",
            Kind.LABEL,
            "the group that they leave; empty for newcomers",
            references="groups.group",
            optional=True,
        ),
        Column("people", Kind.WHOLE, "people who start", "people", minimum=0, maximum=MOST_PEOPLE),
    ),
    key=("week", "kind", "location", "group", "from_location", "from_group"),
    required=False,
    provenance=False,
    rules=("hiring_intake",),
)

TOLD_TEAMS = Table(
    "told_teams",
    "Specialised teams whose people have been told whether it is open in a block of weeks, as the plan in force has "
    "it. Blocks that are not named here are free.",
    (
        Column("team", Kind.LABEL, "the team", references="teams.team"),
        Column("week", Kind.WEEK, "the week with which the block begins"),
        Column("open", Kind.YESNO, "whether it is open then"),
    ),
    key=("team", "week"),
    required=False,
    provenance=False,
    rules=("specialised_team",),
)
