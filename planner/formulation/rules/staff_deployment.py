"""Staff-days used stay within the whole staff-days that people supply, and overtime."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import PeopleColumns, StaffColumns, pair_labels, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, staff: StaffColumns, people: PeopleColumns) -> None:
    """Sum over k and s of x[m,k,s,t] <= whole days[m,t] + overtime[m,t], in staff-days.

    Whole days are floor(supplied up to t) - floor(supplied up to t-1): fractions carry over, idle weeks do not.
    """
    undecided = people.to_date >= 0
    upper = np.where(undecided, 0, f.supply.whole_days)
    rows = draft.rows("staff_deployment", (pair_labels(f), week_labels(f)), upper=upper)
    draft.put(rows[f.arc_pair], staff.staff_days, 1.0)
    draft.put(rows[undecided], people.to_date[undecided], -1.0)
    draft.put(rows[:, 1:][undecided[:, 1:]], people.to_date[:, :-1][undecided[:, :-1]], 1.0)
    paid = people.overtime >= 0
    draft.put(rows[paid], people.overtime[paid], -1.0)
