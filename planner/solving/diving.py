"""Whole days for the moves of a linear model, week by week, the rest solved anew after every few.

To make all of them whole at once loses what a handful of them do together. Here those of the first weeks become whole,
the model answers with the moves of later ones, and so on: a dive, as integer solvers call it, along the weeks. How much
a dive loses is luck, so there are two of them beside each other, and the cheaper one counts.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import Ids, LinearModel
from planner.solving.highs import Corner
from planner.solving.moves import Moves, sources

TOGETHER, ALONE = (10, 6), (10,)
"""Moves in fractions that become whole before the rest is solved anew, in each dive: of two beside each other, or of
one where another core has something else to do."""

NEAREST, MOST = 0.5, 0.9
"""What is added to the fractions for a work in a week before they are rounded down: to the nearest, or nearly always
up. What lacks a part of a day in each of three stages is never done by the nearest."""

COSTS = 1e-3
"""Share of the cost from which on it is tried what else rounding could do."""

FRACTION = 1e-4
"""Days by which a move differs from whole ones at least, to be a fraction."""


class Dive(NamedTuple):
    """Whole days of each move (J), and what they and the flows cost; inf and none where no solver had an answer."""

    cost: float
    days: Numbers | None


def dived(
    f: Figures, linear: LinearModel, costs: Numbers, moves: Moves, at_once: tuple[int, ...] = TOGETHER
) -> Numbers | None:
    """J: whole days of each move, whose columns are the last of the model; None where no solver had an answer.

    There is a dive for each of `at_once`.
    """
    with ThreadPoolExecutor(max_workers=len(at_once)) as beside:
        dives = list(beside.map(partial(_dive, f, linear, costs, moves), at_once))
    return min(dives, key=lambda own: own.cost).days


def _dive(f: Figures, linear: LinearModel, costs: Numbers, moves: Moves, at_once: int) -> Dive:
    corner, columns = Corner(linear, costs), len(costs) - len(moves) + np.arange(len(moves))
    source, room = sources(f, moves)
    _, work = np.unique(f.arc_work[moves.getting] * len(f.weeks) + moves.week, return_inverse=True)
    left = np.ones(len(moves), dtype=bool)
    while left.any() and corner.cost < np.inf:
        days = np.maximum(corner.values[columns], 0.0)
        weeks = np.sort(moves.week[left & (np.abs(days - np.rint(days)) > FRACTION)])
        last = weeks[at_once - 1] if len(weeks) > at_once else len(f.weeks)
        now = np.flatnonzero(left & (moves.week <= last))
        ways = [_whole(days[now], work[now], source[now], room, more) for more in (NEAREST, MOST)]
        _hold(corner, columns[now], [*ways, np.floor(days[now] + FRACTION)])
        left[now] = False
    return Dive(corner.cost, np.rint(corner.values[columns]) if corner.cost < np.inf else None)


def _hold(corner: Corner, columns: Ids, ways: list[Numbers]) -> None:
    """Holds the columns at the first of the ways that costs next to nothing, or else at the cheapest.

    The last is taken only where the others break a rule: they may take more from a work than it has.
    """
    before, cost = corner.cost, corner.hold(columns, ways[0])
    if cost > before + COSTS * abs(before) and corner.hold(columns, ways[1]) > cost:
        corner.hold(columns, ways[0])
    if corner.cost == np.inf:
        corner.hold(columns, ways[-1])


def _whole(days: Numbers, work: Ids, source: Ids, room: Numbers, more: float) -> Numbers:
    """Whole days: for each work the sum of its fractions and `more`, the largest of them first, while days are there.

    `work` and `source` have a number for each move, `room` the days of each source.
    """
    found = np.floor(days + FRACTION)
    fraction = np.maximum(days - found, 0.0)
    wanted = np.floor(np.bincount(work, fraction) + more)
    free = room - np.bincount(source, found, minlength=len(room))
    for j in np.argsort(-fraction, kind="stable"):
        if fraction[j] > FRACTION and wanted[work[j]] >= 1 and free[source[j]] >= 1:
            found[j] += 1
            wanted[work[j]] -= 1
            free[source[j]] -= 1
    return found
