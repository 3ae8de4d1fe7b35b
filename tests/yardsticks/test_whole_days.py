"""Whole staff-days add up to what there is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.yardsticks.whole_days import apportioned


def test_the_largest_fractions_get_the_days_that_are_left():
    """2.6 + 1.3 + 0.1 = 4: two, one and none, and the fourth day to the 0.6."""
    assert apportioned(np.array([2.6, 1.3, 0.1]), 4).tolist() == [3, 1, 0]


def test_what_is_too_much_is_taken_from_the_smallest_fractions():
    assert apportioned(np.array([2.9, 2.1, 0.0]), 3).tolist() == [2, 1, 0]


@given(st.lists(st.floats(0, 20), min_size=1, max_size=6), st.integers(0, 60))
def test_they_add_up_and_none_is_below_zero(wanted, total):
    found = apportioned(np.array(wanted), total)
    assert found.sum() == total
    assert (found >= 0).all()
