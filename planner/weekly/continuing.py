"""What is left of a plan when its first week is over, as a plan of the next week's instance."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.domain.run_table import DECISION_TABLES, RunTable
from planner.evaluation.decisions import decisions


def rest_of_plan(tables: Mapping[str, RunTable], after: Figures) -> tuple[Figures, Plan]:
    """The decisions of the tables for the weeks of `after`, and its figures with them.

    What the next week's instance has no place for, since it did not go as planned, is left out.
    """
    first = str(after.weeks[0])
    rest = {
        name: RunTable(name, tables[name].columns, tuple(row for row in tables[name].rows if row[0] >= first))
        for name in DECISION_TABLES
    }
    read = decisions(after, rest)
    after = after.decided(read.taken, read.team_open)
    pair = after.arc_pair
    staff_days = read.staff_days[after.supply.location[pair], after.supply.group[pair], after.arc_work]
    inside = after.arc_team >= 0
    in_team = (after.arc_team[inside], after.supply.group[pair[inside]], after.arc_work[inside])
    learned = after.teams.learned(after.team_open)[after.arc_team[inside]]
    staff_days[inside] = np.where(learned == after.arc_learned[inside, None], read.team_days[in_team], 0)
    return after, Plan(staff_days, read.finished, read.taken, read.team_open)
