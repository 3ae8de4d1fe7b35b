"""Cases on their way through the stages, week by week on the grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers, converted
from planner.formulation.columns import sites, supports
from planner.solving.deliverable import deliverable

CAPACITY_MARGIN = 1e-7
"""Cases by which work stays below a capacity, so that rounding never passes it."""

NO_LIMIT = int(np.iinfo(np.int64).max)
LEFT_OVER = 10
"""Grid units per week that rounding may have left over."""

MAY_STAY_OUT = 100
"""Grid units by which fewer cases may come than are counted on, since their way is rounded."""


class Cases:
    """The stock of every task, and what has been finished; work can only be put on cases that are there.

    What will be withdrawn is kept from work, less what comes before: what is sure to come, and cases from other streams
    that are `counted_on` to come to the stream's first task (K x T). Should those not come, `short` says that more was
    withdrawn than there was.
    """

    def __init__(self, f: Figures, counted_on: Counts | None = None) -> None:
        self._f = f
        self._sites = sites(f)
        self._supports = supports(f, self._sites)
        self._order = same_week_order(f)
        self._reserve = _reserved_for_withdrawal(f, counted_on)
        self.waiting = f.opening.copy()
        self._arriving = f.joining.copy()
        self._converted = np.zeros(len(f.conversions), dtype=np.int64)
        self._conversions_of = [
            [i for i, conversion in enumerate(f.conversions) if conversion.source == n] for n in range(len(f.tasks))
        ]
        self._sites_of = [np.flatnonzero(self._sites.work == work) for work in f.work_of_task]
        self.finished_to_date = np.zeros(len(f.tasks), dtype=np.int64)
        self.finished = np.zeros((len(f.instance.locations), len(f.tasks), len(f.weeks)), dtype=np.int64)
        self.short = False
        self._chain_load = f.chain.before.copy()

    def open_week(self, week: int) -> None:
        """Arrivals come in, withdrawals go out."""
        self.waiting[self._f.entry] += self._f.arrivals[:, week] - self._f.withdrawn_stock[:, week]
        self.waiting += self._arriving[:, week]

    def available(self, week: int) -> Counts:
        """N: cases on which work can be done in the week; tasks that follow without a lag count those before them."""
        there = self.waiting.copy()
        there[self._f.entry] -= self._reserve[:, week]
        there[self._f.blocked[:, week]] = 0
        for n in self._order:
            if self._f.following[n] >= 0 and self._f.lag[n] == 0 and not self._f.blocked[self._f.following[n], week]:
                there[self._f.following[n]] += there[n]
        return np.maximum(there, 0)

    def work(
        self,
        week: int,
        staff_days: NDArray[np.int64],
        wanted: Counts,
        *,
        at_sites: Counts | None = None,
        ahead: bool = True,
    ) -> None:
        """Finishes as many cases as the staff-days (A) allow, stage by stage.

        First what is `wanted` of each task (N), and at each site (S) where that is given; then the rest, so that no
        task takes the interpreters or the ordinary pace that another is counted on for. Without `ahead` the rest is
        what rounding left over.
        """
        f = self._f
        hours = deliverable(f, self._sites, self._supports, staff_days)
        rooms = Rooms(f.rooms[:, week], f.remote_share)
        pools, pace = f.pools[:, week].copy(), f.pace[:, week].copy()
        rest = np.full(len(f.tasks), NO_LIMIT if ahead else LEFT_OVER, dtype=np.int64)
        everywhere = np.full(len(self._sites.work), NO_LIMIT, dtype=np.int64)
        wanted, at_sites = wanted.copy(), (everywhere if at_sites is None else at_sites).copy()
        rounds = [(wanted, at_sites), (rest, everywhere)]
        if f.remote_share > 0:  # what is heard in rooms first lets others be heard by video
            rounds.insert(1, rounds[0])
        for limit, sites_limit in rounds:
            for n in self._order:
                done = self._work_on(n, week, int(limit[n]), sites_limit, hours, rooms, pools, pace)
                if done:
                    limit[n] -= done
                    self._finish(n, week, done, pools, pace)
        self.short |= bool((self.waiting < 0).any())

    def _work_on(
        self,
        n: int,
        week: int,
        limit: int,
        sites_limit: Counts,
        hours: Numbers,
        rooms: Rooms,
        pools: Numbers,
        pace: Numbers,
    ) -> int:
        f = self._f
        kept = int(self._reserve[f.stream_of_task[n], week]) if n == f.entry[f.stream_of_task[n]] else 0
        there = 0 if f.blocked[n, week] else min(max(int(self.waiting[n]) - kept, 0), limit)
        if there:
            there = min(there, self._national_limit(n, week, pools, pace))
        total = 0
        for site in self._sites_of[n]:
            if hours[site] <= CAPACITY_MARGIN or not there:
                continue
            place = self._sites.location[site]
            most = hours[site] / f.hours[n, week]
            in_room, booked = f.room_hours[place, n, week], f.interpreter_hours[n, week]
            if in_room > 0:
                most = min(most, rooms.most(place, in_room, booked))
            done = min(there, int(sites_limit[site]), int(max(most - CAPACITY_MARGIN, 0.0) * UNIT))
            there -= done
            total += done
            self.finished[place, n, week] += done
            hours[site] -= done / UNIT * f.hours[n, week]
            rooms.use(place, done / UNIT * in_room, done / UNIT * booked)
            sites_limit[site] -= done
        return total

    def _national_limit(self, n: int, week: int, pools: Numbers, pace: Numbers) -> int:
        """Cases that interpreters, the ordinary pace and the chain leave room for."""
        f = self._f
        needed = f.pool_share[:, n] * f.interpreter_hours[n, week]
        limits = [pools[p] / needed[p] for p in np.flatnonzero(needed)]
        if f.old[f.stream_of_task[n]]:
            limits.append(pace[f.stage_of_task[n]])
        load = f.chain_per_finished[:, n, week]
        brings = np.flatnonzero(load)
        if len(brings):
            limits += list(self._chain_left(week)[brings] / load[brings])
        limit = min(limits, default=np.inf)
        return int(max(limit - CAPACITY_MARGIN, 0.0) * UNIT) if np.isfinite(limit) else NO_LIMIT

    def _chain_left(self, week: int) -> Numbers:
        """R: load that each partner can take, up to its limit, from work of the week."""
        own, weeks = self._f.chain, len(self._f.weeks)
        then = week + own.lag
        before = np.where(then < weeks, self._chain_load[own.partner, np.minimum(then, weeks - 1)], -np.inf)
        return np.asarray(own.cap[own.partner] - before)

    def _finish(self, n: int, week: int, done: int, pools: Numbers, pace: Numbers) -> None:
        f = self._f
        pools -= done / UNIT * f.pool_share[:, n] * f.interpreter_hours[n, week]
        if f.old[f.stream_of_task[n]]:
            pace[f.stage_of_task[n]] -= done / UNIT
        for r in np.flatnonzero(week + f.chain.lag < len(f.weeks)):
            load = f.chain_per_finished[r, n, week] * done / UNIT
            self._chain_load[f.chain.partner[r], week + f.chain.lag[r]] += load
        self.waiting[n] -= done
        self.finished_to_date[n] += done
        for i in self._conversions_of[n]:
            conversion = f.conversions[i]
            gone = int(converted(self.finished_to_date[n : n + 1], conversion.share)[0]) - int(self._converted[i])
            self._converted[i] += gone
            self._pass_on(conversion.target, week + conversion.lag, gone, week)
            done -= gone
        if f.following[n] >= 0:
            self._pass_on(int(f.following[n]), week + int(f.lag[n]), done, week)

    def _pass_on(self, n: int, week: int, cases: int, now: int) -> None:
        if week == now:
            self.waiting[n] += cases
        elif week < len(self._f.weeks):
            self._arriving[n, week] += cases


class Rooms:
    """Room hours that are left in a week, and hearing hours that may still be held by video, without a room."""

    def __init__(self, hours: Numbers, remote_share: float) -> None:
        self._free = hours.copy()
        self._remote_share = remote_share
        self._remote = 0.0

    def most(self, place: int, in_room: float, booked: float) -> float:
        """Cases that can be heard at a place: in its rooms, and by video, more so the more are heard."""
        net = in_room - self._remote_share * booked
        return float((self._free[place] + self._remote) / net) if net > 0 else np.inf

    def use(self, place: int, in_room: float, booked: float) -> None:
        """Hears so many hours; what does not fit the rooms is by video."""
        by_video = max(in_room - self._free[place], 0.0)
        self._free[place] -= in_room - by_video
        self._remote += self._remote_share * booked - by_video


def same_week_order(f: Figures) -> list[int]:
    """The tasks, each behind those whose cases can reach it within the week."""
    before: list[set[int]] = [set() for _ in f.tasks]
    for n in np.flatnonzero((f.following >= 0) & (f.lag == 0)):
        before[f.following[n]].add(int(n))
    for conversion in f.conversions:
        if conversion.lag == 0:
            before[conversion.target].add(conversion.source)
    order: list[int] = []
    while len(order) < len(f.tasks):
        ready = [n for n in range(len(f.tasks)) if n not in order and before[n] <= set(order)]
        order += ready
    return order


def _reserved_for_withdrawal(f: Figures, counted_on: Counts | None) -> Counts:
    """K x T: waiting cases that later withdrawals need, beyond what comes before them."""
    gone = f.withdrawn_stock - f.arrivals - f.joining[f.entry]
    reserve: Counts = np.maximum(_most_gone(gone), 0)
    if counted_on is None:
        return reserve
    return np.minimum(reserve, np.maximum(_most_gone(gone - counted_on) + MAY_STAY_OUT, 0))


def _most_gone(gone: Counts) -> Counts:
    """K x T: the most that goes from the week after to any later one; 0 in the last week."""
    to_date = np.cumsum(gone, axis=1)
    most = np.zeros_like(to_date)
    most[:, :-1] = np.maximum.accumulate(to_date[:, :0:-1], axis=1)[:, ::-1] - to_date[:, :-1]
    return most
