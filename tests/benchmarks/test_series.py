"""When which gap was reached."""

from math import inf

import pytest

from benchmarks.series import Point, first_within, seconds_to, seconds_to_of_first, seconds_to_together


@pytest.mark.parametrize(
    ("value", "bound", "floor", "gap"),
    [(100, 90, 0, 0.1), (0, 0, 10, 0.0), (1, 0, 10, 0.1), (inf, 0, 10, inf), (5, 6, 0, 0)],
)
def test_the_gap_is_that_of_the_planner(value, bound, floor, gap):
    assert Point(0.0, value, bound, floor).gap == gap


def test_the_first_point_within_a_gap_counts():
    points = [Point(1.0, 100, 50), Point(2.0, 100, 97), Point(3.0, 100, 99.9)]
    assert [first_within(points, gap) for gap in (0.05, 0.01, 0.0001)] == [2.0, 3.0, None]


def test_the_seconds_of_levels_add_up():
    first, second = [Point(1.0, 100, 99), Point(4.0, 100, 100)], [Point(2.0, 50, 50)]
    assert seconds_to([first, second], wanted=2) == {
        "0.05": 3.0, "0.02": 3.0, "0.01": 3.0, "0.005": 6.0, "0.001": 6.0,
    }  # fmt: skip


def test_a_level_that_was_never_reached_leaves_no_time():
    assert set(seconds_to([[Point(1.0, 100, 100)]], wanted=2).values()) == {None}


def test_a_run_is_as_near_as_its_widest_level():
    progress = [
        {"seconds": 5.0, "levels": [{"gap": 0.0}, {"gap": 0.04}]},
        {"seconds": 9.0, "levels": [{"gap": 0.008}, {"gap": 0.001}]},
    ]
    assert seconds_to_together(progress) == {"0.05": 5.0, "0.02": 9.0, "0.01": 9.0, "0.005": None, "0.001": None}


def test_a_level_without_a_bound_is_as_far_as_can_be():
    progress = [{"seconds": 5.0, "levels": [{"gap": None}]}]
    assert set(seconds_to_together(progress).values()) == {None}


def test_the_first_levels_of_a_series_count_alone_and_against_their_floors():
    # 0.4 of a floor of 10 is 4 %, 0.1 of it 1 %; 102 above 100 is 2 / 102. The third level never counts.
    series = [[1.0, [[0.4, 0.0], [102.0, 0.0], [9.0, 0.0]]], [2.0, [[0.4, 0.0], [102.0, 100.0], [9.0, 0.0]]]]
    series.append([3.0, [[0.1, 0.0], [102.0, 100.0], [9.0, 0.0]]])
    found = seconds_to_of_first(series, [10.0, 0.0])
    assert found == {"0.05": 2.0, "0.02": 3.0, "0.01": None, "0.005": None, "0.001": None}
