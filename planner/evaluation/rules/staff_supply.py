"""People in service follow from those before, expected leavers, known changes and those who start."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """M x T in people, the worst of three.

    |people stated - (people before x (1 - leavers / weeks per year) + changes + starters - those who left)|; the same
    for the trained people's worth of work among them; and work below zero, where there would be none less if nobody
    started or left by decision.
    """
    supply = view.figures.supply
    people, working = view.people[supply.location, supply.group], view.working[supply.location, supply.group]
    wrong = np.maximum(np.abs(supply.people - people), np.abs(supply.working - working))
    anyway = view.there_anyway[supply.location, supply.group]
    return np.maximum(wrong, np.minimum(anyway, 0.0) - working)
