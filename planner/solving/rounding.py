"""Whole staff-days that stay level with a relaxed plan: week by week a flow of days from crews to works.

What counts is work to date, so that a fraction left over this week is made up for in the next, and no loss adds up. The
flow is a network, whose cheapest solution is whole by itself. A *crew* is the staff of a pair outside teams, or in one.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.formulation.columns import sites
from planner.formulation.draft import Ids
from planner.solving.guide import Guide
from planner.solving.weekly_limits import WeeklyLimits, weekly_limits

SCALE = 1_000_000
"""Costs of the network are whole: millionths of the mean worth of a day."""

NEARLY = 1e-6
"""Days that count as none."""

LEVEL = 5.0
"""What a whole day that keeps level with the guide is worth more than any fraction."""

FRACTION, WHOLE_FRACTION = 0.65, 0.3
"""A day of which the guide asks for a fraction is worth so much by it, and so much more if there is work for it."""

WITHOUT_WORK, AT_THE_END, PATIENCE = 0.05, 1.0, 10
"""Worth of such a day, by the fraction, where the rest of it would be idle: the more the longer it has been put off, in
weeks up to PATIENCE; and where the guide asks for no more of the work in the next weeks."""

SOON = 3
"""Weeks in which a work has to be asked for again not to be at its end."""

AHEAD, AHEAD_WORTH, AHEAD_SHARE = 3.0, 0.05, 0.05
"""Days to work ahead of the guide at most; what such a day is worth, and by the worth of the work."""

CATCHING_UP, MOST_CATCHING_UP, TRIES = 3.0, 4.0, 4
"""What a day is worth more that uses what a weekly limit would leave, at most, and how often that is tried a week."""

LESS_ABLE = 0.5
"""What a day costs by which somebody less able takes longer than the ablest."""

AGAINST_THE_GUIDE, PARTLY_AGAINST = 0.1, 0.0
"""What it costs to put a crew on a work to which the guide sends others; or for the rest of a day it asks in part."""

MUST = 1_000.0
"""What a day of a team is worth whose size has to be kept."""


def rounded(f: Figures, along: Guide) -> NDArray[np.int64]:
    """A x T: whole staff-days on each arc, none beyond what there is, every team within its size."""
    limits = weekly_limits(f, along)
    return _Rounding(f, along, limits).build()


class _Rounding:
    """Work to date as whole days stand, and the guide's."""

    def __init__(self, f: Figures, along: Guide, limits: WeeklyLimits) -> None:
        self._f, self._along, self._limits = f, along, limits
        weeks = len(f.weeks)
        key = f.arc_pair * (len(f.teams) + 1) + f.arc_team + 1
        crews, self._crew = np.unique(key, return_inverse=True)
        self._pair_of = crews // (len(f.teams) + 1)
        self._team_of = crews % (len(f.teams) + 1) - 1
        self._output = f.arc_hours / along.day_hours[f.arc_work]
        self._there = f.supply.whole_days + along.overtime
        self._to_date = np.cumsum(along.work, axis=1)
        self._soon = self._to_date[:, np.minimum(np.arange(weeks) + SOON, weeks - 1)]
        self._arcs_to_date = np.cumsum(along.arc_days, axis=1)
        self._bonus = np.zeros_like(along.work)
        np.add.at(self._bonus, f.arc_work, along.arc_days * (self._output - 1)[:, np.newaxis])
        self._spare = limits.spare(along)
        self._done = np.zeros(len(f.works))
        self._put_off = np.zeros(len(f.works))
        self.staff_days = np.zeros((len(f.arc_pair), weeks), dtype=np.int64)
        self._arcs_done = np.zeros(len(f.arc_pair), dtype=np.int64)
        self._helps = f.arc_most_share < 1
        self._where = sites(f)
        share = np.where(self._helps, f.arc_most_share, 0.0)
        self._per_other_hour = share / (1 - share) / f.arc_hours

    def build(self) -> NDArray[np.int64]:
        """All weeks."""
        for week in range(len(self._f.weeks)):
            crew_days = self._crew_days(week)
            days = self._week(week, crew_days)
            self.staff_days[:, week] = days
            self._arcs_done += days
        return self.staff_days

    def _crew_days(self, week: int) -> NDArray[np.int64]:
        """Days of each crew: those in teams near the guide's, within the team's size; the rest outside."""
        f = self._f
        days = np.zeros(len(self._pair_of), dtype=np.int64)
        left = self._there[:, week].copy()
        inside = np.flatnonzero(self._team_of >= 0)
        if len(inside):
            behind: Numbers = np.bincount(
                self._crew, self._arcs_to_date[:, week] - self._arcs_done, minlength=len(self._pair_of)
            ).astype(np.float64)
            can = np.zeros(len(self._pair_of), dtype=bool)
            can[self._crew[f.arc_there[:, week]]] = True
            for z in np.flatnonzero(f.team_open[:, week]):
                crews = inside[(self._team_of[inside] == z) & can[inside]]
                self._fill_team(int(z), week, crews, behind, days, left)
        outside = self._team_of < 0
        days[outside] = left[self._pair_of[outside]]
        return days

    def _fill_team(
        self, z: int, week: int, crews: Ids, behind: Numbers, days: NDArray[np.int64], left: NDArray[np.int64]
    ) -> None:
        """Day by day to the crew that is most behind, while that is more than half a day or the team is too small."""
        f = self._f
        people = f.arc_people[[int(np.argmax(self._crew == crew)) for crew in crews]]
        size, full = 0.0, f.teams.full_days[week]
        least, most = f.teams.least[z] * full, f.teams.most[z] * full
        while True:
            free = left[self._pair_of[crews]] > 0
            fits = free & (size + people <= most + NEARLY)
            if not fits.any():
                return
            best = int(np.argmax(np.where(fits, behind[crews] - days[crews], -np.inf)))
            crew = crews[best]
            if size >= least - NEARLY and behind[crew] - days[crew] < 0.5:
                return
            days[crew] += 1
            left[self._pair_of[crew]] -= 1
            size += float(people[best])

    def _week(self, week: int, crew_days: NDArray[np.int64]) -> NDArray[np.int64]:
        f, along = self._f, self._along
        asked = np.maximum(self._to_date[:, week] - self._done - self._bonus[:, week], 0.0)
        whole = np.floor(asked + NEARLY)
        fraction = np.where(asked - whole > NEARLY, asked - whole, 0.0)
        some = fraction > 0
        worth, on_hand = along.worth[:, week], along.on_hand[:, week]
        self._put_off = np.where(some, self._put_off + 1, 0.0)
        ends = self._soon[:, week] - self._to_date[:, week] < NEARLY
        wait = np.where(ends, AT_THE_END, WITHOUT_WORK * np.minimum(self._put_off, PATIENCE))
        with_work = on_hand >= 1 - fraction - NEARLY
        part = worth * np.where(with_work, WHOLE_FRACTION + FRACTION * fraction, fraction * wait)
        room = np.minimum(np.minimum(on_hand, self._spare[:, week]), AHEAD) - np.where(some, 1 - fraction, 0.0)
        steps = np.array([whole, some, np.maximum(np.floor(room + NEARLY), 0.0)]).astype(np.int64)
        dear = np.array([worth + LEVEL, part, AHEAD_WORTH + AHEAD_SHARE * worth])
        more = np.zeros(len(f.works))
        behind = np.maximum(self._arcs_to_date[:, week] - self._arcs_done, 0.0)
        help_left = np.where(self._helps, np.ceil(behind - NEARLY), np.inf)
        for _ in range(TRIES):
            dear[1] = part + np.minimum(more, MOST_CATCHING_UP)
            days = self._flow(week, np.minimum(help_left, crew_days[self._crew]), behind, crew_days, steps, dear)
            helped = self._most_help(days)
            useful = np.minimum(days, helped) * self._output
            done: Numbers = np.bincount(f.arc_work, useful, minlength=len(f.works)).astype(np.float64)
            lacking = self._limits.lacking(week, done)
            if not lacking.any() and (days < helped + 1).all():
                break
            more = more + CATCHING_UP * lacking
            help_left = np.minimum(help_left, np.ceil(helped - NEARLY))
        self._put_off[done > whole + 0.5] = 0.0
        reach = self._to_date[:, week] + np.minimum(on_hand, self._spare[:, week])
        self._done = np.minimum(self._done + done, np.maximum(reach, self._done))
        return days

    def _most_help(self, days: NDArray[np.int64]) -> Numbers:
        """A: days of support that those whom it supports leave room for at the site; inf for others."""
        others = np.where(self._helps, 0.0, days * self._f.arc_hours)
        of_site = np.bincount(self._where.arc_site, others, minlength=len(self._where.work))
        most: Numbers = np.where(self._helps, of_site[self._where.arc_site] * self._per_other_hour, np.inf)
        return most

    def _flow(
        self,
        week: int,
        most: Numbers,
        behind: Numbers,
        crew_days: NDArray[np.int64],
        steps: NDArray[np.int64],
        dear: Numbers,
    ) -> NDArray[np.int64]:
        """A: the cheapest way to put the days of crews on steps of works (steps x W), `most` (A) on an arc."""
        f, crews, works = self._f, len(crew_days), len(self._f.works)
        first_work = 2 + crews
        there = np.where(f.arc_there[:, week], most, 0)
        level = np.minimum(np.floor(behind + NEARLY), there)
        ways = [level, np.minimum(1, there - level), np.where(self._helps, 0, there)]
        slow = LESS_ABLE * np.maximum(1 / np.maximum(self._output, NEARLY) - 1, 0.0)
        against = [slow, slow + PARTLY_AGAINST * (1 - np.clip(behind - level, 0.0, 1.0)), slow + AGAINST_THE_GUIDE]
        inside = self._team_of >= 0
        crew_nodes, work_nodes = 2 + np.arange(crews), first_work + np.arange(works)
        on_arcs = (2 + self._crew, first_work + f.arc_work)
        none, end = np.zeros(crews, dtype=np.intp), np.ones(works, dtype=np.intp)
        resting = first_work + np.unique(f.arc_work[inside[self._crew]])  # a team without work sits there
        parts: list[tuple[Ids, Ids, NDArray[Any], Numbers]] = [
            *((*on_arcs, days, costs) for days, costs in zip(ways, against, strict=True)),
            (none, crew_nodes, crew_days, np.where(inside, -MUST, 0.0)),
            *((work_nodes, end, days, -worth) for days, worth in zip(steps, dear, strict=True)),
            (crew_nodes, none + 1, np.where(inside, 0, crew_days), np.zeros(crews)),
            (resting, resting * 0 + 1, np.full(len(resting), crew_days.sum()), np.zeros(len(resting))),
        ]
        flows = _cheapest(parts, int(crew_days.sum()))
        of_arcs: NDArray[np.int64] = flows[: len(ways) * len(f.arc_pair)].reshape(len(ways), -1).sum(axis=0)
        return of_arcs


def _cheapest(parts: list[tuple[Ids, Ids, NDArray[Any], Numbers]], total: int) -> NDArray[np.int64]:
    """The cheapest whole flow of `total` from node 0 to node 1 over edges: tails, heads, capacities, costs."""
    tails, heads, at_most, costs = (np.concatenate(own) for own in zip(*parts, strict=True))
    network: Any = min_cost_flow.SimpleMinCostFlow()  # its annotations take no array of numpy's own types
    edges = network.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32),
        heads.astype(np.int32),
        at_most.astype(np.int64),
        np.rint(costs * SCALE).astype(np.int64),
    )
    network.add_arc_with_capacity_and_unit_cost(0, 1, total, 0)
    network.set_node_supply(0, total)
    network.set_node_supply(1, -total)
    if network.solve() != network.OPTIMAL:
        raise RuntimeError("no flow of staff-days in the week")
    flows: NDArray[np.int64] = np.asarray(network.flows(edges)).astype(np.int64)
    return flows
