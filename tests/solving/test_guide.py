"""What an integer plan follows of a relaxed one."""

from dataclasses import replace

from planner.domain.figures import figures
from tests.solving.guided import guided
from tests.solving.tiny import tiny


def test_a_guide_keeps_no_more_overtime_than_those_who_stay_may_work():
    # One person may work 1 whole day in week 0 and 2 in week 1; three quarters of one floor(0.9) and floor(1.5).
    instance = tiny("overtime")
    own = guided(instance)
    fewer = figures(instance.replace(staff=(replace(instance.staff[0], people=0.75),)))
    assert own.along.overtime.tolist() == [[1, 2, 0, 0]]
    assert own.along.within(own.figures).overtime.tolist() == [[1, 2, 0, 0]]
    assert own.along.within(fewer).overtime.tolist() == [[0, 1, 0, 0]]
