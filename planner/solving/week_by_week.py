"""Builds an integer plan week by week, on the real stock of cases, along a relaxed plan.

Every week each task gets days in three steps: what its due weeks ask for now, what keeps it level with the relaxed
plan, and work ahead of it. Cases then flow on the grid, so every hard rule
holds by construction; nothing needs repair.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.solving.cases import Cases
from planner.solving.due import LatestFinish
from planner.solving.staffing import Staffing, Wishes

AHEAD_DAYS = 2.0
"""Days by which tasks with due weeks run ahead of the relaxed plan: what rounding may cost later."""

FIRST_PRESSING = 30.0
"""What work is worth more, beside the mean of all work, that the due weeks of what comes first ask for now."""

LATER_PRESSING = 0.5
"""The same where lateness counts in a later level than old cases left."""

TIMED_AHEAD = 1.3
"""How much the days are worth by which tasks with due weeks run ahead of the relaxed plan."""

AHEAD = 0.2
"""How much other work is worth ahead of the relaxed plan."""

LEAST = 0.02
"""What any work is worth at the least, beside the mean of all work."""

MOST = 1e6
"""What any work is worth at the most, beside the mean of all work; for where nearly all work is worth nothing."""


@dataclass(frozen=True)
class Priorities:
    """What a day of work is worth when not everything fits, beside what the relaxation's prices say of it.

    `behind` has rows (weeks, factor, more): work that the relaxed plan had finished so many weeks ago is worth
    factor times its price and so much more. `first` is what any work of a stream is worth more whose lateness counts
    in an earlier level than old cases left; `pressing` the same for old cases whose clearance asks for it now. The
    unit is the mean worth of all work. Old cases press at the clearance date, all of them or only those that the
    relaxed plan clears itself (`old_as_guided`).
    """

    behind: tuple[tuple[int, float, float], ...]
    first: float
    pressing: float
    old_as_guided: bool


EVEN = Priorities(
    behind=((8, 2.0, 0.0), (4, 1.6, 0.0), (2, 1.4, 0.0), (1, 1.2, 0.0), (0, 1.0, 0.0)),
    first=0.0,
    pressing=30.0,
    old_as_guided=False,
)
"""Shortfalls are shared by price, and old cases press at the clearance date: best where everything nearly fits."""

STRICT = Priorities(
    behind=((8, 1.0, 4.0), (4, 1.0, 2.0), (2, 1.0, 1.0), (1, 1.0, 0.3), (0, 1.0, 0.0)),
    first=8.0,
    pressing=6.0,
    old_as_guided=True,
)
"""What comes first never gives way: best where much has to be left."""


@dataclass(frozen=True)
class Guide:
    """A relaxed plan to follow: cases finished, and what one more of them is worth."""

    finished: Numbers  # N x T, cases
    value: Numbers  # N x T, cost of the relaxed plan per case
    overtime: Counts  # M x T, whole staff-days


class PlanBuilder:
    """A plan under construction: whole up to `week`, nothing after it."""

    def __init__(self, f: Figures, policy: Policy, priorities: Priorities = EVEN) -> None:
        self._f = f
        self._priorities = priorities
        self._staffing = Staffing(f, steps=3 + len(priorities.behind))
        self._cases = Cases(f)
        self._latest = LatestFinish(f)
        self._staff_days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
        self._as_guided = f.old[f.stream_of_task] & priorities.old_as_guided
        self._first = _counts_first(f, policy)[f.stream_of_task] | _screened_first(f, policy)
        pressing = np.where(f.old[f.stream_of_task], priorities.pressing, LATER_PRESSING)
        self._pressing = np.where(self._first, FIRST_PRESSING, pressing)
        self.week = 0

    @property
    def finished(self) -> Numbers:
        """N x T: cases finished so far."""
        return np.asarray(self._cases.finished.sum(axis=0) / UNIT)

    def plan(self) -> Plan:
        """The plan as far as it has come."""
        return Plan(self._staff_days.copy(), self._cases.finished.copy(), self._f.supply.taken, self._f.team_open)

    def build(self, along: Guide, until: int) -> None:
        """Goes on up to the week `until` along a relaxed plan."""
        guide, finished = np.cumsum(along.finished, axis=1), along.finished
        self._staffing.there = self._f.supply.whole_days + along.overtime
        worth = along.value * self._staffing.best_hours[:, np.newaxis] / self._f.hours
        mean = float((worth * finished).sum() / max(finished.sum(), 1.0))
        worth = worth / (max(mean, float(worth.max(initial=0.0)) / MOST) or 1.0) + LEAST
        while self.week < until:
            self._build_week(guide, worth[:, self.week])
            self.week += 1

    def _build_week(self, guide: Numbers, worth: Numbers) -> None:
        f, week, cases = self._f, self.week, self._cases
        for stream, entry, count in cases.open_week(week):
            self._latest.enter(stream, entry, count / UNIT)
        day = self._staffing.best_hours / f.hours[:, week]
        done = cases.finished_to_date / UNIT
        available = np.minimum(cases.available(week) / UNIT / day, self._staffing.most_days[:, week])
        latest = self._latest.by(week)
        latest = np.where(self._as_guided, np.minimum(latest, guide[:, week]), latest)
        must = np.clip((latest - done) / day, 0.0, available)
        tracks = [(guide[:, max(week - ago, 0)] - done) / day for ago, _, _ in self._priorities.behind]
        tracks.append(tracks[-1] + np.where(self._latest.timed, AHEAD_DAYS, 0.0))
        wishes = Wishes(
            days=_days(must, tracks, available),
            worth=self._worth(worth),
            waiting=cases.waiting / UNIT,
            chain_left=cases.chain_left(week),
        )
        assigned = self._staffing.solve(wishes, week)
        self._staff_days[:, week] = assigned.staff_days
        cases.work(week, assigned.staff_days, np.rint(assigned.work * day * UNIT).astype(np.int64))

    def _worth(self, worth: Numbers) -> Numbers:
        """Steps x N: what a day of each step is worth."""
        own, first = self._priorities, self._first
        behind = [worth * factor + more + np.where(first, own.first, 0.0) for _, factor, more in own.behind]
        return np.array([worth + self._pressing, *behind, worth * TIMED_AHEAD, worth * AHEAD])


def _counts_first(f: Figures, policy: Policy) -> NDArray[np.bool_]:
    """K: whether lateness of the stream counts in a level before the one that counts old cases left."""
    terms = _first_terms(policy)
    return np.array([stream.late_term in terms for stream in f.streams], dtype=bool)


def _screened_first(f: Figures, policy: Policy) -> NDArray[np.bool_]:
    """N: whether it is a preparation with a time for screening that counts in such a level."""
    bound = f.deadlines.screening.bound[f.stream_of_task] & (f.stage_of_task == 0)
    return np.asarray(bound & ("screening_late" in _first_terms(policy)))


def _first_terms(policy: Policy) -> set[str]:
    terms: set[str] = set()
    for level in policy.levels:
        names = {term.name for term in level.terms}
        if "left" in names:
            break
        terms |= names
    return terms


def _days(must: Numbers, tracks: list[Numbers], available: Numbers) -> Numbers:
    """Steps x N: days of work that press, that keep level with the guide of some weeks ago up to now, and ahead."""
    levels = [must]
    for track in [*tracks, available]:
        levels.append(np.clip(track, levels[-1], available))
    return np.diff(np.array(levels), axis=0, prepend=0.0)
