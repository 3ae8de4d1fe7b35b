"""Weeks, terms and the early side of a due date."""

from datetime import date

import pytest

from planner.domain.weeks import Week, horizon, last_week_within, parse_term, term_end, working_days_between


def test_a_week_is_known_by_its_monday_and_its_label():
    assert Week.of(date(2026, 6, 12)) == Week(date(2026, 6, 8))
    assert str(Week.of(date(2026, 6, 12))) == "2026-W24"
    assert Week.parse("2026-W24") == Week(date(2026, 6, 8))
    assert str(Week.of(date(2027, 1, 1))) == "2026-W53"  # a Friday that belongs to the year before


@pytest.mark.parametrize("label", ["2026-W54", "2025-W53", "2026-24", "2026-W1", "W24", "2026-W24 "])
def test_a_label_of_no_week_is_refused(label):
    with pytest.raises(ValueError, match=r".*"):
        Week.parse(label)


def test_the_horizon_holds_both_edge_weeks():
    weeks = horizon(date(2026, 6, 12), date(2026, 6, 22))
    assert [str(week) for week in weeks] == ["2026-W24", "2026-W25", "2026-W26"]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2026, 6, 1), date(2026, 6, 30), 5),
        (date(2026, 6, 12), date(2026, 6, 30), 1),  # from Friday
        (date(2026, 6, 13), date(2026, 6, 30), 0),  # from Saturday
        (date(2026, 6, 1), date(2026, 6, 9), 2),  # to Tuesday
        (date(2026, 6, 10), date(2026, 6, 10), 1),
        (date(2026, 6, 1), date(2026, 6, 7), 0),
    ],
)
def test_an_edge_week_counts_by_its_working_days(first, last, days):
    assert working_days_between(Week.parse("2026-W24"), first, last) == days


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        (date(2026, 6, 12), "15d", date(2026, 6, 27)),
        (date(2026, 6, 12), "12w", date(2026, 9, 4)),
        (date(2026, 6, 12), "6m", date(2026, 12, 12)),
        (date(2026, 8, 31), "6m", date(2027, 2, 28)),  # no 31 February
        (date(2027, 8, 31), "6m", date(2028, 2, 29)),
        (date(2026, 6, 30), "1m", date(2026, 7, 30)),
        (date(2026, 12, 31), "2m", date(2027, 2, 28)),
        (date(2026, 1, 15), "15m", date(2027, 4, 15)),
    ],
)
def test_a_term_ends_on_a_day(start, term, end):
    assert term_end(start, term) == end


@pytest.mark.parametrize("text", ["6", "m6", "6y", "1000d", "", "6 m"])
def test_what_is_no_term_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_term(text)


def test_a_due_date_counts_for_the_last_week_that_has_ended():
    assert str(last_week_within(date(2026, 6, 14))) == "2026-W24"  # Sunday
    assert str(last_week_within(date(2026, 6, 13))) == "2026-W23"  # Saturday
