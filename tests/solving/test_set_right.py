"""What a plan to begin from lacks is set right in its first weeks, and no other week changes."""

import dataclasses

import numpy as np
import pytest

import planner.solving.set_right as own
from planner.domain.figures import figures
from planner.solving.set_right import set_right
from tests.solving.guided import best_of
from tests.solving.test_windows import clearing
from tests.solving.tiny import RIGHT, tiny


@pytest.fixture
def not_early(monkeypatch):
    """A day of work early is a fifth of all there is in an instance as small as this."""
    monkeypatch.setattr(own, "EARLY_DAYS", 0.0)


@pytest.mark.usefixtures("not_early")
@pytest.mark.parametrize("misplaced", [1, 2, 5])
def test_misplaced_days_of_the_first_weeks_go_back(misplaced):
    # Five new cases in week 0 and five in week 1, due at once: a day of week 0 on old cases leaves a new one late.
    f = figures(tiny("level-order"))
    best = best_of(f)
    now = best.best_flows(RIGHT + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]]))
    assert set_right(best, now).staff_days.tolist() == RIGHT.tolist()


@pytest.mark.usefixtures("not_early")
@pytest.mark.parametrize(("first_weeks", "expected"), [(1, [4, 1]), (2, [5, 0])])
def test_other_weeks_stay(monkeypatch, first_weeks, expected):
    f = dataclasses.replace(figures(tiny("level-order")), clearance=0)
    best = best_of(f)
    monkeypatch.setattr(own, "FIRST_WEEKS", first_weeks)
    now = best.best_flows(RIGHT + np.array([[0, -1, 0], [0, 1, 0]]))
    assert set_right(best, now).staff_days[:, 1].tolist() == expected


@pytest.mark.usefixtures("not_early")
@pytest.mark.parametrize(("last_weeks", "expected"), [(1, [4, 1]), (2, [5, 0])])
def test_weeks_before_the_clearance_date_change_too(monkeypatch, last_weeks, expected):
    # Week 2 is the last that counts: of two weeks up to it week 1 is one, where a new case is late for want of a day.
    f = clearing()
    monkeypatch.setattr(own, "FIRST_WEEKS", 0)
    monkeypatch.setattr(own, "LAST_WEEKS", last_weeks)
    best = best_of(f)
    now = best.best_flows(RIGHT + np.array([[0, -1, 0], [0, 1, 0]]))
    assert set_right(best, now).staff_days[:, 1].tolist() == expected


def test_days_that_are_right_stay():
    best = best_of(figures(tiny("level-order")))
    now = best.best_flows(RIGHT)
    assert set_right(best, now).cost <= now.cost
