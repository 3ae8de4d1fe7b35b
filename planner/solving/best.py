"""The best plan so far, its whole staff-days, and what is proven of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import LevelProof, gap_of
from planner.evaluation.audit import audit
from planner.evaluation.levels import LevelValue, level_values
from planner.evaluation.tables import run_tables
from planner.solving.bounds import Bounds, LevelBound, combined
from planner.solving.engine import Found, Report, Step, better, proofs
from planner.solving.fixed_staff import FixedStaff, fixed_staff
from planner.solving.guide import Guide
from planner.solving.relaxation import Point, at_corner
from planner.solving.rounding import rounded
from planner.solving.standing import changed_days, in_force, put_back
from planner.solving.within import overtime_of

CALM = 0.04
"""What a day costs at least that differs more from the plan in force, where such a day costs anything: a share of the
least that a case does that is late or left. Days of weeks that nobody has been told of come first."""


@dataclass(frozen=True)
class Staffed:
    """Whole staff-days with their best flows, by the costs of all levels together.

    `change` is what it costs by how much the days differ from the plan in force.
    """

    staff_days: NDArray[np.int64]
    model: FixedStaff
    costs: Numbers
    point: Point
    change: float

    @property
    def cost(self) -> float:
        """What the flows and the changed days cost in all levels together."""
        return self.point.value + self.change


class Best:
    """The best plan so far and its proof; every better one is reported."""

    def __init__(self, f: Figures, policy: Policy, bounds: Bounds, report: Report, enough: float = 0.0) -> None:
        self.f, self.policy, self._bounds, self._report, self._enough = f, policy, bounds, report, enough
        self._values: tuple[LevelValue, ...] | None = None
        self._proofs: tuple[LevelProof, ...] = ()
        self.staffed: Staffed | None = None
        self.overtime: Counts = np.zeros(f.supply.people.shape, dtype=np.int64)

    @property
    def there(self) -> Counts:
        """M x T: staff-days that each pair can use, with the overtime of the guide that the plan followed."""
        return self.f.supply.whole_days + self.overtime

    def follow(self, along: Guide, standing: NDArray[np.int64] | None = None) -> None:
        """A plan along a guide, but in frozen weeks with the days of the plan in force, where that keeps the rules.

        `standing` (A x T) are those days where it is known on which arc each stands.
        """
        staff_days, staffed = rounded(self.f, along), None
        if len(self.f.held):
            stands = in_force(self.f) if standing is None else standing
            staffed = self.flows_within_rules(put_back(self.f, staff_days, stands))
        staffed = staffed or self.best_flows(staff_days)
        if staffed is not None and self.offer(staffed):
            self.overtime = np.maximum(along.overtime, overtime_of(self.f, staffed.staff_days))

    def flows_within_rules(self, staff_days: NDArray[np.int64]) -> Staffed | None:
        """The best flows of days that were not planned here; None where a plan with them breaks a rule."""
        staffed = self.best_flows(staff_days)
        if staffed is None:
            return None
        tables = run_tables(self.f, self.policy, staffed.model.plan(self.f, staffed.point), ())
        return staffed if audit(self.f.instance, self.policy, tables).passed else None

    def best_flows(self, staff_days: NDArray[np.int64], *, beds: bool = False) -> Staffed | None:
        """The best flows that the staff-days allow; process beds, which come last, are looked at when asked for."""
        model = fixed_staff(self.f, staff_days, beds=beds)
        costs = combined(self.prices, model.costs(self.f, self.policy))
        point = at_corner(model.linear, costs)
        change = self.price_of_change * changed_days(self.f, staff_days)
        return None if point is None else Staffed(staff_days, model, costs, point, change)

    def offer(self, staffed: Staffed) -> bool:
        """Takes the plan when it is better."""
        plan = staffed.model.plan(self.f, staffed.point)
        values = level_values(self.f, self.policy, plan)
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

    @property
    def gap_of_flows(self) -> float:
        """The same over the levels up to the first in euro: further ones are about people, who stand before flows.

        So do frozen weeks, which no flow changes.
        """
        return max(self._gaps_to_money(), default=0.0) if self._values is not None else np.inf

    @property
    def gap_of_waiting(self) -> float:
        """The gap of the first level in euro, 0 where there is none; with the bounds at hand."""
        return next(iter(self._gaps_to_money()[self._bounds.first_money :]), 0.0)

    @property
    def gap_of_trouble(self) -> float:
        """The same over the levels that can be zero and have more than enough above their bound.

        What counts in them is trouble that staff-days can mend.
        """
        return np.inf if self._values is None else max((level.gap for _, level in self._troubled()), default=0.0)

    def _gaps_to_money(self) -> list[float]:
        """The gap of each level up to the first in euro; 0 where nothing counts in it."""
        shown = zip(self._proofs[: self._bounds.first_money + 1], self._bounds.costs, strict=False)
        return [level.gap if own.any() else 0.0 for level, own in shown]

    def beyond(self, gap: float) -> float:
        """What the levels that can be zero cost more, at their prices, than they would within the gap."""
        return sum(
            self.prices[number] * (level.value - level.bound) * (1 - gap / level.gap)
            for number, level in self._troubled()
            if level.gap > gap
        )

    def waiting_beyond(self, gap: float) -> float:
        """What the first level in euro costs more, at its price, than it would within the gap; 0 if there is none."""
        number = self._bounds.first_money
        if not self.gap_of_waiting > gap:
            return 0.0
        level = self._proofs[number]
        return self.prices[number] * (level.value - level.bound) * (1 - gap / level.gap)

    def _troubled(self) -> list[tuple[int, LevelProof]]:
        """Numbers and proofs of the levels that can be zero and have more than enough above their bound."""
        return [
            (number, level)
            for number, level in enumerate(self._proofs[: self._bounds.can_be_zero])
            if self._bounds.costs[number].any() and level.value - level.bound > self._enough
        ]

    def trouble(self, model: FixedStaff, *, priced: bool) -> Numbers:
        """C: what each column costs in the levels that can be zero, at their prices or as they count it."""
        prices = self.prices if priced else [1.0] * len(self.prices)
        first = self._bounds.can_be_zero
        return combined(prices[:first], model.costs(self.f, self.policy)[:first])

    def least_of_a_case(self, model: FixedStaff) -> float:
        """The least that one costs, at its price, that is late or left in the levels that can be zero; 0 if none is."""
        trouble = self.trouble(model, priced=True)
        return float(trouble[trouble > 0].min()) if (trouble > 0).any() else 0.0

    def trouble_beyond(self, staffed: Staffed, gap: float, *, priced: bool) -> Numbers:
        """C: what each column of the flows comes to in those of the levels that are beyond the gap with them.

        And more than enough above their bound.
        """
        values = np.maximum(staffed.point.values, 0.0)
        found = np.zeros(len(values))
        levels = zip(self.prices, self._proofs[: self._bounds.can_be_zero], strict=False)
        for (price, proof), own in zip(levels, staffed.model.costs(self.f, self.policy), strict=False):
            counted = own * values
            total = float(counted.sum())
            if total - proof.bound > self._enough and gap_of(total, proof.bound, proof.floor) > gap:
                found += counted * (price if priced else 1.0)
        return found

    @property
    def some_can_be_zero(self) -> bool:
        """Whether the relaxed plan has nothing in some of the levels before euro."""
        return self._bounds.some_can_be_zero

    @property
    def prices(self) -> list[float]:
        """What each level weighs where plans are looked for."""
        return self._bounds.prices

    @property
    def price_of_change(self) -> float:
        """What a staff-day weighs that differs from the plan in force in the weeks after the frozen ones."""
        return sum(
            price * term.weight
            for price, level in zip(self.prices, self.policy.levels, strict=True)
            for term in level.terms
            if term.name == "plan_changed"
        )

    def charge_of_change(self, model: FixedStaff, weight: float = 1.0) -> float:
        """What a day is charged in a search that differs more from the plan in force; `weight` is that of its price."""
        price = weight * self.price_of_change
        return max(price, CALM * self.least_of_a_case(model)) if price > 0 else 0.0

    @property
    def proves_beside(self) -> bool:
        """Whether a bound is worked out beside that has not been waited for yet."""
        return self._bounds.beside

    def prove_flows_beside(self, gap: float) -> None:
        """Begins with the bounds of levels up to the first in euro."""
        if self._values is not None:
            self._bounds.begin_flows(self._values, gap)

    def prove_beside(self, gap: float) -> None:
        """Brings in the bounds of levels up to the first in euro, and begins with those of levels behind it."""
        self._bounds.wait_for_flows()
        if self._values is not None:
            self._tell(self._plan, self._values, self._bounds.at_hand(self._values))
            self._bounds.begin(self._values, gap)

    def prove(self, gap: float) -> float:
        """The widest gap of the best plan, with the bounds that this takes."""
        if self._values is None:
            return np.inf
        self._report(Step("bounds"))
        self._tell(self._plan, self._values, self._bounds.proven(self._values, gap))
        return self.gap

    def _tell(self, plan: Plan, values: tuple[LevelValue, ...], bounds: list[LevelBound]) -> None:
        self._proofs = proofs(self.policy, values, [bound.value for bound in bounds])
        self._report(Found(plan, self._proofs, tuple(bound.proof for bound in bounds if bound.proof)))
