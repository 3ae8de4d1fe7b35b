"""A plain simulator: week by week, task by task, whoever is free does what waits. Makes a valid plan."""

import math
import random

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT
from planner.domain.plan import Plan
from tests.evaluation.starters import open_teams, starters


def greedy(figures: Figures, seed: int = 0) -> Plan:
    """A plan that keeps every hard rule. The seed draws people who start, and shuffles tasks and arcs."""
    order = random.Random(seed)
    return _Simulator(figures.decided(starters(figures, order), open_teams(figures, order)), order).run()


class _Simulator:
    def __init__(self, figures: Figures, random_order: random.Random) -> None:
        self.f = figures
        self.order = random_order
        self.load = np.zeros((len(figures.chain.names), len(figures.weeks) + 600))
        tasks, weeks = len(figures.tasks), len(figures.weeks)
        self.waiting = [int(count) for count in figures.opening]
        self.load[:, :weeks] += figures.chain.before
        self.coming = [[*row, *([0] * 110)] for row in figures.joining.tolist()]
        for k, entry in enumerate(figures.entry):
            for t in range(weeks):
                self.coming[entry][t] += int(figures.arrivals[k, t] - figures.withdrawn_stock[k, t])
        self.gone = [0] * len(figures.conversions)
        self.to_date = [0] * tasks
        self.staff_days = np.zeros((len(figures.arc_pair), weeks), dtype=np.int64)
        self.finished = np.zeros((len(figures.instance.locations), tasks, weeks), dtype=np.int64)
        self.week_days = np.minimum(figures.supply.whole_days, figures.supply.staff_days // UNIT + 1)
        self.week_days += np.floor(figures.supply.overtime_days).astype(np.int64)

    def run(self) -> Plan:
        for t in range(len(self.f.weeks)):
            self._week(t)
        return Plan(self.staff_days, self.finished, self.f.supply.taken, self.f.team_open)

    def _week(self, t: int) -> None:
        for n, coming in enumerate(self.coming):
            self.waiting[n] += coming[t]
            coming[t] = 0
        self.days = self.week_days[:, t].tolist()
        self.rooms = self.f.rooms[:, t].tolist()
        self.pools = self.f.pools[:, t].tolist()
        self.pace = self.f.pace[:, t].tolist()
        tasks = list(range(len(self.f.tasks)))
        self.order.shuffle(tasks)
        for n in tasks:
            self._task(n, t)
        for n, coming in enumerate(self.coming):  # what lags of 0 weeks brought after the task had its turn
            self.waiting[n] += coming[t]
            coming[t] = 0

    def _task(self, n: int, t: int) -> None:
        self.waiting[n] += self.coming[n][t]
        self.coming[n][t] = 0
        if self.f.blocked[n, t]:
            return
        arcs = [a for a in range(len(self.f.arc_pair)) if self.f.arc_work[a] == self.f.work_of_task[n]]
        arcs = [a for a in arcs if self.f.arc_most_share[a] == 1 and self.f.arc_there[a, t]]
        self.order.shuffle(arcs)
        for arc in arcs:
            self._arc(arc, n, t)

    def _arc(self, arc: int, n: int, t: int) -> None:
        f, pair = self.f, self.f.arc_pair[arc]
        location = int(f.supply.location[pair])
        hours, cases = float(f.hours[n, t]), self._limit(n, t, location)
        days = min(self.days[pair], math.ceil(cases / UNIT * hours / f.arc_hours[arc]))
        team = int(f.arc_team[arc])
        if team >= 0:
            inside = f.arc_team == team
            seated = float(self.staff_days[inside, t] @ f.arc_people[inside])
            seats = float(f.teams.most[team] * f.teams.full_days[t]) - seated
            days = min(days, math.floor(seats / f.arc_people[arc] + 1e-9))
        if days <= 0 or cases <= 0:
            return
        done = min(cases, int(days * f.arc_hours[arc] / hours * UNIT))
        self.days[pair] -= days
        self.staff_days[arc, t] += days
        self._finish(done, n, t, location)

    def _limit(self, n: int, t: int, location: int) -> int:
        """The most cases that stock, rooms, interpreters and pace leave."""
        f = self.f
        k = f.tasks[n].stream
        reserved = int(f.withdrawn_stock[k, t + 1 :].sum()) if f.entry[k] == n else 0
        limits = [self.waiting[n] - reserved]
        in_room, booked = f.room_hours[location, n, t], f.interpreter_hours[n, t]
        if in_room > 0:
            limits.append(int(self.rooms[location] / in_room * UNIT))
            for pool, left in enumerate(self.pools):
                if f.pool_share[pool, n] > 0:
                    limits.append(int(left / (booked * f.pool_share[pool, n]) * UNIT))
        for r, (p, lag) in enumerate(zip(f.chain.partner, f.chain.lag, strict=True)):
            load = f.chain_per_finished[r, n, t]
            if load > 0 and t + lag < len(f.weeks) and math.isfinite(f.chain.cap[p]):
                limits.append(int((f.chain.cap[p] - self.load[p, t + lag]) / load * UNIT))
        pace = self.pace[f.tasks[n].stage]
        if f.old[k] and math.isfinite(pace):
            limits.append(int(pace * UNIT))
        return min(limits)

    def _finish(self, done: int, n: int, t: int, location: int) -> None:
        f = self.f
        self.finished[location, n, t] += done
        self.waiting[n] -= done
        self.to_date[n] += done
        cases = done / UNIT
        for r, (p, lag) in enumerate(zip(f.chain.partner, f.chain.lag, strict=True)):
            self.load[p, t + lag] += f.chain_per_finished[r, n, t] * cases
        self.rooms[location] -= cases * f.room_hours[location, n, t]
        for pool in range(len(self.pools)):
            self.pools[pool] -= cases * f.interpreter_hours[n, t] * f.pool_share[pool, n]
        if f.old[f.tasks[n].stream]:
            self.pace[f.tasks[n].stage] -= cases
        stays = done
        for c, conversion in enumerate(f.conversions):
            if conversion.source == n:
                over = self.to_date[n] * conversion.share // SHARE_UNIT - self.gone[c]
                self.gone[c] += over
                stays -= over
                self.coming[conversion.target][t + conversion.lag] += over
        if f.following[n] >= 0:
            self.coming[f.following[n]][t + int(f.lag[n])] += stays
