"""The relaxation that bounds every plan: national flows of cases, staff-days by class in fractions."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.policy import Policy
from planner.domain.teams import NEVER
from planner.formulation.columns import (
    FlowColumns,
    PeopleColumns,
    TeamColumns,
    arc_labels,
    flow_columns,
    location_labels,
    remote_columns,
    team_columns,
    week_labels,
    work_labels,
)
from planner.formulation.costs import level_costs
from planner.formulation.draft import Draft, Ids, LinearModel
from planner.formulation.model import add_flow_rules
from planner.formulation.relaxation.class_staff import add_staff, by_class, most_days
from planner.formulation.relaxation.classes import NO_ROOM, Classes, first_of
from planner.formulation.rules import remote_hearings, specialised_team
from planner.formulation.rules.specialised_team import TeamArcs

EARLY_DAYS, KEPT_BACK = 3.0, 0.0003
"""Staff-days of work by which due weeks are kept early, and the share of the staff kept back: what rounding costs."""

SUPPORT_LOST = 0.012
"""By how much less is delivered where support helps: what whole days of support lose, a share of each week's work."""


@dataclass(frozen=True)
class Relaxation:
    """The linear model and where its columns stand.

    `people` has the people who start, where they are not decided yet, and the overtime of each pair's class.
    """

    linear: LinearModel
    flow: FlowColumns
    staff_days: Ids  # B x T
    people: PeopleColumns
    teams: TeamColumns


def relaxation(f: Figures, c: Classes, *, choices: bool = False) -> Relaxation:
    """Every rule of the model, with staff by class and fractions of staff-days.

    With `choices` people who start and teams that open are columns too; else they are as the figures say.
    """
    draft = Draft()
    weeks = week_labels(f)
    flow = flow_columns(draft, f)
    add_flow_rules(draft, f, flow)
    most = by_class(c, most_days(f, choices=choices))[c.arc_staff] * _may_be_there(f, c)
    staff = draft.columns("class_days", (first_of(c.of_arc, arc_labels(f)), weeks), upper=most)
    people = add_staff(draft, f, c, staff, choices=choices)
    hours = draft.rows("class_capacity", (first_of(c.of_work, work_labels(f)), weeks), upper=0.0)
    draft.put(hours[c.of_work[f.work_of_task]], flow.finished, f.hours)
    alone = np.flatnonzero(c.arc_location == NO_ROOM)
    draft.put(hours[c.arc_work[alone]], staff[alone], -c.arc_hours[alone, np.newaxis])
    delivered = _with_support(draft, f, c, staff, hours)
    places = np.unique(c.arc_place[c.arc_place != NO_ROOM])
    names = location_labels(f)
    rooms = draft.rows("class_rooms", ([names[place] for place in places], weeks), upper=f.rooms[places])
    hearing = np.flatnonzero(c.arc_place != NO_ROOM)
    at = np.searchsorted(places, c.arc_place[hearing])
    draft.put(rooms[at], staff[hearing], (c.arc_hours * c.arc_room_share)[hearing, np.newaxis] * f.output)
    remote = remote_columns(draft, f, places)
    by_video = np.flatnonzero(remote[places, 0] >= 0)
    draft.put(rooms[by_video], remote[places[by_video]], -1.0)
    remote_hearings.add(draft, f, flow, remote, "class_remote")
    teams = team_columns(draft, f, choices=choices)
    specialised_team.add(draft, f, teams, TeamArcs(staff, c.arc_team, c.arc_learned, c.arc_people))
    linear = _bounded(f, c, draft.finish(), most, delivered, remote)
    return Relaxation(linear, flow, staff, people, teams)


def costs_of_levels(f: Figures, policy: Policy, relaxed: Relaxation) -> list[Numbers]:
    """What each level of the policy costs on the columns of a relaxation."""
    columns = len(relaxed.linear.column_lower)
    return [
        level_costs(f, policy, level, relaxed.flow, relaxed.people, relaxed.teams, columns) for level in policy.levels
    ]


def with_margin(f: Figures, r: Relaxation) -> Relaxation:
    """The same with due weeks kept a little early and a little staff kept back: what rounding may cost later."""
    early = kept_early(f, r.linear, EARLY_DAYS)
    upper, value = early.row_upper, early.entry_value.copy()
    for block in early.row_blocks:
        if block.name == "class_deployment":
            upper[block.ids] *= 1 - KEPT_BACK
        if block.name == "class_support":
            value[np.isin(early.entry_row, block.ids) & (value > 0)] *= 1 + SUPPORT_LOST
    return dataclasses.replace(r, linear=LinearModel(**{**early.__dict__, "entry_value": value}))


def kept_early(f: Figures, linear: LinearModel, days: float) -> LinearModel:
    """The same with due weeks kept so many staff-days of work early."""
    upper = linear.row_upper.copy()
    cases = f.supply.hours_per_day.mean() * days / (f.normal_hours[:, np.newaxis] * f.change)[f.final]
    timed = {
        "decision_deadline": f.deadlines.planned.bound & ~f.court,
        "court_deadline": f.court,
        "lane_reaction": f.deadlines.reaction.bound,
        "early_screening": f.deadlines.screening.bound,
    }
    for block in linear.row_blocks:
        bound = timed.get(block.name)
        if bound is not None:
            upper[block.ids] = np.maximum(upper[block.ids] - cases[bound], 0.0)
    return LinearModel(**{**linear.__dict__, "row_upper": upper})


def most_remote(f: Figures) -> float:
    """Hearing hours by video in a week that no plan can pass."""
    return f.all_cases * float(f.interpreter_hours.max(initial=0.0))


def with_cap(linear: LinearModel, costs: Numbers, limit: float) -> LinearModel:
    """The same model with one more row: costs @ x <= limit."""
    paid = np.flatnonzero(costs)
    row = len(linear.row_lower)
    return LinearModel(
        column_lower=linear.column_lower,
        column_upper=linear.column_upper,
        whole=linear.whole,
        row_lower=np.append(linear.row_lower, -np.inf),
        row_upper=np.append(linear.row_upper, limit),
        entry_row=np.append(linear.entry_row, np.full(len(paid), row)),
        entry_column=np.append(linear.entry_column, paid),
        entry_value=np.append(linear.entry_value, costs[paid]),
        column_blocks=linear.column_blocks,
        row_blocks=linear.row_blocks,
    )


def _may_be_there(f: Figures, c: Classes) -> NDArray[np.bool_]:
    """B x T: whether there may be staff on the arc: on those of a team in its weeks only."""
    may = np.ones((len(c.arc_team), len(f.weeks)), dtype=bool)
    inside = c.arc_team >= 0
    may[inside] = f.teams.block[c.arc_team[inside]] != NEVER
    return may


def _with_support(draft: Draft, f: Figures, c: Classes, staff: Ids, capacity: Ids) -> Ids:
    """D x T: hours delivered of each work class that support helps with, at each location, in the class's `capacity`.

    delivered <= hours of all there, and (1 - share) x delivered <= hours of those who may deliver more than the share.
    """
    weeks = week_labels(f)
    helped = np.flatnonzero(c.arc_location != NO_ROOM)
    cell = c.arc_work[helped] * len(f.instance.locations) + c.arc_location[helped]
    cells, at = np.unique(cell, return_inverse=True)
    names, works = location_labels(f), first_of(c.of_work, work_labels(f))
    labels = [f"{names[cell % len(names)]},{works[cell // len(names)]}" for cell in cells]
    delivered = draft.columns("class_delivered", (labels, weeks))
    draft.put(capacity[cells // len(f.instance.locations)], delivered, -1.0)
    there = draft.rows("class_delivered", (labels, weeks), upper=0.0)
    draft.put(there, delivered, 1.0)
    draft.put(there[at], staff[helped], -c.arc_hours[helped, np.newaxis])
    for share in np.unique(c.arc_most_share[helped]):
        if share < 1:
            touched = np.unique(at[c.arc_most_share[helped] == share])
            left = draft.rows("class_support", ([labels[cell] for cell in touched], weeks), upper=0.0)
            draft.put(left, delivered[touched], 1 - share)
            others = np.flatnonzero(np.isin(at, touched) & (c.arc_most_share[helped] > share))
            row = left[np.searchsorted(touched, at[others])]
            draft.put(row, staff[helped[others]], -c.arc_hours[helped[others], np.newaxis])
    return delivered


def _bounded(
    f: Figures, c: Classes, linear: LinearModel, most_days: Numbers, delivered: Ids, remote: Ids
) -> LinearModel:
    """The model with bounds on every column that no plan can pass: all cases there ever are where there is none.

    `most_days` (B x T) are the staff-days on each arc, at most.
    """
    upper = np.where(np.isfinite(linear.column_upper), linear.column_upper, f.all_cases)
    upper[remote[remote >= 0]] = most_remote(f)
    upper[delivered] = most_days.sum(axis=0) * c.arc_hours.max(initial=0.0)
    return LinearModel(**{**linear.__dict__, "column_upper": upper})
