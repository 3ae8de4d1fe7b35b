"""The door to HiGHS for linear models: arrays go in as they are, answers come out as arrays.

An interior point that stops short of its tolerance still has values and prices, which is all that a plan and a safe
bound need; MathOpt would keep them to itself. Other threads go on while it solves.
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy  # type: ignore[import-untyped]
import numpy as np

from planner.domain.grid import Numbers
from planner.formulation.draft import Ids, LinearModel

USUAL, LOOSE = 1e-7, 1e-6
"""By how much rows may be broken. Where most columns are held at what an earlier answer says, presolve takes chains of
what that left open for a contradiction, unless it is told to be less strict."""

NEAREST = 1e-8
"""How near the interior point's cost and bound are to each other at its end, as HiGHS has it."""

OPTIMAL, INFEASIBLE = highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible


@dataclass(frozen=True)
class LinearAnswer:
    """`infeasible` where the rows contradict each other; without values where the solver gave up."""

    infeasible: bool
    values: Numbers | None
    duals: Numbers | None


def interior_point(linear: LinearModel, costs: Numbers, *, near: float = NEAREST) -> LinearAnswer:
    """Solves by interior point, until cost and bound are as `near` each other, as a share; goes to no corner."""
    highs = _highs("ipm")
    highs.setOptionValue("run_crossover", "off")
    highs.setOptionValue("ipm_optimality_tolerance", near)
    return _answer(highs, linear, costs)


def dual_simplex(linear: LinearModel, costs: Numbers) -> LinearAnswer:
    """Solves by the dual simplex method: flows of cases faster than by interior point (decision 17)."""
    return _answer(_highs("simplex"), linear, costs)


def _answer(highs: highspy.Highs, linear: LinearModel, costs: Numbers) -> LinearAnswer:
    highs.passModel(_lp(linear, costs))
    highs.run()
    status = highs.getModelStatus()
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return LinearAnswer(True, None, None)
    solution = highs.getSolution()
    if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kUnknown) or not solution.dual_valid:
        return LinearAnswer(False, None, None)
    return LinearAnswer(False, np.array(solution.col_value), np.array(solution.row_dual))


def whole_values(linear: LinearModel, costs: Numbers, columns: Ids, near: float = 0.0) -> Numbers | None:
    """These columns as whole numbers, by what HiGHS finds at the root; None where it finds nothing.

    It looks no further once it is as `near` the best as this, in the unit of the costs.

    It is given no point to better: it may take that for the best (decision 19).
    """
    highs = _highs("choose")
    highs.setOptionValue("mip_max_nodes", 1)
    highs.setOptionValue("mip_abs_gap", near)
    highs.setOptionValue("primal_feasibility_tolerance", LOOSE)
    highs.passModel(_lp(linear, costs))
    kinds = np.full(len(columns), highspy.HighsVarType.kInteger)
    highs.changeColsIntegrality(len(columns), columns.astype(np.int32), kinds)
    highs.run()
    solution = highs.getSolution()
    if not solution.value_valid:
        return None
    found: Numbers = np.rint(np.array(solution.col_value)[columns])
    return found


class Corner:
    """A linear model at its best corner, from which changed rows and columns are solved again in tenths of a second.

    It is found by interior point, or, where `few` days can change, by the dual simplex method, which is faster then.
    """

    def __init__(self, linear: LinearModel, costs: Numbers, *, few: bool = False, tolerance: float = USUAL) -> None:
        self._highs = _highs("simplex" if few else "ipm")
        self._highs.setOptionValue("primal_feasibility_tolerance", tolerance)
        self._highs.passModel(_lp(linear, costs))
        self._highs.run()
        self._highs.setOptionValue("solver", "simplex")
        self._highs.setOptionValue("presolve", "off")
        self._basis = self._highs.getBasis()
        self._least = self._highs.getInfo().objective_function_value
        self._upper = linear.row_upper

    @property
    def cost(self) -> float:
        """What the best costs where the model was last solved; inf where that gave no answer."""
        found = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return float(self._highs.getInfo().objective_function_value) if found else np.inf

    @property
    def values(self) -> Numbers:
        """The columns where the model was last solved."""
        return np.array(self._highs.getSolution().col_value)

    @property
    def duals(self) -> Numbers:
        """The price of each row where the model was last solved."""
        return np.array(self._highs.getSolution().row_dual)

    def hold(self, columns: Ids, values: Numbers) -> float:
        """Solves it with the columns at these values from now on; gives what the best costs, inf if there is none.

        Where that leads nowhere, it starts once more from the corner before, and then from none.
        """
        before = self._highs.getBasis()
        self._highs.changeColsBounds(len(columns), columns.astype(np.int32), values, values)
        self._highs.run()
        for again in (lambda: self._highs.setBasis(before), self._highs.clearSolver):
            if self._highs.getModelStatus() in (OPTIMAL, INFEASIBLE):
                break
            again()
            self._highs.run()
        return self.cost

    def gain(self, rows: Ids, more: Numbers) -> float:
        """What the best is lower with so much more on the right of the rows, which have no other side; -inf if none."""
        for row, upper in zip(rows, self._upper[rows] + more, strict=True):
            self._highs.changeRowBounds(int(row), -np.inf, float(upper))
        self._highs.run()
        found = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        value = self._highs.getInfo().objective_function_value
        for row in rows:
            self._highs.changeRowBounds(int(row), -np.inf, float(self._upper[row]))
        self._highs.setBasis(self._basis)
        return float(self._least - value) if found else -np.inf


def _highs(solver: str) -> highspy.Highs:
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("solver", solver)
    return highs


def _lp(linear: LinearModel, costs: Numbers) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.column_lower), len(linear.row_lower)
    lp.col_cost_ = costs
    lp.col_lower_, lp.col_upper_ = linear.column_lower, linear.column_upper
    lp.row_lower_, lp.row_upper_ = linear.row_lower, linear.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    rows = np.arange(lp.num_row_ + 1)
    lp.a_matrix_.start_ = np.searchsorted(linear.entry_row, rows).astype(np.int32)
    lp.a_matrix_.index_ = linear.entry_column.astype(np.int32)
    lp.a_matrix_.value_ = linear.entry_value
    return lp
