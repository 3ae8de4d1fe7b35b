"""People at the start of the next week: in service, in their course, in teams; what limits on hiring still leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.instance import (
    CourseStep,
    Hiring,
    HiringLimit,
    OpenTeam,
    Retraining,
    Staff,
    Team,
    Trainee,
    Transfer,
)
from planner.domain.intakes import HIRE, KINDS, MOVE
from planner.domain.supply import DAY_ROUNDING
from planner.domain.weeks import Week
from planner.weekly.happened import Happened

MEMORY = 4
"""Weeks for which a move counts for the limit on moves."""


@dataclass(frozen=True)
class WorkforceTables:
    """The tables of a new instance that say who is there."""

    staff: tuple[Staff, ...]
    trainees: tuple[Trainee, ...]
    hiring_limits: tuple[HiringLimit, ...]
    teams: tuple[Team, ...]
    open_teams: tuple[OpenTeam, ...]


def workforce_tables(f: Figures, happened: Happened) -> WorkforceTables:
    """The tables at the end of the first week of `f`, whose people and teams are those decided."""
    trainees, through = _trainees(f)
    staff = tuple(_staff(f, happened, trainees, through))
    teams, open_teams = _teams(f)
    return WorkforceTables(staff, trainees, tuple(_hiring_limits(f)), teams, open_teams)


def _trainees(f: Figures) -> tuple[tuple[Trainee, ...], Numbers]:
    """People in their course, and by pair (M) those who are through with it and count among the staff."""
    own, names = f.supply, f.supply.names
    position = {name: m for m, name in enumerate(names)}
    mark = {"evidence": "A" if f.instance.header.synthetic else "D", "source": f"State at the start of {f.weeks[1]}"}
    started = [*f.instance.trainees]
    for d in np.flatnonzero((own.taken > 0) & (own.intakes.week == 0)).tolist():
        pair, kind = int(own.intakes.pair[d]), own.intakes.kind[d]
        source = names[own.intakes.source[d]][0] if kind == MOVE else None
        course = _course(f, kind, names[pair], names[own.intakes.source[d]] if kind != HIRE else None)
        started.append(Trainee(*names[pair], f.weeks[0], course, source, float(own.taken[d]), **mark))
    learning, through = [], np.zeros(len(names))
    for row in started:
        m = position[row.location, row.group]
        people = row.people * float(own.stay[m])
        since = (f.weeks[1].monday - row.week.monday).days // 7
        if _at_full_output(f.instance.courses, row.course, since) and (row.from_location is None or since >= MEMORY):
            through[m] += people
        else:
            learning.append(replace(row, people=people))
    return tuple(learning), through


def _course(f: Figures, kind: str, joined: tuple[str, str], left: tuple[str, str] | None) -> str | None:
    """The course of those who started in the first week."""
    rows: dict[str, tuple[Hiring | Retraining | Transfer, ...]] = dict(
        zip(KINDS, (f.instance.hiring, f.instance.retraining, f.instance.transfers), strict=True)
    )
    week = f.weeks[0]
    for row in rows[kind]:
        goal = (
            getattr(row, "to_location", row.location),
            getattr(row, "to_group", row.group),
        )
        origin = None if kind == HIRE else (row.location, row.group)
        on_time = (week.monday - row.first.monday).days // 7 % row.every_weeks == 0
        if (goal, origin) == (joined, left) and row.first <= week <= row.last and on_time:
            return row.course
    raise LookupError(f"no row allows {kind} in {week}")


def _at_full_output(courses: tuple[CourseStep, ...], course: str | None, since: int) -> bool:
    """Whether somebody so many weeks after the start works as others do, and goes on to."""
    steps = sorted((row for row in courses if row.course == course), key=lambda row: row.from_week)
    if not steps:
        return True
    return since >= steps[-1].from_week and steps[-1].output - steps[-1].mentoring == 1


def _staff(f: Figures, happened: Happened, trainees: tuple[Trainee, ...], through: Numbers) -> Iterator[Staff]:
    """Those who are trained: who stayed of those before, less who left to start elsewhere, plus who is through."""
    own = f.supply
    stay, intakes = own.stay, own.intakes
    people = own.change[:, 0] * stay + through
    for d in np.flatnonzero((own.taken > 0) & (intakes.week == 0) & (intakes.source >= 0)):
        people[intakes.source[d]] -= own.taken[d] * stay[intakes.source[d]]
    learning = np.zeros(len(own.names))
    position = {name: m for m, name in enumerate(own.names)}
    for trainee in trainees:
        learning[position[trainee.location, trainee.group]] += trainee.people
    people = np.where(np.isnan(happened.people), people, happened.people - learning)
    supplied = own.staff_days[:, 0] / UNIT
    carried = supplied - np.floor(supplied + DAY_ROUNDING)
    rows = {(row.location, row.group): row for row in f.instance.staff}
    for m, name in enumerate(own.names):
        row = rows.get(name, Staff(*name, 0.0, source=f"State at the start of {f.weeks[1]}"))
        yield replace(row, people=max(float(people[m]), 0.0), carried_days=round(float(carried[m]), 6))


def _hiring_limits(f: Figures) -> Iterator[HiringLimit]:
    """What is left of each limit."""
    own = f.supply
    monday = f.weeks[0].monday
    hired = sum(
        int(count)
        for kind, week, count in zip(own.intakes.kind, own.intakes.week, own.taken, strict=True)
        if kind == HIRE and week == 0
    )
    for row in f.instance.hiring_limits:
        inside = row.first <= monday <= row.last
        yield replace(row, people=max(row.people - hired, 0)) if inside else row


def _teams(f: Figures) -> tuple[tuple[Team, ...], tuple[OpenTeam, ...]]:
    """Teams that are open go on, with their age; others may open when their next block of weeks begins."""
    following, since = f.weeks[1], {row.team: row for row in f.instance.open_teams}
    teams, open_teams = [], []
    for z, row in enumerate(f.instance.teams):
        last = row.last
        if f.team_open[z, 0]:
            if last >= following:
                teams.append(row)
                opened = OpenTeam(
                    row.team, f.weeks[0], evidence=row.evidence, source=f"State at the start of {following}"
                )
                open_teams.append(since.get(row.team, opened))
            continue
        first = max(row.first, following)
        late = (first.monday - _anchor(f, row).monday).days // 7 % row.every_weeks
        first = first.plus((row.every_weeks - late) % row.every_weeks)
        if first <= last:
            teams.append(replace(row, first=first) if first > row.first else row)
    return tuple(teams), tuple(open_teams)


def _anchor(f: Figures, row: Team) -> Week:
    """From where its blocks of weeks count: in a first horizon from its start, where the row begins before."""
    running = any(own.team == row.team for own in f.instance.open_teams)
    return row.first if running else max(row.first, f.weeks[0])
