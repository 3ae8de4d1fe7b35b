"""The plan in force, against which a plan is made again."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import GROUP, LOCATION, STAGE, STREAM

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
