"""How far two plans are apart: what share of their decisions is not the same.

For quantities a and b by week, place and work it is the sum of |a - b| over the sum of a + b: 0 for the same plan, 1
for two that have nothing in common. Labels are compared, so that runs of different instances can be too.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from planner.domain.run_table import RunTable

MEASURED = {
    "staff-days placed otherwise": ("staff", "team_staff"),
    "cases finished elsewhere or in another week": ("cases",),
    "people who start otherwise": ("intakes",),
}
"""What is compared, and in which tables of decisions it stands."""

Quantities = dict[tuple[str, ...], float]


def distances(one: Mapping[str, RunTable], other: Mapping[str, RunTable]) -> dict[str, float]:
    """The distance in each respect."""
    return {name: _distance(_quantities(one, tables), _quantities(other, tables)) for name, tables in MEASURED.items()}


def _quantities(run: Mapping[str, RunTable], tables: tuple[str, ...]) -> Quantities:
    return {(table, *row[:-1]): float(row[-1]) for table in tables for row in run[table].rows}


def _distance(one: Quantities, other: Quantities) -> float:
    whole = fsum(one.values()) + fsum(other.values())
    apart = fsum(abs(one.get(key, 0.0) - other.get(key, 0.0)) for key in one.keys() | other.keys())
    return apart / whole if whole else 0.0
