"""No more hearing hours are held by video than a share of those of the whole country."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, week_labels
from planner.formulation.draft import Draft, Ids


def add(draft: Draft, f: Figures, flow: FlowColumns, remote: Ids, name: str = "remote_hearings") -> None:
    """Sum over l of remote[l,t] <= share x sum over hearings n of interpreter hours[n,t] x y[n,t], in hours.

    The hours of the country are counted with the no-show of each stream, as interpreters are booked.
    """
    places = remote[:, 0] >= 0
    if not places.any():
        return
    rows = draft.rows(name, (week_labels(f),), upper=0.0)
    draft.put(rows, remote[places], 1.0)
    hearings = f.hearing_tasks
    draft.put(rows, flow.finished[hearings], -f.remote_share * f.interpreter_hours[hearings])
