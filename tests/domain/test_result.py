"""The gap of a level."""

import pytest

from planner.domain.result import LevelProof


@pytest.mark.parametrize(
    ("value", "bound", "floor", "gap"), [(20, 10, 5, 0.5), (2, 1, 10, 0.1), (1, 1, 0, 0), (1, 2, 10, 0), (0, 0, 0, 0)]
)
def test_the_gap_is_measured_against_the_value_or_the_floor(value, bound, floor, gap):
    assert LevelProof("level", "cases", value, bound, 0.0, floor).gap == gap


def test_against_nothing_a_gap_has_no_end():
    assert LevelProof("level", "cases", 0.0, -1.0, 0.0, 0.0).gap == float("inf")
