"""The best flows of cases that given whole staff-days allow: a linear model without staff.

Work is done for the whole country, but where the rooms of a location cannot hold all hearings that its staff could
hold, or where its process beds are counted: there a site's cases have columns of their own. So the model is exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.stages import STAGES
from planner.formulation.columns import (
    FlowColumns,
    PeopleColumns,
    Sites,
    TeamColumns,
    flow_columns,
    sites,
    supports,
    week_labels,
    with_beds_excess,
    work_labels,
)
from planner.formulation.costs import level_costs
from planner.formulation.draft import Draft, Ids, LinearModel
from planner.formulation.model import add_flow_rules
from planner.formulation.relaxation.relaxed import kept_early, most_remote
from planner.solving.deliverable import deliverable
from planner.solving.on_grid import on_grid
from planner.solving.relaxation import Point

NEARLY = 0.8
"""Share of the rooms from which on the sites of a location have columns of their own: days may yet be moved there."""


@dataclass(frozen=True)
class Apart:
    """Q sites and weeks that have columns of their own."""

    site: Ids  # Q
    week: Ids  # Q
    done: Ids  # Q, cases
    capacity: Ids  # Q, rows in hours


@dataclass(frozen=True)
class FixedStaff:
    """The model and where its columns and rows stand."""

    staff_days: NDArray[np.int64]  # A x T
    linear: LinearModel
    flow: FlowColumns
    capacity: Ids  # W x T, rows in hours
    apart: Apart
    where: Sites

    def costs(self, f: Figures, policy: Policy) -> list[Numbers]:
        """What each level counts on the columns; what staff cost is the same for all flows."""
        none = np.zeros(0, dtype=np.intp)
        nobody = np.full(f.supply.people.shape, -1, dtype=np.intp)
        people = PeopleColumns(np.full(len(f.supply.intakes), -1, dtype=np.intp), nobody, nobody)
        teams = TeamColumns(none, none, none, none, none)
        columns = len(self.linear.column_lower)
        return [level_costs(f, policy, level, self.flow, people, teams, columns) for level in policy.levels]

    def day_value(self, f: Figures, point: Point) -> Numbers:
        """A x T: what one more staff-day on the arc would be worth, in the unit of the costs."""
        of_work = -point.duals[self.capacity]
        of_site = of_work[self.where.work]
        of_site[self.apart.site, self.apart.week] = -point.duals[self.apart.capacity]
        value: Numbers = np.maximum(of_site, 0.0)[self.where.arc_site] * f.arc_hours[:, np.newaxis]
        return value

    def rows_of_arcs(self) -> Ids:
        """A x T: the row that holds the hours of each arc's staff-days."""
        of_site = self.capacity[self.where.work]
        of_site[self.apart.site, self.apart.week] = self.apart.capacity
        return of_site[self.where.arc_site]

    def weeks_of_columns(self, f: Figures) -> Ids:
        """C: the week of each column; what is left of old cases shows at the clearance date, -1 for what has none."""
        weeks = np.full(len(self.linear.column_lower), -1, dtype=np.intp)
        labels = week_labels(f)
        for block in self.linear.column_blocks:
            if len(block.axes) > 1 and list(block.axes[-1]) == labels:
                there = block.ids >= 0
                weeks[block.ids[there]] = np.broadcast_to(np.arange(len(labels)), block.ids.shape)[there]
        left = self.flow.left[f.old]
        weeks[left] = min(max(f.clearance - 1, 0), len(labels) - 1)
        return weeks

    def careful(self, f: Figures, days: float) -> LinearModel:
        """The model with due weeks so many staff-days early, and as many kept free in the week in which old cases end.

        For changes of the staff-days that will be rounded.
        """
        linear = kept_early(f, self.linear, days)
        week = f.clearance
        if not 0 < week < len(f.weeks):
            return linear
        last = f.final[f.old]
        free = linear.row_upper[self.capacity[f.work_of_task[last], week]] - days * f.supply.hours_per_day.mean()
        upper, decided = linear.column_upper.copy(), self.flow.finished[last, week]
        upper[decided] = np.minimum(upper[decided], np.maximum(free, 0.0) / f.hours[last, week])
        return replace(linear, column_upper=upper)

    def plan(self, f: Figures, point: Point) -> Plan:
        """The flows on the grid, with the staff-days."""
        at_sites = np.full((len(self.where.work), len(f.weeks)), np.iinfo(np.int64).max, dtype=np.int64)
        at_sites[self.apart.site, self.apart.week] = np.rint(
            np.maximum(point.values[self.apart.done], 0.0) * UNIT
        ).astype(np.int64)
        finished = on_grid(f, self.staff_days, point.values[self.flow.finished], at_sites)
        return Plan(self.staff_days.copy(), finished, f.supply.taken, f.team_open)


def fixed_staff(f: Figures, staff_days: NDArray[np.int64], *, beds: bool = True) -> FixedStaff:
    """The model for whole staff-days on arcs (A x T); without `beds` nobody counts those, and it is half as large."""
    draft, where, weeks = Draft(), sites(f), week_labels(f)
    hours = deliverable(f, where, supports(f, where), staff_days)
    flow = flow_columns(draft, f)
    counted = f.with_beds if beds else f.with_beds[:0]
    if len(counted):
        flow = with_beds_excess(draft, f, flow)
    add_flow_rules(draft, f, flow)
    site, week = np.nonzero(_kept_apart(f, where, hours, counted))
    together = hours.copy()
    together[site, week] = 0.0
    of_work = np.zeros((len(f.works), len(f.weeks)))
    np.add.at(of_work, where.work, together)
    capacity = draft.rows("capacity", (work_labels(f), weeks), upper=of_work)
    draft.put(capacity[f.work_of_task], flow.finished, f.hours)
    apart = _put_apart(draft, f, where, flow, capacity, hours, site, week, counted)
    return FixedStaff(staff_days, _bounded(f, draft.finish()), flow, capacity, apart, where)


def _kept_apart(f: Figures, where: Sites, hours: Numbers, counted: Ids) -> NDArray[np.bool_]:
    """S x T: sites of hearings where rooms are NEARLY too few, or beds are counted.

    Nobody need work there: whoever moves days has to see that rooms hold no more.
    """
    heard: NDArray[np.bool_] = f.stage_of_task[where.task] == STAGES.index("hearing")
    in_room = hours * (f.room_hours[where.location, where.task] / f.hours[where.task])
    of_place = np.zeros((len(f.instance.locations), len(f.weeks)))
    np.add.at(of_place, where.location, in_room)
    tight = of_place >= NEARLY * f.rooms
    tight[counted] = True
    kept: NDArray[np.bool_] = tight[where.location] & heard[:, np.newaxis]
    return kept


def _put_apart(
    draft: Draft,
    f: Figures,
    where: Sites,
    flow: FlowColumns,
    capacity: Ids,
    hours: Numbers,
    site: Ids,
    week: Ids,
    counted: Ids,
) -> Apart:
    names = [str(number) for number in range(len(site))]
    place, task = where.location[site], where.task[site]
    done = draft.columns("done", (names,))
    rows = draft.rows("site_capacity", (names,), upper=hours[site, week])
    draft.put(rows, done, f.hours[task, week])
    draft.put(capacity[where.work[site], week], done, -f.hours[task, week])
    of_place = np.zeros((len(f.instance.locations), len(f.weeks)), dtype=bool)
    of_place[place, week] = True
    at_place, at_week = np.nonzero(of_place)
    cells = [str(number) for number in range(len(at_place))]
    at = np.full(of_place.shape, -1, dtype=np.intp)
    at[at_place, at_week] = np.arange(len(at_place))
    rooms = draft.rows("rooms", (cells,), upper=f.rooms[at_place, at_week])
    draft.put(rooms[at[place, week]], done, f.room_hours[place, task, week])
    if f.remote_share > 0 and len(cells):
        remote = draft.columns("remote", (cells,), upper=most_remote(f))
        draft.put(rooms, remote, -1.0)
        shared = draft.rows("remote_hearings", (week_labels(f),), upper=0.0)
        draft.put(shared[at_week], remote, 1.0)
        hearings = f.hearing_tasks
        draft.put(shared, flow.finished[hearings], -f.remote_share * f.interpreter_hours[hearings])
    _put_beds(draft, f, flow, place, week, done, counted)
    return Apart(site, week, done, rows)


def _put_beds(draft: Draft, f: Figures, flow: FlowColumns, place: Ids, week: Ids, done: Ids, counted: Ids) -> None:
    """Rule `process_beds` on the sites that are kept apart."""
    if not len(counted):
        return
    locations = [f.instance.locations[at] for at in counted]
    beds = np.array([row.process_beds for row in locations], dtype=np.float64)
    stay = np.array([row.stay_weeks for row in locations], dtype=np.float64)
    names = [row.location for row in locations]
    rows = draft.rows("process_beds", (names, week_labels(f)), upper=beds[:, np.newaxis])
    draft.put(rows, flow.beds_excess[counted], -1.0)
    own = np.isin(place, counted)
    at = np.searchsorted(counted, place[own])
    draft.put(rows[at, week[own]], done[own], stay[at])


def _bounded(f: Figures, linear: LinearModel) -> LinearModel:
    upper = np.where(np.isfinite(linear.column_upper), linear.column_upper, f.all_cases)
    return LinearModel(**{**linear.__dict__, "column_upper": upper})
