"""People who start and teams that open, drawn at random within the rules."""

import random

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.domain.teams import CLOSED, FREE, NEVER, TOLD_OPEN
from planner.evaluation.rules import RULES, specialised_team
from planner.evaluation.view import view

ON_PEOPLE = ("staff_supply", "staff_ceiling", "hiring_intake", "transfer_limit")


def starters(figures: Figures, order: random.Random) -> NDArray[np.int64]:
    """D: for up to six intakes at random a number of people, where it breaks no rule on people."""
    taken = figures.supply.intakes.least.copy()
    free = np.flatnonzero(figures.supply.intakes.least == 0).tolist()
    for d in order.sample(free, min(6, len(free))):
        drawn = taken.copy()
        drawn[d] = order.randint(1, max(int(figures.supply.intakes.most[d]), 1))
        if keeps_the_rules_on_people(figures, drawn):
            taken = drawn
    return taken


def open_teams(figures: Figures, order: random.Random) -> NDArray[np.bool_]:
    """Z x T: some teams, open from a moment at random to their end, where that breaks no rule while they are empty."""
    is_open = (figures.teams.age != CLOSED)[:, np.newaxis] & (figures.teams.block != NEVER)
    for z, t in np.argwhere(figures.teams.told != FREE).tolist():
        is_open[z, t:] = (figures.teams.told[z, t] == TOLD_OPEN) & (figures.teams.block[z, t:] != NEVER)
    for z in np.flatnonzero(figures.teams.age == CLOSED):
        drawn = is_open.copy()
        start = order.choice(figures.teams.starts[z].tolist()) if len(figures.teams.starts[z]) else len(figures.weeks)
        drawn[z, start:] = figures.teams.block[z, start:] != NEVER
        idle = Plan(
            np.zeros((len(figures.arc_pair), len(figures.weeks)), dtype=np.int64),
            np.zeros((len(figures.instance.locations), len(figures.tasks), len(figures.weeks)), dtype=np.int64),
            team_open=drawn,
        )
        if order.random() < 0.7 and not specialised_team.violation(view(figures, idle)).any():
            is_open = drawn
    return is_open


def keeps_the_rules_on_people(figures: Figures, taken: NDArray[np.int64]) -> bool:
    arcs, tasks, weeks = len(figures.arc_pair), len(figures.tasks), len(figures.weeks)
    idle = Plan(
        np.zeros((arcs, weeks), dtype=np.int64),
        np.zeros((len(figures.instance.locations), tasks, weeks), dtype=np.int64),
        taken,
    )
    judged = view(figures, idle)
    return all(rule.violation(judged).max(initial=0.0) <= rule.tolerance for rule in RULES if rule.name in ON_PEOPLE)
