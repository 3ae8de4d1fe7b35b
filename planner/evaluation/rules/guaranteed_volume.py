"""The first applications of a Pact year are guaranteed up to a cap; those above run in a twin stream."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.lodgings import EXCESS
from planner.evaluation.restated import week_position
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """K x T in cases: |lodged stated - lodged by the inflow rows, split day by day under the cap|."""
    ordinary, excess = _lodged(view)
    wrong = np.zeros((len(view.figures.streams), len(view.weeks)))
    for k, stream in enumerate(view.figures.streams):
        expected = (ordinary if stream.name == stream.base else excess)[stream.base] * (not stream.court)
        wrong[k] = np.abs(view.figures.lodged[k] / UNIT - expected)
    split = {stream.base for stream in view.figures.streams if stream.name == stream.base + EXCESS}
    for k, stream in enumerate(view.figures.streams):
        if stream.base not in split and not stream.court:
            wrong[k] += excess[stream.base]
    return wrong


def _lodged(view: View) -> tuple[dict[str, Numbers], dict[str, Numbers]]:
    """Cases by stream over the weeks: under the guaranteed volume, and above it."""
    days = _days(view)
    by_day = _by_day(view, days)
    above = _above(view, days, by_day)
    position = [week_position(view, day) for day in days]
    inside = np.array([place < len(view.weeks) for place in position])
    place = np.array(position)[inside]

    def weekly(daily: Numbers) -> Numbers:
        total: Numbers = np.zeros(len(view.weeks))
        np.add.at(total, place, daily[inside])
        return total

    excess = {name: weekly(above[name]) for name in by_day}
    ordinary = {name: weekly(by_day[name] - above[name]) for name in by_day}
    return ordinary, excess


def _days(view: View) -> list[date]:
    """Every day from the start of the horizon to the end of the last Pact year that it touches."""
    first, end = view.instance.header.first, _year_starts(view)[-1]
    return [first + timedelta(days=day) for day in range((end - first).days)]


def _year_starts(view: View) -> list[date]:
    """The first day of every Pact year that the horizon touches, and of the one after them."""
    header = view.instance.header
    pact = header.pact_start or header.first
    starts = [_anniversary(pact, year) for year in range(pact.year, header.last.year + 2)]
    running = max(start for start in starts if start <= header.first)
    after = min(start for start in starts if start > header.last)
    return [start for start in starts if running <= start <= after]


def _anniversary(day: date, year: int) -> date:
    """The same day of another year; 28 February for the 29th where there is none."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if leap_day and not isleap(year) else day.day)


def _by_day(view: View, days: list[date]) -> dict[str, Numbers]:
    """Cases lodged by stream and day: each period's cases by the weight of its days."""
    weight = {(row.season, row.quarter): row.factor for row in view.instance.season}
    by_day = {row.stream: np.zeros(len(days)) for row in view.instance.streams}
    for row in view.instance.inflow:
        own = [row.first + timedelta(days=day) for day in range((row.last - row.first).days + 1)]
        weights = [weight.get((row.season, (day.month - 1) // 3 + 1), 0.0) if row.season else 1.0 for day in own]
        total = sum(weights)
        for day, share in zip(own, weights, strict=True):
            at = (day - days[0]).days
            if 0 <= at < len(days):
                by_day[row.stream][at] += row.cases * share / total
    return by_day


def _above(view: View, days: list[date], by_day: dict[str, Numbers]) -> dict[str, Numbers]:
    """Cases above the guaranteed volume by stream and day; lanes come first under the cap and are never split."""
    above = {name: np.zeros(len(days)) for name in by_day}
    guarantee = view.instance.header.guarantee
    if guarantee is None:
        return above
    lanes = [row.stream for row in view.instance.streams if row.counts and row.lane != "none"]
    split = [row.stream for row in view.instance.streams if row.counts and row.lane == "none"]
    for start, end in pairwise(_year_starts(view)):
        year = slice(max((start - days[0]).days, 0), (end - days[0]).days)
        total = sum((by_day[name][year] for name in split), np.zeros(year.stop - year.start))
        used = guarantee.used if start < days[0] else 0.0
        cap = max(0.0, guarantee.cases_per_year - used - sum(float(by_day[name][year].sum()) for name in lanes))
        share = _share_above(total, cap, guarantee.order)
        for name in split:
            above[name][year] = by_day[name][year] * share
    return above


def _share_above(total: Numbers, cap: float, order: str) -> Numbers:
    """Share of each day's cases that is above the cap: the last ones of the year, or the same share every day."""
    if total.sum() <= cap:
        return np.zeros(len(total))
    if order == "even":
        return np.full(len(total), 1 - cap / total.sum())
    under = np.clip(cap - (np.cumsum(total) - total), 0.0, total)
    return np.where(total > 0, 1 - under / np.where(total > 0, total, 1.0), 0.0)
