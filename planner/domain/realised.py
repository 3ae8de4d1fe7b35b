"""What a closed week was planned to be and what became of it: the evidence from which plans and figures are judged."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.column import Column, Kind
from planner.domain.stages import STAGES
from planner.domain.table import Table
from planner.domain.weeks import Week

LODGED, WITHDRAWN, FINISHED, OUTPUT, NO_SHOW = "lodged", "withdrawn", "finished", "output", "no_show"

ABOUT = {
    LODGED: "cases lodged, by stream",
    WITHDRAWN: "cases withdrawn, by stream",
    FINISHED: "cases that finished a stage, by stream and stage",
    OUTPUT: "hours of finished cases, at the instance's hours per case, for each staff-day worked",
    NO_SHOW: "share of the appointments for a hearing to which nobody came, by stream",
}
"""Every figure that is compared."""

REALISED = Table(
    "realised",
    "Plan against actual, by closed week.",
    (
        Column("week", Kind.WEEK, "the week"),
        Column("figure", Kind.CHOICE, "what is compared", choices=tuple(ABOUT)),
        Column("stream", Kind.LABEL, "the stream", optional=True),
        Column("stage", Kind.CHOICE, "the stage", choices=STAGES, optional=True),
        Column("planned", Kind.NUMBER, "as the plan in force had it"),
        Column("actual", Kind.NUMBER, "as it happened"),
        Column("correction", Kind.NUMBER, "cases by which the state was corrected", "cases", default="0"),
    ),
    key=("week", "figure", "stream", "stage"),
    required=False,
    provenance=False,
)
"""The file `week/realised.csv` of a weekly run."""


@dataclass(frozen=True)
class Realised:
    """One row of the table."""

    week: Week
    figure: str
    stream: str | None
    stage: str | None
    planned: float
    actual: float
    correction: float = 0.0
