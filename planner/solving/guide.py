"""What an integer plan follows of a relaxed one: staff-days on every arc, and what a day of each task is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.formulation.relaxation.classes import Classes
from planner.formulation.relaxation.relaxed import Relaxation
from planner.solving.relaxation import Point, case_value

LEAST_WORTH, MOST_WORTH = 0.02, 50.0
"""What a day of any work is worth at the least and at the most, beside the mean of all work."""

NOTHING = 1e-3
"""Staff-days to date that rounding down may pass."""


@dataclass(frozen=True)
class Guide:
    """A relaxed plan over arcs and tasks. A day of a task is one of its ablest ordinary doers."""

    arc_days: Numbers  # A x T, staff-days
    day_hours: Numbers  # N, hours of ordinary output in a day of the task
    work: Numbers  # N x T, days of work done
    on_hand: Numbers  # N x T, days of work that wait at the end of the week
    worth: Numbers  # N x T, what a day of the task is worth, the mean of all work being 1
    overtime: Counts  # M x T, whole staff-days

    def within(self, f: Figures) -> Guide:
        """The same with no more overtime than the people whom the figures have may work."""
        return replace(self, overtime=np.minimum(self.overtime, f.supply.whole_overtime))


def guide(f: Figures, c: Classes, relaxed: Relaxation, point: Point) -> Guide:
    """What to follow of a relaxed plan.

    Staff-days of a class are shared over its pairs in proportion to their days, and over its tasks in proportion to
    their hours.
    """
    finished = point.values[relaxed.flow.finished]
    hours = finished * f.hours
    day_hours = _day_hours(f)
    per_day = f.hours / day_hours[:, np.newaxis]
    return Guide(
        arc_days=_arc_days(f, c, point.values[relaxed.staff_days], hours),
        day_hours=day_hours,
        work=finished * per_day,
        on_hand=np.maximum(point.values[relaxed.flow.waiting], 0.0) * per_day,
        worth=_worth(case_value(relaxed, point.duals) / per_day, finished * per_day),
        overtime=_overtime(f, relaxed, point),
    )


def _day_hours(f: Figures) -> Numbers:
    """N: hours in a day of the ablest who do the task outside teams, or of those in them where nobody else does it."""
    hours = np.zeros(len(f.tasks))
    np.maximum.at(hours, f.arc_task, f.arc_hours)
    ordinary = np.zeros(len(f.tasks))
    outside = f.arc_team < 0
    np.maximum.at(ordinary, f.arc_task[outside], f.arc_hours[outside])
    found: Numbers = np.where(ordinary > 0, ordinary, np.where(hours > 0, hours, 1.0))
    return found


def _arc_days(f: Figures, c: Classes, class_days: Numbers, hours: Numbers) -> Numbers:
    """A x T from staff-days of class arcs (B x T) and hours of tasks (N x T)."""
    width = int(c.of_task.max(initial=-1)) + 1
    of_class = np.zeros((width, hours.shape[1]))
    np.add.at(of_class, c.of_task, hours)
    mates = np.bincount(c.of_task, minlength=width)
    even = np.broadcast_to(1.0 / mates[c.of_task][:, np.newaxis], hours.shape)
    of_task = np.divide(hours, of_class[c.of_task], out=even.copy(), where=of_class[c.of_task] > NOTHING)
    days = f.supply.staff_days.astype(np.float64)
    of_staff = np.zeros((len(c.whole_days), hours.shape[1]))
    np.add.at(of_staff, c.of_pair, days)
    of_pair = np.divide(days, of_staff[c.of_pair], out=np.zeros_like(days), where=of_staff[c.of_pair] > 0)
    shared = class_days[c.of_arc] * of_pair[f.arc_pair] * of_task[f.arc_task]
    offered = np.zeros_like(hours)
    np.add.at(offered, f.arc_task, shared * f.arc_hours[:, np.newaxis])
    needed: Numbers = np.divide(hours, offered, out=np.zeros_like(hours), where=offered > NOTHING)
    return shared * np.minimum(needed, 1.0)[f.arc_task]


def _worth(of_day: Numbers, work: Numbers) -> Numbers:
    mean = float((of_day * work).sum() / max(work.sum(), 1.0))
    worth: Numbers = np.clip(of_day / mean if mean > 0 else of_day, LEAST_WORTH, MOST_WORTH)
    return worth


def _overtime(f: Figures, relaxed: Relaxation, point: Point) -> Counts:
    """M x T: overtime in whole days of every pair, shared as its class may work it."""
    supply, ids = f.supply, relaxed.people.overtime
    paid = ids >= 0
    if not paid.any():
        return np.zeros(supply.people.shape, dtype=np.int64)
    worked = np.where(paid, point.values[ids], 0.0)
    class_of = np.where(paid, ids, 0)
    most = np.bincount(class_of[paid], supply.overtime_days[paid], minlength=len(point.values))[class_of]
    share = np.divide(worked, most, out=np.zeros_like(worked), where=paid & (most > 0))
    to_date = np.floor(np.cumsum(np.minimum(share, 1.0) * supply.overtime_days, axis=1) + NOTHING)
    overtime = np.diff(to_date, prepend=0.0, axis=1).astype(np.int64)
    return np.minimum(overtime, supply.whole_overtime)
