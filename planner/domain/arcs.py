"""Arcs: which pair of a location and a group may do which work, and how well (rule `skills`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.column import ALL
from planner.domain.grid import Indices, Numbers
from planner.domain.instance import Eligibility, Instance
from planner.domain.supply import Supply
from planner.domain.tasks import Tasks
from planner.domain.teams import Teams


@dataclass(frozen=True)
class Arcs:
    """One entry for each arc, the ordinary ones first."""

    pair: Indices  # A
    work: Indices  # A
    efficiency: Numbers  # A
    most_share: Numbers  # A, largest share of the work's hours at the location that may come from the arc
    team: Indices  # A, the team in which the pair does the work, -1 outside teams
    learned: NDArray[np.bool_]  # A, whether the arc is that of a team that has learned


def arcs(instance: Instance, tasks: Tasks, supply: Supply, teams: Teams) -> Arcs:
    """The ordinary arcs, then those of each team: the same ones at its place for its category, before and after."""
    ordinary = _ordinary(instance, tasks, supply)
    found = [ordinary]
    category = np.array([tasks.streams[stream].category for stream in tasks.stream])[tasks.first]
    place = supply.location[ordinary.pair]
    for z in range(len(teams)):
        inside = np.flatnonzero((place == teams.location[z]) & (category[ordinary.work] == teams.category[z]))
        for learned, output in ((False, teams.output[z]), (True, teams.learned_output[z])):
            found.append(
                Arcs(
                    ordinary.pair[inside],
                    ordinary.work[inside],
                    ordinary.efficiency[inside] * output,
                    ordinary.most_share[inside],
                    np.full(len(inside), z, dtype=np.intp),
                    np.full(len(inside), learned),
                )
            )
    return Arcs(
        pair=np.concatenate([own.pair for own in found]),
        work=np.concatenate([own.work for own in found]),
        efficiency=np.concatenate([own.efficiency for own in found]),
        most_share=np.concatenate([own.most_share for own in found]),
        team=np.concatenate([own.team for own in found]),
        learned=np.concatenate([own.learned for own in found]),
    )


def _ordinary(instance: Instance, tasks: Tasks, supply: Supply) -> Arcs:
    can: dict[str, dict[int, Eligibility]] = {}
    for skill in sorted(instance.eligibility, key=lambda row: row.stage != ALL):  # a row for one stage goes first
        for w in _works(tasks, skill.stream, skill.stage):
            can.setdefault(skill.group, {})[w] = skill
    allowed: dict[str, set[int]] = {}
    for place in instance.places:
        allowed.setdefault(place.location, set()).update(_works(tasks, place.stream, place.stage))
    found = [
        (m, w, skill)
        for m, (location, group) in enumerate(supply.names)
        for w, skill in sorted(can.get(group, {}).items(), key=lambda item: item[0])
        if w in allowed.get(location, set())
    ]
    return Arcs(
        pair=np.array([m for m, _, _ in found], dtype=np.intp),
        work=np.array([w for _, w, _ in found], dtype=np.intp),
        efficiency=np.array([skill.efficiency for _, _, skill in found], dtype=np.float64),
        most_share=np.array([skill.most_share for _, _, skill in found], dtype=np.float64),
        team=np.full(len(found), -1, dtype=np.intp),
        learned=np.zeros(len(found), dtype=bool),
    )


def _works(tasks: Tasks, stream: str, stage: str) -> list[int]:
    """The works that a row for a stream and a stage, or for all of them, is about."""
    return np.flatnonzero(tasks.touched(stream, stage)[tasks.first]).tolist()
