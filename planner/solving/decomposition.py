"""Large instances: a relaxation bounds every plan, and guides integer plans that are built week by week.

The first plan follows one relaxed plan to the end. The next ones solve the relaxation again from where they stand
every half year, and keep a margin to due weeks and to the clearance date for what rounding costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import Status
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue, level_values
from planner.solving.bounds import Bounds, combined_costs
from planner.solving.classes import Classes, classes
from planner.solving.engine import Ended, Found, Report, Step, Task, better, proofs
from planner.solving.intake_choice import whole_intakes
from planner.solving.relaxation import (
    Point,
    Relaxation,
    case_value,
    relaxation,
    solve_relaxation,
    with_margin,
    with_past,
)
from planner.solving.team_choice import whole_teams
from planner.solving.week_by_week import EVEN, STRICT, Guide, PlanBuilder, Priorities

LONGEST_WINDOW, WINDOWS = 26, 8
"""Weeks built before the relaxation is solved again, at most; and how many times that is in a shorter horizon."""

WEEKS_PER_MARGIN = 52
"""Weeks to the clearance date for each week of margin to it."""

NOTHING = 1e-3
"""Old cases left by a relaxed plan that count as none."""


@dataclass(frozen=True)
class Manner:
    """How a round builds its plan.

    `days` are the staff-days by which due weeks are kept early, `clearance` the most weeks by which old cases are
    cleared early.
    """

    days: float
    clearance: int
    priorities: Priorities


CLEARING = (Manner(3.0, 3, EVEN), Manner(3.0, 3, STRICT))
LEAVING = (Manner(3.0, 0, STRICT), Manner(3.0, 0, EVEN))
"""The rounds, one after the other until every level is within the gap; where all old cases can be cleared, and not."""


def decompose(task: Task, report: Report) -> None:
    """Reports ever better plans with their proofs, and how it ended."""
    f, policy, gap = task.figures, task.policy, task.options.gap
    report(Step("relaxation"))
    exact = relaxation(f, classes(f), choices=True)
    bounds = Bounds(f, policy, exact)
    try:
        point = bounds.solve()
    except NoPlanError:
        report(Ended(Status.NO_PLAN))
        return
    if point is None:
        report(Ended(Status.INFEASIBLE))
        return
    clearable = float(point.values[exact.flow.left[f.old]].sum()) < NOTHING
    report(Step("first plan"))
    f = _decided(f, exact, point)
    first = guide(f, exact, point)
    best = _Best(f, policy, bounds, report, _along(f, policy, first))
    windows = _Windows(f, policy, classes(f), bounds.weights, first)
    for number, manner in enumerate(CLEARING if clearable else LEAVING, start=1):
        if best.gap <= gap or (number > 1 and best.prove(gap) <= gap):
            break
        best.offer(windows.plan(manner, number, report))
    proven = best.gap <= gap or best.prove(gap) <= gap
    report(Ended(Status.PROVEN if proven else Status.FEASIBLE))


def guide(f: Figures, relaxed: Relaxation, point: Point) -> Guide:
    """What to follow of a relaxed plan; overtime in whole days of every pair, shared as its class may work it."""
    supply, ids = f.supply, relaxed.people.overtime
    overtime = np.zeros(supply.people.shape, dtype=np.int64)
    paid = ids >= 0
    if paid.any():
        worked = np.where(paid, point.values[ids], 0.0)
        class_of = np.where(paid, ids, 0)
        most = np.bincount(class_of[paid], supply.overtime_days[paid], minlength=len(point.values))[class_of]
        share = np.divide(worked, most, out=np.zeros_like(worked), where=paid & (most > 0))
        to_date = np.floor(np.cumsum(np.minimum(share, 1.0) * supply.overtime_days, axis=1) + NOTHING)
        overtime = np.diff(to_date, prepend=0.0, axis=1).astype(np.int64)
        overtime = np.minimum(overtime, np.floor(supply.overtime_days).astype(np.int64))
    return Guide(point.values[relaxed.flow.finished], case_value(relaxed, point.duals), overtime)


def _decided(f: Figures, exact: Relaxation, point: Point) -> Figures:
    """The figures with whole people in the intakes and whole teams open, near what the relaxed plan has of them."""
    taken, is_open = f.supply.taken, f.team_open
    if len(f.supply.intakes):
        taken = whole_intakes(f, point.values[exact.people.started])
    if len(f.teams):
        is_open = whole_teams(f, exact.team_arcs, point.values[exact.staff_days])
    return f.decided(taken, is_open)


class _Best:
    """The best plan so far and its proof; every better one is reported."""

    def __init__(self, f: Figures, policy: Policy, bounds: Bounds, report: Report, plan: Plan) -> None:
        self._f, self._policy, self._bounds, self._report = f, policy, bounds, report
        self._take(plan, level_values(f, policy, plan))

    def offer(self, plan: Plan) -> None:
        """Takes the plan when it is better."""
        values = level_values(self._f, self._policy, plan)
        if better(values, self._values):
            self._take(plan, values)

    @property
    def gap(self) -> float:
        """The widest gap of the best plan, with the bounds at hand."""
        return max((level.gap for level in self._proofs), default=0.0)

    def prove(self, gap: float) -> float:
        """The widest gap of the best plan, with the bounds that this takes."""
        self._report(Step("bounds"))
        self._tell(self._bounds.proven(self._values, gap))
        return self.gap

    def _take(self, plan: Plan, values: tuple[LevelValue, ...]) -> None:
        self._plan, self._values = plan, values
        self._tell(self._bounds.at_hand(values))

    def _tell(self, bounds: list[float]) -> None:
        self._proofs = proofs(self._policy, self._values, bounds)
        self._report(Found(self._plan, self._proofs))


def _along(f: Figures, policy: Policy, relaxed: Guide) -> Plan:
    builder = PlanBuilder(f, policy)
    builder.build(relaxed, len(f.weeks))
    return builder.plan()


@dataclass(frozen=True)
class _Windows:
    """Plans along relaxed plans that are solved anew at the start of every window."""

    f: Figures
    policy: Policy
    grouped: Classes
    weights: Sequence[float]
    fallback: Guide

    def plan(self, manner: Manner, number: int, report: Report) -> Plan:
        """One plan, with a margin to due weeks and to the clearance date."""
        f, builder = self.f, PlanBuilder(self.f, self.policy, manner.priorities)
        window = min(LONGEST_WINDOW, -(-len(f.weeks) // WINDOWS))
        while builder.week < len(f.weeks):
            report(Step(f"round {number}, from {f.weeks[builder.week]}"))
            builder.build(self._guide(manner, builder), min(builder.week + window, len(f.weeks)))
        return builder.plan()

    def _guide(self, manner: Manner, builder: PlanBuilder) -> Guide:
        """The relaxed plan to follow from here; the one without a past where rounding leaves none."""
        relaxed = self._relaxation(manner, builder.week)
        costs = combined_costs(self.f, self.policy, relaxed, self.weights)
        try:
            point = solve_relaxation(with_past(relaxed, builder.finished, builder.week), costs)
        except NoPlanError:
            point = None
        return self.fallback if point is None else guide(self.f, relaxed, point)

    def _relaxation(self, manner: Manner, week: int) -> Relaxation:
        ahead = max(self.f.clearance - week, 0)
        weeks = min(manner.clearance, -(-ahead // WEEKS_PER_MARGIN))
        early = replace(self.f, clearance=self.f.clearance - weeks)
        return with_margin(self.f, relaxation(early, self.grouped), manner.days)
