"""The weeks after the frozen ones stay those of the plan in force where nothing is lost by it."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.formulation.columns import StaffColumns
from planner.formulation.draft import Draft
from planner.formulation.held import HeldColumns, add_held


def add(draft: Draft, f: Figures, staff: StaffColumns, changed: HeldColumns) -> None:
    """Staff-days of l, g, team, stream and stage in t - more + fewer = those in force, in the weeks t up to the 13th.

    In staff-days; `plan_changed` are more and fewer together.
    """
    add_held(draft, f, staff, "plan_stability", f.held.calm, changed.plan_changed)
