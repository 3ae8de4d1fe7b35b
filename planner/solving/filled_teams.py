"""Teams that lack people are filled up to their least size, by days of people who could work in them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts

NEARLY = 1e-9
"""People up to which a team lacks nobody."""


def filled(f: Figures, staff_days: NDArray[np.int64], there: Counts) -> NDArray[np.int64]:
    """A x T: the staff-days with those that open teams lack, of people who are `there` (M x T, in days).

    Idle days come first, then those of the work outside teams with most days; they go to the work of the team that
    most days stand on. What nobody can fill stays as it is.
    """
    days = staff_days.copy()
    inside = np.flatnonzero(f.arc_team >= 0)
    people = np.zeros(f.team_open.shape)
    np.add.at(people, f.arc_team[inside], days[inside] * f.arc_people[inside, np.newaxis])
    lacking = (f.teams.least[:, np.newaxis] * f.teams.full_days - people) * f.team_open
    for z, t in np.argwhere(lacking > NEARLY).tolist():
        own = np.flatnonzero((f.arc_team == z) & f.arc_there[:, t])
        order = own[np.argsort(-days[own, t], kind="stable")]
        left = float(lacking[z, t])
        while left > NEARLY:
            found = next((pair for arc in order if (pair := _giver(f, days, there, int(arc), t)) is not None), None)
            if found is None:
                break
            getting, giving = found
            days[getting, t] += 1
            if giving >= 0:
                days[giving, t] -= 1
            left -= float(f.arc_people[getting])
    return days


def _giver(f: Figures, days: NDArray[np.int64], there: Counts, arc: int, t: int) -> tuple[int, int] | None:
    """The arc of a team with the one outside that gives it a day, below zero an idle one; None where there is none."""
    same = f.arc_pair == f.arc_pair[arc]
    if days[same, t].sum() < there[f.arc_pair[arc], t]:
        return arc, -1
    outside = np.flatnonzero(same & (f.arc_team < 0) & (days[:, t] > 0))
    return (arc, int(outside[np.argmax(days[outside, t])])) if len(outside) else None
