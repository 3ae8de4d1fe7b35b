"""What an integer plan follows of a relaxed one: staff-days on every arc, and what a day of each work is worth."""

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

SPECK = 1e-6
"""Days by which parts of a stream count where none of them has any work."""

NOTHING = 1e-3
"""Staff-days to date that rounding down may pass."""


@dataclass(frozen=True)
class Guide:
    """A relaxed plan over arcs and works. A day of a work is one of its ablest ordinary doers."""

    arc_days: Numbers  # A x T, staff-days
    day_hours: Numbers  # W, hours of ordinary output in a day of the work
    work: Numbers  # W x T, days of work done
    on_hand: Numbers  # W x T, days of work that wait at the end of the week
    worth: Numbers  # W x T, what a day of the work is worth, the mean of all work being 1
    overtime: Counts  # M x T, whole staff-days

    def within(self, f: Figures) -> Guide:
        """The same with no more overtime than the people whom the figures have may work."""
        return replace(self, overtime=np.minimum(self.overtime, f.supply.whole_overtime))


def guide(f: Figures, c: Classes, relaxed: Relaxation, point: Point) -> Guide:
    """What to follow of a relaxed plan.

    Staff-days of a class are shared over its pairs in proportion to their days, and over its works in proportion to
    their hours.
    """
    finished, waiting = point.values[relaxed.flow.finished], point.values[relaxed.flow.waiting]
    hours = f.by_work(finished * f.hours)
    day_hours = _day_hours(f)
    per_day = f.hours / day_hours[f.work_of_task, np.newaxis]
    days = finished * per_day
    work = f.by_work(days)
    return Guide(
        arc_days=_arc_days(f, c, point.values[relaxed.staff_days], hours),
        day_hours=day_hours,
        work=work,
        on_hand=f.by_work(np.maximum(waiting, 0.0) * per_day),
        worth=_worth(_of_works(f, case_value(relaxed, point.duals) / per_day, days), work),
        overtime=_overtime(f, relaxed, point),
    )


def _day_hours(f: Figures) -> Numbers:
    """W: hours in a day of the ablest who do the work outside teams, or of those in them where nobody else does it."""
    hours = np.zeros(len(f.works))
    np.maximum.at(hours, f.arc_work, f.arc_hours)
    ordinary = np.zeros(len(f.works))
    outside = f.arc_team < 0
    np.maximum.at(ordinary, f.arc_work[outside], f.arc_hours[outside])
    found: Numbers = np.where(ordinary > 0, ordinary, np.where(hours > 0, hours, 1.0))
    return found


def _arc_days(f: Figures, c: Classes, class_days: Numbers, hours: Numbers) -> Numbers:
    """A x T from staff-days of class arcs (B x T) and hours of works (W x T)."""
    width = int(c.of_work.max(initial=-1)) + 1
    of_class = np.zeros((width, hours.shape[1]))
    np.add.at(of_class, c.of_work, hours)
    mates = np.bincount(c.of_work, minlength=width)
    even = np.broadcast_to(1.0 / mates[c.of_work][:, np.newaxis], hours.shape)
    of_work = np.divide(hours, of_class[c.of_work], out=even.copy(), where=of_class[c.of_work] > NOTHING)
    days = f.supply.staff_days.astype(np.float64)
    of_staff = np.zeros((len(c.whole_days), hours.shape[1]))
    np.add.at(of_staff, c.of_pair, days)
    of_pair = np.divide(days, of_staff[c.of_pair], out=np.zeros_like(days), where=of_staff[c.of_pair] > 0)
    shared = class_days[c.of_arc] * of_pair[f.arc_pair] * of_work[f.arc_work]
    offered = np.zeros_like(hours)
    np.add.at(offered, f.arc_work, shared * f.arc_hours[:, np.newaxis])
    needed: Numbers = np.divide(hours, offered, out=np.zeros_like(hours), where=offered > NOTHING)
    return shared * np.minimum(needed, 1.0)[f.arc_work]


def _of_works(f: Figures, worth: Numbers, work: Numbers) -> Numbers:
    """W x T: the mean over the parts of each stream of what a day is worth, by their work (N x T both)."""
    weight = work + SPECK
    mean: Numbers = f.by_work(worth * weight) / f.by_work(weight)
    return mean


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
