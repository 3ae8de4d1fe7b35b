"""A relaxed plan of an instance to follow, with whole people and teams decided along it."""

from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.instance import Instance
from planner.domain.policy import SHIPPED
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.relaxed import relaxation
from planner.solving.best import Best
from planner.solving.bounds import Bounds
from planner.solving.guide import Guide, guide
from planner.solving.intake_choice import whole_intakes
from planner.solving.team_choice import whole_teams


@dataclass(frozen=True)
class Guided:
    figures: Figures
    along: Guide


def guided(instance: Instance) -> Guided:
    f = figures(instance)
    grouped = classes(f)
    exact = relaxation(f, grouped, choices=True)
    point = Bounds(f, SHIPPED, exact).solve()
    assert point is not None
    along = guide(f, grouped, exact, point)
    taken = whole_intakes(f, point.values[exact.people.started]) if len(f.supply.intakes) else f.supply.taken
    is_open = whole_teams(f, along.arc_days) if len(f.teams) else f.team_open
    return Guided(f.decided(taken, is_open), along)


def silent(_event: object) -> None:
    """Nobody listens."""


def best_of(f: Figures) -> Best:
    """No plan yet, with every bound of the relaxation."""
    bounds = Bounds(f, SHIPPED, relaxation(f, classes(f), choices=True))
    assert bounds.solve() is not None
    bounds.wait()
    return Best(f, SHIPPED, bounds, silent)


def of_pairs(f: Figures, staff_days: np.ndarray) -> np.ndarray:
    """M x T: staff-days of each pair."""
    days = np.zeros(f.supply.whole_days.shape, dtype=staff_days.dtype)
    np.add.at(days, f.arc_pair, staff_days)
    return days


def of_crews(f: Figures, staff_days: np.ndarray) -> np.ndarray:
    """M x (1 + Z) x T: staff-days of each pair outside teams, then in each of them."""
    days = np.zeros((len(f.supply.names), 1 + len(f.teams), len(f.weeks)), dtype=staff_days.dtype)
    np.add.at(days, (f.arc_pair, f.arc_team + 1), staff_days)
    return days
