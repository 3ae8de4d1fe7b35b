"""Hours of support against those whom it supports."""

from planner.domain.figures import Figures, figures
from planner.domain.instance import Eligibility, Group, Staff
from planner.domain.plan import Plan
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def supported(most_share: float, efficiency: float = 1.0) -> Figures:
    """The tiny instance with a clerk who supports the decisions on old cases."""
    instance = tiny()
    return figures(
        instance.replace(
            groups=(*instance.groups, Group("clerk", "Clerks", 8.0, 1.0)),
            staff=(*instance.staff, Staff("north", "clerk", 1.0)),
            eligibility=(*instance.eligibility, Eligibility("clerk", "old", "decision", efficiency, most_share)),
        )
    )


def with_officers_and_clerk(own: Figures, officers: int, clerk: int) -> Plan:
    """Ten old cases decided in week 1, 40 hours, with so many days of each."""
    plan = hand_plan(own)
    arcs = [a for a, w in enumerate(own.arc_work) if own.works[w] == ("old", "decision")]
    assert own.supply.names[own.arc_pair[arcs[1]]] == ("north", "clerk")
    plan.staff_days[arcs, 1] = [officers, clerk]
    return plan


def test_a_clerk_who_does_more_than_the_share_is_found():
    # 40 hours, at most a quarter by the clerk: 30 by officers, who have 3 days x 8
    own = supported(0.25)
    plan = with_officers_and_clerk(own, 3, 2)
    assert worst("processing_capacity", own, plan) == 0
    assert worst("support_share", own, plan) == 6.0


def test_a_clerk_within_the_share_is_right():
    own = supported(0.25)
    assert worst("support_share", own, with_officers_and_clerk(own, 4, 1)) == 0
    assert worst("support_share", own, with_officers_and_clerk(own, 4, 5)) == 0  # they have little to do


def test_a_share_of_one_is_no_limit():
    own = supported(1.0)
    assert worst("support_share", own, with_officers_and_clerk(own, 0, 5)) == 0


def test_efficiency_does_not_change_the_part_of_the_others():
    own = supported(0.25, efficiency=2.0)
    assert worst("support_share", own, with_officers_and_clerk(own, 3, 1)) == 6.0
