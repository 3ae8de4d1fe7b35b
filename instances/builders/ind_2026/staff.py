"""Tables on the people of ind-2026."""

from __future__ import annotations

from instances.builders.ind_2026.figures.offices import PLACES
from instances.builders.ind_2026.figures.staff import (
    DEPLOYABLE_SHARE,
    GROUP_SOURCE,
    GROUPS,
    HOURS_PER_STAFF_DAY,
    LEAVERS,
    OFFICERS_SHARE,
    PREPARATION_SOURCE,
    PREPARING_SOURCE,
    SHARE_REASON,
    SKILL_SOURCE,
    SPECIAL,
    STAFF_SOURCE,
    SUPPORT,
    SUPPORT_SHARE,
    SUPPORT_SOURCE,
    SUPPORT_STAFF_SOURCE,
    SUPPORTED,
)
from instances.builders.ind_2026.streams import stages_of
from instances.builders.lines import Lines


def groups() -> Lines:
    """Hours of a staff-day and what is left of it."""
    return [
        (
            *(row["group"], row["name"], HOURS_PER_STAFF_DAY),
            *(DEPLOYABLE_SHARE.get(row["group"], OFFICERS_SHARE), "A"),
            GROUP_SOURCE.format(reason=SHARE_REASON.get(row["group"], SHARE_REASON["officers"])),
        )
        for row in GROUPS
    ]


def staff() -> Lines:
    """People by location and group, where there are any."""
    lines: Lines = []
    for place in PLACES:
        lines += [
            (place["location"], group, place[group], LEAVERS, "A", _staff_source(place, group))
            for group in (row["group"] for row in GROUPS if row["group"] != "support")
            if place[group] != "0"
        ]
        if place["location"] in SUPPORT:
            lines.append((place["location"], "support", SUPPORT[place["location"]], 0, "A", SUPPORT_STAFF_SOURCE))
    return lines


def _staff_source(place: dict[str, str], group: str) -> str:
    return PREPARATION_SOURCE if group == "preparation" else STAFF_SOURCE.format(**place)


def eligibility() -> Lines:
    """Ordinary streams for everyone, special ones for the staff certified for them."""
    lines: Lines = []
    for row in GROUPS:
        prepares = row["group"] == "preparation"
        lines += [
            (row["group"], stream, stage, 1, "A", PREPARING_SOURCE if prepares else SKILL_SOURCE)
            for stream, own in stages_of().items()
            if prepares or stream not in SPECIAL or stream in row["besides_ordinary"].split()
            for stage in own
            if stage in row["stages"].split()
        ]
    return lines + [("support", stream, "decision", SUPPORT_SHARE, "A", SUPPORT_SOURCE) for stream in SUPPORTED]
