"""Whole staff-days follow from the people in service, those who start and leave by decision included."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.supply import DAY_ROUNDING
from planner.formulation.columns import PeopleColumns, pair_labels, week_labels
from planner.formulation.draft import Draft, Ids


def add(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """S[m,t] - 1 < days to date[m,t] <= S[m,t], in staff-days, with S the staff-days supplied from the start up to t.

    S = those of the people who are there anyway + sum over intakes d of started[d] x what one person adds to date,
    rounded to ten-thousandths. Only for pairs that people may join or leave. Where these may work overtime, days to
    date[m,t] >= days to date[m,t-1] is said too, or fractions of overtime could be saved up as days of later weeks.
    """
    supply = f.supply
    pairs = np.flatnonzero(supply.undecided)
    if not len(pairs):
        return
    names, weeks = [pair_labels(f)[m] for m in pairs], week_labels(f)
    anyway = (
        np.cumsum(supply.working[pairs] * supply.days_per_person[pairs], axis=1) + supply.carried[pairs, np.newaxis]
    )
    rows = draft.rows("staff_supply", (names, weeks), lower=anyway - 1 + DAY_ROUNDING, upper=anyway + DAY_ROUNDING)
    draft.put(rows, people.to_date[pairs], 1.0)
    at = np.full(len(supply.names), -1, dtype=np.intp)
    at[pairs] = np.arange(len(pairs))
    for pair, started, effect in effects(f, people.started):
        to_date = np.cumsum(effect * supply.days_per_person[pair], axis=1)
        draft.put(rows[at[pair]], started, -to_date)
    paid = pairs[(people.overtime[pairs] >= 0).any(axis=1)]
    if len(paid):
        grow = draft.rows("staff_supply_to_date", ([pair_labels(f)[m] for m in paid], weeks[1:]), lower=0.0)
        draft.put(grow, people.to_date[paid, 1:], 1.0)
        draft.put(grow, people.to_date[paid, :-1], -1.0)


def add_people(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """-(work of those who are there anyway) <= sum over intakes d of started[d] x what one person adds, in people.

    Nobody leaves who is not there and trained, and no class is larger than those beside it can mentor.
    """
    pairs = np.flatnonzero(f.supply.undecided)
    if not len(pairs):
        return
    names = [pair_labels(f)[m] for m in pairs]
    rows = draft.rows("staff_supply_people", (names, week_labels(f)), lower=-f.supply.working[pairs])
    at = np.full(len(f.supply.names), -1, dtype=np.intp)
    at[pairs] = np.arange(len(pairs))
    for pair, started, effect in effects(f, people.started):
        draft.put(rows[at[pair]], started, effect)


def effects(f: Figures, started: Ids) -> list[tuple[Ids, Ids, Numbers]]:
    """Pairs (n), columns of people who start (n x 1) and what one of them adds to the pair's work (n x T)."""
    own = f.supply.intakes
    left = np.flatnonzero(own.source >= 0)
    return [
        (own.pair, started[:, np.newaxis], own.work),
        (own.source[left], started[left, np.newaxis], -own.away[left]),
    ]


def in_service(f: Figures, started: Ids) -> list[tuple[Ids, Ids, Numbers]]:
    """The same for people in service."""
    own = f.supply.intakes
    left = np.flatnonzero(own.source >= 0)
    return [
        (own.pair, started[:, np.newaxis], own.people),
        (own.source[left], started[left, np.newaxis], -own.away[left]),
    ]
