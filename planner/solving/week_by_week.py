"""Builds an integer plan week by week, on the real stock of cases, along a relaxed plan.

Every week each task gets days in three steps: what its due weeks ask for now, what keeps it level with the relaxed
plan, and work ahead of it. Cases then flow on the grid, so every hard rule
holds by construction; nothing needs repair.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.solving.cases import Cases
from planner.solving.due import LatestFinish
from planner.solving.staffing import Staffing, Wishes

AHEAD_DAYS = 2.0
"""Days by which tasks with due weeks run ahead of the relaxed plan: what rounding may cost later."""

BEHIND = ((8, 4.0), (4, 2.0), (2, 1.0), (1, 0.3), (0, 0.0))
"""What work is worth more, beside the mean of all work, that the relaxed plan had finished so many weeks ago."""

FIRST = 8.0
"""What work comes first: it is worth more than old cases that press. Streams whose lateness counts in an earlier level
than old cases left."""

TIMED_AHEAD = 1.3
"""How much the days are worth by which tasks with due weeks run ahead of the relaxed plan."""

AHEAD = 0.2
"""How much other work is worth ahead of the relaxed plan."""

PRESSING, FIRST_PRESSING = 6.0, 30.0
"""What work is worth more, beside the mean of all work, that due weeks ask for now; the second where it comes first."""

LEAST = 0.02
"""What any work is worth at the least, beside the mean of all work."""


class PlanBuilder:
    """A plan under construction: whole up to `week`, nothing after it."""

    def __init__(self, f: Figures, policy: Policy) -> None:
        self._f = f
        self._staffing = Staffing(f, steps=3 + len(BEHIND))
        self._cases = Cases(f)
        self._latest = LatestFinish(f)
        self._staff_days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
        self._old = f.old[f.stream_of_task]  # pressing only as far as the relaxed plan itself clears them
        self._first = _counts_first(f, policy)[f.stream_of_task]
        self.week = 0

    @property
    def finished(self) -> Numbers:
        """N x T: cases finished so far."""
        return np.asarray(self._cases.finished.sum(axis=0) / UNIT)

    def plan(self) -> Plan:
        """The plan as far as it has come."""
        return Plan(self._staff_days.copy(), self._cases.finished.copy())

    def build(self, finished: Numbers, value: Numbers, until: int) -> None:
        """Goes on up to the week `until` along a relaxed plan: `finished` cases and the `value` of a case (N x T)."""
        guide = np.cumsum(finished, axis=1)
        worth = value * self._staffing.best_hours[:, np.newaxis] / self._f.hours
        mean = float((worth * finished).sum() / max(finished.sum(), 1.0)) or 1.0
        worth = worth / mean + LEAST
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
        latest = np.where(self._old, np.minimum(self._latest.by(week), guide[:, week]), self._latest.by(week))
        must = np.clip((latest - done) / day, 0.0, available)
        tracks = [(guide[:, max(week - ago, 0)] - done) / day for ago, _ in BEHIND]
        tracks.append(tracks[-1] + np.where(self._latest.timed, AHEAD_DAYS, 0.0))
        wishes = _wishes(must, tracks, available, worth, self._first, cases.waiting / UNIT)
        assigned = self._staffing.solve(wishes, week)
        self._staff_days[:, week] = assigned.staff_days
        cases.work(week, assigned.staff_days, np.rint(assigned.work * day * UNIT).astype(np.int64))


def _counts_first(f: Figures, policy: Policy) -> NDArray[np.bool_]:
    """K: whether lateness of the stream counts in a level before the one that counts old cases left."""
    terms: set[str] = set()
    for level in policy.levels:
        names = {term.name for term in level.terms}
        if "left" in names:
            break
        terms |= names
    return np.array([stream.late_term in terms for stream in f.streams], dtype=bool)


def _wishes(
    must: Numbers, tracks: list[Numbers], available: Numbers, worth: Numbers, first: NDArray[np.bool_], waiting: Numbers
) -> Wishes:
    """Days of work of each task: pressing, level with the guide of some weeks ago up to now, ahead of it."""
    levels = [must]
    for track in [*tracks, available]:
        levels.append(np.clip(track, levels[-1], available))
    pressing = worth + np.where(first, FIRST_PRESSING, PRESSING)
    behind = [worth + more + np.where(first, FIRST, 0.0) for _, more in BEHIND]
    return Wishes(
        days=np.diff(np.array(levels), axis=0, prepend=0.0),
        worth=np.array([pressing, *behind, worth * TIMED_AHEAD, worth * AHEAD]),
        waiting=waiting,
    )
