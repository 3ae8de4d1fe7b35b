"""Work beyond the contract."""

from datetime import date

from planner.domain.column import ALL
from planner.domain.figures import Figures, figures
from planner.domain.instance import Overtime
from planner.evaluation.flows import flows
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst

PREPARATION = ("old", "preparation")


def own(share: float, first: date = date(2026, 6, 1), location: str = ALL) -> Figures:
    row = Overtime(location, "all", first, date(2026, 6, 28), share, 60.0)
    return figures(tiny().replace(overtime=(row,)))


def test_overtime_is_at_most_its_share_of_the_days_supplied():
    # week 0: 10 days supplied; 7 + 5 are used, 2 beyond them; 0.2 x 10 = 2 are allowed, 0.15 x 10 = 1.5 are not enough
    f = own(0.2)
    plan = put(f, hand_plan(f), PREPARATION, 0, days=7)
    assert flows(f, plan).overtime_days.tolist() == [[2, 0, 0, 0]]
    assert worst("overtime", f, plan) == 0
    assert worst("staff_deployment", f, plan) == 0
    assert worst("overtime", own(0.15), plan) == 0.5
    assert worst("overtime", own(0.15, location="north"), plan) == 0.5


def test_a_period_counts_by_its_working_days_of_the_week():
    # from Thursday of week 0: 2 days of 5, 0.5 x 0.4 x 10 = 2 days; from Friday 1 day
    plan = put(own(0.5), hand_plan(own(0.5)), PREPARATION, 0, days=7)
    assert worst("overtime", own(0.5, date(2026, 6, 4)), plan) == 0
    assert worst("overtime", own(0.5, date(2026, 6, 5)), plan) == 1
    assert worst("overtime", own(0.5, date(2026, 6, 8)), plan) == 2


def test_where_there_is_no_overtime_at_all_the_whole_days_are_the_limit():
    f = own(0.0)
    plan = put(f, hand_plan(f), PREPARATION, 0, days=7)
    assert worst("overtime", f, plan) == 0
    assert worst("staff_deployment", f, plan) == 2
