"""Solves the compared model as the planner states it, through OR-Tools.

python -m benchmarks.children.core_optimum SOLVER INSTANCE whole|relaxed GAP SECONDS
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

from ortools.math_opt import parameters_pb2

from benchmarks.core import core_model
from planner.domain.figures import figures
from planner.files.instance import check_instance
from planner.solving.mathopt import Parameters, Session

SOLVERS = {"highs": parameters_pb2.SOLVER_TYPE_HIGHS, "scip": parameters_pb2.SOLVER_TYPE_GSCIP}


def main(solver: str, instance: str, kind: str, gap: str, seconds: str) -> None:
    """Says the best value."""
    checked = check_instance(Path(instance))
    if checked.instance is None:
        raise SystemExit(f"{instance} cannot be read")
    start, cpu = perf_counter(), process_time()
    model, costs = core_model(figures(checked.instance))
    parameters = Parameters(SOLVERS[solver], gap=float(gap), time_limit=float(seconds))
    answer = Session(model.linear, costs, parameters, relaxed=kind == "relaxed").solve()
    found = {"value": answer.value, "seconds": round(perf_counter() - start, 3), "cpu": round(process_time() - cpu, 3)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
