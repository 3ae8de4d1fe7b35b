"""A share of the start group is decided by a date."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT
from planner.formulation.columns import FlowColumns, start_group_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Sum over weeks t up to the date of done[k,t] + start_group_missed[k,date] >= share x (opening - withdrawn)[k].

    In cases. Done is what finishes the last stage, and what goes over to another stream before it.
    """
    own = f.start_group
    rows = draft.rows("start_group", (start_group_labels(f),), lower=own.asked / UNIT)
    draft.put(rows, flow.start_group_missed, 1.0)
    for row, k, week in zip(rows, own.stream, own.week, strict=True):
        draft.put(row, flow.finished[f.final[k], : week + 1], 1.0)
        for conversion in f.conversions:
            if f.stream_of_task[conversion.source] == k and conversion.source != f.final[k]:
                draft.put(row, flow.finished[conversion.source, : week + 1], conversion.share / SHARE_UNIT)
