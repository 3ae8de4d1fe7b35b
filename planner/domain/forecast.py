"""Editions of a forecast (MPP, Kernprognose): rows by year, stream and scenario, and the inflow that they make.

A year is a calendar year; the periods of an instance's inflow may be others. Where a row covers a part of a season
only, its cases are shared by the season's weight of the days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import fsum

from planner.domain.column import Column, Kind
from planner.domain.evidence import EVIDENCE
from planner.domain.instance import Inflow, Instance
from planner.domain.lodgings import pact_years
from planner.domain.table import Table

SCENARIOS = ("min", "medio", "max")
INFLOW, PRODUCTION = "inflow", "production"

DIGITS = 6
"""Decimals of shared cases: the grid on which cases are counted."""

FORECAST = Table(
    "forecast",
    "An edition of a forecast (MPP, Kernprognose), or what a plan makes of it.",
    (
        Column("edition", Kind.LABEL, "the edition, such as MPP 2026-2"),
        Column("edition_date", Kind.DATE, "its date; one for each edition"),
        Column("source", Kind.TEXT, "the document in which the figure stands"),
        Column("year", Kind.WHOLE, "the calendar year", minimum=1900, maximum=2199),
        Column("stream", Kind.LABEL, "the stream, as in the instance"),
        Column("scenario", Kind.CHOICE, "which of the edition's scenarios", choices=SCENARIOS),
        Column("cases", Kind.NUMBER, "cases lodged, or first decisions, in the year", "cases", minimum=0),
        Column(
            "figure",
            Kind.CHOICE,
            "what is counted: cases lodged, or first decisions",
            choices=(INFLOW, PRODUCTION),
            default=INFLOW,
        ),
        Column(
            "first",
            Kind.DATE,
            "first day that the figure covers; empty for the first of January",
            optional=True,
        ),
        Column(
            "last",
            Kind.DATE,
            "last day that the figure covers; empty for the end of the year in which it begins",
            optional=True,
        ),
        Column("evidence", Kind.CHOICE, "how well the figure is known", choices=tuple(EVIDENCE), default="S"),
    ),
    key=("edition", "figure", "scenario", "stream", "year", "first"),
    required=False,
    provenance=False,
)
"""The table of the file that `planner forecast` reads and writes."""


@dataclass(frozen=True)
class Forecast:
    """One row of the table."""

    edition: str
    edition_date: date
    source: str
    year: int
    stream: str
    scenario: str
    cases: float
    figure: str = INFLOW
    first: date | None = None
    last: date | None = None
    evidence: str = "S"

    @property
    def period(self) -> tuple[date, date]:
        """First and last day that it covers."""
        return self.first or date(self.year, 1, 1), self.last or date(self.year, 12, 31)


def planned_range(instance: Instance) -> tuple[date, date]:
    """First and last day on which an instance's inflow counts: to the end of the last Pact year that is touched."""
    return instance.header.first, list(pact_years(instance))[-1][1]


def season_of(instance: Instance, row: Forecast) -> str | None:
    """The season of the instance's row that shares most days with the forecast; None for evenly."""
    own = [other for other in instance.inflow if other.stream == row.stream and other.first <= other.last]
    return max(own, key=lambda other: _shared(other, *row.period)).season if own else None


def weight(instance: Instance, season: str | None, first: date, last: date) -> float:
    """Weight of the days from first to last: one each, or the season's factor of their quarter."""
    if season is None:
        return float(max((last - first).days + 1, 0))
    factors = {row.quarter: row.factor for row in instance.season if row.season == season}
    return fsum(
        factors.get((start.month + 2) // 3, 0.0) * ((end - start).days + 1) for start, end in _quarters(first, last)
    )


def replanned(instance: Instance, forecasts: Sequence[Forecast]) -> tuple[Inflow, ...]:
    """The inflow of the forecasts' streams: theirs in the periods that they cover, else the instance's own."""
    found: list[Inflow] = []
    for stream in dict.fromkeys(row.stream for row in forecasts):
        own = sorted((row for row in forecasts if row.stream == stream), key=lambda row: row.period)
        rows = [_inside_horizon(instance, row) for row in own]
        for kept in instance.inflow:
            if kept.stream == stream:
                rows += _outside(instance, kept, [row.period for row in own])
        found += sorted(rows, key=lambda row: row.first)
    return tuple(found)


def planned_inflow(instance: Instance, edition: Forecast) -> Iterator[Forecast]:
    """The instance's inflow by calendar year and stream, as rows of `edition`.

    What covers a part of a year only says which.
    """
    for stream in dict.fromkeys(row.stream for row in instance.inflow):
        pieces = [
            (part, year)
            for row in sorted(instance.inflow, key=lambda row: row.first)
            if row.stream == stream
            for year in range(row.first.year, row.last.year + 1)
            for part in [_cut(instance, row, max(row.first, date(year, 1, 1)), min(row.last, date(year, 12, 31)))]
        ]
        for year in dict.fromkeys(year for _, year in pieces):
            for run in _without_gaps([part for part, own in pieces if own == year]):
                cases = round(fsum(part.cases for part in run), DIGITS)
                yield covering(replace(edition, stream=stream, year=year, cases=cases), run[0].first, run[-1].last)


def from_day_on(instance: Instance, row: Inflow, first: date) -> Inflow:
    """The part of the row's period from the day on; its source says so once, however often it is cut."""
    if row.first >= first:
        return row
    share = weight(instance, row.season, first, row.last) / weight(instance, row.season, row.first, row.last)
    source = f"{row.source.partition(_FROM)[0]}{_FROM}{first} on, by the season"
    cases = round(row.cases * share, DIGITS)
    return replace(row, first=first, cases=cases, evidence=_derived(row.evidence), source=source)


_FROM = ". The part from "


def covering(row: Forecast, first: date, last: date) -> Forecast:
    """The row for these days; whole years need not say which."""
    if (first, last) == (date(row.year, 1, 1), date(row.year, 12, 31)):
        return replace(row, first=None, last=None)
    return replace(row, first=first, last=last)


def _inside_horizon(instance: Instance, row: Forecast) -> Inflow:
    """The forecast's cases from the horizon's first day on."""
    first, last = row.period
    start = max(first, instance.header.first)
    season = season_of(instance, row)
    words = f"{row.edition} of {row.edition_date}, {row.scenario}, {row.year}: {row.source}"
    if start == first:
        return Inflow(row.stream, first, last, row.cases, season, evidence=row.evidence, source=words)
    share = weight(instance, season, start, last) / weight(instance, season, first, last)
    return Inflow(
        row.stream,
        start,
        last,
        round(row.cases * share, DIGITS),
        season,
        evidence=_derived(row.evidence),
        source=f"{words}. Of {row.cases:g} cases the part from {start} on, by the season",
    )


def _outside(instance: Instance, row: Inflow, covered: Iterable[tuple[date, date]]) -> list[Inflow]:
    """What is left of an own row outside the periods covered."""
    left = [(row.first, row.last)]
    for first, last in covered:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, first - timedelta(days=1))), (max(start, last + timedelta(days=1)), end))
            if piece[0] <= piece[1]
        ]
    return [_cut(instance, row, start, end) for start, end in left]


def _cut(instance: Instance, row: Inflow, first: date, last: date) -> Inflow:
    if (first, last) == (row.first, row.last):
        return row
    share = weight(instance, row.season, first, last) / weight(instance, row.season, row.first, row.last)
    return replace(
        row,
        first=first,
        last=last,
        cases=round(row.cases * share, DIGITS),
        evidence=_derived(row.evidence),
        source=f"{row.source}. Of {row.cases:g} cases the part from {first} to {last}, by the season",
    )


def _derived(evidence: str) -> str:
    """A part of an assumption is an assumption; a part of anything else is derived."""
    return "A" if evidence == "A" else "D"


def _without_gaps(parts: Sequence[Inflow]) -> list[list[Inflow]]:
    """Parts in the order of time, together where one begins on the day after the other."""
    runs: list[list[Inflow]] = []
    for part in parts:
        if runs and runs[-1][-1].last + timedelta(days=1) == part.first:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _shared(row: Inflow, first: date, last: date) -> int:
    return (min(row.last, last) - max(row.first, first)).days


def _quarters(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The period cut at the quarters of the calendar year."""
    while first <= last:
        month = (first.month + 2) // 3 * 3
        end = min(last, date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1))
        yield first, end
        first = end + timedelta(days=1)


def needed_quarters(first: date, last: date) -> set[int]:
    """The quarters of the calendar year that the period touches."""
    return {(start.month + 2) // 3 for start, _ in _quarters(first, last)}
