"""Reads the CSV file of what happened in a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.domain.actuals import ACTUALS, AGED, FIGURES, INFLOW, LODGED, NO_SHOW, WHERE, Actual
from planner.domain.instance import Instance
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.nearest import did_you_mean
from planner.files.one_table import read_one_table
from planner.files.place import Place


@dataclass(frozen=True)
class PlacedActual:
    """A row and where it stands."""

    row: Actual
    place: Place


def read_actuals(path: Path, findings: Findings, doubts: Findings) -> list[PlacedActual]:
    """Every row that is right by itself; what is wrong goes to the findings."""
    found: list[PlacedActual] = []
    for row in read_one_table(path, ACTUALS, findings, doubts):
        values: dict[str, Any] = dict(row.values)
        found.append(PlacedActual(Actual(**values), row.place))
    return found


def check_rows(instance: Instance, rows: Iterable[PlacedActual]) -> Iterator[Problem]:
    """What the instance has no place for, and columns that a figure needs or has no use for."""
    seen: dict[tuple[object, ...], Place] = {}
    for placed in rows:
        lacking = list(_columns(placed))
        yield from lacking or _about(instance, placed)
        key = tuple(getattr(placed.row, name) for name in ACTUALS.key)
        first = seen.setdefault(key, placed.place)
        if first.file != placed.place.file:  # inside a file the reader sees it
            words = ", ".join(str(part) for part in key if part is not None)
            hint = f"It stands in {first.file} on line {first.line} too."
            yield placed.place.problem(", ".join(ACTUALS.key), Code.KEY_TWICE, words, "each key once", hint)


def _columns(placed: PlacedActual) -> Iterator[Problem]:
    needed, _ = FIGURES[placed.row.figure]
    for name in WHERE:
        value = getattr(placed.row, name)
        if name in needed and value is None:
            expected = f"a {name}: {placed.row.figure} is counted by {', '.join(needed)}"
            yield placed.place.problem(name, Code.ACTUALS_COLUMN, "", expected)
        elif name not in needed and value is not None:
            expected = f"empty: {placed.row.figure} is counted by {', '.join(needed)}"
            yield placed.place.problem(name, Code.ACTUALS_COLUMN, value, expected)


def _about(instance: Instance, placed: PlacedActual) -> Iterator[Problem]:
    """Labels that the instance lacks, stages that a stream skips, periods that go backwards."""
    row, place = placed.row, placed.place
    known: dict[str, Sequence[str]] = {
        "stream": [own.stream for own in instance.streams],
        "to_stream": [own.stream for own in instance.streams],
        "location": [own.location for own in instance.locations],
        "group": [own.group for own in instance.groups],
    }
    unknown = [
        (name, value) for name in known if (value := getattr(row, name)) is not None and value not in known[name]
    ]
    for name, value in unknown:
        expected, hint = f"one that the instance has: {', '.join(known[name])}", did_you_mean(value, known[name])
        yield place.problem(name, Code.REFERENCE, value, expected, hint)
    if unknown:
        return
    stages = {(own.stream, own.stage) for own in instance.work}
    if row.stage is not None and (row.stream, row.stage) not in stages:
        yield place.problem("stage", Code.STAGE_LACKING, row.stage, f"a stage of {row.stream} in work.csv")
    if row.figure == NO_SHOW and (row.stream, "hearing") not in stages:
        yield place.problem("stream", Code.STAGE_LACKING, row.stream, "a stream whose cases are heard")
    ways = {(own.stream, own.stage, own.to_stream) for own in instance.conversions}
    if row.to_stream is not None and (row.stream, row.stage, row.to_stream) not in ways:
        expected = f"a stream to which cases of {row.stream} go over after {row.stage}, by conversions.csv"
        yield place.problem("to_stream", Code.REFERENCE, row.to_stream, expected)
    if row.first is not None and row.last is not None and row.last < row.first:
        yield place.problem("last", Code.PERIOD_REVERSED, row.last, f"{row.first} (first) or later")
    if row.figure == AGED and row.last is not None and row.last > row.week.sunday:
        expected = f"{row.week.sunday}, the last day of {row.week}, or earlier"
        yield place.problem("last", Code.ACTUALS_WEEK, row.last, expected)
    if row.figure == INFLOW and row.last is not None and row.last <= row.week.sunday:
        yield place.problem("last", Code.ACTUALS_WEEK, row.last, f"a day after {row.week}: a forecast is of what comes")
    old = {own.stream for own in instance.streams if own.lodged == "old"}
    if row.stream in old and (row.figure == INFLOW or (row.figure == LODGED and row.number)):
        yield place.problem("stream", Code.INFLOW_OF_OLD, row.stream, "a stream of cases that are still lodged")
