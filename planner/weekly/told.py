"""Who has been told to start, held against the rules on people: where these allow fewer, so many are told otherwise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.domain.figures import figures
from planner.domain.instance import Instance, ToldIntake
from planner.errors import NoPlanError
from planner.solving.intake_choice import whole_intakes


def still_told(instance: Instance) -> tuple[Instance, list[str]]:
    """The instance with as many of those who were told as rules on people allow; a sentence for each class that shrank.

    What a ceiling, a limit, or a row that was changed leaves no place for is given up, and as little of it as can be.
    """
    if not any(row.people for row in instance.told_intakes):
        return instance, []
    free = figures(instance.replace(told_intakes=()))
    asked = figures(instance).supply.intakes.least
    try:
        allowed = np.minimum(whole_intakes(free, asked.astype(np.float64)), asked)
    except NoPlanError:
        allowed = np.zeros_like(asked)
    own = free.supply
    people = dict(zip(own.intakes.labels(own.names, free.weeks), allowed.tolist(), strict=True))
    rows = [replace(row, people=min(people.get(_label(row), 0), row.people)) for row in instance.told_intakes]
    given_up = [
        f"{row.people - now.people} of {row.people} people told to start in {row.week}, "
        f"{row.kind} {row.location} {row.group}: {ALLOWED if _label(row) in people else GONE}"
        for row, now in zip(instance.told_intakes, rows, strict=True)
        if now.people < row.people
    ]
    return instance.replace(told_intakes=tuple(rows)), given_up


ALLOWED, GONE = "the rules on people allow no more", "no class can start then any more"


def _label(row: ToldIntake) -> tuple[str, ...]:
    return str(row.week), row.kind, row.location, row.group, row.from_location or "", row.from_group or ""
