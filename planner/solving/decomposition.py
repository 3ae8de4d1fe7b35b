"""Large instances: a relaxation bounds every plan, and guides integer plans that are built week by week.

The first plan follows one relaxed plan to the end. The next ones solve the relaxation again from where they stand
every half year, and keep a margin to due weeks and to the clearance date for what rounding costs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import Status
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue, level_values
from planner.formulation.draft import LinearModel
from planner.solving.bounds import Bounds
from planner.solving.classes import Classes, classes
from planner.solving.engine import Ended, Found, Report, Step, Task, better, proofs
from planner.solving.relaxation import (
    Point,
    Relaxation,
    case_value,
    relaxation,
    solve_relaxation,
    with_margin,
    with_past,
)
from planner.solving.week_by_week import EVEN, STRICT, PlanBuilder, Priorities

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
    grouped = classes(f)
    exact = relaxation(f, grouped)
    bounds = Bounds(f, policy, exact)
    try:
        point = bounds.solve()
    except NoPlanError:
        report(Ended(Status.NO_PLAN))
        return
    if point is None:
        report(Ended(Status.INFEASIBLE))
        return
    report(Step("first plan"))
    best = _Best(f, policy, bounds, report, _along(f, policy, exact, point))
    clearable = float(point.values[exact.flow.left[f.old]].sum()) < NOTHING
    windows = _Windows(f, policy, grouped, bounds.combined, point)
    for number, manner in enumerate(CLEARING if clearable else LEAVING, start=1):
        if best.gap <= gap or (number > 1 and best.prove(gap) <= gap):
            break
        best.offer(windows.plan(manner, number, report))
    proven = best.gap <= gap or best.prove(gap) <= gap
    report(Ended(Status.PROVEN if proven else Status.FEASIBLE))


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


def _along(f: Figures, policy: Policy, exact: Relaxation, point: Point) -> Plan:
    builder = PlanBuilder(f, policy)
    builder.build(point.values[exact.flow.finished], case_value(exact, point.duals), len(f.weeks))
    return builder.plan()


@dataclass(frozen=True)
class _Windows:
    """Plans along relaxed plans that are solved anew at the start of every window."""

    f: Figures
    policy: Policy
    grouped: Classes
    costs: Numbers
    fallback: Point

    def plan(self, manner: Manner, number: int, report: Report) -> Plan:
        """One plan, with a margin to due weeks and to the clearance date."""
        f, builder = self.f, PlanBuilder(self.f, self.policy, manner.priorities)
        window = min(LONGEST_WINDOW, -(-len(f.weeks) // WINDOWS))
        while builder.week < len(f.weeks):
            report(Step(f"round {number}, from {f.weeks[builder.week]}"))
            guide = self._guide(manner, builder.week)
            point = self._point(with_past(guide, builder.finished, builder.week))
            until = min(builder.week + window, len(f.weeks))
            builder.build(point.values[guide.flow.finished], case_value(guide, point.duals), until)
        return builder.plan()

    def _point(self, linear: LinearModel) -> Point:
        """The relaxed plan to follow; the one without a past where rounding leaves none."""
        try:
            return solve_relaxation(linear, self.costs) or self.fallback
        except NoPlanError:
            return self.fallback

    def _guide(self, manner: Manner, week: int) -> Relaxation:
        ahead = max(self.f.clearance - week, 0)
        weeks = min(manner.clearance, -(-ahead // WEEKS_PER_MARGIN))
        early = replace(self.f, clearance=self.f.clearance - weeks)
        return with_margin(self.f, relaxation(early, self.grouped), manner.days)
