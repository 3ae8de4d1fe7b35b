"""Penalties with a cap, against cases followed one by one."""

from collections import deque
from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import CourtDate, Penalty, Replanning
from planner.domain.policy import SHIPPED, Level, Policy, Term
from planner.domain.weeks import Week
from planner.evaluation.flows import flows
from planner.evaluation.ledger import ledger
from planner.evaluation.levels import level_values
from planner.evaluation.penalties import costs_orders, penalties, penalties_by_week
from tests.evaluation.build import tiny, varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan, put

DATES = (
    CourtDate("old", "decision", Week.parse("2026-W23"), 4.0),
    CourtDate("old", "decision", Week.parse("2026-W24"), 2.0),
)


def with_dates(penalty: Penalty) -> Figures:
    own = tiny()
    ready = replace(own.stock[0], stage="decision", cases=6.0)
    return figures(own.replace(stock=(*own.stock, ready), court_dates=DATES, penalties=(penalty,)))


# Due 4 in week 0 and 2 in week 1; decided 1 in week 1 and 4 in week 3, so that 1 stays open. Late at the ends of weeks
# 0 to 3: 4, 5, 5 and 1. Case 1 is late for 1 week, 7 days; cases 2 to 4 for 3 weeks, 21 days; case 5 for 2, 14 days;
# and case 6 for 3, 21 days; in all 105 days.
@pytest.mark.parametrize(("most", "euro"), [(7500.0, 10500.0), (1000.0, 5700.0), (0.0, 0.0)])
def test_each_case_pays_for_its_days_up_to_the_cap(most, euro):
    # with a cap of EUR 1,000: 700 + 3 x 1000 + 1000 + 1000
    own = with_dates(Penalty("judicial", 100.0, most, 450.0))
    plan = put(own, put(own, hand_plan(own), ("old!", "decision"), 1, cases=1.0), ("old!", "decision"), 3, cases=4.0)
    found = flows(own, plan)
    assert found.late[1].tolist() == [4 * UNIT, 5 * UNIT, 5 * UNIT, 1 * UNIT]
    assert penalties(found) == pytest.approx(euro)
    assert costs_orders(found) == 2700.0  # 6 cases


@pytest.mark.parametrize(("since", "euro"), [("2026-W19", 2000.0), ("2026-W22", 3200.0), (None, 5700.0)])
def test_weeks_late_since_the_first_plan_count_towards_the_cap(since, euro):
    # as above with a cap of EUR 1,000, but that the 4 first dates were in 2026-W20, 3 weeks before the horizon: these
    # have paid up, which leaves 2 x 1000; where one week before it counts, they have 300 each left, in the first week
    own = with_dates(Penalty("judicial", 100.0, 1000.0, 450.0))
    dates = (replace(DATES[0], due_week=Week.parse("2026-W20")), DATES[1])
    replanning = Replanning(since=Week.parse(since).monday) if since else None
    own = figures(own.instance.replace(court_dates=dates, header=replace(own.instance.header, replanning=replanning)))
    plan = put(own, put(own, hand_plan(own), ("old!", "decision"), 1, cases=1.0), ("old!", "decision"), 3, cases=4.0)
    found = flows(own, plan)
    assert penalties(found) == pytest.approx(euro)
    assert penalties_by_week(found).sum() == pytest.approx(euro)
    assert sum(breach.euro for breach in ledger(found)) == pytest.approx(euro)


def test_the_aim_has_no_cap():
    own = with_dates(Penalty("judicial", 100.0, 1000.0, 450.0))
    policy = Policy("own", (Level("euro", "", "euro", (Term("penalty", 2.0),)),))
    # 4 + 5 + 5 + 1 = 15 case-weeks late, of 7 days: 2 x 15 x 700
    plan = put(own, put(own, hand_plan(own), ("old!", "decision"), 1, cases=1.0), ("old!", "decision"), 3, cases=4.0)
    assert level_values(own, policy, plan)[0].gross == 21000.0
    assert "penalty" in {term.name for level in SHIPPED.levels for term in level.terms}


@pytest.mark.parametrize("most", [0.0, 250.0, 700.0, 1234.5, 7500.0, 1e6])
@pytest.mark.parametrize("seed", range(4))
def test_the_amount_is_that_of_cases_followed_one_by_one(most, seed):
    own = figures(varied().replace(penalties=(Penalty("judicial", 100.0, most),)))
    found = flows(own, greedy(own, seed))
    assert penalties(found) == pytest.approx(sum(followed(found, k, most) for k in np.flatnonzero(own.court)), abs=0.01)


def followed(found, k: int, most: float) -> float:
    """Lots of cases in a queue, each with the weeks at whose end it was late."""
    due, done = np.diff(found.due_legal[k], prepend=0), np.diff(found.done_to_date[k], prepend=0)
    ahead, queue, euro = 0, deque(), 0.0
    for t in range(len(due)):
        coming = int(due[t])
        early = min(ahead, coming)
        ahead -= early
        if coming > early:
            queue.append([coming - early, 0])
        left = int(done[t])
        while left and queue:
            gone = min(left, queue[0][0])
            left -= gone
            queue[0][0] -= gone
            if not queue[0][0]:
                queue.popleft()
        ahead += left
        for lot in queue:
            euro += lot[0] / UNIT * (min(700.0 * (lot[1] + 1), most) - min(700.0 * lot[1], most))
            lot[1] += 1
    return euro
