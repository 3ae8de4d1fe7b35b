"""Work and staff that the model cannot tell apart, taken together.

Works that the very same pairs may do equally well are one *work class*: for staff they differ in hours only. Pairs
that may do the same classes equally well, share the rooms they hear in and the work they support, and may work
overtime on the same terms are one *staff class*. Every plan of the
whole model adds up to one over classes and every (fractional) plan over classes can be split back, as long as each pair
carries its own part of a day from week to week (`class_staff`): so taking them together loses nothing. On the national
instance it leaves 194 of 545 arcs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.formulation.draft import Ids

Key = TypeVar("Key", bound=Hashable)

NO_ROOM = -1
"""The place of work that needs no hearing room."""


class Doing(NamedTuple):
    """How a pair does a work.

    Net hours of a staff-day; room hours for each of them; largest share of the hours; the team, -1 for none; whether
    it has learned; people by which a staff-day counts for the team's size.
    """

    hours: float
    room_share: float
    most_share: float
    team: int
    learned: bool
    people: float


@dataclass(frozen=True)
class Classes:
    """C work classes, P staff classes, B class arcs."""

    of_work: Ids  # W, the work class of each work
    of_pair: Ids  # M, the staff class of each pair
    of_arc: Ids  # A, the class arc of each arc
    arc_staff: Ids  # B
    arc_work: Ids  # B
    arc_hours: Numbers  # B, net hours of a staff-day on the arc
    arc_place: Ids  # B, the location whose rooms the arc uses, NO_ROOM for none
    arc_room_share: Numbers  # B, room hours for each staff hour at normal output
    arc_most_share: Numbers  # B, largest share of the work's hours at the location
    arc_location: Ids  # B, the location of work that support helps with, NO_ROOM for other work
    arc_team: Ids  # B, the team in which it is worked, -1 outside teams
    arc_learned: NDArray[np.bool_]  # B, whether the team has learned
    arc_people: Numbers  # B, people by which a staff-day counts for the size of its team
    whole_days: Counts  # P x T, whole staff-days there


def classes(f: Figures) -> Classes:
    """The classes of an instance."""
    doers: dict[int, list[tuple[int, Doing]]] = defaultdict(list)
    people = np.where(f.arc_team >= 0, f.arc_people, 0.0)
    manners = (f.arc_hours, f.arc_room_share, f.arc_most_share, f.arc_team, f.arc_learned, people)
    for pair, work, *manner in zip(f.arc_pair, f.arc_work, *(own.tolist() for own in manners), strict=True):
        doers[int(work)].append((int(pair), Doing(*manner)))
    hearing: NDArray[np.bool_] = f.heard_hours[f.task_of_work] > 0
    of_work, alike = _numbered([(bool(hearing[w]), tuple(sorted(doers[w]))) for w in range(len(f.works))])
    can: dict[int, list[tuple[int, Doing]]] = defaultdict(list)
    hears: set[int] = set()
    for number, (is_hearing, able) in enumerate(alike):
        for pair, doing in able:
            can[pair].append((number, doing))
            if is_hearing:
                hears.add(pair)
    helped = {number for number, (_, able) in enumerate(alike) if any(doing.most_share < 1 for _, doing in able)}
    local = hears | {pair for number in helped for pair, _ in alike[number][1]}
    places = [int(f.supply.location[m]) if m in local else NO_ROOM for m in range(len(f.supply.names))]
    beyond = [_overtime_of(f, m) for m in range(len(places))]
    of_pair, staff = _numbered([(places[m], tuple(can[m]), beyond[m]) for m in range(len(places))])
    arcs = [
        (number, work, doing, place if alike[work][0] else NO_ROOM, place if work in helped else NO_ROOM)
        for number, (place, able, _) in enumerate(staff)
        for work, doing in able
    ]
    number_of = {arc[:3]: number for number, arc in enumerate(arcs)}
    doings = (Doing(*manner) for manner in zip(*(own.tolist() for own in manners), strict=True))
    of_arc = [
        number_of[int(of_pair[pair]), int(of_work[work]), doing]
        for pair, work, doing in zip(f.arc_pair, f.arc_work, doings, strict=True)
    ]
    whole_days = np.zeros((len(staff), len(f.weeks)), dtype=np.int64)
    np.add.at(whole_days, of_pair, f.supply.whole_days)
    return Classes(
        of_work=of_work,
        of_pair=of_pair,
        of_arc=np.array(of_arc, dtype=np.intp),
        arc_staff=np.array([arc[0] for arc in arcs], dtype=np.intp),
        arc_work=np.array([arc[1] for arc in arcs], dtype=np.intp),
        arc_hours=np.array([arc[2].hours for arc in arcs], dtype=np.float64),
        arc_place=np.array([arc[3] for arc in arcs], dtype=np.intp),
        arc_room_share=np.array([arc[2].room_share for arc in arcs], dtype=np.float64),
        arc_most_share=np.array([arc[2].most_share for arc in arcs], dtype=np.float64),
        arc_location=np.array([arc[4] for arc in arcs], dtype=np.intp),
        arc_team=np.array([arc[2].team for arc in arcs], dtype=np.intp),
        arc_learned=np.array([arc[2].learned for arc in arcs], dtype=bool),
        arc_people=np.array([arc[2].people for arc in arcs], dtype=np.float64),
        whole_days=whole_days,
    )


def first_of(class_of: Ids, labels: Sequence[str]) -> list[str]:
    """The label of each class: that of the first of its members, whose classes stand in `class_of`."""
    return [labels[member] for member in np.unique(class_of, return_index=True)[1]]


def _overtime_of(f: Figures, m: int) -> bytes:
    """What overtime of the pair costs and how much there may be."""
    if not f.supply.overtime_share[m].any():
        return b""
    terms = np.concatenate([f.supply.overtime_share[m], f.supply.overtime_cost[m]])
    return bytes(terms.tobytes())


def _numbered(keys: list[Key]) -> tuple[Ids, list[Key]]:
    """Each key's number in the order of first appearance, and the keys by number."""
    found = list(dict.fromkeys(keys))
    number = {key: index for index, key in enumerate(found)}
    return np.array([number[key] for key in keys], dtype=np.intp), found
