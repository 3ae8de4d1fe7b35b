"""Rounds of mending: a linear model says which days should change together, and whole days are made of its answer.

The moves that the model may choose from follow from prices, and prices from its answer: so moves are added and it is
solved anew, a few times, before whole days are made.
"""

from __future__ import annotations

import dataclasses

import numpy as np

from planner.domain.grid import Numbers
from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.guide import Guide
from planner.solving.moves import Moves, carried_out, in_part, joined, with_moves, worthwhile
from planner.solving.relaxation import Point, answered
from planner.solving.rounding import rounded

ROUNDS, PAYS = 4, 0.5
"""Rounds at most; another one follows where this one left less than such a share of what the levels that can be zero
were beyond the gap."""

PRICED = 3
"""Times that a round works prices out."""

EARLY_DAYS = 2.0
"""Days of work that are kept early: what making days whole costs."""

USED = 1e-4
"""Days from which on a move is kept for the next prices."""


def mended(best: Best, along: Guide | None, gap: float, report: Report) -> Staffed | None:
    """Moves days, as long as that pays: the cheapest staff-days found; None where there is no plan.

    `along` is the guide that they follow; without one they stay what they are where no whole day is worth a move.
    """
    now = best.staffed
    if now is None:
        return None
    for number in range(1, ROUNDS + 1):
        report(Step(f"mending, round {number}"))
        beyond, after = best.beyond(gap), _moved(best, now, along)
        if after is None or after.cost >= now.cost:
            break
        now = after
        best.offer(now)
        if best.beyond(gap) > PAYS * beyond:
            break
    return now


def _moved(best: Best, now: Staffed, along: Guide | None) -> Staffed | None:
    """The staff-days with moves, the cheaper of the ways to make days whole; None where no move is promising."""
    f = best.f
    answer = _priced(best, now)
    if answer is None:
        return None
    moves, point = answer
    days = point.values[-len(moves) :]
    changed, count = carried_out(f, now.staff_days, best.there, moves, days)
    ways = [changed] if count else []
    if along is not None:
        ways.append(rounded(f, _guide(best, along, in_part(now.staff_days, moves, days), now, point)))
    found = [after for after in map(best.best_flows, ways) if after is not None]
    return min(found, key=lambda after: after.cost, default=None)


def _priced(best: Best, now: Staffed) -> tuple[Moves, Point] | None:
    """The moves to choose from, after prices have been worked out anew, and the linear model's answer."""
    f, model = best.f, now.model
    careful = model.careful(f, EARLY_DAYS)
    moves = worthwhile(f, now.staff_days, model.day_value(f, now.point), best.there)
    for left in range(PRICED - 1, -1, -1):
        if not len(moves):
            return None
        problem = with_moves(f, model, careful, now.costs, moves, best.price_of_change)
        point = answered(*problem, corner=not left)
        if point is None:
            return None
        if left:
            used = point.values[-len(moves) :] > USED
            moves = joined(moves.chosen(used), worthwhile(f, now.staff_days, model.day_value(f, point), best.there))
    return None if point is None else (moves, point)


def _guide(best: Best, along: Guide, arc_days: Numbers, now: Staffed, point: Point) -> Guide:
    """What the model's answer asks for, as a guide to round along."""
    f, flow = best.f, now.model.flow
    per_day = f.hours / along.day_hours[:, np.newaxis]
    return dataclasses.replace(
        along,
        arc_days=arc_days,
        work=np.maximum(point.values[flow.finished], 0.0) * per_day,
        on_hand=np.maximum(point.values[flow.waiting], 0.0) * per_day,
        overtime=best.overtime,
    )
