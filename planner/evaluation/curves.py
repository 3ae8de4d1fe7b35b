"""What runs are drawn by when they are laid beside each other: a few sums of their tables, week by week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from planner.domain.court_dates import COURT
from planner.domain.lodgings import EXCESS
from planner.domain.run_table import RunTable

Curve = dict[str, float]
"""Values by week."""

CURVES = ("old_open", "other_open", "late", "decided", "staff_days")


def curves(tables: Mapping[str, RunTable], old: Collection[str]) -> dict[str, Curve]:
    """Open old cases, other open cases, cases past their legal term, first decisions, and staff-days put on work.

    `old` has the streams of the instance whose cases are old. Every week of the table `workforce` has a value.
    """
    weeks = dict.fromkeys(row["week"] for row in tables["workforce"].records())
    found = {name: defaultdict(float, dict.fromkeys(weeks, 0.0)) for name in CURVES}
    for row in tables["streams"].records():
        kind = "old_open" if row["stream"].rstrip(COURT + EXCESS) in old else "other_open"
        found[kind][row["week"]] += float(row["open"])
        found["decided"][row["week"]] += float(row["decided"])
    for row in tables["deadlines"].records():
        found["late"][row["week"]] += float(row["late_legal"])
    for row in tables["workforce"].records():
        found["staff_days"][row["week"]] += float(row["used"])
    return {name: dict(curve) for name, curve in found.items()}
