"""What is late or left is repaired by an integer model of the weeks around it.

Staff-days move by whole days inside a few weeks; flows of cases are free there and for some weeks after, and stand
outside. So the model is small, knows every rule, and what it finds holds as it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel
from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.highs import whole_days
from planner.solving.moves import Moves, carried_out, with_moves, worthwhile

BEFORE, AFTER = 6, 6
"""Weeks before and from the first trouble in which days may move."""

SETTLING = 12
"""Weeks behind those in which flows may still differ."""

MOST_MOVES = 1200
"""Moves to choose from in a window."""

PASSES = 4
"""How often the horizon is walked through, at most."""

SPECK = 0.01
"""Up to this many cases or case-weeks in a week are nothing to repair."""

HAIR = 1e-3
"""Cases by which flows outside a window may differ from what they are: what solvers leave open."""


def repaired(best: Best, now: Staffed, gap: float, report: Report) -> None:
    """Walks through the weeks and repairs what is late or left, pass after pass, until it is within the gap."""
    for number in range(1, PASSES + 1):
        before, week = now, 0
        while best.gap_of_flows > gap:
            troubled = np.flatnonzero(_trouble(best, now)[week:] > SPECK)
            if not len(troubled):
                break
            first = week + int(troubled[0])
            report(Step(f"repair {number}, week {best.f.weeks[first]}"))
            now = _window(best, now, max(first - BEFORE * number, 0), first + AFTER)
            best.offer(now)
            week = first + AFTER
        if best.gap_of_flows <= gap or now is before:
            return


def _trouble(best: Best, now: Staffed) -> Numbers:
    """T: what counts in the levels before euro, in the week in which it shows."""
    f = best.f
    values = np.maximum(now.point.values, 0.0)
    counted = sum(best.before_money(now.model.costs(f, best.policy)), np.zeros(len(values))) * values
    weeks = now.model.weeks_of_columns(f)
    dated = weeks >= 0
    trouble: Numbers = np.bincount(weeks[dated], counted[dated], minlength=len(f.weeks)).astype(np.float64)
    return trouble


def _window(best: Best, now: Staffed, first: int, end: int) -> Staffed:
    """The staff-days with the best whole moves in weeks from `first` to before `end`; as they were where none helps."""
    f, model = best.f, now.model
    inside = np.zeros(len(f.weeks), dtype=bool)
    inside[first:end] = True
    there = f.supply.whole_days + best.overtime
    value = np.where(inside, model.day_value(f, now.point), 0.0)
    moves = _first(worthwhile(f, now.staff_days, value, there, alike=MOST_MOVES), MOST_MOVES)
    if not len(moves):
        return now
    open_weeks = np.zeros(len(f.weeks), dtype=bool)
    open_weeks[first : end + SETTLING] = True
    linear, costs = with_moves(f, model, _still(now, open_weeks), now.costs, moves)
    days = whole_days(linear, costs, len(moves), start=np.append(now.point.values, np.zeros(len(moves))))
    if days is None or not days.any():
        return now
    changed, _ = carried_out(f, now.staff_days, there, moves, days)
    after = best.best_flows(changed)
    return now if after is None or after.cost >= now.cost else after


def _first(moves: Moves, most: int) -> Moves:
    return moves.chosen(np.arange(len(moves)) < most)


def _still(now: Staffed, open_weeks: NDArray[np.bool_]) -> LinearModel:
    """The flows with those outside the open weeks as they stand."""
    model = now.model
    still = np.concatenate(
        [model.flow.finished[:, ~open_weeks].ravel(), model.apart.done[~open_weeks[model.apart.week]]]
    )
    lower, upper = model.linear.column_lower.copy(), model.linear.column_upper.copy()
    lower[still] = np.maximum(now.point.values[still] - HAIR, lower[still])
    upper[still] = np.minimum(now.point.values[still] + HAIR, upper[still])
    return LinearModel(**{**model.linear.__dict__, "column_lower": lower, "column_upper": upper})
