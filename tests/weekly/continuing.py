"""A plan without its first week, as a plan of the instance of the next week."""

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.domain.run_table import DECISION_TABLES, RunTable
from planner.evaluation.decisions import decisions
from planner.evaluation.tables import run_tables


def continued(f: Figures, plan: Plan, following: Instance) -> tuple[Figures, Plan]:
    """The figures of the next week's instance, and the rest of the plan; whatever does not fit fails."""
    tables = run_tables(f, SHIPPED, plan, ())
    first = str(f.weeks[0])
    rest = {
        name: RunTable(name, tables[name].columns, tuple(row for row in tables[name].rows if row[0] > first))
        for name in DECISION_TABLES
    }
    after = figures(following)
    read = decisions(after, rest)
    assert read.findings == ()
    after = after.decided(read.taken, read.team_open)
    pair = after.arc_pair
    where = (after.supply.location[pair], after.supply.group[pair], after.arc_task)
    staff_days = read.staff_days[where]
    inside = after.arc_team >= 0
    in_team = (after.arc_team[inside], after.supply.group[pair[inside]], after.arc_task[inside])
    learned = after.teams.learned(after.team_open)[after.arc_team[inside]]
    staff_days[inside] = np.where(learned == after.arc_learned[inside, None], read.team_days[in_team], 0)
    return after, Plan(staff_days, read.finished, read.taken, read.team_open)
