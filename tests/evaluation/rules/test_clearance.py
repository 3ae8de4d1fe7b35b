"""Old cases left as stated against those by the balance."""

from dataclasses import replace

from planner.domain.figures import figures
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def test_counting_in_the_wrong_week_is_found(tiny_figures, tiny_plan):
    # open at the end of weeks 0 to 3: 20, 10, 0, 0; the clearance date is the last Sunday
    assert worst("clearance", replace(tiny_figures, clearance=1), tiny_plan) == 10.0


def test_a_week_that_ends_after_the_date_does_not_count():
    # Saturday 20 June: the last week that has ended is that of 8 June, after which 10 cases are open
    instance = tiny()
    own = figures(instance.replace(header=replace(instance.header, clearance=instance.header.last.replace(day=20))))
    assert own.clearance == 1
    assert worst("clearance", own, hand_plan(own)) == 0
    assert worst("clearance", replace(own, clearance=2), hand_plan(own)) == 10.0
