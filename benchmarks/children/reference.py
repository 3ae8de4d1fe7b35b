"""The yardstick of the machine: HiGHS on a linear model that never changes, and that knows nothing of the planner.

python -m benchmarks.children.reference
"""

from __future__ import annotations

import json
import sys
from time import process_time

import numpy as np

from benchmarks.peers.by_arrays import hand_over

PLACES, WORKS, WEEKS = 12, 30, 240


def main() -> None:
    """Says the CPU seconds and the value, which must always be the same."""
    draw = np.random.default_rng(20260612)
    shape = (PLACES, WORKS, WEEKS)
    column = np.arange(np.prod(shape)).reshape(shape)
    capacity, need = draw.uniform(12, 20, (PLACES, WEEKS)), draw.uniform(5, 9, (WORKS, WEEKS))
    late = column.size + np.arange(WORKS * WEEKS).reshape(WORKS, WEEKS)
    rows = np.arange(PLACES * WEEKS).reshape(PLACES, 1, WEEKS)
    needs = PLACES * WEEKS + np.arange(WORKS * WEEKS).reshape(WORKS, WEEKS)
    entries = [
        (np.broadcast_to(rows, shape), column, draw.uniform(0.8, 1.2, shape)),
        (np.broadcast_to(needs, shape), column, np.ones(shape)),
        (needs, late, np.ones((WORKS, WEEKS))),
        (needs[:, 1:], late[:, :-1], -np.ones((WORKS, WEEKS - 1))),
    ]
    row, col, value = (np.concatenate([np.ravel(entry[part]) for entry in entries]) for part in range(3))
    order = np.lexsort((col, row))
    count = column.size + late.size
    costs = np.concatenate([draw.uniform(0.0, 1.0, column.size), np.full(late.size, 3.0)])
    highs = hand_over(
        (np.zeros(count), np.full(count, np.inf), np.zeros(count, dtype=bool), costs),
        (
            np.concatenate([np.full(capacity.size, -np.inf), need.ravel()]),
            np.concatenate([capacity.ravel(), need.ravel()]),
        ),
        (row[order], col[order], value[order]),
        whole=False,
    )
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("solver", "simplex")
    start = process_time()
    highs.run()
    found = {"cpu": round(process_time() - start, 4), "value": highs.getObjectiveValue()}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
