"""Counts on the grid."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.grid import UNIT, converted, decimal, parse_decimal, part, spread


def test_a_total_is_spread_without_loss():
    # a third of 1 case is 333,333.33 millionths: 333333, 333334, 333333
    assert spread(1.0, np.array([1, 2, 3]) / 3).tolist() == [333_333, 333_334, 333_333]


def test_a_part_is_rounded_on_the_running_total():
    assert part(np.array([3, 3, 3]), 0.5).tolist() == [2, 1, 1]  # 1.5, 3, 4.5: to the even side 2, 3, 4


def test_what_goes_over_is_rounded_down():
    assert converted(np.array([0, 3, 9_999, 10_001]), 3_333).tolist() == [0, 0, 3_332, 3_333]


@given(st.integers(0, 10**16), st.integers(0, 10_000))
def test_what_goes_over_is_exact_for_large_counts(count, share):
    assert converted(np.array([count]), share).tolist() == [count * share // 10_000]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (1, "0.000001"), (UNIT, "1"), (-1_500_000, "-1.5"), (12_345_678, "12.345678")]
)
def test_a_count_is_written_as_a_decimal(count, text):
    assert decimal(count) == text
    assert parse_decimal(text) == count


@given(st.integers(-(10**15), 10**15))
def test_a_count_reads_back_the_same(count):
    assert parse_decimal(decimal(count)) == count


@pytest.mark.parametrize("text", ["", "-", ".5", "1.0000001", "1,5", "1e3", "+1", " 1", "1.-5", "٣", "nan"])
def test_what_is_not_on_the_grid_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_decimal(text)
