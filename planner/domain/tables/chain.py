"""Partners in the chain, and what decisions bring them."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import STREAM

DRIVERS = ("decision", "grant", "refusal", "appeal", "return", "hearing", "open")
"""What can bring work to a partner in the chain."""

OUTCOMES = Table(
    "outcomes",
    "What first decisions lead to, from a date on: it holds for the weeks that begin on the date or later, until "
    "the next row of the stream. Before the first row, and for a stream without rows, nothing is granted, appealed "
    "or returned.",
    (
        STREAM,
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
)

CHAIN = Table(
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
)

CHAIN_LOADS = Table(
    "chain_loads",
    "What brings work to a partner: so much for each case of a kind, so many weeks later. What happened before the "
    "horizon brings nothing but what `chain_before` says.",
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
)

CHAIN_BEFORE = Table(
    "chain_before",
    "What happened before the horizon and still brings work to a partner in a week of it.",
    (
        Column("partner", Kind.LABEL, "the partner", references="chain.partner"),
        Column("week", Kind.WEEK, "the week in which it comes"),
        Column("load", Kind.NUMBER, "load that it brings", "the partner's", minimum=0),
    ),
    key=("partner", "week"),
    required=False,
    rules=("chain_capacity",),
)
