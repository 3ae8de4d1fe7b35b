"""A plan without its first week, as a plan of the instance of the next week."""

from planner.domain.figures import Figures, figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.domain.run_table import DECISION_TABLES, RunTable
from planner.evaluation.decisions import decisions
from planner.evaluation.tables import run_tables
from planner.weekly.continuing import rest_of_plan


def continued(f: Figures, plan: Plan, following: Instance) -> tuple[Figures, Plan]:
    """The figures of the next week's instance, and the rest of the plan; whatever does not fit fails."""
    tables, after = run_tables(f, SHIPPED, plan, ()), figures(following)
    rest = {
        name: RunTable(name, tables[name].columns, tuple(row for row in tables[name].rows if row[0] > str(f.weeks[0])))
        for name in DECISION_TABLES
    }
    assert decisions(after, rest).findings == ()
    return rest_of_plan(tables, after)
