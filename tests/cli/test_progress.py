"""How far a solve is, in a line."""

import pytest

from planner.cli.progress import line
from planner.solving.progress import Progress


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress("relaxation", 3.26), "    3.3 s  relaxation"),
        (Progress("repair 1, week 2027-W10", 61.0, "pact_on_time", 0.254, True),
         "   61.0 s  repair 1, week 2027-W10, a plan is there, pact_on_time within 25.40%"),
        (Progress("bounds", 200.0, plan=True), "  200.0 s  bounds, a plan is there"),
    ],
    ids=["no plan yet", "an aim not proven", "all proven"],
)  # fmt: skip
def test_a_line_says_the_stage_and_the_first_aim_that_is_not_proven(progress, shown):
    assert line(progress) == shown
