"""Solves the compared model as one library states it, with HiGHS.

python -m benchmarks.children.peer WAY CORE whole|relaxed GAP SECONDS
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.children.build import LIBRARIES
from benchmarks.peers.data import read


def main(way: str, core: str, kind: str, gap: str, seconds: str) -> None:
    """Says the best value."""
    module = import_module(f"benchmarks.peers.{LIBRARIES[way]}")
    start, cpu = perf_counter(), process_time()
    model = module.build(read(Path(core)), whole=kind == "whole")
    value = module.solve(model, float(gap), float(seconds))
    found = {"value": value, "seconds": round(perf_counter() - start, 3), "cpu": round(process_time() - cpu, 3)}
    sys.stdout.write("\n" + json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
