"""The columns of the model: the decisions of its section 2 and the quantities that follow from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.formulation.draft import Draft, Ids


@dataclass(frozen=True)
class FlowColumns:
    """National flows of cases, in cases. Streams without a due week have no lateness: their ids are -1."""

    finished: Ids  # N x T, y summed over locations
    waiting: Ids  # N x T, cases that wait for the task at the end of the week
    open_cases: Ids  # K x T, all open cases of the stream at the end of the week, between stages included
    late: Ids  # K x T, past the planned due week
    reaction_late: Ids  # K x T, not heard within the lane's time
    left: Ids  # K, old cases without a first decision at the clearance date
    agreement_missed: Ids  # A, first decisions short of each agreement
    start_group_missed: Ids  # G, cases of the start group not done by their date
    uneven_decisions: Ids  # T, decisions by which the week differs too much from the one before, -1 where none counts
    chain_excess: Ids  # P x T, load of a partner above its signal value, -1 for partners without one


@dataclass(frozen=True)
class Sites:
    """Where tasks are done: S pairs of a location and a task that someone there may do; `arc_site` for each arc."""

    location: Ids  # S
    task: Ids  # S
    arc_site: Ids  # A


@dataclass(frozen=True)
class StaffColumns:
    """Local staff and work: staff-days in days, cases in cases."""

    staff_days: Ids  # A x T, x, whole
    done: Ids  # S x T, y


def sites(f: Figures) -> Sites:
    """The locations at which each task is done, in the order of location, then task."""
    width = len(f.tasks)
    cell = f.supply.location[f.arc_pair] * width + f.arc_task
    found, arc_site = np.unique(cell, return_inverse=True)
    return Sites(found // width, found % width, arc_site)


def week_labels(f: Figures) -> list[str]:
    """The weeks as they stand in the names of rows and columns."""
    return [str(week) for week in f.weeks]


def stream_labels(f: Figures) -> list[str]:
    """The streams as they stand in the names of rows and columns."""
    return [stream.name for stream in f.streams]


def task_labels(f: Figures) -> list[str]:
    """The tasks as `stream,stage`."""
    return [f"{stream},{stage}" for stream, stage in f.task_names]


def pair_labels(f: Figures) -> list[str]:
    """The pairs as `location,group`."""
    return [f"{location},{group}" for location, group in f.supply.names]


def agreement_labels(f: Figures) -> list[str]:
    """The agreements as `track,first day`."""
    return [f"{track},{first}" for track, first in f.agreements.names]


def start_group_labels(f: Figures) -> list[str]:
    """The dates of the start group as `stream,date`."""
    return [f"{stream},{date}" for stream, date in f.start_group.names]


def site_labels(f: Figures, where: Sites) -> list[str]:
    """The sites as `location,stream,stage`."""
    locations, tasks = [row.location for row in f.instance.locations], task_labels(f)
    return [f"{locations[place]},{tasks[n]}" for place, n in zip(where.location, where.task, strict=True)]


def _uneven(draft: Draft, f: Figures) -> Ids:
    """A column for each week that is held against the one before."""
    ids, weeks = np.full(len(f.weeks), -1, dtype=np.intp), week_labels(f)
    chosen = f.smoothing.weeks
    if len(chosen):
        most = (1 + f.smoothing.share) * (f.opening.sum() + f.lodged.sum()) / UNIT
        ids[chosen] = draft.columns("uneven_decisions", ([weeks[t] for t in chosen],), upper=most * len(f.streams))
    return ids


def _chain_excess(draft: Draft, f: Figures) -> Ids:
    """A column for each week of the partners with a signal, bounded by what all cases at once would bring."""
    own, weeks = f.chain, week_labels(f)
    ids = np.full((len(own.names), len(weeks)), -1, dtype=np.intp)
    if len(own.signalled):
        most = np.zeros(len(own.names))
        np.add.at(most, own.partner, f.chain_per_finished.max(axis=2, initial=0.0).sum(axis=1) + own.per_open)
        most *= (f.opening.sum() + f.lodged.sum()) / UNIT
        ids[own.signalled] = draft.columns(
            "chain_excess",
            ([own.names[p] for p in own.signalled], weeks),
            upper=most[own.signalled][:, np.newaxis],
        )
    return ids


def flow_columns(draft: Draft, f: Figures) -> FlowColumns:
    """Adds the national flows; lateness only where there is a due week, `left` only for old streams."""
    weeks, streams, tasks = week_labels(f), stream_labels(f), task_labels(f)

    def some(name: str, chosen: np.ndarray, over_weeks: bool) -> Ids:
        shape = (len(streams), len(weeks)) if over_weeks else (len(streams),)
        ids = np.full(shape, -1, dtype=np.intp)
        axis = [streams[k] for k in chosen]
        if axis:
            ids[chosen] = draft.columns(name, (axis, weeks) if over_weeks else (axis,))
        return ids

    return FlowColumns(
        finished=draft.columns("finished", (tasks, weeks)),
        waiting=draft.columns("waiting", (tasks, weeks)),
        open_cases=draft.columns("open_cases", (streams, weeks)),
        late=some("late", np.flatnonzero(f.deadlines.planned.bound), True),
        reaction_late=some("reaction_late", np.flatnonzero(f.deadlines.reaction.bound), True),
        left=some("left", np.flatnonzero(f.old), False),
        agreement_missed=draft.columns("agreement_missed", (agreement_labels(f),), upper=f.agreements.agreed / UNIT),
        start_group_missed=draft.columns(
            "start_group_missed", (start_group_labels(f),), upper=f.start_group.asked / UNIT
        ),
        uneven_decisions=_uneven(draft, f),
        chain_excess=_chain_excess(draft, f),
    )


def staff_columns(draft: Draft, f: Figures, where: Sites) -> StaffColumns:
    """Adds staff and local work. Rule `skills`: staff-days exist on arcs, and cases at sites, only."""
    weeks, tasks, pairs = week_labels(f), task_labels(f), pair_labels(f)
    arcs = [f"{pairs[m]},{tasks[n]}" for m, n in zip(f.arc_pair, f.arc_task, strict=True)]
    return StaffColumns(
        staff_days=draft.columns("staff_days", (arcs, weeks), whole=True),
        done=draft.columns("done", (site_labels(f, where), weeks)),
    )
