"""Reads and writes the CSV file of a forecast's editions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from planner.domain.forecast import FORECAST, INFLOW, Forecast, needed_quarters, planned_range, season_of
from planner.domain.instance import Instance
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.nearest import did_you_mean
from planner.files.place import Place
from planner.files.plain_number import plain
from planner.files.rows import read_rows
from planner.files.sheet import read_sheet
from planner.files.text_file import read_text

COLUMNS = tuple(column.name for column in FORECAST.columns)


@dataclass(frozen=True)
class PlacedForecast:
    """A row and where it stands."""

    row: Forecast
    place: Place


def read_forecasts(path: Path, findings: Findings, doubts: Findings) -> list[PlacedForecast] | None:
    """Every row that is right by itself; None when the file is no table."""
    if not path.is_file():
        findings.add(Place(str(path)).problem("", Code.FILE_UNREADABLE, "no such file", "a forecast in CSV"))
        return None
    text = read_text(path.parent, path.name, findings, doubts)
    sheet = read_sheet(text, path.name, findings) if text is not None else None
    if sheet is None:
        return None
    read = read_rows(FORECAST, sheet, path.name, findings)
    whole = [row for row in read.rows if len(row.values) == len(COLUMNS)]
    found: list[PlacedForecast] = []
    for row in whole:
        values: dict[str, Any] = dict(row.values)
        found.append(PlacedForecast(Forecast(**values), row.place))
    return found


def check_edition(
    rows: Sequence[PlacedForecast], edition: str | None, file: str, findings: Findings
) -> list[PlacedForecast]:
    """The inflow of the edition, or of the only one; what is wrong across its rows goes to the findings.

    That a row is missing is said only where every row could be read.
    """
    whole = not len(findings)
    editions = list(dict.fromkeys(placed.row.edition for placed in rows))
    chosen = edition or (editions[0] if len(editions) == 1 else "")
    own = [placed for placed in rows if placed.row.edition == chosen and placed.row.figure == INFLOW]
    if not own and whole:
        expected = "inflow of an edition; the file has " + (", ".join(editions) or "none")
        hint = did_you_mean(chosen, editions)
        findings.add(Place(file).problem("edition", Code.EDITION_MISSING, chosen or "no edition", expected, hint))
    findings.extend(_dates(own))
    findings.extend(_periods(own))
    if whole:
        findings.extend(_gaps(own, file))
    return own


def check_against(instance: Instance, rows: Iterable[PlacedForecast]) -> Iterator[Problem]:
    """What the instance has no place for."""
    lodged = {stream.stream: stream.lodged for stream in instance.streams}
    for placed in rows:
        row, place = placed.row, placed.place
        if row.stream not in lodged:
            hint = did_you_mean(row.stream, lodged)
            yield place.problem("stream", Code.REFERENCE, row.stream, "a stream of streams.csv", hint)
        elif lodged[row.stream] == "old":
            yield place.problem("stream", Code.INFLOW_OF_OLD, row.stream, "a pact stream")
        elif (season := season_of(instance, row)) is not None:
            factors = {own.quarter: own.factor for own in instance.season if own.season == season}
            needed = needed_quarters(*row.period)
            lacking = sorted(needed - factors.keys())
            if lacking or not sum(factors[quarter] for quarter in needed):
                quarters = ", ".join(map(str, lacking or sorted(needed)))
                expected = f"a weight for quarter {quarters} in season.csv"
                yield place.problem("year", Code.SEASON_INCOMPLETE, season, expected)


def is_planned(instance: Instance, row: Forecast) -> bool:
    """Whether any day of the row is one that the instance plans."""
    first, last = planned_range(instance)
    return row.period[0] <= last and row.period[1] >= first


def forecast_text(rows: Iterable[Forecast]) -> str:
    """The rows as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(getattr(row, name)) for name in COLUMNS] for row in rows)
    return text.getvalue()


def _dates(rows: Sequence[PlacedForecast]) -> Iterator[Problem]:
    for placed in rows:
        first = rows[0].row.edition_date
        if placed.row.edition_date != first:
            expected = f"{first}, as in line {rows[0].place.line}"
            yield placed.place.problem("edition_date", Code.EDITION_DATES, placed.row.edition_date, expected)


def _periods(rows: Sequence[PlacedForecast]) -> Iterator[Problem]:
    """Periods go forward, begin in their year and do not overlap."""
    before: dict[tuple[str, str], PlacedForecast] = {}
    for placed in sorted(rows, key=lambda placed: placed.row.period):
        row, place = placed.row, placed.place
        first, last = row.period
        if first > last:
            yield place.problem("last", Code.PERIOD_REVERSED, last, f"{first} or later")
            continue
        if first.year != row.year:
            yield place.problem("first", Code.FORECAST_YEAR, first, f"a day of {row.year}")
        other = before.get((row.scenario, row.stream))
        if other and other.row.period[1] >= first:
            expected = f"a period after {other.row.period[1]}, the end of the one in line {other.place.line}"
            yield place.problem("year", Code.PERIODS_OVERLAP, first, expected)
        before[row.scenario, row.stream] = placed


def _gaps(rows: Sequence[PlacedForecast], file: str) -> Iterator[Problem]:
    """Every scenario has the streams and periods of the others."""
    covered: dict[str, set[tuple[str, tuple[date, date]]]] = {}
    for placed in rows:
        covered.setdefault(placed.row.scenario, set()).add((placed.row.stream, placed.row.period))
    everything = set().union(*covered.values())
    for scenario, own in covered.items():
        for stream, (first, last) in sorted(everything - own):
            found = f"no row for {stream}, {first} to {last}, in {scenario}"
            yield Place(file).problem("scenario", Code.FORECAST_GAP, found, "the same rows in every scenario")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return plain(value) if isinstance(value, int | float) else str(value)
