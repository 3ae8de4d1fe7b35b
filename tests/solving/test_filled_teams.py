"""Teams that lack people get days of idle people first, then of those who work outside them."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.solving.filled_teams import filled
from tests.solving.tiny import tiny

ORDINARY, NEW, LEARNED = range(3)
"""The arcs of `specialised-team`: its one work outside the team, in it, and in it once learned, after two weeks."""


def team():
    """Two people, five days a week each; a team of at least one of them, that is five days, open in all four weeks."""
    f = figures(tiny("specialised-team"))
    return f.decided(f.supply.taken, np.ones_like(f.team_open))


@pytest.mark.parametrize(
    ("outside", "inside", "expected_outside", "expected_inside"),
    [
        ([5, 5, 5, 5], [5, 5, 5, 5], [5, 5, 5, 5], [5, 5, 5, 5]),  # nobody lacks
        ([5, 5, 5, 5], [3, 5, 4, 5], [5, 5, 5, 5], [5, 5, 5, 5]),  # idle days fill it
        ([9, 6, 5, 5], [1, 4, 5, 5], [5, 5, 5, 5], [5, 5, 5, 5]),  # nobody is idle: days from outside
        ([7, 5, 5, 5], [1, 9, 5, 5], [5, 5, 5, 5], [5, 9, 5, 5]),  # both; where it has more than it needs all stay
    ],
)
def test_a_team_has_its_least_size(outside, inside, expected_outside, expected_inside):
    f = team()
    days = np.array([outside, [*inside[:2], 0, 0], [0, 0, *inside[2:]]])
    found = filled(f, days, f.supply.whole_days)
    assert found[ORDINARY].tolist() == expected_outside
    assert found[[NEW, LEARNED]].sum(axis=0).tolist() == expected_inside
    assert not found[~f.arc_there].any()


def test_what_nobody_can_fill_stays_as_it_is():
    f = team()
    few = f.supply.whole_days * 0 + 2
    found = filled(f, np.zeros((3, 4), dtype=np.int64), few)
    assert found.sum(axis=0).tolist() == [2, 2, 2, 2]


def test_a_closed_team_gets_nobody():
    f = figures(tiny("specialised-team"))
    days = np.zeros((3, 4), dtype=np.int64)
    assert filled(f, days, f.supply.whole_days) is not days
    assert not filled(f, days, f.supply.whole_days).any()
