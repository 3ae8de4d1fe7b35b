"""The public tables that uk-2023 is made from, added up over groups of nationalities."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from instances.builders.uk_2023.figures import GROUPS

Counts = dict[tuple[str, ...], float]


@dataclass(frozen=True)
class Raw:
    """The public tables, by group of nationalities; quarters and months are known by their last day."""

    waiting: Counts  # quarter, group, duration
    waiting_by_age: Counts  # quarter, age
    applications: Counts  # quarter, group
    decisions: Counts  # quarter, group, outcome
    casework: Counts  # month, column


def read_raw(folder: Path) -> Raw:
    """The five tables, added up over the nationalities of a group."""
    waiting, by_age = _rows(folder, "awaiting_by_nationality_quarterly"), _rows(folder, "awaiting_by_age_quarterly")
    applications, decisions = _rows(folder, "applications_quarterly"), _rows(folder, "decisions_quarterly")
    casework = _rows(folder, "caseworking_monthly")
    return Raw(
        waiting=_added((r["Date"], group_of(r["Nationality"]), r["Duration"], r["Applications"]) for r in waiting),
        waiting_by_age=_added((r["Date"], age, r[age]) for r in by_age for age in r if age != "Date"),
        applications=_added((r["Date"], group_of(r["Nationality"]), r["Applications"]) for r in applications),
        decisions=_added(
            (r["Date"], group_of(r["Nationality"]), r["Case outcome group"], r["Decisions"]) for r in decisions
        ),
        casework=_added((r["Date"], name, r[name]) for r in casework for name in r if name != "Date"),
    )


def group_of(nationality: str) -> str:
    """The group that a nationality belongs to."""
    return next((group for group, members in GROUPS.items() if nationality in members), "other")


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _added(cells: Iterable[tuple[str, ...]]) -> Counts:
    total: Counts = defaultdict(float)
    for *key, count in cells:
        total[tuple(key)] += float(count)
    return dict(total)
