"""Cases finished in spite of a block."""

from datetime import date

from planner.domain.figures import figures
from planner.domain.instance import Blocked
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def broken_by(*rows: Blocked) -> float:
    own = figures(tiny().replace(blocked=rows))
    return worst("blocked_category", own, hand_plan(own))


def test_cases_finished_in_a_blocked_week_are_found():
    # week 0: 20 old cases prepared; weeks 1 and 2: 10 decided in each
    assert broken_by(Blocked("old", "all", MONDAY)) == 20.0
    assert broken_by(Blocked("old", "decision", MONDAY)) == 10.0


def test_a_week_is_blocked_by_one_working_day():
    # Friday 12 June is in week 1 (10 decided), Saturday 13 June is no working day, Monday 15 June is in week 2
    assert broken_by(Blocked("old", "all", date(2026, 6, 12), date(2026, 6, 14))) == 10.0
    assert broken_by(Blocked("old", "all", date(2026, 6, 13), date(2026, 6, 14))) == 0
    assert broken_by(Blocked("all", "preparation", date(2026, 6, 5), date(2026, 6, 5))) == 20.0


def test_other_streams_and_stages_go_on():
    assert broken_by(Blocked("new", "decision", MONDAY, date(2026, 6, 14))) == 0
    assert broken_by(Blocked("old", "preparation", date(2026, 6, 8))) == 0
