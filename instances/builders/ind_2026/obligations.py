"""Tables on what is owed to others, and the scenario in which courts set shorter terms."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2026.cases import stock
from instances.builders.ind_2026.figures.dates import CLEARANCE, FIRST
from instances.builders.ind_2026.figures.obligations import (
    AGREED,
    AGREED_SOURCE,
    COURT_SOURCE,
    FILING,
    FILING_MONTHS,
    FILING_STREAMS,
    FOUR_WEEKS,
    FOUR_WEEKS_SOURCE,
)
from instances.builders.lines import Lines
from instances.builders.scenario import appended, entry, scenario
from planner.domain.court_filings import Filing, Lot, expected_court_dates


def agreements() -> Lines:
    """Agreed production of each track and calendar year."""
    return [
        (row["track"], f"{year}-01-01", f"{year}-12-31", row["cases"], "A", AGREED_SOURCE.format(**row))
        for row in AGREED
        for year in row["years"].split()
    ]


def court_dates(filing: Filing = FILING, source: str = COURT_SOURCE) -> Lines:
    """Dates that courts are expected to set, from the overdue stock; to a tenth of a case."""
    lots = [
        Lot(str(stream), str(stage), date.fromisoformat(str(first)), date.fromisoformat(str(last)), float(str(cases)))
        for stream, stage, first, last, cases, *_ in stock()
        if stream in FILING_STREAMS
    ]

    def remaining(day: date) -> float:
        return max(0.0, (CLEARANCE - day).days / (CLEARANCE - FIRST).days)

    found = expected_court_dates(lots, filing, FIRST, FILING_MONTHS, remaining)
    return [
        (stream, stage, week, round(cases, 1), "A", source)
        for (stream, stage, week), cases in sorted(found.items())
        if round(cases, 1)
    ]


def four_weeks() -> str:
    """The text of the scenario in which every court sets four weeks; its dates follow from the stock as in the base."""
    streams = ", ".join(f'"{name}"' for name in FILING_STREAMS)
    dates = [
        f'stream = "{stream}", stage = "{stage}", due_week = "{week}", cases = {cases}'
        for stream, stage, week, cases, *_ in court_dates(FOUR_WEEKS)
    ]
    return scenario(
        "Court terms of four weeks",
        "Courts set a term of 4 weeks in every case, instead of 16, 8 or 4. Synthetic, not IND data.",
        entry("remove", "court_dates", f"where = {{ stream = [{streams}] }}", "A", FOUR_WEEKS_SOURCE),
        *(appended("court_dates", cells, "A", FOUR_WEEKS_SOURCE) for cells in dates),
    )
