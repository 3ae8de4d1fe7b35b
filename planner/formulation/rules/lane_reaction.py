"""Cases of a lane that are not heard within its time are late."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.domain.stages import STAGES
from planner.formulation.columns import FlowColumns
from planner.formulation.draft import Draft
from planner.formulation.stage_in_time import add_stage_in_time


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Cases of k not heard at the end of t - reaction_late[k,t] <= cases of k whose hearing is not due by t.

    Not heard: waiting for preparation, on the way to the hearing, or waiting for it.
    """
    add_stage_in_time(
        draft,
        f,
        flow,
        "lane_reaction",
        curve=f.deadlines.reaction,
        stage=STAGES.index("hearing"),
        late=flow.reaction_late,
    )
