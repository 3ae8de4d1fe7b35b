"""Specialised teams: staff only while they are open, within their size, for as long as they must, and not too many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.teams import CLOSED
from planner.formulation.columns import TeamColumns, team_block_labels, week_labels
from planner.formulation.draft import Draft, Ids


@dataclass(frozen=True)
class TeamArcs:
    """Arcs on which staff work inside a team: B arcs, those outside teams have team -1."""

    staff_days: Ids  # B x T
    team: Ids  # B
    learned: NDArray[np.bool_]  # B
    people: Numbers  # B, people by which a staff-day counts for the size, times the full staff-days of the week


def add(draft: Draft, f: Figures, columns: TeamColumns, arcs: TeamArcs) -> None:
    """Sizes in people, times in blocks of weeks; z says that a team is open, w that it has learned (0 or 1).

    With v the staff-days in it and p the people of each (1 / (deployable share x full staff-days of the week)):
    sum of p v before learning <= most x (z - w) and sum of p v learned <= most x w, in people;
    sum of p v >= least x z; open for its shortest life once it is opened; w = 1 just when z was 1 in all blocks of
    the learning and still is; open teams at l <= limit[l].
    """
    own, weeks = f.teams, week_labels(f)
    if not len(own):
        return
    names = list(own.name)
    is_open, learned = columns.at(f, columns.is_open), columns.at(f, columns.learned)
    there = is_open >= 0
    at_team, at_week = np.nonzero(there)
    size = own.most[at_team] * own.full_days[at_week]
    young = draft.rows("specialised_team", (names, weeks), upper=0.0)
    grown = draft.rows("specialised_team_learned", (names, weeks), upper=0.0)
    least = draft.rows("specialised_team_least", (names, weeks), lower=0.0)
    for rows, chosen in ((young, ~arcs.learned), (grown, arcs.learned)):
        inside = np.flatnonzero((arcs.team >= 0) & chosen)
        draft.put(rows[arcs.team[inside]], arcs.staff_days[inside], arcs.people[inside, None])
        draft.put(least[arcs.team[inside]], arcs.staff_days[inside], arcs.people[inside, None])
    draft.put(young[there], is_open[there], -size)
    draft.put(young[there], learned[there], size)
    draft.put(grown[there], learned[there], -size)
    draft.put(least[there], is_open[there], -own.least[at_team] * own.full_days[at_week])
    _add_times(draft, f, columns)
    _add_limits(draft, f, is_open)


def _add_times(draft: Draft, f: Figures, columns: TeamColumns) -> None:
    """Opening, shortest life and learning, block by block.

    A team that is open at the start has opened before; that it lives on is a bound on its columns.
    """
    own = f.teams
    place = {(int(z), int(block)): i for i, (z, block) in enumerate(zip(columns.team, columns.block, strict=True))}
    labels = team_block_labels(f, columns.team, columns.block)
    going_on = [own.age[z] != CLOSED and block == 0 for z, block in place]
    opening = draft.rows("specialised_team_opening", (labels,), upper=np.array(going_on, dtype=np.float64))
    life: list[tuple[int, int | None, int]] = []
    known: list[tuple[int, list[int]]] = []
    for (z, block), i in place.items():
        before = place.get((z, block - 1))
        draft.put(opening[i], columns.is_open[i], 1.0)
        draft.put(opening[i], columns.opened[i], -1.0)
        if before is not None:
            draft.put(opening[i], columns.is_open[before], -1.0)
        age = max(int(own.age[z]), 0)
        if not going_on[i]:
            life += [
                (i, before, place[z, later]) for later in range(block + 1, block + own.life[z]) if (z, later) in place
            ]
        if block + age >= own.learning[z]:
            first = max(block - int(own.learning[z]), 0)
            known.append((i, [place[z, earlier] for earlier in range(first, block + 1)]))
    while_alive = [f"{labels[now]},{labels[later]}" for now, _, later in life]
    lives = draft.rows("specialised_team_life", (while_alive,), upper=0.0)
    for row, (now, before, later) in zip(lives, life, strict=True):
        draft.put(row, columns.is_open[[now, later]], [1.0, -1.0])
        if before is not None:
            draft.put(row, columns.is_open[before], -1.0)
    names = [labels[i] for i, _ in known]
    enough = draft.rows("specialised_team_grown", (names,), upper=[len(run) - 1.0 for _, run in known])
    for row, (i, run) in zip(enough, known, strict=True):
        draft.put(row, columns.is_open[run], 1.0)
        draft.put(row, columns.learned[i], -1.0)
    steps = [(i, earlier) for i, run in known for earlier in run]
    since = [f"{labels[i]},{labels[earlier]}" for i, earlier in steps]
    ongoing = draft.rows("specialised_team_since", (since,), upper=0.0)
    for row, (i, earlier) in zip(ongoing, steps, strict=True):
        draft.put(row, columns.learned[i], 1.0)
        draft.put(row, columns.is_open[earlier], -1.0)


def _add_limits(draft: Draft, f: Figures, is_open: Ids) -> None:
    limits = f.instance.team_limits
    if not limits:
        return
    places = [row.location for row in f.instance.locations]
    rows = draft.rows(
        "specialised_team_limit",
        ([row.location for row in limits], week_labels(f)),
        upper=np.array([[float(row.teams)] for row in limits]),
    )
    for number, row in enumerate(limits):
        for z in np.flatnonzero(f.teams.location == places.index(row.location)):
            there = is_open[z] >= 0
            draft.put(rows[number, there], is_open[z, there], 1.0)
