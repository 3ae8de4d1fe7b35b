"""Change one number of a tiny instance, and the best value moves where it must."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from planner.domain.instance import Guarantee, Instance, Place, Stock, Stream
from planner.domain.policy import SHIPPED
from planner.solving.options import Engine
from tests.solving.run import STRICT, rounding, solved
from tests.solving.tiny import optimum, tiny


class Change(NamedTuple):
    """A sentence, the change, and what the level is worth after it."""

    sentence: str
    name: str
    make: Callable[[Instance], Instance]
    level: str
    becomes: float


def rows(table: str, row: int, **values) -> Callable[[Instance], Instance]:
    """Other values in a row of a table."""

    def make(instance: Instance) -> Instance:
        own = list(getattr(instance, table))
        own[row] = replace(own[row], **values)
        return instance.replace(**{table: tuple(own)})

    return make


def header(**values) -> Callable[[Instance], Instance]:
    """Other values in the header."""
    return lambda instance: instance.replace(header=replace(instance.header, **values))


CHANGES = (
    # 2 whole days every week: late 4 + 2 + 0
    Change("a third more people", "staff-deployment", rows("staff", 0, people=0.4), "pact_on_time", 6),
    Change("a day for each stream", "whole-days", rows("staff", 0, people=0.4), "pact_on_time", 0),
    # 5, 5 and 10 days: late 15 + 10 + 0
    Change("nobody leaves", "staff-supply", rows("staff", 0, leavers_per_year=0.0), "pact_on_time", 25),
    Change(
        "the skilled may decide new cases where they sit",
        "skills",
        lambda instance: instance.replace(places=(*instance.places, Place("south", "new", "all"))),
        "pact_on_time",
        0,
    ),
    # 5 a week from the start: late 5 + 0
    Change("no new rules", "processing-capacity", lambda own: own.replace(productivity=()), "pact_on_time", 5),
    # 8 hearings are 40 hours in the north, 8 decisions 16 hours in the south: all that there is
    Change("a second room", "hearing-rooms", rows("locations", 0, hearing_rooms=2), "pact_on_time", 0),
    # 12 hours are 6 hearings
    Change(
        "two hours more of Tigrinya", "interpreters", rows("interpreters", 1, hours_per_week=12.0), "pact_on_time", 2
    ),
    # ten cases late for two weeks
    Change("a second week of lag", "case-balance-lag", rows("work", 0, lag_weeks=2), "pact_on_time", 20),
    # 5 + 1 cases due in week 1
    Change(
        "half as many transfers fail", "case-balance-conversion", rows("conversions", 0, share=0.2), "pact_on_time", 1
    ),
    # 4 prepared a week: 13 - 3 - 4 - 4
    Change("two days of preparation", "plan-ready", rows("staff", 0, people=0.4), "old_cleared", 2),
    # staff that waits for preparation makes nothing faster
    Change("more people who decide", "plan-ready", rows("staff", 1, people=4.0), "old_cleared", 6),
    Change("no buffer", "decision-deadline", rows("streams", 0, buffer_weeks=0), "pact_on_time", 0),
    # to Saturday of week 2, so the end of week 1, less the buffer: due at the end of week 0, late 10 + 5
    Change("a day less", "decision-deadline", rows("streams", 0, term="19d"), "pact_on_time", 15),
    # half of every week's five decisions is enough: guaranteed 5 + 5
    Change(
        "the same share of every week is guaranteed",
        "guaranteed-volume-first",
        header(guarantee=Guarantee(10.0, "even")),
        "pact_on_time",
        0,
    ),
    # guaranteed 15, 10 of them in week 0: late 5; in week 1 five more come, late 5
    Change(
        "five more are guaranteed",
        "guaranteed-volume-first",
        header(guarantee=Guarantee(15.0, "first")),
        "pact_on_time",
        10,
    ),
    Change("the date on a Sunday", "clearance", header(clearance=date(2026, 7, 5)), "old_cleared", 0),
    # 2 + 5 + 3
    Change("a start one week earlier", "programme-start", header(programme_start=date(2026, 6, 24)), "old_cleared", 0),
    Change("two weeks for a hearing", "lane-reaction", rows("streams", 0, hear_within_weeks=2), "pact_on_time", 0),
    # ten due in week 0
    Change("no new case withdraws", "withdrawals", rows("withdrawals", 0, share=0.0), "pact_on_time", 5),
    # those five take all of week 1: only withdrawals leave the stock
    Change("no new case withdraws", "withdrawals", rows("withdrawals", 0, share=0.0), "old_cleared", 5),
    # 1 + 5 + 5 days: late 4
    Change("no holiday", "calendar", rows("calendar", 2, factor=1.0), "pact_on_time", 4),
    # nothing is due any more: all ten old cases are decided
    Change("the plan ends at the date", "run-out", header(last=date(2026, 6, 28)), "old_cleared", 0),
    # its ten cases and the five new ones are due by the end of week 1, before old ones: 5 late there
    Change("the other work is a Pact case", "competing-demand", rows("streams", 2, lodged="pact"), "pact_on_time", 5),
    Change("the other work is a Pact case", "competing-demand", rows("streams", 2, lodged="pact"), "old_cleared", 5),
    # half of a case that has waited: no old case needs the time any more
    Change("no old case", "competing-demand", lambda own: own.replace(stock=()), "excess_on_time", 5),
    # 10 in week 0; with the robot alone 12.5 in week 1: late 8
    Change("no law", "hours-changes", rows("hours_changes", 0, factor=1.0), "pact_on_time", 8),
    # decided in week 2: late 5 at the end of week 1 only
    Change("free on Sunday", "blocked-category", rows("blocked", 0, last=date(2026, 6, 28)), "pact_on_time", 5),
    # four a week: late 8 + 4
    Change("all are heard", "written-enquiry", rows("work", 0, written_share=0.0), "pact_on_time", 12),
    # screened in week 1, after the new cases
    Change("three weeks to screen", "early-screening", rows("streams", 0, screen_within_weeks=3), "pact_on_time", 0),
    # 5 in the north and 4 in the south
    Change("no invitation in person", "no-show-measure", rows("places", 0, no_show_factor=1.0), "pact_on_time", 3),
    # 40 hours of the officer and 24 of support are 8 cases
    Change("support may do half", "support-share", rows("eligibility", 1, most_share=0.5), "pact_on_time", 0),
    # four a week in the room: late 6 + 2
    Change("no video", "remote-hearings", header(remote_share=0.0), "pact_on_time", 8),
    # five a week: late 6 + 1
    Change("no duties", "duties", lambda own: own.replace(duties=()), "pact_on_time", 7),
    Change("three beds more", "process-beds", rows("locations", 1, process_beds=5), "staffing_and_calm", 0),
    # five hearings ask for 20 stays, 18 too many, more than there are cases; and still all are on time: 18 x 504
    Change("a stay of four weeks", "process-beds", rows("locations", 1, stay_weeks=4.0), "staffing_and_calm", 9072),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda own: f"{own.name}: {own.sentence} ({own.level})")
def test_the_best_value_moves_where_it_must(change):
    own = solved(change.make(tiny(change.name)), Engine.SCIP, SHIPPED.replace(tolerance=STRICT))
    assert own.values[change.level] == pytest.approx(change.becomes, abs=rounding(SHIPPED, change.level))


def test_some_change_moves_each_of_its_levels():
    still = [change.name for change in CHANGES if optimum(change.name)[change.level] == change.becomes]
    assert still == ["plan-ready"]  # more people who decide


def test_the_order_of_the_levels_decides_who_waits():
    # old cases first: five in week 1, so that five new ones are late for a week
    pact, court, old, *later = SHIPPED.levels
    own = solved(tiny("level-order"), Engine.SCIP, SHIPPED.replace(levels=(old, pact, court, *later)))
    assert own.values["old_cleared"] == pytest.approx(0, abs=1e-3)
    assert own.values["pact_on_time"] == pytest.approx(5, abs=1e-3)


@pytest.mark.parametrize(("tolerance", "late", "left"), [(0.0, 5, 5), (0.001, 5.005, 4.995), (0.002, 5.01, 4.99)])
def test_a_level_may_worsen_the_one_before_by_its_tolerance_and_no_more(tolerance, late, left):
    # five hearings a week for ten new cases of week 0, due at once, and five old ones, the date at the end of week 1:
    # late 5 and left 5; a tolerance of 0.1 % of 5 lets 0.005 old cases be heard in place of new ones in week 1
    own = solved(_two_streams_for_one_pool(), Engine.SCIP, SHIPPED.replace(tolerance=tolerance))
    assert own.values["pact_on_time"] == pytest.approx(late, abs=5e-4)
    assert own.values["old_cleared"] == pytest.approx(left, abs=5e-4)
    first = own.levels[0]
    assert first.bound == pytest.approx(5, abs=5e-4)
    assert first.value + first.tolerance == pytest.approx(late, abs=5e-4)  # what the later bounds were sought for


def _two_streams_for_one_pool() -> Instance:
    own = rows("inflow", 0, cases=10.0)(tiny("interpreters"))

    def for_old(table: str) -> tuple:
        return tuple(replace(row, stream="old") for row in getattr(own, table))

    return own.replace(
        header=replace(own.header, clearance=own.header.last),
        staff=tuple(replace(row, people=2.0) for row in own.staff),
        streams=(*own.streams, Stream("old", "Old", "ordinary", "track-4", "old")),
        stock=(Stock("old", "hearing", date(2026, 1, 1), date(2026, 5, 31), 5.0),),
        **{name: (*getattr(own, name), *for_old(name)) for name in ("work", "eligibility", "places", "languages")},
    )
