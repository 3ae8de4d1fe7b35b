"""Tables on the cases themselves."""

from __future__ import annotations

from datetime import date, timedelta

from instances.builders.ind_2023.figures.cases import (
    APPLICATIONS,
    BAND_REASON,
    BANDS,
    IN_HAND,
    IN_HAND_SOURCE,
    INFLOW_SOURCE,
    PERIODS,
    RECENT_BAND,
    REPEATED,
    SEASON,
    STOCK,
    STOCK_REASON,
    TRACK_1,
    TRACK_2,
    TRACK_4,
    TRACK_REASON,
    TRACK_STOCK,
    WITHDRAWN_NEW,
    WITHDRAWN_NEW_SOURCE,
    WITHDRAWN_OLD,
    WITHDRAWN_OLD_SOURCE,
)
from instances.builders.ind_2023.figures.dates import CLEARANCE, FIRST, LAST
from instances.builders.ind_2023.figures.streams import FAST, STREAMS
from instances.builders.ind_2023.figures.title import LETTER
from instances.builders.lines import Lines, apportioned
from planner.domain.stages import STAGES


def stock() -> Lines:
    """Open cases by time of lodging; work in hand comes out of the oldest."""
    lines: Lines = []
    for stream, size in STOCK.items():
        bands = BANDS.get(stream, RECENT_BAND)
        cases = apportioned(size, [round(_applications(*band)) for band in bands])
        hand = IN_HAND.get(stream, 0)
        cases[0] -= 2 * hand
        track = next(row["track"] for row in STREAMS if row["stream"] == stream)
        whole = TRACK_STOCK[track] == size
        source = (
            f"{'Published, but for the age' if whole else 'Assumption'}: {TRACK_STOCK[track]:,} cases in "
            f"{track.replace('-', ' ')} on 30 April 2023 ({LETTER}); {STOCK_REASON[stream]}; {BAND_REASON[bands]}"
        )
        lines += [(stream, "preparation", *band, count, "A", source) for band, count in zip(bands, cases, strict=True)]
        if hand:
            lines += [(stream, stage, *bands[0], hand, "A", IN_HAND_SOURCE) for stage in STAGES[1:]]
    return lines


def _applications(first: date, last: date) -> float:
    """First applications of a period, by year and season."""
    days = [first + timedelta(days=index) for index in range((last - first).days + 1)]
    return sum(APPLICATIONS.get(day.year, APPLICATIONS[2022]) * day_share(day) for day in days)


def day_share(day: date) -> float:
    """The part of its year's applications that is lodged on a day."""
    year = [date(day.year, 1, 1) + timedelta(days=index) for index in range(366)]
    weights = [SEASON[_quarter(other)] for other in year if other.year == day.year]
    return SEASON[_quarter(day)] / sum(weights)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def inflow() -> Lines:
    """Applications of each year, those within the horizon."""
    lines: Lines = []
    for first, last, year in PERIODS:
        part = sum(day_share(first + timedelta(days=index)) for index in range((last - first).days + 1))
        for row in STREAMS:
            if row["lodged"] == "old" or row["stream"] in (("S4", "A4") if year == 2023 else ("S3", "A3")):
                continue
            cases, code, source = _lodged(row, year, part)
            lines.append((row["stream"], first, last, cases, "asylum", code, source.format(first=first, last=last)))
    return lines


def _lodged(row: dict[str, str], year: int, part: float) -> tuple[int, str, str]:
    category = row["category"]
    if category == "repeated":
        known = "asylumineurope.org" if year < 2025 else "assumed as in 2024"
        source = f"{REPEATED[year]:,} repeated applications in {year} ({known}), the part from {{first}} to {{last}}"
        return round(REPEATED[year] * part), "D" if year < 2025 else "A", source
    share = {"transfer": TRACK_1, "safe": TRACK_2}.get(category, 0)
    reason = TRACK_REASON.get(category, "")
    if not share:
        share = (100 - TRACK_1 - TRACK_2) * TRACK_4[category] / 100
        reason = f"78.4 % in track 4, of which {TRACK_4[category]} % (assumption)"
    source = INFLOW_SOURCE.replace("{total:,}", f"{APPLICATIONS[year]:,}").replace("{year}", str(year))
    code = "D" if category in TRACK_REASON and year == 2023 else "A"
    return round(APPLICATIONS[year] * part * share / 100), code, source.replace("{share}", reason)


def withdrawals() -> Lines:
    """Shares of the old stock of track 4, and of new applications."""
    old: Lines = [
        (stream, "stock", FIRST, CLEARANCE, WITHDRAWN_OLD, "A", WITHDRAWN_OLD_SOURCE)
        for stream in STOCK
        if stream not in FAST
    ]
    new: Lines = [
        (row["stream"], "lodged", FIRST, LAST, WITHDRAWN_NEW, "A", WITHDRAWN_NEW_SOURCE)
        for row in STREAMS
        if row["lodged"] == "pact"
    ]
    return [*old, *new]
