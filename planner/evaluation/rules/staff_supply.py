"""People in service follow from those before, expected leavers, known changes and those who start."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """M x T in people, the worst of three.

    |people stated - (people before x (1 - leavers / weeks per year) + changes + starters - those who left)|, where no
    more go by a known change than are there; the same for the trained people's worth of work among them; and work
    below zero.
    """
    supply = view.figures.supply
    people, working = view.people[supply.location, supply.group], view.working[supply.location, supply.group]
    wrong = np.maximum(np.abs(supply.people - people), np.abs(supply.working - working))
    return np.maximum(wrong, -working)
