"""Days that are moved one by one for what is late or left, each tried out on the flows.

A price says what the next hour is worth, not what a whole day brings: taken from work that is just in time it may lose
more than it gains. So what a move does is found by solving the flows again, from the corner where they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.draft import Ids
from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.highs import Corner
from planner.solving.moves import IDLE
from planner.solving.standing import may_move

WEEKS_BACK, WEEKS_TRIED, GIVERS = 12, 3, 10
"""Weeks before trouble in which a day may help; of those, the weeks tried for each work; and works that may give the
day there."""

TRIALS, MOST_TRIALS = 40, 300
"""Moves tried out for each trouble, and for all of them."""

NEARLY_WORTH = 0.5
"""A week is tried for a work when a day is worth such a share there of what it is worth in its best week."""

WORTH_IT, NEARLY_ALL = 0.03, 0.8
"""A day has to bring such a share of what the levels are beyond the gap; and no other is tried once one brings such a
share of what the trouble costs."""


class Move(NamedTuple):
    """A day in a week from an arc, or IDLE, to another."""

    giving: int
    getting: int
    week: int


def moved_singly(best: Best, gap: float, report: Report) -> None:
    """Moves days one by one as long as one helps and the levels that can be zero are beyond the gap."""
    given_up: set[tuple[int, int]] = set()
    left = MOST_TRIALS
    while (now := best.staffed) is not None and best.gap_of_trouble > gap and left > 0:
        trouble = trouble_of_streams(best, now, gap)
        trouble[tuple(np.array(sorted(given_up), dtype=np.intp).reshape(-1, 2).T)] = 0.0
        least = WORTH_IT * best.beyond(gap)
        if trouble.max(initial=0.0) <= least:
            return
        stream, week = np.unravel_index(int(np.argmax(trouble)), trouble.shape)
        report(Step(f"single days, week {best.f.weeks[week]}"))
        moves = list(islice(_promising(best, now, int(stream), int(week)), min(TRIALS, left)))
        tried, move = _best_of(now, best.f, moves, least, NEARLY_ALL * trouble[stream, week])
        left -= max(tried, 1)
        after = None if move is None else best.best_flows(_moved(now.staff_days, move))
        if after is None or not best.offer(after):
            given_up.add((int(stream), int(week)))


def trouble_of_streams(best: Best, now: Staffed, gap: float) -> Numbers:
    """K x T: what each stream's cases cost in the levels that can be zero and are beyond the gap, where it shows."""
    f, flow = best.f, now.model.flow
    counted = best.trouble_beyond(now, gap, priced=True)
    trouble = np.zeros((len(f.streams), len(f.weeks)))
    for columns in (flow.late, flow.reaction_late, flow.screening_late):
        trouble += np.where(columns >= 0, counted[columns], 0.0)
    trouble[f.old, min(max(f.clearance - 1, 0), len(f.weeks) - 1)] += counted[flow.left[f.old]]
    return trouble


def _best_of(now: Staffed, f: Figures, moves: list[Move], least: float, enough: float) -> tuple[int, Move | None]:
    """How many moves were tried out, and the one that gains most; None where none gains more than `least`.

    No more are tried once one gains `enough`.
    """
    corner, rows = Corner(now.model.linear, now.costs, few=True), now.model.rows_of_arcs()
    most, chosen, tried = least, None, 0
    for move in moves:
        tried += 1
        arcs = [move.getting] + ([move.giving] if move.giving != IDLE else [])
        gain = corner.gain(rows[arcs, move.week], f.arc_hours[arcs] * [1.0, -1.0][: len(arcs)])
        if gain > most:
            most, chosen = gain, move
        if most >= enough:
            break
    return tried, chosen


def _moved(staff_days: NDArray[np.int64], move: Move) -> NDArray[np.int64]:
    days = staff_days.copy()
    days[move.getting, move.week] += 1
    if move.giving != IDLE:
        days[move.giving, move.week] -= 1
    return days


def _promising(best: Best, now: Staffed, stream: int, week: int) -> Iterator[Move]:
    """Moves to the works of a stream that prices speak for, the likeliest first; no work gives twice in a week."""
    f = best.f
    value = now.model.day_value(f, now.point)
    idle = best.there.copy()
    np.subtract.at(idle, f.arc_pair, now.staff_days)
    first = max(week - WEEKS_BACK, 0)
    dear = np.zeros((len(f.works), week + 1 - first))
    np.maximum.at(dear, f.arc_work, np.where(f.arc_there, value, 0.0)[:, first : week + 1])
    own = np.unique(f.work_of_task[np.isin(f.stream_of_task, _feeding(f, stream))])
    for work in own[np.argsort(-dear[own].max(axis=1), kind="stable")]:
        good = np.flatnonzero(dear[work] >= NEARLY_WORTH * dear[work].max())
        if dear[work].max() > 0:
            for at in good[np.unique(np.linspace(len(good) - 1, 0, WEEKS_TRIED).astype(np.intp))][::-1]:
                yield from _givers(f, now.staff_days, value, idle[:, first + at], int(work), int(first + at))


def _feeding(f: Figures, stream: int) -> list[int]:
    """The stream, and those whose cases become cases of it."""
    of_task = f.stream_of_task
    return [stream, *(int(of_task[own.source]) for own in f.conversions if of_task[own.target] == stream)]


def _givers(
    f: Figures, staff_days: NDArray[np.int64], value: Numbers, idle: Ids, work: int, week: int
) -> Iterator[Move]:
    """Moves to a work in a week: idle days first, then from the works with most days, where those are worth less."""
    free = f.arc_most_share >= 1
    found: dict[int, tuple[float, Move]] = {}
    for getting in np.flatnonzero((f.arc_work == work) & f.arc_there[:, week] & free):
        pair, team = f.arc_pair[getting], f.arc_team[getting]
        crew = (f.arc_pair == pair) & (f.arc_team == team) & free & (f.arc_work != work)
        crew &= (staff_days[:, week] > 0) & (value[:, week] < value[getting, week])
        for giving in ([IDLE] if team < 0 and idle[pair] > 0 else []) + np.flatnonzero(crew).tolist():
            giver = IDLE if giving == IDLE else int(f.arc_work[giving])
            days = np.inf if giving == IDLE else float(staff_days[f.arc_work == giver, week].sum())
            if giver not in found and may_move(f, np.array([giving]), np.array([getting]), np.array([week]))[0]:
                found[giver] = (days, Move(giving, int(getting), week))
    yield from (move for _, move in sorted(found.values(), key=lambda own: -own[0])[:GIVERS])
