"""No location loses more than a share of its people to others within four weeks."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.intakes import MOVE
from planner.domain.weeks import Week
from planner.evaluation.view import View

WEEKS = 4


def violation(view: View) -> Numbers:
    """R x T in people: moved away in the last four weeks - share x people in service, per row of the limits.

    Moves before the horizon count, but where they alone are too many nobody is asked back.
    """
    above = np.zeros((len(view.instance.transfer_limits), len(view.weeks)))
    for number, row in enumerate(view.instance.transfer_limits):
        moved = np.zeros(len(view.weeks))
        for (start, kind, _, _, from_location, _), count in view.started:
            if kind == MOVE and from_location == row.location:
                since = np.array([(week.monday - Week.parse(start).monday).days // 7 for week in view.weeks])
                moved += np.where((since >= 0) & (since < WEEKS), count, 0)
        people = view.people[view.location_position[row.location]].sum(axis=0)
        anyway = view.there_anyway[view.location_position[row.location]].sum(axis=0)
        left = np.maximum(row.share * anyway - _moved_before(view, row.location), 0.0)
        above[number] = moved - left - row.share * (people - anyway)
    return np.maximum(above, 0.0)


def _moved_before(view: View, location: str) -> Numbers:
    """T: people who moved away before the horizon and less than four weeks before the week."""
    moved = np.zeros(len(view.weeks))
    for row in view.instance.trainees:
        if row.from_location == location:
            since = np.array([(week.monday - row.week.monday).days // 7 for week in view.weeks])
            moved += np.where(since < WEEKS, row.people, 0.0)
    return moved
