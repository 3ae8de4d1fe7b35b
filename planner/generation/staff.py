"""Where the work of a synthetic instance is done, and by whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import ceil
from random import Random

from planner.domain.column import ALL
from planner.domain.instance import (
    Eligibility,
    Group,
    Header,
    Interpreters,
    Language,
    Location,
    Place,
    Staff,
    StaffChange,
)
from planner.domain.weeks import Week
from planner.generation.kinds import Drawn
from planner.generation.load import Load

PEOPLE_PER_LOCATION = (40.0, 80.0)
HOURS_PER_STAFF_DAY, DEPLOYABLE = 5.3, 0.7
HOURS_PER_PERSON = 5 * HOURS_PER_STAFF_DAY * DEPLOYABLE * 0.97
"""In a week, holidays taken out."""

ROOM_HOURS = 45.0
SPARE = 1.35
"""Hours of rooms and interpreters for one hour of hearing on average: seasons and holidays are uneven."""

LEAVERS = 0.08

_MIX = {
    "preparation": {"preparation": 1.05},
    "hearing": {"hearing": 0.6, "hearing-and-decision": 0.4},
    "decision": {"decision": 0.6, "hearing-and-decision": 0.4},
}
"""Who does the work of a stage, and what part of it."""

SPECIALIST, SPECIALIST_STREAMS = "specialist", 5
"""One in so many streams has specialists besides."""

LANGUAGES = ("arabic", "tigrinya", "turkish", "dari-farsi", "somali", "other")


@dataclass(frozen=True)
class Sites:
    """Which locations do the work of each stream, and what part of it."""

    parts: dict[str, dict[str, float]]

    def rows(self) -> tuple[Place, ...]:
        """The table `places`."""
        return tuple(Place(location, stream, ALL) for stream, own in self.parts.items() for location in own)


def location_names(count: int) -> list[str]:
    """Short names, in order."""
    return [f"place-{number:02d}" for number in range(1, count + 1)]


def draw_sites(draw: Random, streams: tuple[Drawn, ...], locations: list[str]) -> Sites:
    """Ordinary streams are nearly everywhere, rare ones at a few locations; every location has a stream."""
    weight = {name: draw.uniform(0.6, 1.4) for name in locations}
    chosen = {
        drawn.stream.stream: set(draw.sample(locations, max(1, ceil(len(locations) * drawn.kind.everywhere))))
        for drawn in streams
    }
    for name in locations:
        if not any(name in own for own in chosen.values()):
            chosen[streams[0].stream.stream].add(name)
    return Sites({stream: _shares(weight, own) for stream, own in chosen.items()})


def groups(streams: tuple[Drawn, ...]) -> tuple[Group, ...]:
    """Those that the stages call for."""
    stages = {row.stage for drawn in streams for row in drawn.work}
    names = list(dict.fromkeys(name for stage, mix in _MIX.items() if stage in stages for name in mix))
    if len(streams) >= SPECIALIST_STREAMS:
        names.append(SPECIALIST)
    return tuple(Group(name, name.replace("-", " ").capitalize(), HOURS_PER_STAFF_DAY, DEPLOYABLE) for name in names)


def eligibility(streams: tuple[Drawn, ...]) -> tuple[Eligibility, ...]:
    """Each group its stages; specialists everything of their streams, and better."""
    rows = [
        Eligibility(group, drawn.stream.stream, row.stage)
        for drawn in streams
        for row in drawn.work
        for group in _MIX[row.stage]
    ]
    special = streams[SPECIALIST_STREAMS - 1 :: SPECIALIST_STREAMS]
    return (*rows, *(Eligibility(SPECIALIST, drawn.stream.stream, ALL, 1.1) for drawn in special))


def staff(draw: Random, streams: tuple[Drawn, ...], sites: Sites, load: Load, tightness: float) -> tuple[Staff, ...]:
    """People for the hours that the streams ask at each location; `tightness` is hours asked for one hour there."""
    hours: dict[tuple[str, str], float] = defaultdict(float)
    for place, drawn in enumerate(streams, start=1):
        for location, part in sites.parts[drawn.stream.stream].items():
            for stage, weekly in load.weekly[drawn.stream.stream].items():
                for group, share in _MIX[stage].items():
                    hours[location, group] += weekly * part * share
                if place % SPECIALIST_STREAMS == 0:
                    hours[location, SPECIALIST] += weekly * part * 0.1
    return tuple(
        Staff(
            location, group, max(1.0, round(own / HOURS_PER_PERSON / tightness * draw.uniform(0.97, 1.03), 1)), LEAVERS
        )
        for (location, group), own in sorted(hours.items())
    )


def staff_changes(people: tuple[Staff, ...], header: Header, weeks: int) -> tuple[StaffChange, ...]:
    """Every half year so many come as have left."""
    start = Week.of(header.first)
    return tuple(
        StaffChange(row.location, row.group, start.plus(week), joining)
        for row in people
        for week in range(26, weeks, 26)
        if (joining := round(row.people * row.leavers_per_year / 2, 1)) > 0
    )


def rooms(locations: list[str], streams: tuple[Drawn, ...], sites: Sites, load: Load) -> tuple[Location, ...]:
    """Rooms for the hearings of each location."""
    hours: dict[str, float] = defaultdict(float)
    for drawn in streams:
        for location, part in sites.parts[drawn.stream.stream].items():
            hours[location] += load.weekly[drawn.stream.stream].get("hearing", 0.0) * part
    return tuple(
        Location(name, name.replace("-", " ").capitalize(), ceil(hours[name] * SPARE / ROOM_HOURS), ROOM_HOURS)
        for name in locations
    )


def draw_languages(draw: Random, streams: tuple[Drawn, ...]) -> tuple[Language, ...]:
    """One to three language pools for each stream with hearings; the shares add up to 1."""
    rows: list[Language] = []
    for drawn in streams:
        if "hearing" not in drawn.kind.hours:
            continue
        own = draw.sample(LANGUAGES, draw.randint(1, 3))
        hundredths = [draw.randint(10, 30) for _ in own[1:]]
        parts = [100 - sum(hundredths), *hundredths]
        rows += [Language(drawn.stream.stream, language, part / 100) for language, part in zip(own, parts, strict=True)]
    return tuple(rows)


def interpreters(languages: tuple[Language, ...], load: Load) -> tuple[Interpreters, ...]:
    """Hours for the hearings of each pool."""
    hours: dict[str, float] = defaultdict(float)
    for row in languages:
        hours[row.language] += row.share * load.weekly[row.stream]["hearing"]
    return tuple(Interpreters(name, float(ceil(own * SPARE / 10) * 10)) for name, own in sorted(hours.items()))


def _shares(weight: dict[str, float], chosen: set[str]) -> dict[str, float]:
    total = sum(own for name, own in weight.items() if name in chosen)
    return {name: own / total for name, own in weight.items() if name in chosen}
