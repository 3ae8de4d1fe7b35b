"""Arcs: which pair of a location and a group may do which task, and how well (rule `skills`)."""

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
    task: Indices  # A
    efficiency: Numbers  # A
    most_share: Numbers  # A, largest share of the task's hours at the location that may come from the arc
    team: Indices  # A, the team in which the pair does the task, -1 outside teams
    learned: NDArray[np.bool_]  # A, whether the arc is that of a team that has learned


def arcs(instance: Instance, tasks: Tasks, supply: Supply, teams: Teams) -> Arcs:
    """The ordinary arcs, then those of each team: the same ones at its place for its category, before and after."""
    ordinary = _ordinary(instance, tasks, supply)
    found = [ordinary]
    category = np.array([tasks.streams[stream].category for stream in tasks.stream])
    place = supply.location[ordinary.pair]
    for z in range(len(teams)):
        inside = np.flatnonzero((place == teams.location[z]) & (category[ordinary.task] == teams.category[z]))
        for learned, output in ((False, teams.output[z]), (True, teams.learned_output[z])):
            found.append(
                Arcs(
                    ordinary.pair[inside],
                    ordinary.task[inside],
                    ordinary.efficiency[inside] * output,
                    ordinary.most_share[inside],
                    np.full(len(inside), z, dtype=np.intp),
                    np.full(len(inside), learned),
                )
            )
    return Arcs(
        pair=np.concatenate([own.pair for own in found]),
        task=np.concatenate([own.task for own in found]),
        efficiency=np.concatenate([own.efficiency for own in found]),
        most_share=np.concatenate([own.most_share for own in found]),
        team=np.concatenate([own.team for own in found]),
        learned=np.concatenate([own.learned for own in found]),
    )


def _ordinary(instance: Instance, tasks: Tasks, supply: Supply) -> Arcs:
    can: dict[str, dict[int, Eligibility]] = {}
    for skill in sorted(instance.eligibility, key=lambda row: row.stage != ALL):  # a row for one stage goes first
        for n in np.flatnonzero(tasks.touched(skill.stream, skill.stage)).tolist():
            can.setdefault(skill.group, {})[n] = skill
    allowed: dict[str, set[int]] = {}
    for place in instance.places:
        done = np.flatnonzero(tasks.touched(place.stream, place.stage)).tolist()
        allowed.setdefault(place.location, set()).update(done)
    found = [
        (m, n, skill)
        for m, (location, group) in enumerate(supply.names)
        for n, skill in sorted(can.get(group, {}).items(), key=lambda item: item[0])
        if n in allowed.get(location, set())
    ]
    return Arcs(
        pair=np.array([m for m, _, _ in found], dtype=np.intp),
        task=np.array([n for _, n, _ in found], dtype=np.intp),
        efficiency=np.array([skill.efficiency for _, _, skill in found], dtype=np.float64),
        most_share=np.array([skill.most_share for _, _, skill in found], dtype=np.float64),
        team=np.full(len(found), -1, dtype=np.intp),
        learned=np.zeros(len(found), dtype=bool),
    )
