"""Staff-days against the plan in force, counted from the rows of the instance and the decisions once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from planner.domain.grid import Counts, Numbers
from planner.evaluation.view import View

Place = tuple[str, str, str, str, str]
"""Location, group, team (empty outside teams), stream of the instance and stage."""


def changed_days(view: View, first: int, last: int, first_nuisance: int, last_nuisance: int) -> Numbers:
    """T in staff-days: taken from works or added to them in the weeks from first to before last; a lane has its own.

    All zero where there is no plan in force.
    """
    changed = np.zeros(len(view.weeks))
    if not view.instance.in_force:
        return changed
    weeks = {week: t for t, week in enumerate(view.weeks)}
    nuisance = {row.stream for row in view.instance.streams if row.lane == "nuisance"}
    planned: Counter[tuple[int, Place]] = Counter()
    for where, days in _planned(view):
        planned[where] += days
    for row in view.instance.in_force:
        place: Place = row.location, row.group, row.team or "", row.stream, row.stage
        planned[weeks[row.week], place] -= row.staff_days
    for (t, place), days in planned.items():
        from_week, until = (first_nuisance, last_nuisance) if place[3] in nuisance else (first, last)
        if from_week <= t < until:
            changed[t] += abs(days)
    return changed


def _planned(view: View) -> Iterator[tuple[tuple[int, Place], int]]:
    locations = [row.location for row in view.instance.locations]
    groups = [row.group for row in view.instance.groups]
    for days, names in ((view.staff_days, [(name, "") for name in locations]), (view.team_days, _teams(view))):
        for at, count in _nonzero(days):
            location, team = names[at[0]]
            yield (at[3], (location, groups[at[1]], team, *view.works[at[2]])), count


def _teams(view: View) -> list[tuple[str, str]]:
    return [(row.location, row.team) for row in view.instance.teams]


def _nonzero(days: Counts) -> Iterator[tuple[tuple[int, ...], int]]:
    for at in np.argwhere(days).tolist():
        yield tuple(at), int(days[tuple(at)])
