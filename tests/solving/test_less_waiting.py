"""What waits longer than it has to is lessened window by window, until it is within the gap."""

from dataclasses import replace

import numpy as np
import pytest

import planner.solving.less_waiting as less_waiting_module
from planner.domain.figures import figures
from planner.solving.less_waiting import less_waiting
from tests.solving.guided import best_of, silent
from tests.solving.test_windows import synthetic
from tests.solving.tiny import RIGHT, tiny


def begun(days):
    """A plan of `level-order`, whose old cases need not be decided before its end: they only wait."""
    best = best_of(figures(tiny("level-order")))
    assert best.offer(best.best_flows(days))
    return best


@pytest.mark.parametrize("idle", [True, False])
def test_spare_days_shorten_the_wait_by_themselves_or_in_a_window(monkeypatch, idle):
    if not idle:
        monkeypatch.setattr(less_waiting_module, "put_to_work", lambda _, now: now)
    best = begun(RIGHT - np.array([[0, 0, 0], [0, 0, 2]]))
    assert best.gap_of_trouble < 1e-5 < best.gap_of_waiting
    now = less_waiting(best, best.staffed, 1e-6, silent)
    assert now.staff_days.tolist() == RIGHT.tolist()
    assert best.staffed is now
    assert best.gap_of_waiting < 1e-3


def test_within_the_gap_days_stay():
    best = begun(RIGHT - np.array([[0, 0, 0], [0, 0, 2]]))
    now = best.staffed
    assert less_waiting(best, now, best.gap_of_waiting, silent) is now


def test_it_never_costs_more_and_the_same_days_come_out_again():
    found = []
    for _ in range(2):
        own = synthetic()
        best = best_of(own.figures)
        best.follow(own.along)
        before = best.staffed.cost
        assert less_waiting(best, best.staffed, 0.0, silent).cost <= before
        found.append(best.staffed.staff_days)
    assert (found[0] == found[1]).all()


def test_windows_tried_together_share_no_week_and_all_weeks_have_one(monkeypatch):
    # Of 66 weeks, windows of 12 with 12 behind them: every second one shares none with another.
    best, opened = begun(RIGHT - np.array([[0, 0, 0], [0, 0, 2]])), []
    best.f = replace(best.f, weeks=best.f.weeks * 22)
    monkeypatch.setattr(less_waiting_module, "with_windows", lambda _, now, __, weeks, ___: opened.append(weeks) or now)
    monkeypatch.setattr(less_waiting_module, "put_to_work", lambda _, now: now)
    monkeypatch.setattr(best, "offer", lambda _: False)
    less_waiting(best, best.staffed, 1e-6, silent)
    assert opened == [[60, 36, 12], [48, 24, 0]]
    assert sorted(week for weeks in opened for week in weeks) == list(range(0, 66, 12))


@pytest.mark.parametrize(("gap", "share"), [(0.0, 1.0), (0.5, 0.5), (1.0, 0.0)])
def test_what_is_beyond_the_gap_is_a_share_of_what_is_above_the_bound(gap, share):
    # Two cases of five wait for a week that need not; the gap wanted is a part of the one there is.
    best = begun(RIGHT - np.array([[0, 0, 0], [0, 0, 2]]))
    above = best.waiting_beyond(0.0)
    assert above > 0
    assert best.waiting_beyond(gap * best.gap_of_waiting) == pytest.approx(share * above)
