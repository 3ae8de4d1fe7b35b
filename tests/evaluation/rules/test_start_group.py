"""Cases of the start group missed as stated against those by the rows."""

from dataclasses import replace
from datetime import date

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.instance import StartGroup, Withdrawal
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst


def asked() -> Figures:
    """90 % of 20 old cases, a tenth of which withdraws: 16.2 by Saturday 20 June, the end of week 1."""
    return figures(
        tiny().replace(
            withdrawals=(Withdrawal("old", "stock", MONDAY, date(2026, 6, 28), 0.1),),
            start_group=(StartGroup("old", date(2026, 6, 20), 0.9),),
        )
    )


def test_what_is_missed_is_the_share_less_what_is_done():
    own = asked()
    assert own.start_group.asked.tolist() == [16_200_000]
    assert own.start_group.week.tolist() == [1]
    assert worst("start_group", own, hand_plan(own)) == 0


def test_a_date_counted_for_the_wrong_week_is_found():
    # done 0, 10, 20: at the end of week 1 6.2 are missed, at the end of week 2 none
    own = asked()
    wrong = replace(own, start_group=replace(own.start_group, week=np.array([2])))
    assert worst("start_group", wrong, hand_plan(own)) == 6.2


def test_a_share_of_a_stock_with_withdrawals_in_it_is_found():
    # 0.9 x 20 = 18: 1.8 too many
    own = asked()
    wrong = replace(own, start_group=replace(own.start_group, asked=np.array([18_000_000])))
    assert worst("start_group", wrong, hand_plan(own)) == 1.8
