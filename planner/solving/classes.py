"""Work and staff that the model cannot tell apart, taken together.

Tasks that the very same pairs may do equally well are one *work class*: for staff they differ in hours only. Pairs
that may do the same classes equally well, and share the rooms they hear in and the work they support, are one *staff
class*. Every plan of the
whole model adds up to one over classes and every (fractional) plan over classes can be split back, so taking them
together loses nothing; on the national instance it leaves 159 of 545 arcs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.formulation.draft import Ids

Key = TypeVar("Key", bound=Hashable)

Doing = tuple[float, float, float]
"""How a pair does a task: net hours of a staff-day, room hours for each of them, largest share of the hours."""

NO_ROOM = -1
"""The place of work that needs no hearing room."""


@dataclass(frozen=True)
class Classes:
    """C work classes, P staff classes, B class arcs."""

    of_task: Ids  # N, the work class of each task
    of_pair: Ids  # M, the staff class of each pair
    arc_staff: Ids  # B
    arc_work: Ids  # B
    arc_hours: Numbers  # B, net hours of a staff-day on the arc
    arc_place: Ids  # B, the location whose rooms the arc uses, NO_ROOM for none
    arc_room_share: Numbers  # B, room hours for each staff hour at normal output
    arc_most_share: Numbers  # B, largest share of the work's hours at the location
    arc_location: Ids  # B, the location of work that support helps with, NO_ROOM for other work
    whole_days: Counts  # P x T, whole staff-days there


def classes(f: Figures) -> Classes:
    """The classes of an instance."""
    doers: dict[int, list[tuple[int, Doing]]] = defaultdict(list)
    for pair, task, hours, room, share in zip(*_arcs(f), strict=True):
        doers[task].append((pair, (hours, room, share)))
    hearing: NDArray[np.bool_] = f.heard_hours > 0
    of_task, work = _numbered([(bool(hearing[n]), tuple(sorted(doers[n]))) for n in range(len(f.tasks))])
    can: dict[int, list[tuple[int, Doing]]] = defaultdict(list)
    hears: set[int] = set()
    for number, (is_hearing, able) in enumerate(work):
        for pair, doing in able:
            can[pair].append((number, doing))
            if is_hearing:
                hears.add(pair)
    helped = {number for number, (_, able) in enumerate(work) if any(doing[2] < 1 for _, doing in able)}
    local = hears | {pair for number in helped for pair, _ in work[number][1]}
    places = [int(f.supply.location[m]) if m in local else NO_ROOM for m in range(len(f.supply.names))]
    of_pair, staff = _numbered([(places[m], tuple(can[m])) for m in range(len(places))])
    arcs = [
        (number, task, doing, place if work[task][0] else NO_ROOM, place if task in helped else NO_ROOM)
        for number, (place, able) in enumerate(staff)
        for task, doing in able
    ]
    whole_days = np.zeros((len(staff), len(f.weeks)), dtype=np.int64)
    np.add.at(whole_days, of_pair, f.supply.whole_days)
    return Classes(
        of_task=of_task,
        of_pair=of_pair,
        arc_staff=np.array([arc[0] for arc in arcs], dtype=np.intp),
        arc_work=np.array([arc[1] for arc in arcs], dtype=np.intp),
        arc_hours=np.array([arc[2][0] for arc in arcs], dtype=np.float64),
        arc_place=np.array([arc[3] for arc in arcs], dtype=np.intp),
        arc_room_share=np.array([arc[2][1] for arc in arcs], dtype=np.float64),
        arc_most_share=np.array([arc[2][2] for arc in arcs], dtype=np.float64),
        arc_location=np.array([arc[4] for arc in arcs], dtype=np.intp),
        whole_days=whole_days,
    )


def _arcs(f: Figures) -> tuple[list[int], list[int], list[float], list[float], list[float]]:
    return (
        f.arc_pair.tolist(),
        f.arc_task.tolist(),
        f.arc_hours.tolist(),
        f.arc_room_share.tolist(),
        f.arc_most_share.tolist(),
    )


def _numbered(keys: list[Key]) -> tuple[Ids, list[Key]]:
    """Each key's number in the order of first appearance, and the keys by number."""
    found = list(dict.fromkeys(keys))
    number = {key: index for index, key in enumerate(found)}
    return np.array([number[key] for key in keys], dtype=np.intp), found
