"""Specialised teams: their blocks of weeks, and when they have learned."""

from dataclasses import replace

import numpy as np

from planner.domain.figures import figures
from planner.domain.teams import NEVER, teams
from planner.domain.weeks import Week
from tests.solving.tiny import tiny


def own(**changes):
    """The team of the tiny instance: weeks 25 to 28, blocks of two weeks, learned after two."""
    instance = tiny("specialised-team")
    return teams(instance.replace(teams=(replace(instance.teams[0], **changes),)))


def test_a_team_has_blocks_of_weeks():
    assert own().block.tolist() == [[0, 0, 1, 1]]
    assert own(first=Week.parse("2026-W26")).block.tolist() == [[NEVER, 0, 0, 1]]
    assert own(last=Week.parse("2026-W26")).block.tolist() == [[0, 0, NEVER, NEVER]]


def test_blocks_of_a_team_from_before_the_horizon_begin_with_it():
    assert own(first=Week.parse("2026-W20")).block.tolist() == [[0, 0, 1, 1]]


def test_times_are_rounded_up_to_blocks():
    assert own(least_weeks=3, learning_weeks=1).life.tolist() == [2]
    assert own(least_weeks=3, learning_weeks=1).learning.tolist() == [1]


def test_a_team_has_learned_after_its_learning_without_a_break():
    week = own(every_weeks=1, learning_weeks=2)
    assert week.learned(np.array([[1, 1, 1, 1]], dtype=bool)).astype(int).tolist() == [[0, 0, 1, 1]]
    assert week.learned(np.array([[1, 1, 0, 1]], dtype=bool)).astype(int).tolist() == [[0, 0, 0, 0]]
    assert own(learning_weeks=0).learned(np.array([[1, 1, 1, 1]], dtype=bool)).all()


def test_openings_are_counted():
    week = own(every_weeks=1)
    assert week.openings(np.array([[1, 0, 1, 1]], dtype=bool)).tolist() == [2]
    assert week.openings(np.array([[0, 0, 0, 0]], dtype=bool)).tolist() == [0]


def test_open_blocks_and_open_weeks_are_the_same():
    team = own()
    weeks = np.array([[0, 0, 1, 1]], dtype=bool)
    assert [block.tolist() for block in team.by_block(weeks)] == [[False, True]]
    assert np.array_equal(team.weekly(team.by_block(weeks)), weeks)


def test_staff_can_be_put_on_the_arcs_of_an_open_team_of_its_age_only():
    f = figures(tiny("specialised-team"))
    assert f.arc_there.astype(int).tolist() == [[1, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0]]
    decided = f.decided(f.supply.taken, np.ones((1, 4), dtype=bool))
    assert decided.arc_there.astype(int).tolist() == [[1, 1, 1, 1], [1, 1, 0, 0], [0, 0, 1, 1]]
