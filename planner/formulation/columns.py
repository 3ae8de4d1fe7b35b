"""The columns of the model: the decisions of its section 2 and the quantities that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.intakes import KINDS, MOVE, RETRAIN
from planner.domain.teams import CLOSED, TOLD_CLOSED, TOLD_OPEN
from planner.formulation.draft import Draft, Ids


@dataclass(frozen=True)
class FlowColumns:
    """National flows of cases, in cases. Streams without a due week have no lateness: their ids are -1."""

    finished: Ids  # N x T, y summed over locations
    waiting: Ids  # N x T, cases that wait for the task at the end of the week
    open_cases: Ids  # K x T, all open cases of the stream at the end of the week, between stages included
    late: Ids  # K x T, past the planned due week
    reaction_late: Ids  # K x T, not heard within the lane's time
    screening_late: Ids  # K x T, preparation not finished within the time for screening
    left: Ids  # K, old cases without a first decision at the clearance date
    beds_excess: Ids  # L x T, stays above the process beds; -1 without them, and everywhere where work has no place
    agreement_missed: Ids  # A, first decisions short of each agreement
    start_group_missed: Ids  # G, cases of the start group not done by their date
    uneven_decisions: Ids  # T, decisions by which the week differs too much from the one before, -1 where none counts
    chain_excess: Ids  # P x T, load of a partner above its signal value, -1 for partners without one


@dataclass(frozen=True)
class Sites:
    """Where work is done: S pairs of a location and a work that someone there may do; `arc_site` for each arc.

    `task` is the first task of the work: all of them have its hours.
    """

    location: Ids  # S
    work: Ids  # S
    task: Ids  # S
    arc_site: Ids  # A


@dataclass(frozen=True)
class StaffColumns:
    """Local staff and work: staff-days in days, cases in cases."""

    staff_days: Ids  # A x T, x, whole
    done: Ids  # S x T, y summed over the parts of a stream
    remote: Ids  # L x T, hearing hours by video; -1 where there is none


@dataclass(frozen=True)
class PeopleColumns:
    """People who start, and what changes with them. Where there is no choice the ids are -1.

    `to_date` are the whole staff-days supplied from the start of the horizon.
    """

    started: Ids  # D, people
    to_date: Ids  # M x T, whole staff-days
    overtime: Ids  # M x T, staff-days


def sites(f: Figures) -> Sites:
    """The locations at which each work is done, in the order of location, then work."""
    width = len(f.works)
    cell = f.supply.location[f.arc_pair] * width + f.arc_work
    found, arc_site = np.unique(cell, return_inverse=True)
    return Sites(found // width, found % width, f.task_of_work[found % width], arc_site)


def people_columns(draft: Draft, f: Figures) -> PeopleColumns:
    """Adds people who start, whole staff-days to date of the pairs that they join or leave, and overtime."""
    weeks, pairs = week_labels(f), pair_labels(f)
    to_date = _of_pairs(draft, "days_to_date", pairs, weeks, np.flatnonzero(f.supply.undecided), whole=True)
    paid = np.flatnonzero((f.supply.overtime_share > 0).any(axis=1))
    return PeopleColumns(intake_columns(draft, f), to_date, _of_pairs(draft, "overtime", pairs, weeks, paid))


def intake_columns(draft: Draft, f: Figures) -> Ids:
    """Adds people who start with each intake (D), whole, at most the size of its class; just those who were told."""
    own = f.supply.intakes
    started = np.full(len(own), -1, dtype=np.intp)
    labels = [_intake_label(*names) for names in own.labels(f.supply.names, f.weeks)]
    for kind in KINDS:
        chosen = own.of_kind(kind)
        if len(chosen):
            started[chosen] = draft.columns(
                kind, ([labels[d] for d in chosen],), lower=own.least[chosen], upper=own.most[chosen], whole=True
            )
    return started


def _intake_label(week: str, kind: str, location: str, group: str, from_location: str, from_group: str) -> str:
    """As in hire[l,g,t], retrain[l,g,g',t] and move[l,l',g,t]."""
    if kind == RETRAIN:
        return f"{location},{from_group},{group},{week}"
    return ",".join((from_location, location, group, week) if kind == MOVE else (location, group, week))


def _of_pairs(draft: Draft, name: str, pairs: list[str], weeks: list[str], chosen: Ids, *, whole: bool = False) -> Ids:
    ids = np.full((len(pairs), len(weeks)), -1, dtype=np.intp)
    if len(chosen):
        ids[chosen] = draft.columns(name, ([pairs[m] for m in chosen], weeks), whole=whole)
    return ids


@dataclass(frozen=True)
class TeamColumns:
    """For each block of weeks of each team, team by team (F in all): whether it is open, has learned, has opened."""

    team: Ids  # F
    block: Ids  # F
    is_open: Ids  # F, 0 or 1
    learned: Ids  # F, 0 or 1
    opened: Ids  # F, 0 or 1

    def at(self, f: Figures, ids: Ids) -> Ids:
        """Z x T: the column of each week, -1 where the team cannot be open."""
        found = np.full(f.teams.block.shape, -1, dtype=np.intp)
        for z, block, column in zip(self.team, self.block, ids, strict=True):
            found[z, f.teams.block[z] == block] = column
        return found


def team_columns(draft: Draft, f: Figures, *, choices: bool = True) -> TeamColumns:
    """Adds the columns of teams; without `choices` they stand still as the figures say."""
    own = f.teams
    team = np.repeat(np.arange(len(own)), own.blocks)
    block = np.concatenate([np.arange(count) for count in own.blocks]).astype(np.intp) if len(own) else team
    starts = np.concatenate(own.starts) if len(own) else team
    labels = team_block_labels(f, team, block)
    age = np.maximum(own.age, 0)[team]
    must = (own.age[team] != CLOSED) & (block < np.maximum(own.life[team] - age, own.running[team]))
    told = own.told[team, starts] if len(team) else team
    must |= told == TOLD_OPEN
    is_open = np.where(told == TOLD_CLOSED, 0.0, 1.0)
    lower, learned = np.zeros(len(team)), (block + age >= own.learning[team]).astype(float)
    opened = np.ones(len(team))
    if not choices:
        is_open = f.team_open[team, starts].astype(float)
        learned = own.learned(f.team_open)[team, starts].astype(float)
        opened = is_open
    if not len(team):
        return TeamColumns(team, block, team, team, team)
    return TeamColumns(
        team,
        block,
        draft.columns(
            "team_open", (labels,), lower=must.astype(float) if choices else is_open, upper=is_open, whole=True
        ),
        draft.columns("team_learned", (labels,), lower=lower if choices else learned, upper=learned, whole=True),
        draft.columns("team_opened", (labels,), upper=opened, whole=True),
    )


@dataclass(frozen=True)
class Supports:
    """H limits on support: a site, a share, and the arcs that may deliver more than that share there (H x A)."""

    site: Ids
    share: Numbers
    others: NDArray[np.bool_]


def supports(f: Figures, where: Sites) -> Supports:
    """Each site with each share below 1 that a group there has, in the order of site, then share."""
    chosen = np.flatnonzero(f.arc_most_share < 1)
    pairs = np.unique(np.column_stack([where.arc_site[chosen], f.arc_most_share[chosen]]), axis=0)
    site, share = pairs[:, 0].astype(np.intp), pairs[:, 1]
    others = (where.arc_site == site[:, np.newaxis]) & (f.arc_most_share > share[:, np.newaxis])
    return Supports(site, share, others)


def week_labels(f: Figures) -> list[str]:
    """The weeks as they stand in the names of rows and columns."""
    return [str(week) for week in f.weeks]


def stream_labels(f: Figures) -> list[str]:
    """The streams as they stand in the names of rows and columns."""
    return [stream.name for stream in f.streams]


def task_labels(f: Figures) -> list[str]:
    """The tasks as `stream,stage`."""
    return [f"{stream},{stage}" for stream, stage in f.task_names]


def work_labels(f: Figures) -> list[str]:
    """The works as `stream,stage`."""
    return [f"{stream},{stage}" for stream, stage in f.works]


def pair_labels(f: Figures) -> list[str]:
    """The pairs as `location,group`."""
    return [f"{location},{group}" for location, group in f.supply.names]


def arc_labels(f: Figures) -> list[str]:
    """The arcs as `location,group,stream,stage`, inside a team with its name, and whether it has learned."""
    works, pairs = work_labels(f), pair_labels(f)
    names = ("", *(f",{name}" for name in f.teams.name))
    return [
        f"{pairs[m]},{works[w]}{names[z + 1]}{',learned' if learned else ''}"
        for m, w, z, learned in zip(f.arc_pair, f.arc_work, f.arc_team, f.arc_learned, strict=True)
    ]


def location_labels(f: Figures) -> list[str]:
    """The locations as they stand in the names of rows and columns."""
    return [row.location for row in f.instance.locations]


def team_block_labels(f: Figures, team: Ids, block: Ids) -> list[str]:
    """Blocks of weeks of teams as `team,first week`."""
    own = f.teams
    return [f"{own.name[z]},{f.weeks[own.starts[z][b]]}" for z, b in zip(team, block, strict=True)]


def agreement_labels(f: Figures) -> list[str]:
    """The agreements as `track,first day`."""
    return [f"{track},{first}" for track, first in f.agreements.names]


def start_group_labels(f: Figures) -> list[str]:
    """The dates of the start group as `stream,date`."""
    return [f"{stream},{date}" for stream, date in f.start_group.names]


def site_labels(f: Figures, where: Sites) -> list[str]:
    """The sites as `location,stream,stage`."""
    locations, works = location_labels(f), work_labels(f)
    return [f"{locations[place]},{works[w]}" for place, w in zip(where.location, where.work, strict=True)]


def _uneven(draft: Draft, f: Figures) -> Ids:
    """A column for each week that is held against the one before."""
    ids, weeks = np.full(len(f.weeks), -1, dtype=np.intp), week_labels(f)
    chosen = f.smoothing.weeks
    if len(chosen):
        most = (1 + f.smoothing.share) * (f.all_cases + f.smoothing.before / UNIT)
        ids[chosen] = draft.columns("uneven_decisions", ([weeks[t] for t in chosen],), upper=most * len(f.streams))
    return ids


def _chain_excess(draft: Draft, f: Figures) -> Ids:
    """A column for each week of the partners with a signal, bounded by what all cases at once would bring."""
    own, weeks = f.chain, week_labels(f)
    ids = np.full((len(own.names), len(weeks)), -1, dtype=np.intp)
    if len(own.signalled):
        most = np.zeros(len(own.names))
        np.add.at(most, own.partner, f.chain_per_finished.max(axis=2, initial=0.0).sum(axis=1) + own.per_open)
        most = most[:, np.newaxis] * f.all_cases + own.before
        ids[own.signalled] = draft.columns(
            "chain_excess",
            ([own.names[p] for p in own.signalled], weeks),
            upper=most[own.signalled],
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
        screening_late=some("screening_late", np.flatnonzero(f.deadlines.screening.bound), True),
        left=some("left", np.flatnonzero(f.old), False),
        beds_excess=np.full((len(f.instance.locations), len(weeks)), -1, dtype=np.intp),
        agreement_missed=draft.columns("agreement_missed", (agreement_labels(f),), upper=f.agreements.agreed / UNIT),
        start_group_missed=draft.columns(
            "start_group_missed", (start_group_labels(f),), upper=f.start_group.asked / UNIT
        ),
        uneven_decisions=_uneven(draft, f),
        chain_excess=_chain_excess(draft, f),
    )


def with_beds_excess(draft: Draft, f: Figures, flow: FlowColumns) -> FlowColumns:
    """Adds stays above the process beds, where beds are counted, bounded by those around a hearing of every case."""
    excess = flow.beds_excess.copy()
    rows = [f.instance.locations[place] for place in f.with_beds]
    if rows:
        stay = np.array([row.stay_weeks for row in rows], dtype=np.float64)
        most = stay[:, np.newaxis] * f.all_cases * len(f.hearing_tasks)
        names = [row.location for row in rows]
        excess[f.with_beds] = draft.columns("beds_excess", (names, week_labels(f)), upper=most)
    return replace(flow, beds_excess=excess)


def staff_columns(draft: Draft, f: Figures, where: Sites) -> StaffColumns:
    """Adds staff and local work. Rule `skills`: staff-days exist on arcs, and cases at sites, only."""
    weeks = week_labels(f)
    return StaffColumns(
        staff_days=draft.columns("staff_days", (arc_labels(f), weeks), whole=True),
        done=draft.columns("done", (site_labels(f, where), weeks)),
        remote=remote_columns(draft, f, hearing_places(f, where)),
    )


def hearing_places(f: Figures, where: Sites) -> Ids:
    """The locations with sites that need rooms."""
    places: Ids = np.unique(where.location[f.place_heard_hours[where.location, where.task] > 0])
    return places


def remote_columns(draft: Draft, f: Figures, places: Ids) -> Ids:
    """Adds hearing hours by video, L x T, where hearings are held and a share of them may be remote.

    Bounded by all hours that hearings can ever take.
    """
    remote = np.full((len(f.instance.locations), len(f.weeks)), -1, dtype=np.intp)
    if f.remote_share > 0 and len(places):
        names = location_labels(f)
        remote[places] = draft.columns("remote", ([names[place] for place in places], week_labels(f)))
    return remote
