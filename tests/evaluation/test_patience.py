"""Cases that wait less where they are than where they would go."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Blocked, Conversion, Inflow, Withdrawal
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED, Level, Term
from planner.evaluation.flows import earliest
from planner.evaluation.levels import level_values, values_of
from planner.evaluation.patience import patience
from tests.solving.tiny import tiny

WAITING = SHIPPED.replace(levels=(Level("waiting", "", "case-weeks", (Term("waiting"),)),))
CASE_WEEKS = 1e-3
"""What is left for conversions in whole grid units."""


def least(instance) -> float:
    (value,) = values_of(WAITING, earliest(figures(instance)))
    return value.least


def of(name="patient-conversion", weights=(1.0, 3.0), lag=0, **changes):
    """Five cases of stream `quick`, all of which go over to `heavy`, blocked in weeks 0 and 1 of four."""
    own = tiny(name)
    streams = tuple(replace(row, waiting_weight=weight) for row, weight in zip(own.streams, weights, strict=True))
    return own.replace(streams=streams, conversions=(replace(own.conversions[0], lag_weeks=lag),), **changes)


def test_a_plan_that_keeps_cases_where_they_wait_for_less_is_not_below_the_least():
    """All five wait two weeks at 1 and are done in week 2: 10 and not 30."""
    own = figures(of())
    days = np.zeros((len(own.arc_pair), 4), dtype=np.int64)
    days[:, 2] = 5
    finished = np.zeros((1, 2, 4), dtype=np.int64)
    finished[0, :, 2] = 5_000_000
    (value,) = level_values(own, WAITING, Plan(days, finished))
    assert value.gross == 10
    assert 0 <= value.value <= CASE_WEEKS
    assert patience(own, 30.0, 26.0) == pytest.approx(20, abs=CASE_WEEKS)


@pytest.mark.parametrize(
    ("weights", "waits"),
    [((1.0, 3.0), 10), ((1.0, 1.0), 10), ((1.0, 0.5), 5), ((2.0, 3.0), 20), ((0.0, 3.0), 0), ((3.0, 3.0), 30)],
)
def test_cases_wait_where_it_counts_least(weights, waits):
    """Five cases for two weeks, in the stream of the lower weight."""
    assert least(of(weights=weights)) == pytest.approx(waits, abs=CASE_WEEKS)


def test_nothing_is_taken_off_where_sooner_is_never_worse():
    for own in (of(weights=(1.0, 1.0)), of(weights=(2.0, 1.0)), of(blocked=())):
        assert patience(figures(own), 1000.0, 26.0) == 0.0
    assert least(of(weights=(1.0, 1.0))) == 10.0


def test_on_their_way_between_two_streams_cases_wait_in_neither():
    """A lag of one week: one week at 1 in the first stream, then on the way, then done in week 2: 5 and not 5 x 3."""
    assert least(of(lag=1)) == pytest.approx(5, abs=CASE_WEEKS)


def test_a_case_that_is_on_its_way_at_the_end_is_not_open_then():
    """Blocked for good, two weeks on the way. Sent at once: 28 weeks at 3. Sent in week 2: 2 weeks at 1."""
    forever = (Blocked("heavy", "decision", tiny("patient-conversion").header.first, None),)
    assert least(of(lag=2, blocked=forever)) == pytest.approx(5 * 2, abs=CASE_WEEKS)


def test_only_the_share_that_goes_over_gains_by_waiting():
    """To wait two weeks costs 2 each; at once half of them wait at 3, or 3 each; three tenths, or 1.8 each."""
    for share, waits in ((0.5, 10), (0.3, 9)):
        own = of()
        own = own.replace(conversions=(replace(own.conversions[0], share=share),))
        assert least(own) == pytest.approx(waits, abs=CASE_WEEKS)


def test_cases_that_will_be_withdrawn_wait_until_they_are():
    """One of the five goes in the course of four weeks, a fourth of it each week: 3/4 + 2/4 + 1/4 case-weeks."""
    own = of()
    header = own.header
    gone = own.replace(withdrawals=(Withdrawal("quick", "stock", header.first, header.last, 0.2),))
    assert least(gone) == pytest.approx(4 * 2 + 1.5, abs=CASE_WEEKS)


def test_where_one_may_be_withdrawn_for_another_the_least_is_below_every_plan():
    own = of()
    header = own.header
    stock = (*own.stock, replace(own.stock[0], stream="heavy", cases=2.0))
    gone = own.replace(stock=stock, withdrawals=(Withdrawal("heavy", "stock", header.first, header.last, 0.5),))
    # two of the heavy wait two weeks, but for what is withdrawn, a quarter a week, of one: 3 x (1.75 + 1.5) more;
    # who waits to be withdrawn later may be any of the seven
    assert 10 <= least(gone) <= 10 + 3 * (1.75 + 1.5) + CASE_WEEKS


def test_a_chain_of_conversions_is_followed_to_its_end():
    """New cases go over to `quick` and on to `heavy` at once; all ten had better wait before they do."""
    own = of()
    third = replace(own.streams[0], stream="first", name="First", lodged="pact", waiting_weight=0.5)
    streams = (third, *(replace(row, lodged="pact") for row in own.streams))
    chained = own.replace(
        streams=streams,
        stock=(),
        work=(replace(own.work[0], stream="first"), *own.work),
        inflow=(Inflow("first", own.header.first, own.header.first, 5.0, None),),
        conversions=(Conversion("first", "decision", "quick", "decision", 1.0, 0), *own.conversions),
        eligibility=(replace(own.eligibility[0], stream="first"), *own.eligibility),
        places=(replace(own.places[0], stream="first"), *own.places),
    )
    assert least(chained) == pytest.approx(5 * 2 * 0.5, abs=CASE_WEEKS)
