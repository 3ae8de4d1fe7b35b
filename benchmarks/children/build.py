"""Builds the compared model once, hands it to its solver, and says what that took.

    python -m benchmarks.children.build WAY INSTANCE CORE whole|relaxed

INSTANCE is a folder, for the planner's own ways; CORE is a file of arrays, for the others. Reading is not counted.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.children.meter import Meter

LIBRARIES = {
    "linopy": "in_linopy",
    "pyoptinterface": "in_pyoptinterface",
    "pulp": "in_pulp",
    "pyomo": "in_pyomo",
    "pyomo-file": "in_pyomo",
}


def main(way: str, instance: str, core: str, kind: str) -> None:
    """Measures one building."""
    whole = kind == "whole"
    own = {"planner-mathopt": _mathopt, "planner-highspy": _highspy}
    found = own[way](Path(instance), whole=whole) if way in own else _library(way, Path(core), whole=whole)
    sys.stdout.write(json.dumps(found) + "\n")


def _library(way: str, core: Path, *, whole: bool) -> dict[str, Any]:
    from benchmarks.peers.data import read

    module = import_module(f"benchmarks.peers.{LIBRARIES[way]}")
    data = read(core)
    hand_over = module.hand_over_by_file if way == "pyomo-file" else module.hand_over
    with Meter() as meter:
        model = module.build(data, whole=whole)
        building = meter.lap()
        solver = hand_over(model)
        handing_over = meter.lap()
    return _found(meter, building, handing_over, module.size(solver))


def _mathopt(instance: Path, *, whole: bool) -> dict[str, Any]:
    from ortools.math_opt import parameters_pb2

    from benchmarks.core import core_costs
    from planner.formulation.model import whole_model
    from planner.solving.mathopt import Parameters, Session

    f = _figures(instance)
    with Meter() as meter:
        model = whole_model(f)
        costs = core_costs(f, model)
        building = meter.lap()
        session = Session(model.linear, costs, Parameters(parameters_pb2.SOLVER_TYPE_HIGHS), relaxed=not whole)
        handing_over = meter.lap()
    del session
    return _found(meter, building, handing_over, _sizes(model.linear))


def _highspy(instance: Path, *, whole: bool) -> dict[str, Any]:
    from benchmarks.core import core_costs
    from benchmarks.peers.by_arrays import hand_over
    from planner.formulation.model import whole_model

    f = _figures(instance)
    with Meter() as meter:
        model = whole_model(f)
        linear = model.linear
        costs = core_costs(f, model)
        building = meter.lap()
        highs = hand_over(
            (linear.column_lower, linear.column_upper, linear.whole, costs),
            (linear.row_lower, linear.row_upper),
            (linear.entry_row, linear.entry_column, linear.entry_value),
            whole=whole,
        )
        handing_over = meter.lap()
    return _found(meter, building, handing_over, (highs.getNumCol(), highs.getNumRow(), highs.getNumNz()))


def _figures(instance: Path) -> Any:
    from planner.domain.figures import figures
    from planner.files.instance import check_instance

    checked = check_instance(instance)
    if checked.instance is None:
        raise SystemExit(f"{instance} cannot be read")
    return figures(checked.instance)


def _sizes(linear: Any) -> tuple[int, int, int]:
    return len(linear.column_lower), len(linear.row_lower), len(linear.entry_row)


def _found(meter: Meter, building: float, handing_over: float, sizes: tuple[int, int, int | None]) -> dict[str, Any]:
    return {
        "build_cpu": building,
        "hand_over_cpu": handing_over,
        "cpu": round(building + handing_over, 4),
        "added_mib": meter.added_mib,
        "columns": sizes[0],
        "rows": sizes[1],
        "nonzeros": sizes[2],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
