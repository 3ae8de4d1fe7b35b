"""No location loses more than a share of its people to others within four weeks."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.intakes import MOVE
from planner.formulation.columns import PeopleColumns, week_labels
from planner.formulation.draft import Draft
from planner.formulation.rules.staff_supply import in_service

WEEKS = 4
"""Weeks over which moves add up."""


def add(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """Sum over moves from l in the weeks t-3 to t of move[d] <= share[l] x people in service at l in t, in people.

    Those who moved before the horizon count too, but no row asks for more than that nobody moves.
    """
    supply, limits = f.supply, f.instance.transfer_limits
    moves = supply.intakes.of_kind(MOVE)
    if not limits or not len(moves):
        return
    places = [row.location for row in f.instance.locations]
    share = np.zeros(len(places))
    share[[places.index(row.location) for row in limits]] = [row.share for row in limits]
    at = np.full(len(places), -1, dtype=np.intp)
    at[[places.index(row.location) for row in limits]] = np.arange(len(limits))
    there = np.zeros((len(places), len(f.weeks)))
    np.add.at(there, supply.location, supply.people)
    upper = np.array([row.share * there[places.index(row.location)] for row in limits])
    for moved in f.instance.trainees:
        left = WEEKS - (f.weeks[0].monday - moved.week.monday).days // 7
        if moved.from_location is not None and at[places.index(moved.from_location)] >= 0:
            upper[at[places.index(moved.from_location)], : max(left, 0)] -= moved.people
    rows = draft.rows(
        "transfer_limit", ([row.location for row in limits], week_labels(f)), upper=np.maximum(upper, 0.0)
    )
    for d in moves:
        place = supply.location[supply.intakes.source[d]]
        week = supply.intakes.week[d]
        if at[place] >= 0:
            draft.put(rows[at[place], week : week + WEEKS], people.started[d], 1.0)
    for pair, started, effect in in_service(f, people.started):
        own = at[supply.location[pair]] >= 0
        place = supply.location[pair[own]]
        draft.put(rows[at[place]], started[own], -effect[own] * share[place][:, np.newaxis])
