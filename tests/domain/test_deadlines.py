"""Due weeks by hand. The horizon's weeks start on 1, 8, 15 and 22 June 2026."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Stock, Withdrawal
from tests.evaluation.build import MONDAY, calendar, tiny

NEW = 1


def curves(stock=None, withdrawals=(), **changes):
    """The curves of the tiny instance with `new` changed."""
    instance = tiny()
    new = replace(instance.streams[NEW], **changes)
    instance = instance.replace(streams=(instance.streams[0], new), withdrawals=withdrawals)
    return figures(instance if stock is None else instance.replace(stock=stock)).deadlines


@pytest.mark.parametrize(
    ("term", "weeks"),
    [
        ("13d", [1, 2, 3, 4]),  # due on Sunday 14 June: the week of 8 June has ended
        ("12d", [0, 1, 2, 3]),  # due on Saturday 13 June: only the week of 1 June has
        ("2w", [1, 2, 3, 4]),
        ("1m", [3, 4, 4, 4]),  # due on 1 July, a Wednesday: 28 June has ended; 4 is after the horizon
        ("1d", [0, 1, 2, 3]),  # never before the week of entry
    ],
)
def test_a_term_ends_in_the_last_week_that_has_ended_by_then(term, weeks):
    assert curves(term=term).legal.due_week[NEW].tolist() == weeks


def test_the_buffer_moves_the_planned_week_only():
    own = curves(term="2w", buffer_weeks=1)
    assert own.legal.due_week[NEW].tolist() == [1, 2, 3, 4]
    assert own.planned.due_week[NEW].tolist() == [0, 1, 2, 3]
    assert curves(term="2w", buffer_weeks=50).planned.due_week[NEW].tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("term", ["1d", "15d", "1m", "2m", "12w"])
def test_later_entries_are_never_due_before_earlier_ones(term):
    instance = tiny()
    last = date(2028, 6, 25)  # two years, a leap day in them
    own = figures(
        instance.replace(
            header=replace(instance.header, last=last, clearance=last),
            calendar=calendar(MONDAY, last),
            streams=(instance.streams[0], replace(instance.streams[NEW], term=term)),
        )
    ).deadlines.legal
    assert (np.diff(own.due_week[NEW]) >= 0).all()
    assert (own.due_week[NEW] >= np.arange(len(own.due_week[NEW]))).all()


def test_a_stream_without_a_term_is_never_due():
    own = curves(term=None)
    assert own.legal.bound.tolist() == [True, False]
    assert own.legal.due(np.full((2, 4), UNIT, dtype=np.int64))[NEW].tolist() == [0, 0, 0, 0]


def test_reaction_times_are_about_the_entry():
    assert curves(hear_within_weeks=1).reaction.due_week[NEW].tolist() == [0, 1, 2, 3]
    assert curves(hear_within_weeks=2).reaction.due_week[NEW].tolist() == [1, 2, 3, 4]


def test_due_cases_add_up_over_the_weeks():
    own = curves(term="2w").legal
    assert own.due(np.array([[0, 0, 0, 0], [5, 6, 7, 8]]))[NEW].tolist() == [0, 5, 11, 18]


def test_opening_stock_is_due_by_its_time_of_lodging():
    # lodged on 14 days from 18 May, 2 a day, term 3 weeks: the first seven (18 May) due on 8 June, the week of
    # 1 June; the next (25 May) due on 15 June, the week of 8 June
    stock = (Stock("new", "hearing", date(2026, 5, 18), date(2026, 5, 31), 28.0),)
    assert (curves(stock, term="3w").legal.opening[NEW] / UNIT).tolist() == [14, 14, 0, 0]


def test_what_is_overdue_at_the_start_is_due_at_once():
    stock = (Stock("new", "decision", date(2024, 1, 1), date(2024, 12, 31), 366.5),)
    assert (curves(stock).legal.opening[NEW] / UNIT).tolist() == [366.5, 0, 0, 0]


def test_opening_stock_loses_nothing_to_rounding():
    stock = (Stock("new", "decision", date(2024, 1, 1), date(2025, 12, 31), 1000.000001),)
    assert curves(stock).legal.opening[NEW].sum() == 1_000_000_001


def test_stock_that_waits_for_a_decision_needs_no_hearing():
    stock = (
        Stock("new", "decision", MONDAY.replace(month=5), MONDAY.replace(month=5), 3.0),
        Stock("new", "hearing", MONDAY.replace(month=5), MONDAY.replace(month=5), 2.0),
    )
    own = curves(stock)
    assert (own.reaction.opening[NEW] / UNIT).tolist() == [2, 0, 0, 0]
    assert (own.legal.opening[NEW] / UNIT).tolist() == [5, 0, 0, 0]


def test_what_will_be_withdrawn_is_not_due():
    withdrawal = Withdrawal("old", "stock", MONDAY, MONDAY.replace(day=28), 0.1)
    assert (curves(withdrawals=(withdrawal,)).legal.opening[0] / UNIT).tolist() == [18, 0, 0, 0]
