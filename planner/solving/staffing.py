"""One week's staff-days: whole days of every pair put on tasks, by how much each task's next day is worth.

The problem is a transportation of days from pairs to tasks. Where all efficiencies of a task are the same and no
room binds, its linear relaxation is whole by total unimodularity; elsewhere SCIP rounds it off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import parameters_pb2

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import Draft, Ids, LinearModel
from planner.solving.mathopt import Parameters, Session

LINEAR = Parameters(parameters_pb2.SOLVER_TYPE_GLOP)
WHOLE = Parameters(parameters_pb2.SOLVER_TYPE_GSCIP, gap=1e-4, absolute_gap=1e-6, time_limit=20.0)
WHOLENESS = 1e-6
DEPLOYMENT_COST = 1e-4
"""What a staff-day costs, in the unit of worth, so that nobody is put where there is nothing to do."""


@dataclass(frozen=True)
class Wishes:
    """For each of S steps and N tasks: how many days (whole numbers) are worth how much each."""

    days: Numbers  # S x N
    worth: Numbers  # S x N


class Staffing:
    """Solves the week's problem again and again, from where the last week ended."""

    def __init__(self, f: Figures, steps: int) -> None:
        self._f = f
        self.best_hours = np.zeros(len(f.tasks))
        np.maximum.at(self.best_hours, f.arc_task, f.arc_hours)
        self._linear, self._staff, self._steps, self._pair, self._room = _week_model(f, self.best_hours, steps)
        self._costs = np.zeros(len(self._linear.column_lower))
        self._costs[self._staff] = DEPLOYMENT_COST
        self._session = Session(self._linear, self._costs, LINEAR, relaxed=True)

    def solve(self, wishes: Wishes, week: int) -> NDArray[np.int64]:
        """Whole staff-days on each arc in the week."""
        costs = self._costs.copy()
        costs[self._steps] = -wishes.worth
        days = self._f.supply.whole_days[:, week].astype(np.float64)
        rooms = self._f.rooms[:, week] / self._f.output[week]
        self._session.minimise(costs)
        self._session.bound_columns(self._steps.ravel(), wishes.days.ravel())
        self._session.bound_rows(np.concatenate([self._pair, self._room]), np.concatenate([days, rooms]))
        values = self._session.solve().values
        if values is None:
            raise RuntimeError(f"no staffing of week {week}")
        staff = values[self._staff]
        whole = np.rint(staff)
        if np.abs(staff - whole).max(initial=0.0) <= WHOLENESS:
            return whole.astype(np.int64)
        return self._rounded_off(wishes, costs, days, rooms, np.floor(staff + WHOLENESS))

    def _rounded_off(
        self, wishes: Wishes, costs: Numbers, days: Numbers, rooms: Numbers, safe: Numbers
    ) -> NDArray[np.int64]:
        linear = self._linear
        upper = linear.column_upper.copy()
        upper[self._steps] = wishes.days
        limits = linear.row_upper.copy()
        limits[self._pair], limits[self._room] = days, rooms
        lower = linear.column_lower.copy()
        lower[self._staff] = safe
        near = LinearModel(**{**linear.__dict__, "column_lower": lower, "column_upper": upper, "row_upper": limits})
        values = Session(near, costs, WHOLE).solve().values
        return (safe if values is None else np.rint(values[self._staff])).astype(np.int64)


def _week_model(f: Figures, best_hours: Numbers, steps: int) -> tuple[LinearModel, Ids, Ids, Ids, Ids]:
    draft = Draft()
    staff = draft.columns("staff_days", (_numbers(len(f.arc_pair)),), whole=True)
    step = draft.columns("step", (_numbers(steps), _numbers(len(f.tasks))), upper=0.0)
    pair = draft.rows("pair", (_numbers(len(f.supply.names)),), upper=0.0)
    room = draft.rows("room", (_numbers(len(f.instance.locations)),), upper=0.0)
    task = draft.rows("task", (_numbers(len(f.tasks)),), upper=0.0)
    draft.put(pair[f.arc_pair], staff, 1.0)
    draft.put(task[f.arc_task], staff, -f.arc_hours / best_hours[f.arc_task])
    draft.put(task, step, 1.0)
    hearing = np.flatnonzero(f.room_hours[f.arc_task] > 0)
    draft.put(room[f.supply.location[f.arc_pair[hearing]]], staff[hearing], f.arc_hours[hearing])
    return draft.finish(), staff, step, pair, room


def _numbers(count: int) -> list[str]:
    return [str(number) for number in range(count)]
