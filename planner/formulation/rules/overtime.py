"""Overtime is a share of the staff-days supplied, at most."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.formulation.columns import PeopleColumns, pair_labels, week_labels
from planner.formulation.draft import Draft
from planner.formulation.rules.staff_supply import effects


def add(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """overtime[m,t] <= share[m,t] x staff-days supplied[m,t], in staff-days."""
    supply = f.supply
    pairs = np.flatnonzero((people.overtime >= 0).any(axis=1))
    if not len(pairs):
        return
    share = supply.overtime_share[pairs]
    names = [pair_labels(f)[m] for m in pairs]
    rows = draft.rows("overtime", (names, week_labels(f)), upper=share * supply.staff_days[pairs] / UNIT)
    draft.put(rows, people.overtime[pairs], 1.0)
    at = np.full(len(supply.names), -1, dtype=np.intp)
    at[pairs] = np.arange(len(pairs))
    for pair, started, effect in effects(f, people.started):
        paid = at[pair] >= 0
        own = pair[paid]
        more = effect[paid] * supply.days_per_person[own] * supply.overtime_share[own]
        draft.put(rows[at[own]], started[paid], -more)
