"""Agreed production missed as stated against that by the rows."""

from dataclasses import replace
from datetime import date

import numpy as np

from planner.domain.figures import figures
from planner.domain.instance import Agreement
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst

ASKED = (
    # track 4 has both streams: decided 0, 10, 10 + 8 and 4 in weeks 0 to 3
    Agreement("4", date(2026, 6, 8), date(2026, 6, 21), 30.0),
    # half of these 56 days are in the horizon: 25 asked, 32 decided
    Agreement("4", date(2026, 6, 1), date(2026, 7, 26), 50.0),
)


def test_what_is_missed_is_what_is_agreed_less_what_is_decided():
    own = figures(tiny().replace(agreements=ASKED))
    assert own.agreements.agreed.tolist() == [30_000_000, 25_000_000]
    assert worst("yearly_agreement", own, hand_plan(own)) == 0


def test_a_week_that_counts_for_the_wrong_year_is_found():
    # 28 of 30 decided; without week 2, 18 fewer
    own = figures(tiny().replace(agreements=ASKED))
    weeks = own.agreements.weeks.copy()
    weeks[0, 2] = False
    wrong = replace(own, agreements=replace(own.agreements, weeks=weeks))
    assert worst("yearly_agreement", wrong, hand_plan(own)) == 18.0


def test_an_agreement_counted_in_full_is_found():
    # 50 asked instead of 25: 18 missed instead of none
    own = figures(tiny().replace(agreements=ASKED))
    wrong = replace(own, agreements=replace(own.agreements, agreed=np.array([30_000_000, 50_000_000])))
    assert worst("yearly_agreement", wrong, hand_plan(own)) == 18.0


def test_a_week_belongs_to_the_period_that_holds_its_first_day_in_the_horizon():
    # the horizon begins on Friday 5 June, inside its first week
    instance = tiny()
    header = replace(instance.header, first=date(2026, 6, 5), programme_start=date(2026, 6, 5))
    year = Agreement("4", date(2026, 6, 5), date(2026, 6, 9), 1.0)
    own = figures(instance.replace(header=header, agreements=(year,)))
    assert own.agreements.weeks.tolist() == [[True, True, False, False]]
