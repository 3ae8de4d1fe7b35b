"""Staff-days that could be put on other work, chosen by prices: columns of a linear model that says which are worth it.

The prices are those of the best flows that the staff-days allow. One price says what one day would bring; how many days
of how many tasks should change together only a linear model can say, and it says so in fractions. Those that are nearly
whole are carried out, and the next model begins from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.formulation.draft import Ids, LinearModel
from planner.solving.fixed_staff import FixedStaff
from planner.solving.standing import further, may_move

IDLE = -1
"""The arc from which a day comes that nobody works."""

GIVERS, BUSIEST, GETTERS = 3, 3, 4
"""Arcs of a crew that give days in a week: those where a day is worth least, and those with most days, since the first
may be worth nothing only as long as they lose no more than one; and arcs that get them, where one is worth most."""

ALIKE = 6
"""Moves for the same work in the same week, at most."""

MOST_MOVES = 6000
"""Moves in one model, at most."""

MOST_DAYS = 2.0
"""Days of one move, at most."""

BOTHER = 1e-6
"""What a day moved costs, as a share of what the best one gains, so that none moves for nothing."""


@dataclass(frozen=True)
class Moves:
    """J moves of staff-days in a week from an arc, or IDLE, to another of the same crew."""

    gain: Numbers
    giving: Ids
    getting: Ids
    week: Ids
    at_most: Numbers

    def __len__(self) -> int:
        return len(self.gain)

    def chosen(self, which: NDArray[np.bool_] | Ids) -> Moves:
        """Some of them, in the order given."""
        return Moves(self.gain[which], self.giving[which], self.getting[which], self.week[which], self.at_most[which])


def worthwhile(f: Figures, staff_days: NDArray[np.int64], value: Numbers, there: Counts) -> Moves:
    """The moves that promise most by the `value` (A x T) of a day; `there` (M x T) are the days that can be used.

    No more than ALIKE of them are for the same work in the same week.

    A crew is the staff of a pair outside teams, or in one: teams keep their size. Support stays where it is, and so
    does what is frozen.
    """
    found = [_of_crew(f, arcs, staff_days, value, idle) for arcs, idle in _crews(f, staff_days, there)]
    if not found:
        none = np.zeros(0, dtype=np.intp)
        return Moves(np.zeros(0), none, none, none, np.zeros(0))
    every = Moves(*(np.concatenate(part) for part in zip(*found, strict=True)))
    every = every.chosen(may_move(f, every.giving, every.getting, every.week))
    order = np.lexsort((every.giving, every.getting, every.week, -every.gain))
    every = every.chosen(order)
    same_move = np.column_stack([every.giving, every.getting, every.week])  # the busiest may be worth the least too
    every = every.chosen(np.append([True], (np.diff(same_move, axis=0) != 0).any(axis=1))[: len(every)])
    same = f.arc_work[every.getting] * len(f.weeks) + every.week
    by_group = np.argsort(same, kind="stable")
    first = np.searchsorted(same[by_group], same[by_group])
    rank = np.empty(len(every), dtype=np.intp)
    rank[by_group] = np.arange(len(every)) - first
    return every.chosen(np.flatnonzero(rank < ALIKE)[:MOST_MOVES])


def with_moves(
    f: Figures, model: FixedStaff, linear: LinearModel, costs: Numbers, moves: Moves, charge: float
) -> tuple[LinearModel, Numbers]:
    """The model of the flows (`linear` may have more rows) with a column for each move, and the costs with theirs.

    `charge` is what a day costs that differs more from the plan in force.
    """
    count = len(moves)
    columns = len(linear.column_lower) + np.arange(count)
    rows_of_arcs = model.rows_of_arcs()
    gives = moves.giving != IDLE
    at, left = sources(f, moves)
    rows = [rows_of_arcs[moves.getting, moves.week], rows_of_arcs[moves.giving[gives], moves.week[gives]]]
    rows.append(len(linear.row_lower) + at)
    wider = linear.extended(
        np.minimum(moves.at_most, MOST_DAYS),
        left,
        np.concatenate(rows),
        np.concatenate([columns, columns[gives], columns]),
        np.concatenate([-f.arc_hours[moves.getting], f.arc_hours[moves.giving[gives]], np.ones(count)]),
    )
    changed = further(f, model.staff_days, moves.giving, moves.getting, moves.week)
    return wider, np.append(costs, BOTHER * moves.gain.max(initial=0.0) + charge * changed)


def sources(f: Figures, moves: Moves) -> tuple[Ids, Numbers]:
    """J: the number of what each move takes from, an arc or an idle crew in a week; and the days that each has."""
    source = np.where(moves.giving != IDLE, moves.giving, len(f.arc_pair) + crew_of_arcs(f)[moves.getting])
    found, at = np.unique(source * len(f.weeks) + moves.week, return_inverse=True)
    days = np.zeros(len(found))
    days[at] = moves.at_most
    return at, days


def joined(some: Moves, more: Moves) -> Moves:
    """All moves of both, each once."""
    every = Moves(*(np.concatenate(part) for part in zip(_parts(some), _parts(more), strict=True)))
    _, first = np.unique(np.column_stack([every.giving, every.getting, every.week]), axis=0, return_index=True)
    return every.chosen(np.sort(first))


def carried_out(
    f: Figures, staff_days: NDArray[np.int64], there: Counts, moves: Moves, days: Numbers
) -> tuple[NDArray[np.int64], int]:
    """The staff-days with the moves of which the model has half a day or more, and their number."""
    changed, count = staff_days.copy(), 0
    idle = there.copy()
    np.subtract.at(idle, f.arc_pair, staff_days)
    pair = f.arc_pair
    for j in np.argsort(-np.round(days, 4), kind="stable"):
        giving, getting, week = int(moves.giving[j]), int(moves.getting[j]), int(moves.week[j])
        left = idle[pair[getting], week] if giving == IDLE else changed[giving, week]
        moved = min(int(np.floor(days[j] + 0.5)), int(left))
        if moved <= 0:
            continue
        if giving == IDLE:
            idle[pair[getting], week] -= moved
        else:
            changed[giving, week] -= moved
        changed[getting, week] += moved
        count += moved
    return changed, count


def _parts(moves: Moves) -> tuple[NDArray[Any], ...]:
    return moves.gain, moves.giving, moves.getting, moves.week, moves.at_most


def crew_of_arcs(f: Figures) -> Ids:
    """A: the number of each arc's crew: the staff of a pair outside teams, or in one."""
    crew: Ids = f.arc_pair * (len(f.teams) + 1) + f.arc_team + 1
    return crew


def _crews(f: Figures, staff_days: NDArray[np.int64], there: Counts) -> list[tuple[Ids, Counts]]:
    """The arcs of each crew and its idle days in each week; those of a team are never idle."""
    used = np.zeros_like(there)
    np.add.at(used, f.arc_pair, staff_days)
    crew, free = crew_of_arcs(f), f.arc_most_share >= 1
    found = []
    for number in np.unique(crew[free]):
        arcs = np.flatnonzero((crew == number) & free)
        pair, outside = f.arc_pair[arcs[0]], f.arc_team[arcs[0]] < 0
        found.append((arcs, (there[pair] - used[pair]) * outside))
    return found


def _of_crew(
    f: Figures, arcs: Ids, staff_days: NDArray[np.int64], value: Numbers, idle: Counts
) -> tuple[NDArray[Any], ...]:
    """Gain, giving, getting, week and days at most of the moves inside a crew."""
    own, days = value[arcs], staff_days[arcs]
    weeks = np.arange(own.shape[1])
    gives = np.where(days > 0, own, np.inf)
    gets = np.where(f.arc_there[arcs], own, -np.inf)
    givers = np.argsort(gives, axis=0, kind="stable")[:GIVERS]
    busiest = np.argsort(-days, axis=0, kind="stable")[:BUSIEST]
    givers = np.concatenate([givers, busiest])
    getters = np.argsort(-gets, axis=0, kind="stable")[:GETTERS]
    parts = []
    for getter in getters:
        worth = gets[getter, weeks]
        ways = [(np.where(idle > 0, worth, -np.inf), np.full(len(weeks), IDLE), idle)]
        ways += [(worth - gives[giver, weeks], arcs[giver], days[giver, weeks]) for giver in givers]
        for gain, giving, at_most in ways:
            other = (giving == IDLE) | (f.arc_work[giving] != f.arc_work[arcs[getter]])
            chosen = np.isfinite(gain) & (gain > 0) & other
            parts.append(
                (
                    gain[chosen],
                    giving[chosen],
                    arcs[getter][chosen],
                    weeks[chosen],
                    at_most[chosen].astype(np.float64),
                )
            )
    return tuple(np.concatenate(part) for part in zip(*parts, strict=True))
