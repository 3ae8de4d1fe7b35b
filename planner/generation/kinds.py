"""The kinds of streams that a synthetic instance draws from."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from planner.domain.instance import Conversion, Stream, Work
from planner.generation.dates import term_within

Range = tuple[float, float]


@dataclass(frozen=True)
class Kind:
    """What streams of a kind have in common. `hours` by stage, `size` is the share of the work next to the others."""

    name: str
    title: str
    category: str
    track: str
    lodged: str
    hours: dict[str, Range]
    size: Range
    lane: str = "none"
    counts: bool = False
    term_weeks: int = 0
    hear_within_weeks: int | None = None
    waiting_weight: Range = (1.0, 1.0)
    everywhere: float = 0.7
    goes_over_to: str = ""


_FULL = {"preparation": (1.5, 3.0), "hearing": (5.0, 9.0), "decision": (8.0, 13.0)}
_SHORT = {"preparation": (1.0, 2.0), "hearing": (3.5, 5.0), "decision": (4.0, 7.0)}
_UNHEARD = {"preparation": (1.0, 2.0), "decision": (3.0, 6.0)}

KINDS = (
    Kind("new", "New", "ordinary", "track-4", "pact", _FULL, (2.0, 4.0), counts=True, term_weeks=27),
    Kind("old", "Old", "ordinary", "track-4", "old", _FULL, (2.0, 4.0), waiting_weight=(1.0, 3.0)),
    Kind(
        "nuisance",
        "New, nuisance",
        "nuisance",
        "track-2",
        "pact",
        _SHORT,
        (0.2, 0.4),
        lane="nuisance",
        counts=True,
        term_weeks=6,
        hear_within_weeks=2,
        waiting_weight=(2.0, 4.0),
        everywhere=0.3,
    ),
    Kind(
        "old-transfer",
        "Old, another state may be responsible",
        "transfer",
        "track-1",
        "old",
        _UNHEARD,
        (0.3, 0.6),
        goes_over_to="old",
    ),
    Kind(
        "new-transfer",
        "New, another state may be responsible",
        "transfer",
        "track-1",
        "pact",
        _UNHEARD,
        (0.3, 0.6),
        term_weeks=12,
        goes_over_to="new",
    ),
    Kind(
        "minors",
        "New, unaccompanied minors",
        "minors",
        "track-4",
        "pact",
        _FULL,
        (0.3, 0.6),
        lane="minors",
        counts=True,
        term_weeks=14,
        hear_within_weeks=6,
        waiting_weight=(1.0, 2.0),
        everywhere=0.3,
    ),
    Kind("again", "New, repeated", "repeated", "track-5", "pact", _UNHEARD, (0.2, 0.5), term_weeks=12),
    Kind("old-again", "Old, repeated", "repeated", "track-5", "old", _UNHEARD, (0.2, 0.5), waiting_weight=(1.0, 2.0)),
)
"""In the order in which an instance takes them, again and again."""


@dataclass(frozen=True)
class Drawn:
    """A stream of a kind, with the hours of its stages and its size."""

    kind: Kind
    stream: Stream
    work: tuple[Work, ...]
    size: float

    @property
    def hours_per_case(self) -> dict[str, float]:
        """By stage, no-show included."""
        return {row.stage: row.hours / (1 - row.no_show) for row in self.work}


def draw_streams(draw: Random, count: int, weeks: int) -> tuple[Drawn, ...]:
    """So many streams, the kinds in turn."""
    found = []
    for place in range(count):
        kind = KINDS[place % len(KINDS)]
        found.append(_drawn(draw, kind, f"{kind.name}-{place // len(KINDS) + 1}", weeks))
    return tuple(found)


def draw_conversions(draw: Random, streams: tuple[Drawn, ...], weeks: int) -> tuple[Conversion, ...]:
    """Failed transfers become ordinary cases of their own regime."""
    names = {drawn.stream.stream for drawn in streams}
    return tuple(
        Conversion(
            drawn.stream.stream,
            "decision",
            target,
            "preparation",
            round(draw.uniform(0.1, 0.4), 2),
            min(draw.randint(4, 12), weeks // 6),
        )
        for drawn in streams
        if drawn.kind.goes_over_to
        and (target := f"{drawn.kind.goes_over_to}-{drawn.stream.stream.rpartition('-')[2]}") in names
    )


def _drawn(draw: Random, kind: Kind, name: str, weeks: int) -> Drawn:
    term = term_within(kind.term_weeks, weeks) if kind.term_weeks else None
    stream = Stream(
        name,
        f"{kind.title} {name.rpartition('-')[2]}",
        kind.category,
        kind.track,
        kind.lodged,
        lane=kind.lane,
        counts=kind.counts,
        term=term,
        buffer_weeks=min(2, (kind.term_weeks or 0) // 10) if weeks >= 52 else 0,
        hear_within_weeks=kind.hear_within_weeks,
        waiting_weight=round(draw.uniform(*kind.waiting_weight), 1),
    )
    work = tuple(
        Work(
            name,
            stage,
            round(draw.uniform(*hours), 1),
            lag_weeks=0 if stage == "decision" else 1,
            no_show=round(draw.uniform(0.02, 0.12), 2) if stage == "hearing" else 0.0,
        )
        for stage, hours in kind.hours.items()
    )
    return Drawn(kind, stream, work, draw.uniform(*kind.size))
