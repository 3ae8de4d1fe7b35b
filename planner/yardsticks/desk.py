"""A week's staff, rooms, interpreters and pace, given out until they are gone; in fractions of staff-days."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Indices, Numbers
from planner.domain.stages import STAGES

NOTHING = 1e-9
"""Cases or staff-days that count as none."""

ROUNDS = 30
"""How often staff whose work has run out are given out again."""


@dataclass(frozen=True)
class Means:
    """What work is done with: staff-days of each pair (M), room hours (L), interpreter hours (P)."""

    staff_days: Numbers
    rooms: Numbers
    pools: Numbers

    def part(self, share: float) -> Means:
        """A share of everything."""
        return Means(self.staff_days * share, self.rooms * share, self.pools * share)

    def less(self, other: Means) -> Means:
        """What is left when the other has gone, nothing below zero."""
        return Means(
            np.maximum(self.staff_days - other.staff_days, 0.0),
            np.maximum(self.rooms - other.rooms, 0.0),
            np.maximum(self.pools - other.pools, 0.0),
        )


class Desk:
    """What is left in one week, and what was given to whom.

    `there` (N) are the cases that can be worked on, `waiting` (N x B) the same by age, the oldest first.
    """

    def __init__(self, f: Figures, week: int, arcs_of: list[list[int]], there: Numbers, waiting: Numbers) -> None:
        self._f, self._arcs_of = f, arcs_of
        self._hours = f.hours[:, week]
        self._in_room, self._booked = f.room_hours[:, :, week], f.interpreter_hours[:, week]
        self._free = f.supply.whole_days[:, week].astype(np.float64)
        self._rooms, self._pools, self._pace = f.rooms[:, week].copy(), f.pools[:, week].copy(), f.pace[:, week].copy()
        self._there, self._queue = there.copy(), waiting.copy()
        self._ways = np.nonzero(f.arc_work[:, np.newaxis] == f.work_of_task)  # each arc with each task of its work
        self.staff_days = np.zeros(len(f.arc_pair))
        self.cases = np.zeros(len(f.tasks))

    @property
    def means(self) -> Means:
        """What nobody has asked for yet."""
        return Means(self._free.copy(), self._rooms.copy(), self._pools.copy())

    def first_come(self, tasks: Indices, kept: Means | None = None) -> None:
        """The oldest case first, whichever of the tasks it waits for; what is `kept` is left for others.

        A task is passed over from then on once staff, rooms, interpreters or pace have run out for it.
        """
        kept = self.means.part(0.0) if kept is None else kept
        stuck: set[int] = set()
        ages, places = np.nonzero(self._queue[tasks].T > NOTHING)
        for age, n in zip(ages.tolist(), tasks[places].tolist(), strict=True):
            if n not in stuck:
                asked = min(float(self._queue[n, age]), float(self._there[n]))
                given = self._give(n, asked, kept)
                self._queue[n, age] -= given
                self._there[n] -= given
                if given < asked - NOTHING:
                    stuck.add(n)

    def by_hours_waiting(self) -> None:
        """All staff, each shared over the work that waits for it in proportion to its hours; the rest again."""
        for _ in range(ROUNDS):
            if not self._share_out():
                return

    def _give(self, n: int, asked: float, kept: Means) -> float:
        """Cases of the task that can be done; what they feed in the same week is done with them as far as it can."""
        f, left = self._f, min(asked, self._national_limit(n, kept.pools))
        given = 0.0
        for arc in self._arcs_of[n]:
            if left <= NOTHING:
                break
            pair = f.arc_pair[arc]
            place = f.supply.location[pair]
            most = max(self._free[pair] - kept.staff_days[pair], 0.0) * f.arc_hours[arc] / self._hours[n]
            in_room = float(self._in_room[place, n])
            if in_room > 0:
                most = min(most, max(self._rooms[place] - kept.rooms[place], 0.0) / in_room)
            done = float(min(left, most))
            left, given = left - done, given + done
            self._free[pair] -= done * self._hours[n] / f.arc_hours[arc]
            self.staff_days[arc] += done * self._hours[n] / f.arc_hours[arc]
            self._rooms[place] -= done * in_room
        self._book(n, given)
        if given > NOTHING and f.following[n] >= 0 and f.lag[n] == 0:
            self._give(int(f.following[n]), given * float(f.stays[n]), kept)
        return given

    def _national_limit(self, n: int, kept: Numbers) -> float:
        """Cases that interpreters, but for those kept, and the ordinary pace leave room for."""
        f = self._f
        needed = f.pool_share[:, n] * self._booked[n]
        limits = [float((self._pools[p] - kept[p]) / needed[p]) for p in np.flatnonzero(needed)]
        if f.old[f.stream_of_task[n]]:
            limits.append(float(self._pace[f.stage_of_task[n]]))
        return max(min(limits, default=np.inf), 0.0)

    def _book(self, n: int, given: float) -> None:
        f = self._f
        self.cases[n] += given
        self._pools -= given * f.pool_share[:, n] * self._booked[n]
        if f.old[f.stream_of_task[n]]:
            self._pace[f.stage_of_task[n]] -= given

    def _share_out(self) -> bool:
        """One round; whether anything was given."""
        f = self._f
        arc, task = self._ways
        pair = f.arc_pair[arc]
        place = f.supply.location[pair]
        open_task = (self._there > NOTHING) & (self._national_limits() > NOTHING)
        in_room_each = self._in_room[place, task]
        roomy = (in_room_each == 0) | (self._rooms[place] > NOTHING)
        weight = np.where(open_task[task] & roomy, (self._there * self._hours)[task], 0.0)
        of_pair = _sums(pair, weight, len(self._free))
        days = np.divide(self._free[pair] * weight, of_pair[pair], out=np.zeros_like(weight), where=weight > 0)
        cases = days * f.arc_hours[arc] / self._hours[task]
        cases *= _fitting(self._there, _sums(task, cases, len(self._there)))[task]
        in_room = cases * in_room_each
        cases *= np.where(in_room > 0, _fitting(self._rooms, _sums(place, in_room, len(self._rooms)))[place], 1.0)
        cases *= self._national_share(_sums(task, cases, len(self._there)))[task]
        days = cases * self._hours[task] / f.arc_hours[arc]
        if days.sum() <= NOTHING:
            return False
        given = _sums(task, cases, len(self._there))
        self.staff_days += _sums(arc, days, len(self.staff_days))
        self._free -= _sums(pair, days, len(self._free))
        self._rooms -= _sums(place, cases * in_room_each, len(self._rooms))
        self._there -= given
        for n in np.flatnonzero(given):
            self._book(int(n), float(given[n]))
        return True

    def _national_limits(self) -> Numbers:
        kept = np.zeros_like(self._pools)
        return np.array([self._national_limit(n, kept) for n in range(len(self._there))])

    def _national_share(self, asked: Numbers) -> Numbers:
        """N: how much of the cases asked for interpreters and pace allow, the same for all who share them."""
        f = self._f
        needed = f.pool_share * self._booked
        of_pool = _fitting(self._pools, needed @ asked)
        share = np.min(np.where(needed > 0, of_pool[:, np.newaxis], 1.0), axis=0, initial=1.0)
        old = f.old[f.stream_of_task]
        of_stage = _fitting(self._pace, _sums(f.stage_of_task, asked * old, len(STAGES)))
        allowed: Numbers = np.minimum(share, np.where(old, of_stage[f.stage_of_task], 1.0))
        return allowed


def arcs_of_tasks(f: Figures) -> list[list[int]]:
    """N: who may do each task, those who can do the least else first, then the ablest."""
    width = np.bincount(f.arc_pair, minlength=len(f.supply.names))
    order = np.lexsort((-f.arc_efficiency, width[f.arc_pair]))
    return [order[f.arc_work[order] == work].tolist() for work in f.work_of_task]


def _sums(which: Indices, amounts: Numbers, count: int) -> Numbers:
    """The amounts added up by what they belong to."""
    return np.bincount(which, amounts, count).astype(np.float64)


def _fitting(there: Numbers, asked: Numbers) -> Numbers:
    """The share of what is asked that there is."""
    there = np.maximum(there, 0.0)
    share: Numbers = np.divide(there, asked, out=np.ones_like(asked), where=asked > there)
    return share
