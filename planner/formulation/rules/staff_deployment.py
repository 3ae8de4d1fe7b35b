"""Staff-days used stay within the whole staff-days that people supply."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.formulation.columns import StaffColumns, pair_labels, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, staff: StaffColumns) -> None:
    """Sum over k and s of x[m,k,s,t] <= whole days[m,t], in staff-days.

    Whole days are floor(supplied up to t) - floor(supplied up to t-1): fractions carry over, idle weeks do not.
    """
    rows = draft.rows("staff_deployment", (pair_labels(f), week_labels(f)), upper=f.supply.whole_days)
    draft.put(rows[f.arc_pair], staff.staff_days, 1.0)
