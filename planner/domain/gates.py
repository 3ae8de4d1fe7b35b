"""Gates that a plan beside the one in force has to pass, and the register of measures: what each was to bring."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.column import Column, Kind
from planner.domain.realised import ABOUT
from planner.domain.stages import STAGES
from planner.domain.table import Table
from planner.domain.weeks import Week

AT_MOST, AT_LEAST, SAME = OPERATORS = ("at most", "at least", "same")

GATES = Table(
    "gates",
    "What a plan beside the one in force has to keep to.",
    (
        Column("metric", Kind.TEXT, "a level, a target or an indicator of a run, or seconds"),
        Column("operator", Kind.CHOICE, "how it is held against that of the plan in force", choices=OPERATORS),
        Column("tolerance", Kind.NUMBER, "what it may miss that by", "the metric's", minimum=0, default="0"),
        Column(
            "tolerance_share",
            Kind.NUMBER,
            "the same as a share of the plan in force; the larger of the two holds",
            "share",
            minimum=0,
            default="0",
        ),
    ),
    key=("metric", "operator"),
    required=False,
    provenance=False,
)
"""The file of `planner week --shadow --gate`."""

MEASURES = Table(
    "measures",
    "Measures of the service: what each was to change, and from when.",
    (
        Column("measure", Kind.LABEL, "short name of the measure"),
        Column("since", Kind.WEEK, "the week from which it works"),
        Column("figure", Kind.CHOICE, "what it is to change", choices=tuple(ABOUT)),
        Column("stream", Kind.LABEL, "the stream; empty for figures without one", optional=True),
        Column("stage", Kind.CHOICE, "the stage; empty for figures without one", choices=STAGES, optional=True),
        Column("expected", Kind.NUMBER, "by which share the weekly mean was to change", "share"),
    ),
    key=("measure", "figure", "stream", "stage"),
    required=False,
    provenance=False,
)
"""The file of `planner history measures`."""


@dataclass(frozen=True)
class Gate:
    """One row of the table of gates."""

    metric: str
    operator: str
    tolerance: float = 0.0
    tolerance_share: float = 0.0

    def passed(self, value: float, reference: float) -> bool:
        """Whether a value may stand beside that of the plan in force."""
        room = max(self.tolerance, self.tolerance_share * abs(reference))
        above, below = value <= reference + room, value >= reference - room
        return {AT_MOST: above, AT_LEAST: below, SAME: above and below}[self.operator]


@dataclass(frozen=True)
class Measure:
    """One row of the register."""

    measure: str
    since: Week
    figure: str
    expected: float
    stream: str | None = None
    stage: str | None = None
