"""The whole model in one general solver, level by level, with its value and bound over time.

    python -m benchmarks.children.monolith highs|scip|cp-sat FILE SECONDS GAP

FILE holds the model and the costs of every level (`benchmarks.children.prepare levels`). HiGHS is highspy's, newer
than the one inside OR-Tools; SCIP and CP-SAT are those of OR-Tools. From level to level it goes as in
`planner.solving.monolith`: HiGHS is told no plan to start from, SCIP goes without presolve and with a tolerance of a
billionth, no ceiling is below the plan itself, and what breaks a row proves nothing (decisions 14 and 19).
"""

from __future__ import annotations

import json
import math
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks import logs
from benchmarks.series import Point, seconds_to
from planner.formulation.draft import LinearModel
from planner.formulation.relaxation.relaxed import with_cap

THREADS = {"highs": 2, "scip": 1, "cp-sat": 2}
"""SCIP on two threads took four times as long on S as on one, and measured its gap without the offset."""

SLACK, SLACK_SHARE, PROOF_GAP = 1e-4, 1e-6, 1e-6  # as in planner.solving.monolith

BROKEN = 1e-3  # as in planner.solving.mathopt

TAKES_A_START = ("scip", "cp-sat")
"""As in planner.solving.monolith: HiGHS may prove that there is no better plan than the one that it was told."""


@dataclass
class Level:
    """One solve: what was found, and when. Values are above `least`, what no plan can avoid, as in a proof."""

    least: float
    floor: float
    floor_share: float
    start: float = field(default_factory=perf_counter)
    points: list[Point] = field(default_factory=list)
    ended: str = ""  # in the solver's words, where it found no plan

    def hear(self, value: float, bound: float) -> None:
        """Keeps what is new; no level's gross value can be negative."""
        floor = max(self.floor, self.floor_share * (value + self.least)) if math.isfinite(value) else self.floor
        own = Point(round(perf_counter() - self.start, 3), value, max(bound, -self.least), floor)
        if not self.points or (self.points[-1].value, self.points[-1].bound) != (own.value, own.bound):
            self.points.append(own)

    def disbelieve(self) -> float:
        """Takes back every bound heard so far; gives the one that needs no proof."""
        self.points = [replace(point, bound=-self.least) for point in self.points]
        return -self.least


@dataclass
class Question:
    """One level for a solver: model and costs, where to report, how long and how well, and a plan to start from."""

    model: LinearModel
    costs: np.ndarray
    level: Level
    seconds: float
    gap: float
    absolute_gap: float
    start: np.ndarray | None


Answer = tuple[np.ndarray | None, float]
"""The plan, or None, and the bound above `least`."""

Solve = Callable[[Question], Answer]


def main(solver: str, file: str, seconds: str, gap: str) -> None:
    """Solves level after level until the time is up."""
    with np.load(file) as stored:
        about = {name: stored[name] for name in stored.files}
    linear = _linear(about)
    solve: Solve = _highs if solver == "highs" else partial(_math_opt, solver)
    end, wanted = perf_counter() + float(seconds), float(gap)
    begun, first, plan, levels = perf_counter(), None, None, []
    for number, costs in enumerate(about["costs"]):
        level = Level(*(float(about[name][number]) for name in ("least", "floor", "floor_share")))
        free = plan is not None and costs @ plan <= 0  # nothing is below zero
        if levels and not free and not _may_go_on(levels[-1], wanted, end):
            break
        levels.append(level)
        if free:
            level.hear(0.0, 0.0)
        else:
            left, absolute = max(end - perf_counter(), 0.1), max(wanted * float(about["floor"][number]), 1e-6)
            told = plan if solver in TAKES_A_START else None
            answer, bound = solve(Question(linear, costs, level, left, wanted, absolute, told))
            if answer is None:
                break
            if linear.broken(answer) > BROKEN:
                bound = level.disbelieve()
            plan = _better(costs, answer, plan)
            level.hear(float(costs @ plan) - level.least, bound)
            first = first if first is not None else next(p.seconds for p in level.points if math.isfinite(p.value))
        if costs.any():
            gross = float(costs @ plan)
            limit = gross + _tolerance(about, number, gross)
            linear = with_cap(linear, costs, limit + max(SLACK, SLACK_SHARE * limit))
    found = {
        "seconds": round(perf_counter() - begun, 3),
        "first_plan_seconds": first,
        "seconds_to": seconds_to([level.points for level in levels], len(about["costs"])),
        "levels": [_last(level) for level in levels],
        "ended": levels[-1].ended,
        "series": [[[p.seconds, _finite(p.value), _finite(p.bound)] for p in level.points] for level in levels],
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    sys.stdout.write("\n" + json.dumps(found) + "\n")


def _may_go_on(level: Level, wanted: float, end: float) -> bool:
    """The next level is begun when this one is within the gap and there is time."""
    return level.points[-1].gap <= wanted * 1.001 and perf_counter() < end


def _tolerance(model: dict[str, Any], number: int, value: float) -> float:
    """As in planner.solving.engine, from the gross value."""
    floor = max(model["floor"][number], model["floor_share"][number] * value)
    return float(min(model["tolerance"] * abs(value - model["least"][number]), floor / 2))


def _linear(about: dict[str, Any]) -> LinearModel:
    """The model in a file of `benchmarks.children.prepare`; its names are not in it."""
    arrays = {name: about[name] for name in LinearModel.__dataclass_fields__ if name in about}
    return LinearModel(**arrays, column_blocks=(), row_blocks=())


def _better(costs: np.ndarray, found: np.ndarray, before: np.ndarray | None) -> np.ndarray:
    """The plan found, where it is better by a millionth: else the one before, which gives up nothing for nothing."""
    value = float(costs @ found)
    return found if before is None or costs @ before > value + PROOF_GAP * max(abs(value), 1.0) else before


def _highs(asked: Question) -> Answer:
    import highspy

    from benchmarks.peers.by_arrays import hand_over

    model, level = asked.model, asked.level
    highs = hand_over(
        (model.column_lower, model.column_upper, model.whole, asked.costs),
        (model.row_lower, model.row_upper),
        (model.entry_row, model.entry_column, model.entry_value),
        whole=True,
    )
    highs.changeObjectiveOffset(-level.least)  # so that the gap is that of a proof
    for name, value in {
        "output_flag": True,  # without it the callback is silent too
        "log_to_console": False,
        "time_limit": asked.seconds,
        "mip_rel_gap": asked.gap,
        "mip_abs_gap": asked.absolute_gap,
        "threads": THREADS["highs"],
    }.items():
        highs.setOptionValue(name, value)
    highs.cbMipLogging += lambda event: level.hear(
        _plus(event.data_out.mip_primal_bound), event.data_out.mip_dual_bound
    )
    highs.run()
    if highs.getInfo().primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None, -math.inf
    return np.array(highs.getSolution().col_value), highs.getInfo().mip_dual_bound


def _math_opt(solver: str, asked: Question) -> Answer:
    """SCIP or CP-SAT of OR-Tools; progress is read from their logs."""
    from ortools.math_opt import callback_pb2, model_parameters_pb2, parameters_pb2, result_pb2
    from ortools.math_opt.core.python import solver as core

    from planner.solving.mathopt import Parameters
    from planner.solving.wire import model_proto

    kind, reader = {
        "scip": (parameters_pb2.SOLVER_TYPE_GSCIP, logs.scip),
        "cp-sat": (parameters_pb2.SOLVER_TYPE_CP_SAT, logs.cp_sat),
    }[solver]
    parameters = Parameters(
        kind,
        gap=asked.gap,
        absolute_gap=asked.absolute_gap,
        time_limit=asked.seconds,
        threads=THREADS[solver],
        careful=True,
    )

    def hear(lines: list[str]) -> None:
        for line in lines:
            if (found := reader(line)) is not None:
                asked.level.hear(*found)

    started = model_parameters_pb2.ModelSolveParametersProto()
    if asked.start is not None:
        hint = started.solution_hints.add()
        hint.variable_values.ids.extend(range(len(asked.start)))
        hint.variable_values.values.extend(asked.start)
    proto = model_proto(asked.model, asked.costs, relaxed=False)
    proto.objective.offset = -asked.level.least
    own = core.new(kind, proto, parameters_pb2.SolverInitializerProto())
    result = own.solve(parameters.proto(), started, hear, callback_pb2.CallbackRegistrationProto(), None, None)
    if not result.solutions:
        reason = result_pb2.TerminationReasonProto.Name(result.termination.reason).removeprefix("TERMINATION_REASON_")
        asked.level.ended = f"{reason.lower()}: {result.termination.detail}"[:300]
        return None, -math.inf
    values, sparse = np.zeros(len(asked.costs)), result.solutions[0].primal_solution.variable_values
    values[np.asarray(sparse.ids, dtype=np.intp)] = sparse.values
    return values, result.termination.objective_bounds.dual_bound


def _last(level: Level) -> dict[str, float | None]:
    if not level.points:
        return {"value": None, "bound": None, "gap": None}
    last = level.points[-1]
    return {"value": _finite(last.value), "bound": _finite(last.bound), "gap": _finite(last.gap)}


def _plus(value: float) -> float:
    return value if abs(value) < 1e29 else math.inf


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


if __name__ == "__main__":
    main(*sys.argv[1:])
