"""What is late is repaired by whole days of the weeks around it; prices worked out anew say which days."""

from dataclasses import replace

import numpy as np
import pytest

import planner.solving.windows as windows
from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.formulation.draft import Draft
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.best import Best
from planner.solving.highs import whole_values
from planner.solving.mending import mended
from planner.solving.windows import WALKS, Aim, Walk, _apart, cleared, repaired, with_windows
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
    now = mended(best, before, 0.0, silent)
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
        repaired(best, mended(best, best.staffed, 0.0, silent), 0.0, silent)
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


def test_the_window_with_most_trouble_comes_first_and_beside_it_one_that_has_no_week_in_common():
    # Windows reach AFTER = 6 weeks on: from week 10 there are 1.0 + 1.0, from week 33 or 34 there is 1.5. Days move
    # from 6 weeks before trouble to 6 after it and flows settle in 12 more: 24 weeks apart they share none.
    walk = Walk(before=6, settling=12, shifts=1, near=0.0)
    for second, expected in ((33, [10]), (34, [10, 34])):
        trouble = np.zeros(60)
        trouble[[10, 12]], trouble[second] = 1.0, 1.5
        assert _apart(trouble, walk) == expected
    trouble[36] = 1.0
    assert _apart(trouble, walk) == [34, 10]


MISPLACED = np.array([[4, 5, 0], [1, 0, 5]])
"""Of `level-order`: a day of week 0 on old cases, which leaves a new one late."""

BACK, AWAY, ALL_AWAY = (
    np.array(change) for change in ([[1, 0, 0], [-1, 0, 0]], [[0, -1, 0], [0, 1, 0]], [[0, -5, 0], [0, 5, 0]])
)
"""Changes of its days: the day put back; and one of week 1, or all, that leave new cases late."""


@pytest.mark.parametrize(
    ("changes", "taken"),
    [([BACK], BACK), ([AWAY], None), ([BACK, ALL_AWAY], BACK), ([ALL_AWAY, BACK], BACK), ([AWAY, ALL_AWAY], None)],
)
def test_changes_that_do_not_help_together_are_taken_one_by_one(monkeypatch, changes, taken):
    best = best_of(figures(tiny("level-order")))
    now = best.best_flows(MISPLACED)
    monkeypatch.setattr(windows, "_change", lambda *given: changes[given[-1]])
    found = with_windows(best, now, Aim(1.0, 0.0, 0.0), list(range(len(changes))), WALKS[0])
    assert (found.staff_days - now.staff_days).tolist() == (0 * BACK if taken is None else taken).tolist()


def clearing():
    """`level-order` with the clearance date at its end: five old cases need the five days of week 2."""
    instance = tiny("level-order")
    last = instance.header.last
    return figures(instance.replace(header=replace(instance.header, clearance=last)))


def test_old_cases_are_decided_by_days_from_before_the_clearance_date():
    f = clearing()
    best, right = best_of(f), np.array([[5, 5, 0], [0, 0, 5]])
    now = best.best_flows(right - np.array([[0, 0, 0], [0, 0, 2]]))
    assert best.offer(now)
    assert cleared(best, now, GAP, silent).staff_days.tolist() == right.tolist()


def test_what_is_enough_is_searched_no_further():
    # A day too few leaves one old case, a fifth of the level's floor of 5.
    f, days = clearing(), np.array([[5, 5, 0], [0, 0, 4]])
    for enough, expected in ((0.9, 1.0), (1.1, 0.0)):
        best = Best(f, SHIPPED, best_of(f)._bounds, silent, enough)
        assert best.offer(best.best_flows(days))
        assert best.gap_of_trouble == pytest.approx(expected / 5, abs=1e-5)
        assert (best.beyond(GAP) > 0) == (expected > 0)
        assert best.trouble_beyond(best.staffed, GAP, priced=False).sum() == pytest.approx(expected, abs=1e-5)


def test_where_no_level_can_be_zero_no_window_is_for_the_clearance_date_and_three_in_vain_are_the_last(monkeypatch):
    f = clearing()
    best = best_of(f)
    now = best.best_flows(np.array([[5, 5, 0], [0, 0, 3]]))
    assert best.offer(now)
    best._bounds.some_can_be_zero = False
    assert cleared(best, now, GAP, silent) is now
    trouble, opened = np.zeros(102), []
    trouble[::10] = 1.0
    monkeypatch.setattr(windows, "_trouble", lambda *_: trouble)
    monkeypatch.setattr(windows, "_apart", lambda left, _: [int(np.argmax(left))])
    monkeypatch.setattr(windows, "with_windows", lambda _, now, __, weeks, ___: opened.append(weeks) or now)
    monkeypatch.setattr(best, "offer", lambda _: False)
    best.f = replace(f, weeks=f.weeks * 34)
    repaired(best, now, GAP, silent)
    assert opened == [[0], [10], [20]]
