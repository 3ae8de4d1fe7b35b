"""Cases flow from stage to stage; nothing is lost or invented."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT
from planner.formulation.columns import (
    FlowColumns,
    Sites,
    StaffColumns,
    stream_labels,
    task_labels,
    week_labels,
    work_labels,
)
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """Cases that wait for a task, in cases.

    waiting[n,t] = waiting[n,t-1] + entries[n,t] + (1 - share) x y[before n, t - lag] + share x y[source, t - lag]
                   - withdrawn[n,t] - y[n,t]

    and the same for a stream as a whole, `open_cases`, which leaves out the steps inside it.
    """
    _stages(draft, f, flow)
    _streams(draft, f, flow)


def add_places(draft: Draft, f: Figures, where: Sites, flow: FlowColumns, staff: StaffColumns) -> None:
    """Sum over the parts k of a stream of y[k,s,t] = sum over l of y[l,w,t], in cases.

    Which of them a place does is open: any share of its cases will do.
    """
    rows = draft.rows("case_balance_places", (work_labels(f), week_labels(f)), lower=0.0, upper=0.0)
    draft.put(rows[f.work_of_task], flow.finished, 1.0)
    draft.put(rows[where.work], staff.done, -1.0)


def _stages(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    known = np.zeros((len(f.tasks), len(f.weeks)))
    known[f.entry] += (f.arrivals - f.withdrawn_stock) / UNIT
    known[:, 0] += f.opening / UNIT
    known += f.joining / UNIT
    rows = draft.rows("case_balance", (task_labels(f), week_labels(f)), lower=known, upper=known)
    draft.put(rows, flow.waiting, 1.0)
    draft.put(rows[:, 1:], flow.waiting[:, :-1], -1.0)
    draft.put(rows, flow.finished, 1.0)
    for conversion in f.conversions:
        share = conversion.share / SHARE_UNIT
        later, earlier = _shifted(len(f.weeks), conversion.lag)
        draft.put(rows[conversion.target, later], flow.finished[conversion.source, earlier], -share)
    for n in np.flatnonzero(f.following >= 0):
        later, earlier = _shifted(len(f.weeks), int(f.lag[n]))
        draft.put(rows[f.following[n], later], flow.finished[n, earlier], -f.stays[n])


def _streams(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    known = (f.arrivals - f.withdrawn_stock + f.entering_streams()) / UNIT
    np.add.at(known[:, 0], f.stream_of_task, f.open_at_start / UNIT)
    rows = draft.rows("case_balance_stream", (stream_labels(f), week_labels(f)), lower=known, upper=known)
    draft.put(rows, flow.open_cases, 1.0)
    draft.put(rows[:, 1:], flow.open_cases[:, :-1], -1.0)
    draft.put(rows, flow.finished[f.final], 1.0)
    for conversion in f.conversions:
        share = conversion.share / SHARE_UNIT
        source = f.stream_of_task[conversion.source]
        if f.following[conversion.source] >= 0:
            draft.put(rows[source], flow.finished[conversion.source], share)
        later, earlier = _shifted(len(f.weeks), conversion.lag)
        target = f.stream_of_task[conversion.target]
        draft.put(rows[target, later], flow.finished[conversion.source, earlier], -share)


def _shifted(weeks: int, lag: int) -> tuple[slice, slice]:
    """The weeks that feel what happened `lag` weeks before, and the weeks in which it happened."""
    return slice(lag, None), slice(None, max(weeks - lag, 0))
