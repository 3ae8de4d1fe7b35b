"""Reads values and bounds out of what solvers print while they search."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

Progress = tuple[float, float]
"""The best value, inf where there is none, and the bound, -inf where there is none."""

NUMBER = r"[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|inf)"
_CP_SAT = re.compile(rf"^#(?:Bound|\d+)\s.*?best:({NUMBER})\s+next:\[({NUMBER}),({NUMBER})\]")
_SCIP_BOUND = re.compile(r"[-+]?\d\.\d+e[-+]\d+|--")


def scip(line: str) -> Progress | None:
    """A row of SCIP's table, of one thread or several: the last two cells like 1.234567e+03 or -- are its bounds."""
    cells = [cell.strip() for cell in line.split("|")]
    bounds = [cell for cell in cells if _SCIP_BOUND.fullmatch(cell)]
    if len(cells) < 5 or len(bounds) < 2:
        return None
    dual, primal = bounds[-2:]
    return (math.inf if primal == "--" else float(primal)), (-math.inf if dual == "--" else float(dual))


def cp_sat(line: str) -> Progress | None:
    """A line of CP-SAT that tells of a better plan or bound: `best` is the value, `next` what is left to look for."""
    found = _CP_SAT.match(line)
    if found is None:
        return None
    best, low = float(found[1]), float(found[2])
    return best, min(low, best)


Reader = Callable[[str], Progress | None]
"""What takes a line of a log."""
