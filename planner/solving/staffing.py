"""One week's staff-days: whole days of every pair put on tasks, by how much each task's work is worth.

Work is counted in days of a task's most able doers. First the linear relaxation; then its whole days are kept and a
small integer model puts the few days that are left where they are worth most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import parameters_pb2

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.tables import STAGES
from planner.formulation.columns import sites, supports
from planner.formulation.draft import Draft, Ids, LinearModel
from planner.solving.chain_rows import ChainRow, chain_rows
from planner.solving.mathopt import Parameters, Session

LINEAR = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)
WHOLE = Parameters(parameters_pb2.SOLVER_TYPE_GSCIP, gap=1e-9, absolute_gap=0.3, node_limit=30)
WHOLENESS = 1e-6
DEPLOYMENT_COST = 1e-4
"""What a staff-day costs, in the unit of worth, so that nobody is put where there is nothing to do."""
UNLIMITED = 1e9
TEAM_TOO_SMALL = 1e4
"""What a person costs whom a team lacks to its least size; such a plan would not pass the audit."""


@dataclass(frozen=True)
class Wishes:
    """For each of S steps and N tasks: how many days of work there are, and what a day of it is worth.

    `waiting` are the cases that wait for each task when the week starts: a task that follows another without a lag
    can do no more than those and what the other finishes. `chain_left` is the load that partners can take of the work
    of the week, up to their signal and up to their limit. Above a signal there is no work ahead of the guide, which is
    the last step.
    """

    days: Numbers  # S x N
    worth: Numbers  # S x N
    waiting: Numbers  # N
    chain_left: Numbers  # 2 x R


@dataclass(frozen=True)
class Assignment:
    """Whole staff-days on each arc (A), and the work planned with them (N, in days)."""

    staff_days: NDArray[np.int64]
    work: Numbers


@dataclass(frozen=True)
class _Places:
    """Where the columns and rows of the week's model stand."""

    staff: Ids
    steps: Ids
    limits: Ids  # the rows whose right side changes from week to week
    short: Ids  # people that a team lacks to its least size


class Staffing:
    """Solves the week's problem again and again, from where the last week ended."""

    def __init__(self, f: Figures, steps: int) -> None:
        self._f = f
        self.there = f.supply.whole_days.copy()
        """M x T: whole staff-days that can be used, overtime included."""
        self.best_hours = np.full(len(f.tasks), WHOLENESS)
        np.maximum.at(self.best_hours, f.arc_task, np.where(f.arc_there.any(axis=1), f.arc_hours, 0.0))
        self.most_days = np.zeros((len(f.tasks), len(f.weeks)))
        most = f.supply.whole_days + np.floor(f.supply.overtime_days).astype(np.int64)
        np.add.at(self.most_days, f.arc_task, most[f.arc_pair])
        self._steps = steps
        self._open(0)

    def _open(self, week: int) -> None:
        """A session for weeks in which cases take the hours that they take in this one."""
        f = self._f
        self._change = f.change[:, week]
        hours = f.normal_hours * self._change
        self._chain = chain_rows(f, self.best_hours / hours)
        self._linear, self._at = _week_model(f, self.best_hours, self._steps, hours, self._chain)
        self._costs = np.zeros(len(self._linear.column_lower))
        self._costs[self._at.staff] = DEPLOYMENT_COST
        self._costs[self._at.short] = TEAM_TOO_SMALL
        self._session = Session(self._linear, self._costs, LINEAR, relaxed=True)

    def solve(self, wishes: Wishes, week: int) -> Assignment:
        """Whole staff-days in the week, none beyond what there is."""
        if not np.array_equal(self._change, self._f.change[:, week]):
            self._open(week)
        costs = self._costs.copy()
        costs[self._at.steps] = -wishes.worth
        limits = self._limits(wishes, week)
        self._session.minimise(costs)
        self._session.bound_columns(self._at.steps.ravel(), wishes.days.ravel())
        if len(self._at.short):
            self._session.bound_columns(self._at.staff, self._most_on_arcs(week))
        self._session.bound_rows(self._at.limits, limits)
        values = self._session.solve().values
        if values is None:  # the simplex lost its precision
            values = self._rounded_off(wishes, costs, limits, np.zeros(len(self._at.staff)), week)
        elif np.abs(values[self._at.staff] - np.rint(values[self._at.staff])).max(initial=0.0) > WHOLENESS:
            values = self._rounded_off(wishes, costs, limits, np.floor(values[self._at.staff] + WHOLENESS), week)
        return Assignment(np.rint(values[self._at.staff]).astype(np.int64), values[self._at.steps].sum(axis=0))

    def _limits(self, wishes: Wishes, week: int) -> Numbers:
        """Staff-days; rooms up to a whole day; interpreters; pace; waiting cases; the chain; at normal output."""
        f = self._f
        day = f.supply.hours_per_day.max()
        rooms = np.ceil(f.rooms[:, week] / f.output[week] / day) * day
        pace = np.minimum(f.pace[:, week] / f.output[week], UNLIMITED)
        pools, there = f.pools[:, week] / f.output[week], wishes.waiting[_same_week(f)] / f.output[week]
        size = f.teams.full_days[week] * f.team_open[:, week]
        teams = [f.teams.most * size, -f.teams.least * size]
        chain = [self._chain_limit(own, wishes, week) for own in self._chain]
        return np.concatenate([*teams, self.there[:, week], rooms, pools, pace, there, chain])

    def _chain_limit(self, own: ChainRow, wishes: Wishes, week: int) -> float:
        """Days of the heaviest work: up to the limit, or what work level with the guide leaves of the signal."""
        if not own.weeks[week]:
            return UNLIMITED
        days = float(wishes.chain_left[int(own.hard), own.number]) / own.unit / self._f.output[week]
        if not own.hard:
            days -= float(wishes.days[:-1].sum(axis=0) @ own.per_day)
        return float(min(max(days, 0.0), UNLIMITED))

    def _most_on_arcs(self, week: int) -> Numbers:
        """A: staff-days on each arc, at most; none on those of a team that is closed, or not of that age."""
        most: Numbers = np.where(self._f.arc_there[:, week], UNLIMITED, 0.0)
        return most

    def _rounded_off(self, wishes: Wishes, costs: Numbers, limits: Numbers, kept: Numbers, week: int) -> Numbers:
        linear = self._linear
        upper = linear.column_upper.copy()
        upper[self._at.steps] = wishes.days
        upper[self._at.staff] = self._most_on_arcs(week)
        right = linear.row_upper.copy()
        right[self._at.limits] = limits
        lower = linear.column_lower.copy()
        lower[self._at.staff] = np.where(self._f.arc_most_share < 1, 0.0, kept)  # support follows whom it supports
        rest = LinearModel(**{**linear.__dict__, "column_lower": lower, "column_upper": upper, "row_upper": right})
        values = Session(rest, costs, WHOLE).solve().values
        if values is None:
            raise RuntimeError("no whole staffing of the week")
        return values


def _week_model(
    f: Figures, best_hours: Numbers, steps: int, hours: Numbers, chain: list[ChainRow]
) -> tuple[LinearModel, _Places]:
    """`hours` (N) are the staff hours per case at normal output."""
    draft = Draft()
    staff = draft.columns("staff_days", (_numbers(len(f.arc_pair)),), whole=True)
    step = draft.columns("step", (_numbers(steps), _numbers(len(f.tasks))), upper=0.0)
    teams = _numbers(len(f.teams))
    short = draft.columns("short", (teams,))
    most, least = draft.rows("team_most", (teams,), upper=0.0), draft.rows("team_least", (teams,), upper=0.0)
    inside = np.flatnonzero(f.arc_team >= 0)
    draft.put(most[f.arc_team[inside]], staff[inside], f.arc_people[inside])
    draft.put(least[f.arc_team[inside]], staff[inside], -f.arc_people[inside])
    draft.put(least, short, -1.0)
    pair = draft.rows("pair", (_numbers(len(f.supply.names)),), upper=0.0)
    room = draft.rows("room", (_numbers(len(f.instance.locations)),), upper=0.0)
    pool = draft.rows("pool", (_numbers(len(f.pools)),), upper=0.0)
    pace = draft.rows("pace", (STAGES,), upper=0.0)
    after = _same_week(f)
    same_week = draft.rows("same_week", (_numbers(len(after)),), upper=0.0)
    task = draft.rows("task", (_numbers(len(f.tasks)),), upper=0.0)
    draft.put(pair[f.arc_pair], staff, 1.0)
    draft.put(task[f.arc_task], staff, -f.arc_hours / best_hours[f.arc_task])
    draft.put(task, step, 1.0)
    where = sites(f)
    limits = supports(f, where)
    support = draft.rows("support", (_numbers(len(limits.site)),), upper=0.0)
    at, arc = np.nonzero(where.arc_site == limits.site[:, np.newaxis])
    left = np.where(limits.others[at, arc], -limits.share[at], 1 - limits.share[at])
    draft.put(support[at], staff[arc], left * f.arc_hours[arc])
    hearing = np.flatnonzero(f.arc_room_share > 0)
    draft.put(room[f.supply.location[f.arc_pair[hearing]]], staff[hearing], (f.arc_hours * f.arc_room_share)[hearing])
    if f.remote_share > 0:
        video = draft.columns("remote", (_numbers(len(f.instance.locations)),))
        remote = draft.rows("remote", (["all"],), upper=0.0)
        draft.put(room, video, -1.0)
        draft.put(remote, video, 1.0)
        hearings = f.hearing_tasks
        draft.put(remote, step[:, hearings], -f.remote_share * f.heard_share[hearings] * best_hours[hearings])
    which, heard = np.nonzero(f.pool_share)
    draft.put(pool[which], step[:, heard], f.pool_share[which, heard] * f.heard_share[heard] * best_hours[heard])
    old = np.flatnonzero(f.old[f.stream_of_task])
    draft.put(pace[f.stage_of_task[old]], step[:, old], best_hours[old] / hours[old])
    before = np.array([int(np.flatnonzero(f.following == n)[0]) for n in after], dtype=np.intp)
    draft.put(same_week, step[:, after], best_hours[after] / hours[after])
    draft.put(same_week, step[:, before], -f.stays[before] * best_hours[before] / hours[before])
    chained = draft.rows("chain", (_numbers(len(chain)),), upper=0.0)
    for row, own in zip(chained, chain, strict=True):
        brings = np.flatnonzero(own.per_day)
        draft.put(row, step[:, brings] if own.hard else step[-1:, brings], own.per_day[brings])
    changing = np.concatenate([most, least, pair, room, pool, pace, same_week, chained])
    return draft.finish(), _Places(staff, step, changing, short)


def _same_week(f: Figures) -> Ids:
    """The tasks that can take up cases in the very week in which the task before them finishes them."""
    after: Ids = f.following[(f.following >= 0) & (f.lag == 0)]
    return after


def _numbers(count: int) -> list[str]:
    return [str(number) for number in range(count)]
