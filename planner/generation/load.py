"""The cases of a synthetic instance: so many that the people whom they call for have enough to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from planner.domain.instance import Guarantee, Header, Inflow, OrdinaryPace, Season, Stock, Withdrawal
from planner.domain.stages import STAGES
from planner.domain.weeks import term_end
from planner.generation.kinds import Drawn

OLD_SHARE = 0.4
"""Of the hours up to the clearance date, those for old cases, when there are both old and new ones."""

SEASON = "year"

_WAITING = {3: (0.6, 0.25, 0.15), 2: (0.8, 0.2)}
"""Shares of the stock by the stage that it waits for, by number of stages."""

_LODGED = (
    (date(2025, 7, 1), date(2026, 6, 11)),
    (date(2024, 10, 1), date(2025, 6, 30)),
    (date(2024, 1, 1), date(2024, 9, 30)),
)
_WEEKS_PER_YEAR = 365.25 / 7


@dataclass(frozen=True)
class Load:
    """Hours per week by stream and stage, evenly over the weeks up to the clearance date."""

    weekly: dict[str, dict[str, float]]
    cases: dict[str, float]  # old streams: in stock; Pact streams: lodged in a year


def draw_load(draw: Random, streams: tuple[Drawn, ...], hours_per_week: float, header: Header) -> Load:
    """Shares so many hours per week among the streams, by size."""
    lodged = {drawn.stream.lodged for drawn in streams}
    share = {"old": OLD_SHARE, "pact": 1 - OLD_SHARE} if len(lodged) == 2 else dict.fromkeys(lodged, 1.0)
    total = {regime: sum(drawn.size for drawn in streams if drawn.stream.lodged == regime) for regime in lodged}
    weeks = (header.clearance - header.first).days / 7
    weekly: dict[str, dict[str, float]] = {}
    cases: dict[str, float] = {}
    for drawn in streams:
        regime, per_case = drawn.stream.lodged, drawn.hours_per_case
        own = hours_per_week * share[regime] * drawn.size / total[regime] / sum(per_case.values())
        number = float(round(own * (weeks if regime == "old" else _WEEKS_PER_YEAR) * draw.uniform(0.95, 1.05)))
        cases[drawn.stream.stream] = max(number, 1.0)
        weekly[drawn.stream.stream] = {stage: own * hours for stage, hours in per_case.items()}
    return Load(weekly, cases)


def stock(streams: tuple[Drawn, ...], load: Load) -> tuple[Stock, ...]:
    """The old cases, most of them unprepared; the further, the longer ago they were lodged."""
    return tuple(
        Stock(drawn.stream.stream, row.stage, first, last, float(round(load.cases[drawn.stream.stream] * share)))
        for drawn in streams
        if drawn.stream.lodged == "old"
        for row, share, (first, last) in zip(drawn.work, _WAITING[len(drawn.work)], _LODGED, strict=False)
    )


def inflow(draw: Random, streams: tuple[Drawn, ...], load: Load, header: Header) -> tuple[Inflow, ...]:
    """New applications by Pact year, a little more or less each year."""
    return tuple(
        Inflow(
            drawn.stream.stream,
            first,
            last,
            float(max(1, round(load.cases[drawn.stream.stream] * draw.uniform(0.9, 1.08)))),
            SEASON,
        )
        for drawn in streams
        if drawn.stream.lodged == "pact"
        for first, last in _years(header)
    )


def season(draw: Random) -> tuple[Season, ...]:
    """Autumn is busier than spring."""
    means = ((1, 0.85), (2, 0.9), (3, 1.1), (4, 1.15))
    return tuple(Season(SEASON, quarter, round(mean + draw.uniform(-0.05, 0.05), 2)) for quarter, mean in means)


def guarantee(draw: Random, streams: tuple[Drawn, ...], load: Load) -> Guarantee | None:
    """A volume a little below what is lodged, so that some cases are above it."""
    counted = sum(load.cases[drawn.stream.stream] for drawn in streams if drawn.stream.counts)
    if not counted:
        return None
    return Guarantee(float(round(counted * draw.uniform(0.9, 0.98))), draw.choice(["first", "even"]))


def withdrawals(draw: Random, streams: tuple[Drawn, ...], header: Header) -> tuple[Withdrawal, ...]:
    """Some new applicants leave at once, some old cases in the first half year."""
    half_year = min(header.first + timedelta(weeks=26), header.last)
    return tuple(
        Withdrawal(
            drawn.stream.stream,
            "lodged" if drawn.stream.lodged == "pact" else "stock",
            header.first,
            header.last if drawn.stream.lodged == "pact" else half_year,
            round(draw.uniform(0.02, 0.08), 2),
        )
        for drawn in streams
        if drawn.kind.name in ("new", "old")
    )


def ordinary_pace(streams: tuple[Drawn, ...], load: Load, header: Header) -> tuple[OrdinaryPace, ...]:
    """Before the programme starts, half of the pace that clears the old cases in time."""
    old = sum(load.cases[drawn.stream.stream] for drawn in streams if drawn.stream.lodged == "old")
    pace = round(old / ((header.clearance - header.first).days / 7) / 2, 1)
    return tuple(OrdinaryPace(stage, pace) for stage in STAGES) if old else ()


def _years(header: Header) -> list[tuple[date, date]]:
    """First and last day of each Pact year."""
    years = []
    start = header.first
    while start <= header.last:
        following = term_end(start, "12m")
        years.append((start, following - timedelta(days=1)))
        start = following
    return years
