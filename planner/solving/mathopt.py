"""The door to OR-Tools: linear models in arrays go in as MathOpt protocol buffers, answers come out as arrays.

Protocol buffers are made from numpy: MathOpt's own model objects take many times as long for the same model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from ortools.math_opt import callback_pb2, model_parameters_pb2, parameters_pb2, result_pb2
from ortools.math_opt.core.python import solver as core
from pybind11_abseil.status import StatusNotOk  # type: ignore[import-untyped]

from planner.domain.grid import UNIT, Numbers
from planner.formulation.draft import LinearModel
from planner.solving.wire import model_proto

GAVE_UP = ("HighsModelStatus was Unknown", "SCIP error code -6", "Unexpected GLOP termination reason")
"""How solvers say, through MathOpt, that they gave up: of SCIP it is a linear model that it cannot solve, of GLOP one
in which it got lost (ABNORMAL)."""

TOLERANCE, ROUNDS = "numerics/feastol", "presolving/maxrounds"
"""What SCIP calls its tolerance for rows and columns, and the rounds of its presolve."""

FEASIBILITY = 1e-9
"""SCIP's tolerance where it proves something: at its own, 1e-6, a cap near it has made models infeasible."""

BROKEN = 1e-3
"""By how much a plan may break a row: far more than any solver's tolerance or a grid, far less than a staff-day."""


@dataclass(frozen=True)
class Answer:
    """What a solver found. `values` is None without a solution; `duals` only after a linear solve."""

    optimal: bool
    infeasible: bool
    value: float
    bound: float
    values: Numbers | None
    duals: Numbers | None


@dataclass(frozen=True)
class Parameters:
    """How to solve: the solver and its limits. `careful`, for proofs, is SCIP without presolve (decision 14)."""

    solver: int
    gap: float = 0.0
    absolute_gap: float = 0.0
    time_limit: float | None = None
    threads: int | None = None
    seed: int = 0
    careful: bool = False

    def proto(self) -> parameters_pb2.SolveParametersProto:
        """The same as a protocol buffer."""
        proto = parameters_pb2.SolveParametersProto()
        if self.gap or self.absolute_gap:
            proto.relative_gap_tolerance = self.gap
            proto.absolute_gap_tolerance = self.absolute_gap
        if self.time_limit is not None:
            proto.time_limit.FromMicroseconds(round(self.time_limit * 1e6))
        if self.threads is not None:
            proto.threads = self.threads
        proto.random_seed = self.seed
        if self.solver == parameters_pb2.SOLVER_TYPE_CP_SAT:
            proto.cp_sat.mip_var_scaling = UNIT  # it knows whole numbers only: cases are counted on the plans' grid
        if self.solver == parameters_pb2.SOLVER_TYPE_GSCIP and self.careful:
            proto.gscip.real_params[TOLERANCE] = FEASIBILITY
            proto.gscip.int_params[ROUNDS] = 0
        return proto


class Session:
    """One model in one solver."""

    def __init__(self, linear: LinearModel, costs: Numbers, parameters: Parameters, *, relaxed: bool = False) -> None:
        self._linear = linear
        self._relaxed = relaxed
        self._parameters = parameters
        self._solver = core.new(  # type: ignore[no-untyped-call]
            parameters.solver,
            model_proto(linear, costs, relaxed=relaxed),
            parameters_pb2.SolverInitializerProto(),
        )

    def solve(self, start: Numbers | None = None) -> Answer:
        """Solves; `start` is a full assignment to begin from (whole models only).

        An answer without values where the solver gives up (interior points do, now and then). One of a whole model that
        breaks a row proves nothing, whatever the solver says of it.
        """
        model_parameters = model_parameters_pb2.ModelSolveParametersProto()
        if start is not None:
            hint = model_parameters.solution_hints.add()
            hint.variable_values.ids.extend(range(len(start)))
            hint.variable_values.values.extend(start)
        try:
            result = self._solver.solve(
                self._parameters.proto(), model_parameters, None, callback_pb2.CallbackRegistrationProto(), None, None
            )
        except StatusNotOk as error:
            if not any(words in str(error) for words in GAVE_UP):
                raise
            return Answer(False, False, np.inf, -np.inf, None, None)
        answer = _answer(result, len(self._linear.column_lower), len(self._linear.row_lower))
        if answer.values is not None and not self._relaxed and self._linear.broken(answer.values) > BROKEN:
            return replace(answer, optimal=False, bound=-np.inf)
        return answer


def _answer(result: result_pb2.SolveResultProto, columns: int, rows: int) -> Answer:
    reason = result.termination.reason
    optimal = reason == result_pb2.TERMINATION_REASON_OPTIMAL
    values = duals = None
    value = np.inf
    for solution in result.solutions:
        if solution.HasField("primal_solution") and values is None:
            values = _dense(solution.primal_solution.variable_values, columns)
            value = solution.primal_solution.objective_value
        if solution.HasField("dual_solution") and duals is None:
            duals = _dense(solution.dual_solution.dual_values, rows)
    return Answer(
        optimal=optimal,
        infeasible=reason == result_pb2.TERMINATION_REASON_INFEASIBLE,
        value=value,
        bound=result.termination.objective_bounds.dual_bound,
        values=values,
        duals=duals,
    )


def _dense(sparse, size: int) -> Numbers:  # type: ignore[no-untyped-def]
    dense = np.zeros(size)
    dense[np.asarray(sparse.ids, dtype=np.intp)] = np.asarray(sparse.values)
    return dense
