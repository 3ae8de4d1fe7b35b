"""People in service stay below the ceiling of the budget year."""

from __future__ import annotations

import numpy as np

from planner.domain.column import ALL
from planner.domain.figures import Figures
from planner.formulation.columns import PeopleColumns, week_labels
from planner.formulation.draft import Draft
from planner.formulation.rules.staff_supply import in_service


def add(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """Sum over the pairs in the scope of people in service[m,t] <= ceiling, in every week that starts in the year."""
    supply = f.supply
    for row in f.instance.ceilings:
        weeks = np.flatnonzero([row.first <= week.monday <= row.last for week in f.weeks])
        scope = np.array(
            [row.location in (ALL, place) and row.group in (ALL, group) for place, group in supply.names], dtype=bool
        )
        upper = row.people - supply.people[scope][:, weeks].sum(axis=0)
        named = [row.location], [row.group], [str(row.first)], [week_labels(f)[week] for week in weeks]
        rows = draft.rows("staff_ceiling", named, upper=upper)[0, 0, 0]
        for pair, started, effect in in_service(f, people.started):
            own = scope[pair]
            draft.put(rows, started[own], effect[own][:, weeks])
