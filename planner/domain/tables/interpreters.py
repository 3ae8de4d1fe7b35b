"""Interpreters, and the streams that need them."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import STREAM

INTERPRETERS = Table(
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
)

LANGUAGES = Table(
    "languages",
    "Which language pools a stream's hearings need.",
    (
        STREAM,
        Column("language", Kind.LABEL, "the language pool", references="interpreters.language"),
        Column("share", Kind.NUMBER, "share of the stream's hearing hours", "share", minimum=0, maximum=1),
    ),
    key=("stream", "language"),
    required=False,
    rules=("interpreters",),
)
