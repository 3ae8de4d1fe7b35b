"""Builds an integer plan week by week, on the real stock of cases, along a relaxed plan.

Every week each task gets days in four steps: what its due weeks ask for now, what keeps it level with the relaxed
plan, the part of a day that is still missing there, and work ahead. Cases then flow on the grid, so every hard rule
holds by construction; nothing needs repair.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.solving.cases import Cases
from planner.solving.due import LatestFinish
from planner.solving.staffing import Staffing, Wishes

AHEAD_DAYS = 1.0
"""Days by which tasks with due weeks run ahead of the relaxed plan: what rounding may cost later."""

PACT_MUST, OLD_MUST, TRACK, AHEAD = 1000.0, 300.0, 10.0, 0.1
"""What a day is worth in each step; only their order matters."""

ENOUGH = 1e-4
"""Days below which nothing is missing."""


def build(f: Figures, finished: Numbers, week_done: Callable[[int], None] = lambda week: None) -> Plan:
    """An integer plan along `finished` (N x T, cases of the relaxed plan); `week_done` hears of every week."""
    guide = np.cumsum(finished, axis=1)
    staffing = Staffing(f, steps=5)
    cases = Cases(f)
    latest = LatestFinish(f)
    known = 0
    staff_days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
    day_cases = staffing.best_hours[:, np.newaxis] / f.hours
    must_worth = np.where(f.old[f.stream_of_task], OLD_MUST, PACT_MUST)
    for week in range(len(f.weeks)):
        cases.open_week(week)
        for stream, entry, count in cases.conversions_due[known:]:
            latest.enter(stream, entry, count / UNIT)
        known = len(cases.conversions_due)
        day = day_cases[:, week]
        done = cases.finished_to_date / UNIT
        available = cases.available(week) / UNIT / day
        must = np.clip((latest.by(week) - done) / day, 0.0, available)
        ahead = np.where(latest.timed, AHEAD_DAYS, 0.0)
        track = np.clip((guide[:, week] - done) / day + ahead, must, available)
        staff_days[:, week] = staffing.solve(_wishes(must, track, available, must_worth), week)
        cases.work(week, staff_days[:, week])
        week_done(week)
    return Plan(staff_days, cases.finished)


def _wishes(must: Numbers, track: Numbers, available: Numbers, must_worth: Numbers) -> Wishes:
    """Days in whole steps: pressing, level with the guide, its last part, ahead of it, the last part of the stock."""
    pressing = np.ceil(must - ENOUGH)
    level = np.maximum(np.floor(track + ENOUGH), pressing)
    part = np.where(level < track, track - level, 0.0)
    part_day = (part > ENOUGH).astype(np.float64)
    there = np.maximum(np.floor(available + ENOUGH), level + part_day)
    last = np.where(there < available - ENOUGH, available - there, 0.0)
    full = np.minimum(np.maximum(available - level, 0.0), 1.0)
    return Wishes(
        days=np.array([pressing, level - pressing, part_day, there - level - part_day, np.sign(last)]),
        worth=np.array(
            [must_worth, np.full_like(must, TRACK), TRACK * part * full, np.full_like(must, AHEAD), AHEAD * last]
        ),
    )
