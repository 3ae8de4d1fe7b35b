"""What a search is charged for days that differ more from the plan in force."""

from dataclasses import replace

import pytest

from planner.domain.policy import SHIPPED, Term
from planner.solving.best import CALM, Best
from tests.solving.guided import best_of, silent
from tests.solving.test_moves import planned_before
from tests.solving.tiny import RIGHT


@pytest.mark.parametrize(("weight", "weighs"), [(0.0, 0.0), (1e-9, None), (1e9, 1e9)])
def test_a_changed_day_is_charged_its_price_or_a_share_of_a_case_where_that_is_more(weight, weighs):
    f = planned_before(RIGHT, 0, 3)
    *earlier, last = SHIPPED.levels
    policy = SHIPPED.replace(levels=(*earlier, replace(last, terms=(*last.terms, Term("plan_changed", weight)))))
    best = Best(f, policy, best_of(f)._bounds, silent)
    model = best.best_flows(RIGHT).model
    expected = CALM * best.least_of_a_case(model) if weighs is None else weighs * best.prices[-1]
    assert best.charge_of_change(model) == pytest.approx(expected)
    assert best.least_of_a_case(model) > 0


def test_of_nothing_that_can_be_late_a_case_costs_nothing(monkeypatch):
    f = planned_before(RIGHT, 0, 3)
    best = best_of(f)
    model = best.best_flows(RIGHT).model
    monkeypatch.setattr(best._bounds, "can_be_zero", 0)
    assert best.least_of_a_case(model) == 0.0
