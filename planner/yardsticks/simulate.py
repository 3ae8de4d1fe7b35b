"""Runs a yardstick rule week by week, on the real stock of cases, under every hard rule."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.solving.cases import Cases
from planner.yardsticks.ages import Ages
from planner.yardsticks.desk import Desk, arcs_of_tasks
from planner.yardsticks.options import RuleOptions
from planner.yardsticks.rules import give_out
from planner.yardsticks.whole_days import WholeDays


def simulate(f: Figures, options: RuleOptions) -> Plan:
    """The rule's plan. Cases move on the grid as in any plan, so no hard rule can be broken.

    Nobody is hired, retrained or moved but those who have been told, and no specialised team is open: the instance is
    one of which nobody has been told otherwise (`without_open_teams`).
    """
    in_teams = int((f.arc_team >= 0).sum())  # the last arcs
    f = figures(f.instance.replace(teams=(), team_limits=()))
    f = f.decided(f.supply.intakes.least)
    cases, ages, whole_days, arcs_of = Cases(f), Ages(f), WholeDays(f), arcs_of_tasks(f)
    staff_days = np.zeros((len(f.arc_pair), len(f.weeks)), dtype=np.int64)
    for week in range(len(f.weeks)):
        cases.open_week(week)
        ages.open_week(week, cases.waiting / UNIT)
        there = np.minimum(cases.available(week), cases.waiting) / UNIT
        desk = Desk(f, week, arcs_of, there, ages.waiting)
        give_out(desk, f, options)
        staff_days[:, week] = whole_days.rounded(week, desk.staff_days)
        before = cases.finished_to_date.copy()
        cases.work(week, staff_days[:, week], np.rint(desk.cases * UNIT).astype(np.int64))
        ages.finish(week, (cases.finished_to_date - before) / UNIT)
    return Plan(np.pad(staff_days, ((0, in_teams), (0, 0))), cases.finished.copy(), f.supply.taken)


def without_open_teams(instance: Instance) -> Instance:
    """The same where no specialised team is open at the start and people have been told of none."""
    return instance.replace(open_teams=(), told_teams=())
