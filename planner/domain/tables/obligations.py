"""What is owed to others: agreed production, dates set by courts, a first group by a date."""

from planner.domain.column import Column, Kind
from planner.domain.stages import STAGES
from planner.domain.table import Table
from planner.domain.tables.columns import READY, STREAM

AGREEMENTS = Table(
    "agreements",
    "Agreed production: first decisions of a track in a budget year. A week counts whole for the period that "
    "holds its Monday (the first day of the horizon, for the week that holds it); of a period that is partly "
    "outside the horizon the agreed cases count by the days inside it.",
    (
        Column("track", Kind.LABEL, "the track or procedure", references="streams.track"),
        Column("first", Kind.DATE, "first day of the budget year"),
        Column("last", Kind.DATE, "last day of the budget year"),
        Column("cases", Kind.NUMBER, "first decisions agreed for the whole period", "cases", minimum=0),
        Column(
            "decided_before",
            Kind.NUMBER,
            "of those, decided before the horizon; empty: in proportion to the days of the period before it",
            "cases",
            minimum=0,
            optional=True,
        ),
    ),
    key=("track", "first"),
    required=False,
    rules=("yearly_agreement",),
)

COURT_DATES = Table(
    "court_dates",
    "Cases of the opening stock for which a court has set a date, or is expected to. They become a stream of their "
    "own with `!` behind its name, and are taken from the stock that waits for the stage, the rows lodged first "
    "before all others.",
    (
        STREAM,
        Column("stage", Kind.CHOICE, "the stage that they wait for at the start", choices=STAGES),
        Column("due_week", Kind.WEEK, "the last week that ends on the date or before"),
        Column("cases", Kind.NUMBER, "cases to be decided by then", "cases", minimum=0),
        READY,
    ),
    key=("stream", "stage", "ready", "due_week"),
    required=False,
    rules=("court_deadline",),
)

PENALTIES = Table(
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
)

START_GROUP = Table(
    "start_group",
    "Streams of which a share of the opening stock, less withdrawals, is decided by a date. Decisions count to the "
    "end of the last whole week that ends on or before it.",
    (
        STREAM,
        Column("date", Kind.DATE, "the date"),
        Column("share", Kind.NUMBER, "share of the opening stock", "share", minimum=0, maximum=1),
    ),
    key=("stream", "date"),
    required=False,
    rules=("start_group",),
)
