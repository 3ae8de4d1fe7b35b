from datetime import date

import pytest

from planner.domain.court_dates import COURT
from planner.evaluation.publication.ages import band_starts, by_age, lots_of
from tests.evaluation.build import varied

LOTS = [(date(2025, 1, 1), date(2025, 1, 31), 31.0), (date(2026, 1, 1), date(2026, 1, 10), 10.0)]


def test_bands_begin_on_the_day_after_so_many_months_ago():
    # on 31 August six months before is 28 February: cases of 1 March are under 6 months old
    assert band_starts(date(2026, 8, 31)) == [date(2026, 3, 1), date(2025, 6, 1), date(2024, 12, 1)]


def test_cases_lodged_first_are_decided_first():
    # 12 open of 41: the 10 of January 2026 (5 months) and the last 2 of January 2025 (over 15 months)
    assert by_age(LOTS, 12.0, date(2026, 6, 12)).tolist() == pytest.approx([10, 0, 2, 0])


def test_a_row_of_the_stock_is_split_by_the_days_that_lie_in_each_band():
    # on 20 October 2026 twenty-one months before is 20 January 2025: 11 days of 31 are younger
    assert by_age(LOTS[:1], 31.0, date(2026, 10, 20)).tolist() == pytest.approx([0, 0, 11, 20])


def test_cases_that_came_in_later_are_young():
    assert by_age(LOTS[1:], 13.0, date(2026, 6, 12)).tolist() == pytest.approx([13, 0, 0, 0])


def test_the_lots_of_a_stream_and_of_its_court_cases_add_up_to_the_stock():
    own = varied()
    lots = lots_of(own)
    for stream in {row.stream for row in own.stock}:
        stated = sum(row.cases for row in own.stock if row.stream == stream)
        parts = (*lots[stream], *lots.get(stream + COURT, []))
        assert sum(cases for _, _, cases in parts) == pytest.approx(stated)
    assert any(stream.endswith(COURT) for stream in lots)
