"""Classes keep to their size, and the service takes on no more newcomers than it can."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.intakes import HIRE
from planner.formulation.columns import PeopleColumns
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """Sum over classes hired that start in the period of hire[d] <= people of the period, in people.

    Size and frequency of a class are bounds on its column.
    """
    limits = f.instance.hiring_limits
    own = f.supply.intakes
    hired = own.of_kind(HIRE)
    if not limits or not len(hired):
        return
    rows = draft.rows("hiring_intake", ([str(limit.first) for limit in limits],), upper=[row.people for row in limits])
    start = np.array([f.weeks[week].monday for week in own.week[hired]])
    for row, limit in zip(rows, limits, strict=True):
        inside = np.array([limit.first <= day <= limit.last for day in start], dtype=bool)
        draft.put(row, people.started[hired[inside]], 1.0)
