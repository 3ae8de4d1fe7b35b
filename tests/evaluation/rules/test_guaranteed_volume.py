"""The split of first applications at the guaranteed volume."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Guarantee
from planner.domain.plan import Plan
from tests.evaluation.build import tiny
from tests.evaluation.rules.breaking import worst


def guaranteed(order, cap=12.0, pact_start=None):
    instance = tiny()
    new = replace(instance.streams[1], counts=True, lane="none")
    return figures(
        instance.replace(
            header=replace(instance.header, guarantee=Guarantee(cap, order), pact_start=pact_start),
            streams=(instance.streams[0], new),
        )
    )


def idle(own):
    weeks = len(own.weeks)
    return Plan(
        np.zeros((len(own.arc_pair), weeks), dtype=np.int64), np.zeros((1, len(own.tasks), weeks), dtype=np.int64)
    )


def test_the_first_cases_lodged_are_guaranteed():
    own = guaranteed("first")  # 7 a week, a cap of 12
    assert (own.lodged[1:] / UNIT).tolist() == [[7, 5, 0, 0], [0, 2, 7, 7]]
    assert worst("guaranteed_volume", own, idle(own)) == 0


def test_or_the_same_share_of_every_week():
    own = guaranteed("even", 14.0)  # 14 of 28: half of each week
    assert (own.lodged[1:] / UNIT).tolist() == [[3.5] * 4, [3.5] * 4]
    assert worst("guaranteed_volume", own, idle(own)) == 0


@pytest.mark.parametrize("order", ["first", "even"])
@pytest.mark.parametrize(
    ("pact_start", "guaranteed_cases"),
    [(date(2026, 5, 20), 5), (date(2025, 6, 12), 5 + 5), (date(2024, 6, 28), 5 + 1), (date(2020, 2, 29), 5)],
)
def test_a_year_that_begins_on_an_anniversary_of_the_pact_has_a_cap_of_its_own(order, pact_start, guaranteed_cases):
    """One case a day from 1 to 28 June 2026, a cap of 5."""
    own = guaranteed(order, 5.0, pact_start)
    assert worst("guaranteed_volume", own, idle(own)) < 1e-5
    assert own.lodged[1].sum() / UNIT == pytest.approx(guaranteed_cases, abs=1e-5)


def test_a_case_lodged_that_is_not_in_the_rows_is_found():
    own = guaranteed("first")
    lodged = own.lodged.copy()
    lodged[1, 0] += UNIT
    assert worst("guaranteed_volume", replace(own, lodged=lodged), idle(own)) == 1.0


def test_a_guarantee_above_the_cap_is_found():
    own = guaranteed("first")
    lodged = own.lodged.copy()
    lodged[1:, 1] = [6 * UNIT, UNIT]  # 13 guaranteed, 12 allowed
    assert worst("guaranteed_volume", replace(own, lodged=lodged), idle(own)) == 1.0
