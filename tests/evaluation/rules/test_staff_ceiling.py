"""People in service and their ceilings."""

from datetime import date

from planner.domain.column import ALL
from planner.domain.instance import Ceiling
from tests.evaluation.rules.breaking import worst
from tests.evaluation.rules.people import choices, started

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_newcomers_count_from_their_first_week_whatever_they_yield():
    # 2 + 1 people, and 2 more: one above a ceiling of 4
    own = choices(ceilings=(Ceiling(*YEAR, ALL, ALL, 4.0),))
    assert worst("staff_ceiling", own, started(own, 1, 0, 0, 0, 0, 0)) == 0
    assert worst("staff_ceiling", own, started(own, 1, 1, 0, 0, 0, 0)) == 1


def test_who_moves_counts_where_they_come():
    own = choices(ceilings=(Ceiling(*YEAR, "south", "all", 1.5),))
    assert worst("staff_ceiling", own, started(own, 2, 2, 0, 0, 0, 0)) == 0
    assert worst("staff_ceiling", own, started(own, 0, 0, 1, 0, 0, 0)) == 0.5


def test_a_ceiling_holds_in_the_weeks_that_start_in_its_year():
    # who starts in week 2, on Monday 15 June, is above a ceiling whose last day is that Monday; not one day earlier
    plan = started(choices(), 0, 2, 0, 0, 0, 0)
    until = {day: choices(ceilings=(Ceiling(YEAR[0], date(2026, 6, day), "north", ALL, 2.0),)) for day in (14, 15)}
    assert worst("staff_ceiling", until[14], plan) == 0
    assert worst("staff_ceiling", until[15], plan) == 2
