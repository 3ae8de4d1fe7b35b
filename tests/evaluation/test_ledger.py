"""The ledger of breaches, by hand and against what the plan pays and misses in all."""

from math import fsum

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Penalty
from planner.evaluation.flows import flows
from planner.evaluation.ledger import SHOWN, ledger
from planner.evaluation.penalties import penalties
from tests.evaluation.build import varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.test_penalties import with_dates


def test_breaches_are_told_apart_by_the_week_in_which_they_were_due():
    # due 4 in week 0 and 2 in week 1; decided 1 in week 1 and 4 in week 3. Of the first, 4 are late in week 0, 3 in
    # weeks 1 and 2: 10 case-weeks, 70 days; of the second, 2 in weeks 1 and 2 and 1 in week 3: 5 case-weeks, 35 days
    own = with_dates(Penalty("judicial", 100.0, 7500.0))
    plan = put(own, put(own, hand_plan(own), ("old!", "decision"), 1, cases=1.0), ("old!", "decision"), 3, cases=4.0)
    first, second = (breach for breach in ledger(flows(own, plan)) if breach.stream == "old!")
    assert (first.due, first.cases, first.case_weeks, first.until) == (own.weeks[0], 4.0, 10.0, own.weeks[2])
    assert (second.due, second.cases, second.case_weeks, second.until) == (own.weeks[1], 2.0, 5.0, None)
    assert (first.euro, second.euro) == (7000.0, 3500.0)
    assert (first.location, first.category) == ("north", "syria")


@pytest.mark.parametrize("most", [250.0, 1234.5, 7500.0])
@pytest.mark.parametrize("seed", range(4))
def test_the_ledger_adds_up_to_the_lateness_and_the_penalties_of_the_plan(most, seed):
    own = figures(varied().replace(penalties=(Penalty("judicial", 100.0, most),)))
    found = flows(own, greedy(own, seed))
    breaches = ledger(found)
    slack = SHOWN * len(own.weeks) ** 2
    assert fsum(breach.case_weeks for breach in breaches) == pytest.approx(found.late_legal.sum() / UNIT, abs=slack)
    assert fsum(breach.euro for breach in breaches) == pytest.approx(penalties(found), abs=700 * slack)
    late = {stream.name for stream, row in zip(own.streams, found.late_legal, strict=True) if np.any(row >= UNIT)}
    assert late <= {breach.stream for breach in breaches}
