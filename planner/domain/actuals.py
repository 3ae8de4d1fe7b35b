"""What really happened in a week, as rows of one file: cases, people, and what is expected from now on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.column import Column, Kind
from planner.domain.stages import STAGES
from planner.domain.table import Table
from planner.domain.weeks import Week

LODGED, WITHDRAWN, FINISHED, CONVERTED = "lodged", "withdrawn", "finished", "converted"
OPEN, AGED, PEOPLE, STAFF_DAYS = "open", "open_aged", "people", "staff_days"
NO_SHOW, COURT, INFLOW = "no_show", "court", "inflow"

FIGURES: dict[str, tuple[tuple[str, ...], str]] = {
    LODGED: (("stream",), "cases lodged in the week, those withdrawn at once included"),
    WITHDRAWN: (("stream",), "cases withdrawn in the week, at lodging or before preparation"),
    FINISHED: (("stream", "stage"), "cases that finished the stage in the week"),
    CONVERTED: (("stream", "stage", "to_stream"), "of those, the ones that went over to the other stream"),
    OPEN: (("stream", "stage"), "cases that wait for the stage, or are on their way to it, when the week ends"),
    AGED: (("stream", "first", "last"), "open cases of the stream lodged from the first day to the last"),
    PEOPLE: (("location", "group"), "people in service when the week ends, newcomers included, in FTE"),
    STAFF_DAYS: (("location", "group"), "staff-days worked on cases in the week"),
    NO_SHOW: (("stream",), "appointments for a hearing to which nobody came"),
    COURT: (("stream", "stage", "due_week"), "open cases for which a court has set the week, in the week"),
    INFLOW: (("stream", "first", "last"), "a new forecast: cases lodged from the first day to the last"),
}
"""Every figure: the columns that it needs, and what it counts."""

MOST = 10_000_000
"""Of anything in a week."""

WHERE = ("stream", "stage", "to_stream", "location", "group", "first", "last", "due_week")
"""The columns that say what a figure is about; each figure has its own."""

ACTUALS = Table(
    "actuals",
    "What happened in a week, and what is expected from now on.",
    (
        Column("week", Kind.WEEK, "the week that has passed"),
        Column("figure", Kind.CHOICE, "what is counted", choices=tuple(FIGURES)),
        Column("stream", Kind.LABEL, "the stream, its parts together", optional=True),
        Column("stage", Kind.CHOICE, "the stage", choices=STAGES, optional=True),
        Column("to_stream", Kind.LABEL, "the stream to which cases went over", optional=True),
        Column("location", Kind.LABEL, "the location", optional=True),
        Column("group", Kind.LABEL, "the staff group", optional=True),
        Column("first", Kind.DATE, "first day of lodging", optional=True),
        Column("last", Kind.DATE, "last day of lodging", optional=True),
        Column("due_week", Kind.WEEK, "the last week that ends on the date or before", optional=True),
        Column("number", Kind.NUMBER, "how many", "the figure's", minimum=0, maximum=MOST),
    ),
    key=("week", "figure", *WHERE),
    required=False,
    provenance=False,
)
"""The table of the file that `planner week` reads and `planner generate --actuals` writes."""


@dataclass(frozen=True)
class Actual:
    """One row of the table."""

    week: Week
    figure: str
    number: float
    stream: str | None = None
    stage: str | None = None
    to_stream: str | None = None
    location: str | None = None
    group: str | None = None
    first: date | None = None
    last: date | None = None
    due_week: Week | None = None
