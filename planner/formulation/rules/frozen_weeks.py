"""The first weeks of a plan that is made again are those of the plan in force."""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.formulation.columns import StaffColumns
from planner.formulation.draft import Draft
from planner.formulation.held import HeldColumns, add_held


def add(draft: Draft, f: Figures, staff: StaffColumns, changed: HeldColumns) -> None:
    """Staff-days of l, g, team, stream and stage in t - more + fewer = those in force, in the frozen weeks t.

    In staff-days; `frozen_changed` are more and fewer together.
    """
    add_held(draft, f, staff, "frozen_weeks", f.held.frozen, changed.frozen_changed)
