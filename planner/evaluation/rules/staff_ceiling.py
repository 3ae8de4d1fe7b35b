"""People in service stay below the ceiling of the budget year."""

from __future__ import annotations

import numpy as np

from planner.domain.column import ALL
from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """C x T in people: people in service in the scope of each ceiling above it, in weeks that start in its year."""
    above = np.zeros((len(view.instance.ceilings), len(view.weeks)))
    for number, row in enumerate(view.instance.ceilings):
        people = np.zeros(len(view.weeks))
        for location, place in view.location_position.items():
            for group, own in view.group_position.items():
                if row.location in (ALL, location) and row.group in (ALL, group):
                    people += view.people[place, own]
        inside = np.array([row.first <= week.monday <= row.last for week in view.weeks])
        above[number] = np.where(inside, people - row.people, 0.0)
    return np.maximum(above, 0.0)
