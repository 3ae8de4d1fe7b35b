"""Whole days for the fractions of a linear model, week by week, the rest solved anew after every few.

To make all of them whole at once loses what a handful of them do together. Here those of the first weeks become whole,
the model answers with those of later ones, and so on: a dive, as integer solvers call it, along the weeks. How much a
dive loses is luck, so there are two of them beside each other, and the cheaper one counts.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Counts, Numbers
from planner.formulation.draft import Ids, LinearModel
from planner.solving.highs import Corner

TOGETHER, ALONE = (10, 6), (10,)
"""Fractions that become whole before the rest is solved anew, in each dive: of two beside each other, or of one where
another core has something else to do."""

NEAREST, MOST = 0.5, 0.9
"""What is added to the fractions of a group before they are rounded down: to the nearest, or nearly always up. What
lacks a part of a day in each of three stages is never done by the nearest."""

COSTS = 1e-3
"""Share of the cost from which on it is tried what else rounding could do."""

FRACTION = 1e-4
"""Days by which a number differs from whole ones at least, to be a fraction."""


@dataclass(frozen=True)
class Wholes:
    """J numbers of days that become whole: each a column, less another where there is one.

    Fractions of a group are rounded together; a source has so many days for the sum of what stands there.
    """

    week: Ids  # J
    columns: Ids  # J
    less: Ids  # J, or none at all
    group: Ids  # J
    source: Ids  # J
    room: Numbers | Counts  # of each source, days

    def days(self, values: Numbers) -> Numbers:
        """J: the days of a model's answer."""
        return values[self.columns] - values[self.less] if len(self.less) else np.maximum(values[self.columns], 0.0)

    def chosen(self, some: NDArray[np.bool_]) -> Wholes:
        """Some of the numbers (J); what stands there counts no less."""
        return replace(
            self,
            week=self.week[some],
            columns=self.columns[some],
            less=self.less[some] if len(self.less) else self.less,
            group=self.group[some],
            source=self.source[some],
        )

    def held(self, now: Ids, days: Numbers) -> tuple[Ids, Numbers]:
        """The columns of the numbers `now`, and what they are with these days of each."""
        if not len(self.less):
            return self.columns[now], days
        return np.append(self.columns[now], self.less[now]), np.append(np.maximum(days, 0.0), np.maximum(-days, 0.0))


class Dive(NamedTuple):
    """The model's columns with all numbers whole, and what they cost; inf and none where no solver had an answer."""

    cost: float
    values: Numbers | None


def dived(linear: LinearModel, costs: Numbers, wholes: Wholes, at_once: tuple[int, ...] = TOGETHER) -> Numbers | None:
    """C: the columns with all numbers whole, by the best of a dive for each of `at_once`; None where none ends."""
    with ThreadPoolExecutor(max_workers=len(at_once)) as beside:
        dives = list(beside.map(partial(_dive, linear, costs, wholes), at_once))
    return min(dives, key=lambda own: own.cost).values


def _dive(linear: LinearModel, costs: Numbers, wholes: Wholes, at_once: int) -> Dive:
    corner, last_week = Corner(linear, costs), int(wholes.week.max(initial=0))
    left = np.ones(len(wholes.week), dtype=bool)
    while left.any() and corner.cost < np.inf:
        days = wholes.days(corner.values)
        weeks = np.sort(wholes.week[left & (np.abs(days - np.rint(days)) > FRACTION)])
        last = weeks[at_once - 1] if len(weeks) > at_once else last_week
        now = np.flatnonzero(left & (wholes.week <= last))
        ways = [
            whole_days(days[now], wholes.group[now], wholes.source[now], wholes.room, more) for more in (NEAREST, MOST)
        ]
        _hold(corner, wholes, now, [*ways, np.floor(days[now] + FRACTION)])
        left[now] = False
    return Dive(corner.cost, corner.values if corner.cost < np.inf else None)


def _hold(corner: Corner, wholes: Wholes, now: Ids, ways: list[Numbers]) -> None:
    """Holds the numbers at the first of the ways that costs next to nothing, or else at the cheapest.

    The last is taken only where the others break a rule: they may take more from a work than it has.
    """
    before, cost = corner.cost, corner.hold(*wholes.held(now, ways[0]))
    if cost > before + COSTS * abs(before) and corner.hold(*wholes.held(now, ways[1])) > cost:
        corner.hold(*wholes.held(now, ways[0]))
    if corner.cost == np.inf:
        corner.hold(*wholes.held(now, ways[-1]))


def whole_days(days: Numbers, group: Ids, source: Ids, room: Numbers | Counts, more: float) -> Numbers:
    """Whole days: for each group the sum of its fractions and `more`, the largest of them first, while days are there.

    `group` and `source` have a number for each of the days, `room` the days of each source.
    """
    found = np.floor(days + FRACTION)
    fraction = np.maximum(days - found, 0.0)
    wanted = np.floor(np.bincount(group, fraction) + more)
    free = room - np.bincount(source, found, minlength=len(room))
    for j in np.argsort(-fraction, kind="stable"):
        if fraction[j] > FRACTION and wanted[group[j]] >= 1 and free[source[j]] >= 1:
            found[j] += 1
            wanted[group[j]] -= 1
            free[source[j]] -= 1
    return found
