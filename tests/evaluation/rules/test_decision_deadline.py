"""Late cases as stated against late cases by the terms."""

from dataclasses import replace

import pytest

from tests.evaluation.rules.breaking import worst


@pytest.mark.parametrize("kind", ["planned", "legal"])
def test_a_due_week_too_late_is_found(kind, tiny_figures, tiny_plan):
    own = tiny_figures.deadlines
    curve = getattr(own, kind)
    later = replace(curve, due_week=curve.due_week + 1)
    wrong = replace(tiny_figures, deadlines=replace(own, **{kind: later}))
    # due 0, 7, 14, 21 and decided 0, 0, 8, 12: late 0, 7, 6, 9; a week later due 0, 0, 7, 14: late 0, 0, 0, 2
    assert worst("decision_deadline", wrong, tiny_plan) == 7.0


def test_overdue_stock_that_is_left_out_is_found(tiny_figures, tiny_plan):
    own = tiny_figures.deadlines
    wrong = replace(own, planned=replace(own.planned, opening=own.planned.opening * 0))
    assert worst("decision_deadline", replace(tiny_figures, deadlines=wrong), tiny_plan) == 20.0
