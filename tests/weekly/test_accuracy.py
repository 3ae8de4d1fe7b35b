"""Plan against actual: bias, MAPE, and what is suggested from them."""

import pytest

from planner.domain.realised import Realised
from planner.domain.weeks import Week
from planner.weekly.accuracy import accuracy, advice, effect

FIRST = Week.parse("2026-W30")


def rows(figure: str, *pairs: tuple[float, float]) -> list[Realised]:
    return [
        Realised(FIRST.plus(number), figure, "new", None, planned, actual)
        for number, (planned, actual) in enumerate(pairs)
    ]


def test_bias_is_of_the_sums_and_mape_of_the_weeks():
    # 10 and 30 planned, 15 and 24 actual: bias -1/40, errors 50 % and 20 %
    (own,) = accuracy(rows("lodged", (10, 15), (30, 24)))
    assert (own.weeks, own.planned, own.actual) == (2, 20, 19.5)
    assert own.bias == pytest.approx(-1 / 40)
    assert own.mape == pytest.approx(0.35)


def test_weeks_in_which_nothing_was_planned_have_no_error_in_per_cent():
    (own,) = accuracy(rows("lodged", (0, 3), (0, 0)))
    assert (own.bias, own.mape) == (None, None)


def test_four_weeks_in_one_direction_suggest_a_parameter_and_chance_does_not():
    # ratios 1.2, 1.3, 1.2, 1.3: mean 1.25, standard error sqrt(0.01 / 3 / 4) = 0.029
    (own,) = advice(rows("lodged", (10, 12), (10, 13), (10, 12), (10, 13)))
    assert (own.parameter, own.about, own.weeks) == ("inflow.cases", "new", 4)
    assert own.ratio == pytest.approx(1.25)
    assert own.error == pytest.approx(0.0289, abs=1e-4)
    assert advice(rows("lodged", (10, 12), (10, 13), (10, 12))) == []
    assert advice(rows("lodged", (10, 6), (10, 15), (10, 8), (10, 12))) == []
    assert advice(rows("finished", (10, 12), (10, 13), (10, 12), (10, 13))) == []


def test_the_effect_of_a_measure_is_the_change_of_the_weekly_mean():
    # 10 and 12 before, 8.8 and 8.8 after: 8.8 / 11 - 1
    own = rows("no_show", (0, 10), (0, 12), (0, 8.8), (0, 8.8))
    assert effect(own, "no_show", "new", "", FIRST.plus(2)) == pytest.approx(-0.2)
    assert effect(own, "no_show", "new", "", FIRST) is None
