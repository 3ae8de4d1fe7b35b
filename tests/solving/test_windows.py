"""What is late is repaired by whole days of the weeks around it; prices worked out anew say which days."""

import numpy as np
import pytest

import planner.solving.windows as windows
from planner.domain.figures import figures
from planner.formulation.draft import Draft
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.highs import whole_values
from planner.solving.mending import mended
from planner.solving.windows import AFTER, SETTLING, Walk, _apart, repaired
from tests.solving.guided import best_of, guided, of_crews, silent
from tests.solving.tiny import tiny

GAP = 1e-6


@pytest.mark.parametrize("misplaced", [1, 2])
def test_a_window_puts_misplaced_days_back(misplaced):
    # One person, five days a week, a decision a day. Five new cases in week 0 and five in week 1, due at once. A day of
    # week 0 spent on old cases leaves a new one late for a week at least.
    f = figures(tiny("level-order"))
    best = best_of(f)
    right = np.array([[5, 5, 0], [0, 0, 5]])
    wrong = right + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]])
    now = best.best_flows(wrong)
    assert best.offer(now)
    assert best.gap_of_flows > GAP
    repaired(best, now, GAP, silent)
    assert best.staffed.staff_days.tolist() == right.tolist()


def test_a_walk_opens_a_window_at_the_first_trouble_and_at_the_next_behind_it(monkeypatch):
    # Windows reach six weeks on: from week 2 to 7, where week 5 lies inside; from 8; and from 20. A speck needs none.
    trouble = np.zeros(30)
    trouble[[2, 5, 8, 20]] = 1.0
    trouble[25] = 0.001
    monkeypatch.setattr(windows, "_trouble", lambda *_: trouble)
    assert windows.windows_needed(None, None, GAP) == 3


def synthetic():
    return guided(synthetic_instance(Size(locations=3, streams=4, weeks=12), seed=3))


def test_mending_and_repair_never_cost_more_and_crews_keep_their_days():
    own = synthetic()
    best = best_of(own.figures)
    best.follow(own.along)
    before = best.staffed
    now = mended(best, 0.0, silent)
    assert now.cost <= before.cost
    repaired(best, now, 0.0, silent)
    assert best.staffed.cost <= before.cost
    first, last = of_crews(own.figures, before.staff_days), of_crews(own.figures, best.staffed.staff_days)
    assert (last[:, 1:] == first[:, 1:]).all()  # teams keep their size
    assert (last[:, 0].sum(axis=0) <= own.figures.supply.whole_days.sum(axis=0) + own.along.overtime.sum(axis=0)).all()


def test_the_same_days_come_out_again():
    found = []
    for _ in range(2):
        own = synthetic()
        best = best_of(own.figures)
        best.follow(own.along)
        repaired(best, mended(best, 0.0, silent), 0.0, silent)
        found.append(best.staffed.staff_days)
    assert (found[0] == found[1]).all()


def test_whole_days_are_the_best_ones_and_not_the_fractions_rounded():
    # 3 x + 4 y at most 6, worth 3 and 4.5: in fractions y = 1.5 (6.75); whole x = 2 (6) beats y = 1 (4.5).
    draft = Draft()
    columns = draft.columns("move", (["x", "y"],), upper=2.0)
    row = draft.rows("room", (["all"],), upper=6.0)
    draft.put(row, columns[0], 3.0)
    draft.put(row, columns[1], 4.0)
    days = whole_values(draft.finish(), np.array([-3.0, -4.5]), columns)
    assert days.tolist() == [2.0, 0.0]


def test_two_windows_that_have_no_week_in_common_are_opened_together():
    # Days move from 6 weeks before trouble in week 10 to before week 16, and flows are free for 12 more: to before 28.
    # The next window begins 6 weeks before its own trouble.
    free = 10 + AFTER + SETTLING
    assert free == 28
    assert _apart(np.array([10, 12, 33]), Walk(6, 1)) == [10]
    assert _apart(np.array([10, 12, 33, 34, 60]), Walk(6, 1)) == [10, 34]
    assert _apart(np.array([10, 34, 48]), Walk(20, 1)) == [10, 48]
