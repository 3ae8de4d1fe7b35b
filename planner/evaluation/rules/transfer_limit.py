"""No location loses more than a share of its people to others within four weeks."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.intakes import MOVE
from planner.domain.weeks import Week
from planner.evaluation.view import View

WEEKS = 4


def violation(view: View) -> Numbers:
    """R x T in people: moved away in the last four weeks - share x people in service, per row of the limits."""
    above = np.zeros((len(view.instance.transfer_limits), len(view.weeks)))
    for number, row in enumerate(view.instance.transfer_limits):
        moved = np.zeros(len(view.weeks))
        for (start, kind, _, _, from_location, _), count in view.started:
            if kind == MOVE and from_location == row.location:
                since = np.array([(week.monday - Week.parse(start).monday).days // 7 for week in view.weeks])
                moved += np.where((since >= 0) & (since < WEEKS), count, 0)
        people = view.people[view.location_position[row.location]].sum(axis=0)
        above[number] = moved - row.share * people
    return np.maximum(above, 0.0)
