"""Applications lodged per stream and week, and the part of them above the guaranteed volume."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

import numpy as np

from planner.domain.grid import UNIT, Counts, spread
from planner.domain.instance import Inflow, Instance, Stream
from planner.domain.weeks import term_end

EXCESS = "+"
"""A stream's name with this behind it is its twin above the guaranteed volume."""


ORDINARY, ABOVE = "ordinary", "above"
"""The parts of a stream, as tables name them."""


def name_of(stream: str, part: str) -> str:
    """The name of a part of a stream."""
    return stream + EXCESS if part == ABOVE else stream


@dataclass(frozen=True)
class Lodgings:
    """Grid counts by stream name, each over the weeks of the horizon, before withdrawals."""

    ordinary: dict[str, Counts]
    excess: dict[str, Counts]


def lodgings(instance: Instance) -> Lodgings:
    """The applications of every stream with inflow, split by rule `guaranteed_volume`."""
    days = _days(instance)
    by_day: dict[str, Counts] = defaultdict(lambda: np.zeros(len(days), dtype=np.int64))
    for row in instance.inflow:
        by_day[row.stream] = by_day[row.stream] + _by_day(instance, row, days)
    streams = {stream.stream: stream for stream in instance.streams}
    above = _above_guarantee(instance, streams, by_day, days)
    weeks = len(instance.weeks)
    start = instance.weeks[0].monday
    week = np.array([(day - start).days // 7 for day in days])
    inside = week < weeks

    def weekly(counts: Counts) -> Counts:
        total = np.zeros(weeks, dtype=np.int64)
        np.add.at(total, week[inside], counts[inside])
        return total

    excess = {name: weekly(counts) for name, counts in above.items()}
    ordinary = {name: weekly(counts) - excess.get(name, 0) for name, counts in by_day.items()}
    return Lodgings(ordinary, {name: counts for name, counts in excess.items() if counts.any()})


def pact_years(instance: Instance) -> Iterator[tuple[date, date]]:
    """First and last day of each Pact year that the horizon touches, whole on both sides of it."""
    header = instance.header
    pact = header.pact_start or header.first
    for year in count():
        start, following = (term_end(pact, f"{12 * number}m") for number in (year, year + 1))
        if start > header.last:
            return
        if following > header.first:
            yield start, following - timedelta(days=1)


def _days(instance: Instance) -> list[date]:
    first = instance.header.first
    last = list(pact_years(instance))[-1][1]
    return [first + timedelta(days=index) for index in range((last - first).days + 1)]


def _by_day(instance: Instance, row: Inflow, days: list[date]) -> Counts:
    factors = {season.quarter: season.factor for season in instance.season if season.season == row.season}
    length = (row.last - row.first).days + 1
    own = [row.first + timedelta(days=index) for index in range(length)]
    weights = np.array([factors.get((day.month + 2) // 3, 0.0) if row.season else 1.0 for day in own])
    counts = spread(row.cases, np.cumsum(weights) / weights.sum())
    whole = np.zeros(len(days), dtype=np.int64)
    shift = (row.first - days[0]).days
    start, end = max(shift, 0), min(shift + length, len(days))
    if start < end:
        whole[start:end] = counts[start - shift : end - shift]
    return whole


def _above_guarantee(
    instance: Instance, streams: dict[str, Stream], by_day: dict[str, Counts], days: list[date]
) -> dict[str, Counts]:
    """What is above the cap, per ordinary counting stream and day; lanes keep their place under the cap.

    In a Pact year that is running when the horizon starts what was used of the cap before is taken off.
    """
    guarantee = instance.header.guarantee
    counting = [name for name in by_day if streams[name].counts]
    splitting = [name for name in counting if streams[name].lane == "none"]
    if guarantee is None or not splitting:
        return {}
    cap = round(guarantee.cases_per_year * UNIT)
    above = {name: np.zeros(len(days), dtype=np.int64) for name in splitting}
    for first, last in pact_years(instance):
        year = slice(max((first - days[0]).days, 0), (last - days[0]).days + 1)
        total = np.sum([by_day[name][year] for name in counting], axis=0)
        split = np.sum([by_day[name][year] for name in splitting], axis=0)
        lanes = total - split
        used = round(guarantee.used * UNIT) if first < days[0] else 0
        left = max(0, cap - used - int(lanes.sum()))
        kept = _kept(split, left, guarantee.order)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(split > 0, (split - kept) / np.maximum(split, 1), 0.0)
        for name in splitting:
            above[name][year] = np.rint(by_day[name][year] * share).astype(np.int64)
    return above


def _kept(split: Counts, cap: int, order: str) -> Counts:
    """Of each day's cases, those under the cap: the first ones of the year, or the same share of every day."""
    cumulative = np.cumsum(split)
    if order == "first":
        return np.diff(np.minimum(cumulative, cap), prepend=np.int64(0))
    total = int(cumulative[-1])
    if total <= cap:
        return split
    kept: Counts = np.diff(np.rint(cumulative * (cap / total)).astype(np.int64), prepend=np.int64(0))
    return kept
