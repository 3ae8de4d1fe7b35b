"""Ratios inside one sitting, their spread over sittings, and what got slower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from benchmarks.record import Line

REFERENCE = "reference"
MEASURES = ("cpu", "added_mib", "peak_mib", "gap")
"""Those that a busy machine does not change much: no wall time."""

AGAINST_LIBRARY = "linopy"
"""Building is held against this library, everything else against the yardstick of the machine."""

TOLERANCE = 1.25
"""By how much a ratio may grow before it counts as slower."""

NOISE = {"cpu": 0.05, "added_mib": 4.0, "peak_mib": 10.0, "gap": 0.002}
"""Differences of a measure, in its own unit, that say nothing."""


@dataclass(frozen=True)
class Middle:
    """A measure of a case over the repeats of a sitting."""

    median: float
    least: float
    most: float
    count: int


NOTHING = Middle(1.0, 1.0, 1.0, 1)


def latest(lines: Iterable[Line]) -> list[Line]:
    """For each case the lines of its last commit."""
    last: dict[str, str] = {}
    own = list(lines)
    for line in own:
        last[line["case"]] = line["commit"]
    return [line for line in own if line["commit"] == last[line["case"]]]


def middles(lines: Iterable[Line], measure: str) -> dict[tuple[str, str], Middle]:
    """By sitting and case."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for line in lines:
        value = line.get(measure)
        if isinstance(value, int | float):
            found[line["sitting"], line["case"]].append(float(value))
    return {key: Middle(median(own), min(own), max(own), len(own)) for key, own in found.items()}


def held_against(case: str) -> str | None:
    """The case whose measures this one's are divided by; None where the case is no business of the guard.

    Building is held against a library with the same model, solving against the yardstick of the machine.
    """
    way, _, what = case.partition(":")
    if way.startswith("planner-") and what.count(":") == 1:
        return f"{AGAINST_LIBRARY}:{what}"
    return REFERENCE if way in ("planner", "cold", "warm") else None


@dataclass(frozen=True)
class Ratio:
    """A measure of a case, and how many times that of what it is held against; against nothing, it is itself."""

    value: float
    base: float
    against: str

    @property
    def times(self) -> float:
        """The ratio."""
        return self.value / self.base


def ratios(lines: Iterable[Line]) -> dict[tuple[str, str], Ratio]:
    """By case and measure; the middle one where several sittings have it.

    Memory of building is held against a library's; that of a solve, and its gap, against nothing.
    """
    own = [line for line in lines if "error" not in line]
    reference = middles(own, "cpu")
    found: dict[tuple[str, str], list[Ratio]] = defaultdict(list)
    for measure in MEASURES:
        by_case = middles(own, measure)
        for (sitting, case), middle in by_case.items():
            against = held_against(case)
            if against is None:
                continue
            if against != REFERENCE:
                base = by_case.get((sitting, against))
            elif measure != "cpu":
                base, against = NOTHING, ""
            else:
                base = reference.get((sitting, REFERENCE))
            if base and base.median > 0:
                found[case, measure].append(Ratio(middle.median, base.median, against))
    return {key: sorted(pairs, key=lambda own: own.times)[len(pairs) // 2] for key, pairs in found.items()}


def slower(before: Iterable[Line], now: Iterable[Line], tolerance: float = TOLERANCE) -> Iterator[str]:
    """What got slower or larger by more than the tolerance and more than noise, in words."""
    then = ratios(latest(before))
    for (case, measure), own in ratios(now).items():
        old = then.get((case, measure))
        if old is None:
            continue
        more = own.value - old.times * own.base  # than it would be at the old ratio, in the unit of the measure
        if own.times > old.times * tolerance and more > NOISE[measure]:
            of = f"{own.times:.3g} times that of {own.against}, was" if own.against else "was"
            yield f"{case}: {measure} {own.value:.3g}, {of} {old.times:.3g}"


def disagreements(lines: Iterable[Line], tolerance: float = 1e-6) -> Iterator[str]:
    """Cases `optimum:WAY:SIZE:KIND` whose values are not the same to the relative tolerance."""
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for line in latest(lines):
        if line["case"].startswith("optimum:") and isinstance(line.get("value"), int | float):
            _, way, what = line["case"].split(":", 2)
            values[what][way] = line["value"]
    for what, own in values.items():
        low, high = min(own.values()), max(own.values())
        if high - low > tolerance * max(1.0, abs(low)):
            yield f"{what}: {', '.join(f'{way} {value!r}' for way, value in sorted(own.items()))}"
