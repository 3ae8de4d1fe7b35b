"""Tables on the offices of ind-2026."""

from __future__ import annotations

from instances.builders.ind_2026.figures.offices import (
    BEDS_PER_ROOM,
    BEDS_SOURCE,
    DECISIONS_ONLY,
    INVITATION_SOURCE,
    PERSONAL_INVITATION,
    PLACES,
    PREPARED_SOURCE,
    ROOM_HOURS,
    ROOMS_SOURCE,
    STAY_WEEKS,
    WHERE,
    WITHOUT_BEDS,
)
from instances.builders.ind_2026.streams import stages_of
from instances.builders.lines import Lines
from planner.domain.stages import STAGES


def locations() -> Lines:
    """Hearing rooms."""
    return [(row["location"], row["name"], row["rooms"], ROOM_HOURS, *_beds(row)) for row in PLACES]


def _beds(row: dict[str, str]) -> tuple[object, ...]:
    """Process beds where people stay around their hearing, and the source of the row."""
    if row["location"] in WITHOUT_BEDS:
        return ("", "", "A", ROOMS_SOURCE)
    return (int(row["rooms"]) * BEDS_PER_ROOM, STAY_WEEKS, "A", ROOMS_SOURCE + BEDS_SOURCE)


def places() -> Lines:
    """Preparation anywhere, hearings and decisions where the stream is at home."""
    lines: Lines = []
    for row in WHERE:
        source = f"Assumption: {row['reason']}"
        home = row["streams"].split()
        done = STAGES[2:] if row["location"] in DECISIONS_ONLY else STAGES[1:]
        for stream, own in stages_of().items():
            if "preparation" in own:
                lines.append((row["location"], stream, "preparation", 1, "A", PREPARED_SOURCE))
            if stream in home:
                lines += [_place(row["location"], stream, stage, source) for stage in done if stage in own]
    return lines


def _place(location: str, stream: str, stage: str, source: str) -> tuple[object, ...]:
    """With a no-show of its own where people are invited in person to their hearing."""
    factor = PERSONAL_INVITATION.get(location, 1) if stage == "hearing" else 1
    return (location, stream, stage, factor, "A", source + INVITATION_SOURCE * (factor != 1))
