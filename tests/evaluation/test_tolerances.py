import re

import pytest

from planner.evaluation.comparison import Compared
from planner.evaluation.run_figures import Label
from planner.evaluation.tolerances import Tolerance, judged

PENALTIES = Compared(Label("indicators", "penalties_euro", "euro"), (100.0, 104.0, 90.0))
CLEARED = Compared(Label("indicators", "old_cleared_in", "week"), ("2029-W20", "2029-W23", None))


def kept(text, figure=PENALTIES):
    return [own.kept for own in judged([Tolerance.parse(text)], [figure])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("penalties_euro=5", [True, False]),
        ("penalties_euro=4%", [True, False]),
        ("penalties_euro=+3%", [False, True]),
        ("penalties_euro=-5", [True, False]),
        ("penalties_euro=10", [True, True]),
        ("indicators/pen*=0", [False, False]),
    ],
)
def test_a_difference_is_held_against_what_is_allowed(text, expected):
    assert kept(text) == expected


def test_weeks_count_as_weeks_and_a_week_that_is_not_there_is_not_tolerated():
    assert kept("old_cleared_in=3", CLEARED) == [True, False]


@pytest.mark.parametrize("text", ["a", "a=", "a=x", "=5", "a=1e3", "a=-", "a=5 %%"])
def test_what_is_no_tolerance_is_refused(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        Tolerance.parse(text)


def test_a_name_that_no_run_has_is_refused():
    with pytest.raises(LookupError):
        kept("nothing=1")
