"""The figures of several runs side by side, as their tables state them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from planner.domain.run_table import RunTable
from planner.domain.weeks import Week

Value = float | str | None
"""A number, a text, or nothing."""

WEEK_UNIT = "week"

DIGITS = 9
"""Decimals of a difference, so that 0.3 - 0.1 is 0.2."""

NEEDED = ("levels", "targets", "kpis")
"""The tables without which there is nothing to compare."""


class Label(NamedTuple):
    """What a figure is: where it belongs, its name, its unit."""

    section: str
    name: str
    unit: str


@dataclass(frozen=True)
class Compared:
    """One figure in every run; the first run is the reference."""

    label: Label
    values: tuple[Value, ...]

    @property
    def differences(self) -> tuple[float | None, ...]:
        """Each value less that of the first run, of weeks in weeks; None where one of the two is no number."""
        return tuple(_difference(self.label.unit, self.values[0], value) for value in self.values)


def compared(runs: Sequence[Mapping[str, RunTable]]) -> list[Compared]:
    """Every figure that any of the runs has, section by section, in the order of the runs' tables."""
    found = [dict(figures_of(tables)) for tables in runs]
    sections: dict[str, dict[Label, None]] = defaultdict(dict)
    for figures in found:
        for label in figures:
            sections[label.section].setdefault(label)
    rows = (
        Compared(label, tuple(figures.get(label) for figures in found))
        for labels in sections.values()
        for label in labels
    )
    return [row for row in rows if any(value is not None for value in row.values)]


def figures_of(tables: Mapping[str, RunTable]) -> Iterator[tuple[Label, Value]]:
    """The figures of one run; raises KeyError or ValueError where a table is not as it should be."""
    for row in _rows(tables["targets"]):
        yield Label("targets", row["name"], row["unit"]), _value(row["value"])
    for row in _rows(tables["levels"]):
        yield Label("levels", row["name"], row["unit"]), _value(row["value"])
        yield Label("levels", f"{row['name']} bound", row["unit"]), _value(row["bound"])
        yield Label("levels", f"{row['name']} gap", "fraction"), _value(row["gap"])
    for row in _rows(tables["kpis"]):
        yield Label("indicators", row["name"], row["unit"]), _value(row["value"])
    yield from _stock_at_end(tables)
    for column in ("group", "location"):
        yield from _sums(tables, "workforce", f"staff-days by {column}", (column,), "used")
        yield from _sums(tables, "workforce", f"idle staff-days by {column}", (column,), "idle")


def _stock_at_end(tables: Mapping[str, RunTable]) -> Iterator[tuple[Label, Value]]:
    """Cases without a first decision when the horizon ends, by track and category; rows that are left out are 0."""
    if "streams" not in tables or "workforce" not in tables:
        return
    last = max((row["week"] for row in _rows(tables["workforce"])), default="")
    open_cases: dict[str, float] = {}
    for row in _rows(tables["streams"]):
        name = f"{row['track']}, {row['category']}"
        open_cases[name] = open_cases.get(name, 0.0) + (float(row["open"]) if row["week"] == last else 0.0)
    for name, cases in open_cases.items():
        yield Label("open cases at the end", name, "cases"), cases


def _sums(
    tables: Mapping[str, RunTable], table: str, section: str, by: tuple[str, ...], column: str
) -> Iterator[tuple[Label, Value]]:
    sums: dict[str, float] = defaultdict(float)
    for row in _rows(tables[table]) if table in tables else ():
        sums[", ".join(row[name] for name in by)] += float(row[column])
    for name, total in sorted(sums.items()):
        yield Label(section, name, "staff-days"), total


def _rows(table: RunTable) -> Iterator[dict[str, str]]:
    for row in table.rows:
        yield dict(zip(table.columns, row, strict=True))


def _value(text: str) -> Value:
    try:
        number = float(text)
    except ValueError:
        return text or None
    return number if isfinite(number) else None


def _difference(unit: str, reference: Value, value: Value) -> float | None:
    if isinstance(reference, float) and isinstance(value, float):
        return round(value - reference, DIGITS)
    if unit == WEEK_UNIT and isinstance(reference, str) and isinstance(value, str):
        return float((Week.parse(value).monday - Week.parse(reference).monday).days // 7)
    return None
