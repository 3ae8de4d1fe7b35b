"""Filings to be expected of an overdue stock, reckoned by hand."""

from datetime import date

import pytest

from planner.domain.court_filings import Filing, Lot, expected_court_dates
from planner.domain.weeks import Week

FILING = Filing("6m", 0.01, 0.9, 8, 16, 4, "21m", 8)
FIRST = date(2026, 6, 12)
OLD = Lot("old", "preparation", date(2024, 1, 1), date(2024, 1, 31), 1000.0)


def dates(lot: Lot, months: int = 1, remaining: float = 1.0) -> dict[str, float]:
    found = expected_court_dates([lot], FILING, FIRST, months, lambda _: remaining)
    return {f"{week} {stage}": cases for (_, stage, week), cases in found.items()}


def test_one_per_cent_of_the_overdue_file_and_nine_tenths_are_upheld():
    # waited over 21 months: 8 weeks to the ruling and 8 more: Friday 2 October 2026, the week before has ended on it
    assert dates(OLD) == {"2026-W39 preparation": pytest.approx(9.0)}


def test_the_term_is_longer_without_a_hearing_and_shorter_after_one():
    recent = Lot("old", "hearing", date(2025, 9, 1), date(2025, 9, 30), 1000.0)
    assert dates(recent) == {"2026-W47 hearing": pytest.approx(9.0)}  # 24 weeks
    assert dates(recent._replace(stage="decision")) == {"2026-W35 decision": pytest.approx(9.0)}  # 12 weeks


def test_only_what_is_overdue_files():
    # lodged on 182 days, the last six months before 12 June 2026: overdue from 12 December 2025 + 6 months on
    young = Lot("old", "hearing", date(2025, 12, 12), date(2026, 6, 11), 1000.0)
    assert dates(young) == {}
    assert dates(young, 2) == {"2026-W52 hearing": pytest.approx(9.0 * 30 / 183)}


def test_a_stock_that_runs_down_files_less():
    assert sum(dates(OLD, 3, 0.5).values()) == pytest.approx(13.5)


def test_the_weeks_are_weeks():
    found = expected_court_dates([OLD], FILING, FIRST, 1, lambda _: 1.0)
    assert list(found) == [("old", "preparation", Week.parse("2026-W39"))]
