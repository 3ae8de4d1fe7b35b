"""Which specialised teams are open when, near what a relaxed plan puts into them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.errors import NoPlanError
from planner.formulation.columns import TeamColumns, team_columns
from planner.formulation.draft import Draft
from planner.formulation.rules.specialised_team import TeamArcs, add
from planner.solving.highs import whole_values

ENOUGH = 0.5
"""A team is worth opening for people in the relaxed plan who are more than this share of its least size."""


def whole_teams(f: Figures, arc_days: Numbers) -> NDArray[np.bool_]:
    """Z x T: the weeks in which each team is open, within every rule on teams.

    `arc_days` (A x T) are the staff-days of a relaxed plan that have work. A block with as many people in it as a team
    must have speaks for opening, one with none against it. Raises NoPlanError where there is no choice at all.
    """
    draft = Draft()
    columns = team_columns(draft, f)
    if not len(columns.team):
        return np.zeros_like(f.team_open)
    nobody = draft.columns("nobody", (["0"], [str(week) for week in f.weeks]), upper=0.0)
    one = np.zeros(1, dtype=np.intp)
    add(draft, f, columns, TeamArcs(nobody, one - 1, one > 0, np.ones(1)))
    linear = draft.finish()
    rows = np.concatenate([block.ids.ravel() for block in linear.row_blocks if block.name == "specialised_team_least"])
    lower = linear.row_lower.copy()
    lower[rows] = -np.inf  # who sits in them is not decided here
    people = _people(f, arc_days, columns)
    costs = np.zeros(len(linear.column_lower))
    costs[columns.is_open] = ENOUGH * np.maximum(f.teams.least[columns.team], 1) - people
    free = type(linear)(**{**linear.__dict__, "row_lower": lower})
    is_open = whole_values(free, costs, columns.is_open)
    if is_open is None:
        raise NoPlanError("no way to open teams within the rules on them")
    return open_weeks(f, columns, is_open > 0)


def open_weeks(f: Figures, columns: TeamColumns, is_open: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Z x T from the open blocks (F)."""
    return f.teams.weekly(tuple(is_open[columns.team == z] for z in range(len(f.teams))))


def _people(f: Figures, arc_days: Numbers, columns: TeamColumns) -> Numbers:
    """F: mean people in the team over the block."""
    inside = np.flatnonzero(f.arc_team >= 0)
    days = np.zeros(f.team_open.shape)
    np.add.at(days, f.arc_team[inside], arc_days[inside] * f.arc_people[inside, np.newaxis])
    found = []
    for z, block in zip(columns.team, columns.block, strict=True):
        weeks = f.teams.block[z] == block
        found.append(days[z, weeks].sum() / max(f.teams.full_days[weeks].sum(), 1e-9))
    return np.array(found)
