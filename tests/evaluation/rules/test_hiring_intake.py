"""Size and frequency of classes, and the newcomers whom the service can take on."""

from datetime import date

import pytest

from planner.domain.figures import figures
from planner.domain.instance import Hiring, HiringLimit, ToldIntake
from planner.evaluation.view import view
from tests.evaluation.rules.breaking import worst
from tests.evaluation.rules.people import WEEKS, choices, started, with_choices


def test_a_class_or_move_is_no_larger_than_its_row_says():
    own = choices()
    assert worst("hiring_intake", own, started(own, 2, 2, 2, 0, 0, 0)) == 0
    assert worst("hiring_intake", own, started(own, 0, 5, 0, 0, 0, 0)) == 3
    assert worst("hiring_intake", own, started(own, 0, 0, 0, 3, 0, 0)) == 1


@pytest.mark.parametrize(("told", "broken"), [(0, 2), (1, 1), (2, 0), (3, 0)])
def test_those_start_who_have_been_told_as_far_as_their_class_allows(told, broken):
    # two start in week 0; a class has room for two, so of three who were told two start
    own = choices(told_intakes=(ToldIntake(WEEKS[0], "hire", "north", "officers", None, None, told),))
    assert worst("hiring_intake", own, started(own, 2, 0, 0, 0, 0, 0)) == broken


def test_who_has_been_told_to_move_does():
    own = choices(told_intakes=(ToldIntake(WEEKS[1], "move", "south", "officers", "north", "officers", 2),))
    assert worst("hiring_intake", own, started(own, 0, 0, 0, 2, 0, 0)) == 0
    assert worst("hiring_intake", own, started(own, 2, 2, 2, 0, 0, 0)) == 2


def test_nobody_is_hired_backwards():
    own = choices()
    assert worst("hiring_intake", own, started(own, -1, 0, 0, 0, 0, 0)) == 1


@pytest.mark.parametrize(("first", "every", "most"), [(0, 2, 2), (0, 1, 2), (1, 2, 0), (0, 3, 0), (3, 1, 0)])
def test_a_class_starts_only_when_its_row_says(first, every, most):
    rows = (Hiring("north", "officers", WEEKS[first], WEEKS[3], every, 2, None, 0.0),)
    own = figures(with_choices().replace(hiring=rows, transfers=()))
    judged = view(own, started(own, *[0] * len(own.supply.intakes)))
    assert judged.most_of("hire", WEEKS[2], "north", "officers", "", "") == most


def test_the_service_takes_on_no_more_than_it_can_in_a_period():
    # two in week 0 and one in week 2, on Monday 15 June; who moves is not hired
    own = {day: choices(hiring_limits=(HiringLimit(date(2026, 6, 1), date(2026, 6, day), 2),)) for day in (14, 15)}
    assert worst("hiring_intake", own[14], started(own[14], 2, 1, 1, 0, 0, 0)) == 0
    assert worst("hiring_intake", own[15], started(own[15], 2, 1, 1, 0, 0, 0)) == 1
