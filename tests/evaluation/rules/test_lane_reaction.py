"""Late hearings as stated against late hearings by the reaction time."""

from dataclasses import replace

from tests.evaluation.rules.breaking import worst


def test_a_hearing_time_a_week_too_long_is_found(tiny_figures, tiny_plan):
    own = tiny_figures.deadlines
    later = replace(own.reaction, due_week=own.reaction.due_week + 1)
    wrong = replace(tiny_figures, deadlines=replace(own, reaction=later))
    # heard 4, 8, 8, 12; due 7, 14, 21, 28 or 0, 7, 14, 21: late 3, 6, 13, 16 or 0, 0, 6, 9
    assert worst("lane_reaction", wrong, tiny_plan) == 7.0
