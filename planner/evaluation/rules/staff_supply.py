"""People in service follow from those before, expected leavers and known changes."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """M x T in people: |people stated - (people before x (1 - leavers / weeks per year) + changes)|."""
    supply = view.figures.supply
    return np.abs(supply.people - view.people[supply.location, supply.group])
