"""Rounds of mending: a linear model says which days should change together, and a dive makes its answer whole.

The moves that the model may choose from follow from prices, and prices from its answer: so moves are added and it is
solved anew, a few times, before the dive.
"""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel
from planner.solving.best import Best, Staffed
from planner.solving.diving import ALONE, TOGETHER, Wholes, dived
from planner.solving.engine import Report, Step
from planner.solving.moves import Moves, carried_out, joined, sources, with_moves, worthwhile
from planner.solving.relaxation import answered
from planner.solving.windows import cleared, windows_needed

ROUNDS, PAYS = 6, 0.5
"""Rounds at most; a round pays that leaves less than such a share of what the levels that can be zero cost before."""

FEW = 8
"""Where no more windows are needed, and each level is within MUCH, they are for what is left."""

PRICED = 2
"""Times that a round works prices out anew."""

EARLY_DAYS = (2.0, 1.0)
"""Days of work that are kept early, for what making days whole costs: less of them once a round does not pay. The more
are kept, the more the model mends what is only late by them."""

MUCH = 2.0
"""The gap of trouble from which on another round follows one that did not pay: what is less than two floors is a matter
of windows."""

USED = 1e-4
"""Days from which on a move is kept for the next prices."""


def mended(best: Best, now: Staffed, gap: float, report: Report) -> Staffed:
    """Moves days, as long as that pays: the cheapest staff-days found."""
    early = list(EARLY_DAYS)
    for number in range(1, ROUNDS + 1):
        report(Step(f"mending, round {number}"))
        dives = ALONE if number == 1 and best.proves_beside else TOGETHER
        before, after = _trouble(best, now), _moved(best, now, early[0], dives)
        if after is not None and after.cost < now.cost:
            now = after
            best.offer(now)
        now = cleared(best, now, gap, report)
        if is_for_windows(best, now, gap):
            break
        if _trouble(best, now) > PAYS * before:
            early = early[1:] if best.gap_of_trouble >= MUCH else []
            if not early:
                break
    return now


def is_for_windows(best: Best, now: Staffed, gap: float) -> bool:
    """Whether so little is late or left, if anything, that a few windows are for it."""
    return best.gap_of_trouble <= gap or (best.gap_of_trouble < MUCH and windows_needed(best, now, gap) <= FEW)


def _trouble(best: Best, now: Staffed) -> float:
    """What the levels that can be zero cost, at their prices."""
    return float(best.trouble(now.model, priced=True) @ np.maximum(now.point.values, 0.0))


def _moved(best: Best, now: Staffed, early_days: float, dives: tuple[int, ...]) -> Staffed | None:
    """The staff-days with moves; None where no move is promising, or no solver had an answer."""
    f = best.f
    asked = _priced(best, now, early_days)
    if asked is None:
        return None
    moves, problem = asked
    own = wholes(f, moves, len(problem[1]) - len(moves))
    values = dived(*problem, own, dives)
    if values is None:
        return None
    changed, count = carried_out(f, now.staff_days, best.there, moves, np.rint(own.days(values)))
    return best.best_flows(changed) if count else None


def wholes(f: Figures, moves: Moves, first: int) -> Wholes:
    """What becomes whole where the moves' columns begin with `first`: fractions for a work in a week go together."""
    source, room = sources(f, moves)
    _, work = np.unique(f.arc_work[moves.getting] * len(f.weeks) + moves.week, return_inverse=True)
    columns, none = first + np.arange(len(moves)), np.zeros(0, dtype=np.intp)
    return Wholes(week=moves.week, columns=columns, less=none, group=work, source=source, room=room)


def _priced(best: Best, now: Staffed, early_days: float) -> tuple[Moves, tuple[LinearModel, Numbers]] | None:
    """The moves to choose from, after prices have been worked out anew, and the linear model with them."""
    f, model = best.f, now.model
    careful, charge = model.careful(f, early_days), best.charge_of_change(model)
    moves = worthwhile(f, now.staff_days, model.day_value(f, now.point), best.there)
    for _ in range(PRICED):
        if not len(moves):
            return None
        problem = with_moves(f, model, careful, now.costs, moves, charge)
        point = answered(*problem, near=np.inf)  # how near the best its prices are does not matter here
        if point is None:
            return None
        used = point.values[-len(moves) :] > USED
        moves = joined(moves.chosen(used), worthwhile(f, now.staff_days, model.day_value(f, point), best.there))
    return (moves, with_moves(f, model, careful, now.costs, moves, charge)) if len(moves) else None
