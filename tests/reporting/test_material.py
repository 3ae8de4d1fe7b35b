"""What a report shows is what the tables of the run state."""

from math import fsum

import pytest

from planner.domain.figures import figures
from planner.domain.indicators import LATE
from tests.evaluation.build import tiny, varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan
from tests.reporting.build import material


@pytest.fixture(scope="module", params=range(3))
def own(request):
    instance = varied()
    return material(instance, greedy(figures(instance), request.param))


def stated(own, table, column, **where):
    return fsum(
        float(row[column]) for row in own.rows(table) if all(row[name] == value for name, value in where.items())
    )


def test_stock_is_that_of_the_streams(own):
    week = str(own.weeks[3])
    shown = sum(values[3] for values in (*own.old_stock.values(), *own.new_stock.values()))
    assert shown == pytest.approx(stated(own, "streams", "open", week=week))
    left = sum(values[own.clearance_at] for values in own.old_stock.values())
    assert left == pytest.approx(own.kpi("old_left_at_clearance"))


def test_decisions_are_those_of_the_streams(own):
    assert own.decided(True).sum() == pytest.approx(own.kpi("decided_old"))
    assert own.decided(False).sum() == pytest.approx(own.kpi("decided_pact") + own.kpi("decided_competing"))


def test_staff_adds_up_the_same_however_it_is_split(own):
    for split in (own.staff_by_location, own.staff_by_group, own.staff_by_category):
        assert sum(values.sum() for values in split.values()) == pytest.approx(own.kpi("staff_days_used"))


def test_lateness_is_that_of_the_indicators(own):
    for term, values in own.late(LATE).items():
        assert values.sum() == pytest.approx(own.kpi(f"{term}_legal"))


def test_the_opening_stock_is_what_was_there_before_the_first_week():
    own = material(tiny(), hand_plan(figures(tiny())))
    assert own.old_at_start == {"syria": 20.0}
    assert own.old_stock["syria"].tolist() == [20.0, 10.0, 0.0, 0.0]
    assert str(own.cleared) == str(own.weeks[2])
