"""Every breach of a legal term or of a date that a court has set: which stream, due when, how many, for how long.

Inside a stream first in is first out, so the cases due in week d that are late at the end of week t are
max(0, due(d) - max(done(t), due(d - 1))), with running totals by the end of each week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.domain.grid import UNIT, Counts
from planner.domain.instance import Penalty
from planner.domain.weeks import Week
from planner.evaluation.flows import Flows
from planner.evaluation.penalties import paid, paid_by_weeks_late

SHOWN = 0.005
"""Fewer cases than this are no breach, but what is lost in rounding."""


@dataclass(frozen=True)
class Breach:
    """Cases of one stream and due week that were late, the case-weeks of it, the last late week, and the penalties.

    `location` is empty where the decision can be taken in several places. `until` is None where some are late still.
    """

    location: str
    category: str
    stream: str
    due: Week
    cases: float
    case_weeks: float
    until: Week | None
    euro: float


def ledger(own: Flows) -> tuple[Breach, ...]:
    """The breaches of a plan, by due week, then in the order of the streams."""
    found = [breach for k in np.flatnonzero(own.late_legal.any(axis=1)) for breach in _of_stream(own, int(k))]
    return tuple(sorted(found, key=lambda breach: breach.due))


def _of_stream(own: Flows, k: int) -> Iterator[Breach]:
    due, done, weeks = own.due_legal[k], own.done_to_date[k], own.figures.weeks
    stream = own.figures.streams[k]
    before = np.concatenate(([0], due[:-1]))
    for d in np.flatnonzero((due > before) & (due > done)):
        late: Counts = np.maximum(due[d] - np.maximum(done[d:], before[d]), 0)
        cases = int(late[0]) / UNIT
        if cases >= SHOWN:
            last = int(np.flatnonzero(late)[-1])
            until = weeks[int(d) + last] if int(d) + last + 1 < len(weeks) else None
            euro = _penalties(own, k, int(d), late) if stream.court else 0.0
            at = _location(own, stream.base)
            yield Breach(at, stream.category, stream.name, weeks[d], cases, int(late.sum()) / UNIT, until, euro)


def _penalties(own: Flows, k: int, d: int, late: Counts) -> float:
    """What the courts order for cases due in week d that are late 1, 2, 3 weeks after their date."""
    rows = own.figures.instance.penalties
    if d == 0:
        return fsum(row.euro_per_day * _of_first_week(own, k, row) for row in rows)
    return fsum(row.euro_per_day * fsum(paid_by_weeks_late(row, len(late)) * (late / UNIT)) for row in rows)


def _of_first_week(own: Flows, k: int, row: Penalty) -> float:
    """Days paid for, times cases, of the cases due in the first week or before: some have been late for longer."""
    place = np.flatnonzero(own.figures.court).tolist().index(k)
    theirs = np.maximum(own.due_legal[k, 0] - own.done_to_date[k], 0)
    return fsum(days * int(np.minimum(late[place], theirs).sum()) / UNIT for days, late in paid(own, row))


def _location(own: Flows, stream: str) -> str:
    """The location of the stream's decisions where there is one only."""
    rows = own.figures.instance.places
    found = {row.location for row in rows if row.stream == stream and row.stage in ("decision", "all")}
    return found.pop() if len(found) == 1 else ""
