"""How values and bounds came about: series over time, and when a proven gap was reached."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GAPS = (0.05, 0.02, 0.01, 0.005, 0.001)
"""The proven gaps of which the time is told."""


@dataclass(frozen=True)
class Point:
    """At so many seconds, the value and bound of an aim, without what no plan can avoid; `floor` is that of its gap."""

    seconds: float
    value: float
    bound: float
    floor: float = 0.0

    @property
    def gap(self) -> float:
        """As in planner.domain.result: against the value, or the floor where that is more."""
        if not math.isfinite(self.value):
            return math.inf
        if self.value <= self.bound:
            return 0.0
        against = max(abs(self.value), self.floor)
        return (self.value - self.bound) / against if against > 0 else math.inf


def first_within(points: Iterable[Point], gap: float) -> float | None:
    """Seconds to the first point within the gap."""
    return next((point.seconds for point in points if point.gap <= gap), None)


def seconds_to(levels: Sequence[Sequence[Point]], wanted: int) -> dict[str, float | None]:
    """For each of `GAPS` the time in which levels that are solved one after the other were all within it.

    The seconds of a level count from the start of its own solve: with a wider gap it would have ended sooner.
    None where a level is missing or never came that near.
    """
    found: dict[str, float | None] = {}
    for gap in GAPS:
        times = [first_within(points, gap) for points in levels]
        whole = len(times) == wanted and all(own is not None for own in times)
        found[f"{gap:g}"] = round(sum(own for own in times if own is not None), 3) if whole else None
    return found


def seconds_to_together(progress: Iterable[dict]) -> dict[str, float | None]:
    """The same for a run that holds all levels at once, from the `progress` of `planner solve --json`."""
    steps = []
    for step in progress:
        gaps = [math.inf if level["gap"] is None else level["gap"] for level in step["levels"]]
        steps.append((step["seconds"], max(gaps, default=0.0)))
    return _first_times(steps)


def gap_at(series: Iterable[Sequence], floors: Sequence[float], seconds: float) -> float:
    """The widest gap, after so many seconds, of the first levels, as many as there are `floors`; 1 with no plan yet."""
    widest = 1.0
    for at, levels in series:
        if at > seconds:
            break
        widest = max((Point(at, *own, floor).gap for own, floor in zip(levels, floors, strict=False)), default=0.0)
    return widest


def seconds_to_of_first(series: Iterable[Sequence], floors: Sequence[float]) -> dict[str, float | None]:
    """The same for the first levels, as many as there are `floors`; a step has seconds, and value and bound of each."""
    steps = []
    for seconds, levels in series:
        points = [Point(seconds, *own, floor) for own, floor in zip(levels, floors, strict=False)]
        steps.append((seconds, max((point.gap for point in points), default=0.0)))
    return _first_times(steps)


def _first_times(steps: Sequence[tuple[float, float]]) -> dict[str, float | None]:
    """For each of `GAPS` the seconds of the first step, of seconds and gap, that is within it."""
    return {f"{gap:g}": next((seconds for seconds, own in steps if own <= gap), None) for gap in GAPS}
