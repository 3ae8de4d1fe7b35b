"""Writes what other processes measure with: the arrays of the compared model, or of the whole model level by level.

python -m benchmarks.children.prepare core INSTANCE FILE
python -m benchmarks.children.prepare levels INSTANCE FILE [SCENARIO]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from benchmarks.core import core_model, dump
from planner.domain.figures import Figures, figures
from planner.domain.policy import SHIPPED
from planner.evaluation.flows import earliest
from planner.evaluation.levels import values_of
from planner.files.instance import check_instance
from planner.formulation.costs import level_costs
from planner.formulation.model import whole_model
from planner.solving.monolith import bounded


def main(kind: str, instance: str, file: str, scenario: str | None = None) -> None:
    """Writes the file."""
    checked = check_instance(Path(instance), scenario)
    if checked.instance is None:
        raise SystemExit(f"{instance} cannot be read: {checked.problems[0]}")
    own = figures(checked.instance)
    if kind == "core":
        dump(own, Path(file))
        model, costs = core_model(own)
        sizes = {"columns": len(costs), "rows": len(model.linear.row_lower), "nonzeros": len(model.linear.entry_row)}
    else:
        sizes = _levels(own, Path(file))
    sys.stdout.write(json.dumps(sizes) + "\n")


def _levels(f: Figures, file: Path) -> dict[str, int]:
    model = whole_model(f)
    linear = bounded(f, model)
    costs = [
        level_costs(f, SHIPPED, level, model.flow, model.people, model.teams, len(linear.column_lower))
        for level in SHIPPED.levels
    ]
    np.savez(
        file,
        **{name: value for name, value in linear.__dict__.items() if isinstance(value, np.ndarray)},
        costs=np.array(costs),
        least=np.array([value.least for value in values_of(SHIPPED, earliest(f))]),
        floor=np.array([level.floor for level in SHIPPED.levels]),
        floor_share=np.array([level.floor_share for level in SHIPPED.levels]),
        tolerance=np.array(SHIPPED.tolerance),
    )
    return {"columns": len(costs[0]), "rows": len(linear.row_lower), "nonzeros": len(linear.entry_row)}


if __name__ == "__main__":
    main(*sys.argv[1:])
