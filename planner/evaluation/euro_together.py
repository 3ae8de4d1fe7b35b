"""All levels in euro together: their value, the sum of their bounds, and the gap between the two.

In strict order the bound of a level may use all that an earlier one is above its own bound, so that the gap of the
last level alone says little. A plan that keeps every level at its ceiling or below keeps the conditions of each bound,
so none is below the sum of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from planner.domain.policy import EURO
from planner.domain.result import gap_of
from planner.evaluation.tables import number

TOGETHER = "all_in_euro"
"""The name of the row, where others are named after a level."""


def euro_together(levels: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """A row like those of the table `levels`; none where fewer than two levels are in euro.

    Bound and gap are empty where a level has none.
    """
    own = [row for row in levels if row["unit"] == EURO]
    if len(own) < 2:
        return []
    value, floor = (fsum(float(row[column]) for row in own) for column in ("value", "floor"))
    bound = gap = ""
    if all(row["bound"] for row in own):
        least = fsum(float(row["bound"]) for row in own)
        bound, gap = number(least), number(gap_of(value, least, floor))
    cells = (TOGETHER, EURO, number(value), bound, number(floor), gap)
    return [dict(zip(("name", "unit", "value", "bound", "floor", "gap"), cells, strict=True))]
