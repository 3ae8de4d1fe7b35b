"""Specialised teams: staff only while they are open, within their size, for as long as they must, and not too many."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.instance import Team
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """In people or teams: per team and week, then per limit of a location and week.

    A team: people while it is closed; people above its most or below its least while it is open; each staff-day in a
    week without working days, as a person; 1 in every week in which it opens or closes when it may not, is open outside
    its period, closes before its shortest life is over, or begins a block of weeks otherwise than its people have been
    told. A limit: open teams above it.
    """
    rows = [_of_team(view, z, row) for z, row in enumerate(view.instance.teams)]
    for limit in view.instance.team_limits:
        here = [row.location == limit.location for row in view.instance.teams]
        rows.append(view.figures.team_open[here].sum(axis=0) - limit.teams)
    return np.maximum(np.array(rows, dtype=np.float64).reshape(len(rows), len(view.weeks)), 0.0)


def _of_team(view: View, z: int, row: Team) -> Numbers:
    """T."""
    is_open = view.figures.team_open[z]
    people = _people(view, z)
    works = view.figures.teams.full_days > 0
    least, most = np.where(works, row.least, 0), np.where(works, row.most, 0)
    size: Numbers = np.where(is_open, np.maximum(people - most, least - people), np.abs(people))
    wrong: Numbers = np.maximum(size, _badly_timed(view, row, is_open))
    return wrong


def _people(view: View, z: int) -> Numbers:
    """T: staff-days of the week over those of somebody who is wholly deployable, by the share of each group.

    In a week without working days, in which nobody can be there, over one.
    """
    share = np.array([group.deployable_share for group in view.instance.groups])
    days = (view.team_days[z].sum(axis=1) / np.maximum(share, 1e-9)[:, None]).sum(axis=0)
    full = view.figures.teams.full_days
    people: Numbers = days / np.where(full > 0, full, 1.0)
    return people


def _badly_timed(view: View, row: Team, is_open: np.ndarray) -> Numbers:
    """T: 1 where the team is open or changes against its times."""
    since_before = next((own.since for own in view.instance.open_teams if own.team == row.team), None)
    start = (row.first if since_before else max(row.first, view.weeks[0])).monday
    inside = np.array([row.first <= week <= row.last for week in view.weeks])
    since = np.array([(week.monday - start).days // 7 for week in view.weeks])
    wrong = is_open & ~inside
    changed = np.diff(is_open.astype(np.int8), prepend=np.int8(since_before is not None)) != 0
    wrong |= changed & inside & (since % row.every_weeks != 0)
    life = -(-row.least_weeks // row.every_weeks) * row.every_weeks
    if since_before:
        must = slice(0, max(life - (view.weeks[0].monday - since_before.monday).days // 7, 0))
        wrong[must] |= inside[must] & ~is_open[must]
    for opened in np.flatnonzero(changed & is_open):
        must = slice(int(opened), int(opened) + life)
        wrong[must] |= inside[must] & ~is_open[must]
    for told in view.instance.told_teams:
        if told.team == row.team:
            t = view.weeks.index(told.week)
            wrong[t] |= is_open[t] != told.open
    badly: Numbers = wrong.astype(np.float64)
    return badly
