"""Hours per case: of staff, rooms and interpreters, and what changes them in the course of the horizon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from planner.domain.column import ALL
from planner.domain.grid import Indices, Numbers
from planner.domain.instance import Instance, Work
from planner.domain.tasks import Tasks
from planner.domain.weeks import WORKING_DAYS, Week, working_days_between


@dataclass(frozen=True)
class Hours:
    """Hours per finished case at normal output. N tasks, L locations."""

    normal: Numbers  # N, of staff, no-show and written enquiries included
    heard: Numbers  # N, of those the hours with an interpreter: hearings without the written part
    place: Numbers  # L x N, staff hours at the location for each of `normal`: its own no-show
    place_heard: Numbers  # L x N, hours with a room at the location
    lag: Indices  # N, weeks before the next task of the stream can start


def hours(instance: Instance, tasks: Tasks) -> Hours:
    """The hours of every task, with the ordinary no-show and with that of each location."""
    work = {(row.stream, row.stage): row for row in instance.work}
    rows = [work[task] for task in tasks.bases()]
    ordinary = np.array([row.no_show for row in rows])
    normal, heard = _with_no_show(instance, rows, ordinary)
    there, heard_there = _with_no_show(instance, rows, _no_show_factor(instance, tasks) * ordinary)
    return Hours(
        normal=normal,
        heard=heard,
        place=there / normal,
        place_heard=heard_there,
        lag=np.array([row.lag_weeks for row in rows], dtype=np.intp),
    )


def hours_change(instance: Instance, tasks: Tasks) -> Numbers:
    """N x T: the product of all changes of the task's hours on a day, its mean over the five working days of a week."""
    days = [week.monday + timedelta(days=day) for week in instance.weeks for day in range(WORKING_DAYS)]
    change = np.ones((len(tasks), len(days)))
    for row in instance.hours_changes:
        inside = np.array([row.first <= day and (row.last is None or day <= row.last) for day in days])
        change[np.ix_(tasks.touched(row.stream, row.stage), inside)] *= row.factor
    weekly: Numbers = change.reshape(len(tasks), len(instance.weeks), WORKING_DAYS).mean(axis=2)
    return weekly


def output(instance: Instance) -> Numbers:
    """T: output of a net hour in each week as a share of normal, the mean over its working days."""
    return np.array([_output(instance, week) for week in instance.weeks])


def _output(instance: Instance, week: Week) -> float:
    output = 1.0
    for row in instance.productivity:
        output += (row.output - 1) * working_days_between(week, row.first, row.last) / WORKING_DAYS
    return output


def _no_show_factor(instance: Instance, tasks: Tasks) -> Numbers:
    """L x N: no-show at the location as a share of the ordinary one."""
    locations = {row.location: index for index, row in enumerate(instance.locations)}
    factor = np.ones((len(locations), len(tasks)))
    for place in sorted(instance.places, key=lambda row: row.stage != ALL):  # a row for one stage goes first
        factor[locations[place.location], tasks.touched(place.stream, place.stage)] = place.no_show_factor
    return factor


def _with_no_show(instance: Instance, rows: list[Work], no_show: Numbers) -> tuple[Numbers, Numbers]:
    """Staff hours, and of a hearing those with an appointment: in a room, with an interpreter."""
    factor = instance.header.hours_factor
    full: Numbers = np.array([(1 - row.written_share) * row.hours * factor for row in rows]) / (1 - no_show)
    written = np.array([row.written_share * (row.written_hours or 0.0) * factor for row in rows])
    return full + written, full * np.array([float(row.stage == "hearing") for row in rows])
