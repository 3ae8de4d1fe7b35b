"""Large instances: a relaxation bounds every plan, and whole staff-days are found along it.

The first plan follows the relaxed plan that gives the bound. The next one follows a relaxed plan that keeps a little
back for what rounding costs, and is then mended by prices until every level is within the gap.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import LevelProof, Status
from planner.errors import NoPlanError
from planner.evaluation.levels import LevelValue, level_values
from planner.formulation.relaxation.classes import Classes, classes
from planner.formulation.relaxation.relaxed import Relaxation, relaxation, with_margin
from planner.solving.bounds import Bounds, LevelBound, combined_costs
from planner.solving.engine import Ended, Found, Report, Step, Task, better, proofs
from planner.solving.fixed_staff import FixedStaff, fixed_staff
from planner.solving.guide import Guide, guide
from planner.solving.intake_choice import whole_intakes
from planner.solving.moves import IDLE, Moves, carried_out, with_moves, worthwhile
from planner.solving.relaxation import Point, solve_relaxation
from planner.solving.rounding import rounded
from planner.solving.team_choice import whole_teams

ROUNDS = 40
"""Rounds of mending at most."""

MANNERS = ((2.0, 1), (1.0, 1), (2.0, 2), (1.0, 2), (0.5, 2))
"""How a round of mending is done: days of work kept early, and how many times the usual moves it has to choose from.

The next one is taken where a round does not help any more.
"""

HALF = 0.5
"""The share of a day from which on it is moved as a whole one, where fair shares do not help."""

PATIENCE = 3
"""Rounds that may make things worse before the best staff-days are taken up again: what one upsets, the next mends."""

LEAST_SHARE = 0.1
"""The least fair share."""


def decompose(task: Task, report: Report) -> None:
    """Reports ever better plans with their proofs, and how it ended."""
    f, policy, gap = task.figures, task.policy, task.options.gap
    report(Step("relaxation"))
    grouped = classes(f)
    exact = relaxation(f, grouped, choices=True)
    bounds = Bounds(f, policy, exact)
    point = bounds.solve()
    if point is None:
        report(Ended(Status.INFEASIBLE))
        return
    report(Step("first plan"))
    first = guide(f, grouped, exact, point)
    f = _decided(f, exact, point, first)
    best = _Best(f, policy, bounds, report)
    best.follow(first)
    if best.gap > gap:
        report(Step("relaxation with a margin"))
        careful = _careful(f, policy, grouped, bounds)
        if careful is not None:
            report(Step("second plan"))
            best.follow(careful)
    if best.gap > gap:
        _mend(best, gap, report)
    if len(f.with_beds):
        best.calm()
    proven = best.gap <= gap or best.prove(gap) <= gap
    report(Ended(Status.PROVEN if proven else Status.FEASIBLE))


def _decided(f: Figures, exact: Relaxation, point: Point, along: Guide) -> Figures:
    """The figures with whole people in the intakes and whole teams open, near what the relaxed plan has of them."""
    taken, is_open = f.supply.taken, f.team_open
    if len(f.supply.intakes):
        taken = whole_intakes(f, point.values[exact.people.started])
    if len(f.teams):
        is_open = whole_teams(f, along.arc_days)
    return f.decided(taken, is_open)


def _careful(f: Figures, policy: Policy, grouped: Classes, bounds: Bounds) -> Guide | None:
    """A relaxed plan that keeps due weeks early and a little staff back; None where none is found."""
    if f.supply.taken.any():
        grouped = classes(f)
    relaxed = with_margin(f, relaxation(f, grouped))
    try:
        point = solve_relaxation(relaxed.linear, combined_costs(f, policy, relaxed, bounds.prices))
    except NoPlanError:
        point = None
    return None if point is None else guide(f, grouped, relaxed, point)


@dataclass(frozen=True)
class _Staffed:
    """Whole staff-days with their best flows, by the costs of all levels together."""

    staff_days: NDArray[np.int64]
    model: FixedStaff
    costs: Numbers
    point: Point

    @property
    def cost(self) -> float:
        """What the flows cost in all levels together."""
        return self.point.value


class _Best:
    """The best plan so far and its proof; every better one is reported."""

    def __init__(self, f: Figures, policy: Policy, bounds: Bounds, report: Report) -> None:
        self.f, self._policy, self._bounds, self._report = f, policy, bounds, report
        self._values: tuple[LevelValue, ...] | None = None
        self._proofs: tuple[LevelProof, ...] = ()
        self.staffed: _Staffed | None = None
        self.overtime: Counts = np.zeros(f.supply.people.shape, dtype=np.int64)

    def follow(self, along: Guide) -> None:
        """A plan along a guide."""
        staffed = self.best_flows(rounded(self.f, along))
        if staffed is not None and self.offer(staffed):
            self.overtime = along.overtime

    def best_flows(self, staff_days: NDArray[np.int64], *, beds: bool = False) -> _Staffed | None:
        """The best flows that the staff-days allow; process beds, which come last, are looked at when asked for."""
        model = fixed_staff(self.f, staff_days, beds=beds)
        costs: Numbers = sum(
            (w * own for w, own in zip(self._bounds.prices, model.costs(self.f, self._policy), strict=True)),
            np.zeros(len(model.linear.column_lower)),
        )
        try:
            point = solve_relaxation(model.linear, costs)
        except NoPlanError:
            point = None
        return None if point is None else _Staffed(staff_days, model, costs, point)

    def offer(self, staffed: _Staffed) -> bool:
        """Takes the plan when it is better."""
        plan = staffed.model.plan(self.f, staffed.point)
        values = level_values(self.f, self._policy, plan)
        if self._values is not None and not better(values, self._values):
            return False
        self._plan, self._values, self.staffed = plan, values, staffed
        self._tell(plan, values, self._bounds.at_hand(values))
        return True

    def calm(self) -> None:
        """The same staff-days with process beds looked at too."""
        if self.staffed is not None:
            staffed = self.best_flows(self.staffed.staff_days, beds=True)
            if staffed is not None:
                self.offer(staffed)

    @property
    def gap(self) -> float:
        """The widest gap of the best plan, with the bounds at hand; inf where there is no plan."""
        if self._values is None:
            return np.inf
        return max((level.gap for level in self._proofs), default=0.0)

    def prove(self, gap: float) -> float:
        """The widest gap of the best plan, with the bounds that this takes."""
        if self._values is None:
            return np.inf
        self._report(Step("bounds"))
        self._tell(self._plan, self._values, self._bounds.proven(self._values, gap))
        return self.gap

    def _tell(self, plan: Plan, values: tuple[LevelValue, ...], bounds: list[LevelBound]) -> None:
        self._proofs = proofs(self._policy, values, [bound.value for bound in bounds])
        self._report(Found(plan, self._proofs, tuple(bound.proof for bound in bounds if bound.proof)))


def _mend(best: _Best, gap: float, report: Report) -> None:
    """Moves days, round after round, while it helps."""
    now, f, manners = best.staffed, best.f, list(MANNERS)
    if now is None:
        return
    there = f.supply.whole_days + best.overtime
    cheapest, tried = now, 0
    for number in range(1, ROUNDS + 1):
        report(Step(f"mending, round {number}"))
        after = _mended(best, now, there, *manners[0])
        if after is not None and after.cost < cheapest.cost:
            cheapest = now = after
            tried = 0
            best.offer(now)
            if best.gap <= gap:
                return
            continue
        tried += 1
        now = cheapest if after is None or tried >= PATIENCE else after
        if now is cheapest:
            tried = 0
            manners.pop(0)
            if not manners:
                return


def _mended(best: _Best, now: _Staffed, there: Counts, early: float, choice: int) -> _Staffed | None:
    """The staff-days after a round, the better of two ways to make its moves whole; None where there are none."""
    f = best.f
    moves = worthwhile(f, now.staff_days, now.model.day_value(f, now.point), there, choice=choice)
    if not len(moves):
        return None
    linear, costs = with_moves(f, now.model, now.model.careful(f, early), now.costs, moves)
    try:
        point = solve_relaxation(linear, costs, corner=True)
    except NoPlanError:
        return None
    if point is None:
        return None
    days = point.values[-len(moves) :]
    found = []
    for least in (_fair(f, now, point, moves), np.full(len(moves), HALF)):
        changed, count = carried_out(f, now.staff_days, there, moves, days, least)
        after = best.best_flows(changed) if count else None
        if after is not None:
            found.append(after)
            if after.cost < now.cost:
                break
    return min(found, key=lambda after: after.cost, default=None)


def _fair(f: Figures, now: _Staffed, point: Point, moves: Moves) -> Numbers:
    """J: the share of a day from which on a whole one gains where it goes what it loses where it comes from."""
    gained = now.model.day_value(f, now.point)[moves.getting, moves.week]
    then = now.model.day_value(f, point)
    given = np.where(moves.giving == IDLE, 0.0, then[moves.giving, moves.week])
    fair: Numbers = np.clip(given / np.maximum(gained + given, 1e-12), LEAST_SHARE, 0.5)
    return fair
