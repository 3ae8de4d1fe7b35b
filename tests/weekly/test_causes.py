"""The split of what changed: a cause that is not there does nothing, and one that is takes the whole of it."""

from dataclasses import replace

import pytest

from planner.domain.actuals import Actual
from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.weeks import Week
from planner.evaluation.tables import run_tables
from planner.files.actuals_file import PlacedActual
from planner.files.place import Place
from planner.weekly.advance import advanced
from planner.weekly.causes import ACTUALS, FORECAST, FREEDOM, HORIZON, ORDER, PARAMETERS, STAFF, LastWeek, why_changed
from planner.weekly.happened import as_planned
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan

WEEK = Week(MONDAY)
AS_PLANNED = (
    Actual(WEEK, "lodged", 7, stream="new"),
    Actual(WEEK, "finished", 20, stream="old", stage="preparation"),
    Actual(WEEK, "finished", 4, stream="new", stage="hearing"),
)


def split(*rows: Actual, order=ORDER, changed=frozenset(), work=None, policy=SHIPPED):
    """The hand-made plan goes on as it was, whatever happened; so all else is the relaxations' and the freedom's."""
    own = tiny()
    f, plan = figures(own), hand_plan(figures(own))
    tables = run_tables(f, SHIPPED, plan, ())
    new = advanced(own, plan, as_planned(f, plan))
    new = new.replace(work=work) if work else new
    placed = [PlacedActual(row, Place("actuals.csv", 2)) for row in (*AS_PLANNED, *rows)]
    last = LastWeek(own, SHIPPED, tables, placed, [WEEK])
    found = why_changed(last, new, tables, policy, set(changed), order)
    for name, before in found.before.items():
        assert before + sum(cause.changes[name] for cause in found.causes) == found.after[name]
    return {cause.name: cause.changes for cause in found.causes}


def test_a_week_as_planned_moves_the_horizon_and_nothing_else():
    own = split()
    assert not any(any(own[name].values()) for name in (ACTUALS, STAFF, FORECAST, PARAMETERS, FREEDOM))
    # 2 people x 5 days of the week that is over; nothing was decided in it
    assert (own[HORIZON]["staff"], own[HORIZON]["production"]) == (-10_000_000, 0)


def test_people_who_are_not_there_are_the_cause_of_the_staff_days_that_are_lacking():
    # one person less for three weeks: 15 days
    own = split(Actual(WEEK, "people", 1, location="north", group="officers"))
    assert own[STAFF]["staff"] == -15_000_000
    assert own[STAFF]["waiting"] > 0
    assert not any(any(own[name].values()) for name in (ACTUALS, FORECAST, PARAMETERS))


def test_a_new_forecast_and_changed_parameters_are_causes_of_their_own():
    last = tiny().header.last
    more = Actual(WEEK, "inflow", 60, stream="new", first=Week(MONDAY).plus(1).monday, last=last)
    work = tuple(replace(row, hours=row.hours / 2) for row in tiny().work)
    own = split(more, changed={"work"}, work=work)
    assert own[FORECAST]["waiting"] > 0
    assert own[PARAMETERS]["waiting"] < 0
    assert not any(own[ACTUALS].values())


@pytest.mark.parametrize("order", [ORDER, ORDER[::-1]])
def test_another_order_gives_the_same_sum(order):
    last = tiny().header.last
    more = Actual(WEEK, "inflow", 60, stream="new", first=Week(MONDAY).plus(1).monday, last=last)
    fewer = Actual(WEEK, "people", 1, location="north", group="officers")
    own = split(more, fewer, order=order)
    assert list(own) == [HORIZON, *order, FREEDOM]


def test_another_policy_is_one_of_the_parameters():
    # people first, then waiting, then promises
    *earlier, waiting, last = SHIPPED.levels
    reversed_ = SHIPPED.replace(levels=(last, waiting, *earlier))
    own = split(policy=reversed_)
    assert any(own[PARAMETERS].values())
    assert not any(any(own[name].values()) for name in (ACTUALS, STAFF, FORECAST))
