"""Cases that are not screened, as a part of their preparation, within the time for it are late."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.domain.stages import STAGES
from planner.formulation.columns import FlowColumns
from planner.formulation.draft import Draft
from planner.formulation.stage_in_time import add_stage_in_time


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Cases of k that wait for preparation at the end of t - screening_late[k,t] <= cases of k not due for it by t."""
    add_stage_in_time(
        draft,
        f,
        flow,
        "early_screening",
        curve=f.deadlines.screening,
        stage=STAGES.index("preparation"),
        late=flow.screening_late,
    )
