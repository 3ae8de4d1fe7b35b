"""Moves become whole along the weeks, and those of later weeks answer to what became of the earlier ones."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.formulation.draft import Draft
from planner.solving.diving import Wholes, dived, whole_days
from planner.solving.mending import wholes
from planner.solving.moves import Moves, carried_out, with_moves, worthwhile
from tests.solving.guided import best_of
from tests.solving.tiny import tiny

ORDER = figures(tiny("level-order"))
"""One person, five days a week in three weeks; arc 0 decides new cases, arc 1 old ones."""


def in_weeks(weeks: list[int], columns: int) -> Wholes:
    """Moves from old cases to new ones in these weeks, whose columns are the last of so many."""
    count = len(weeks)
    ids = [np.full(count, number, dtype=np.intp) for number in (1, 0)]
    moves = Moves(np.ones(count), *ids, np.array(weeks, dtype=np.intp), np.full(count, 5.0))
    return wholes(ORDER, moves, columns - count)


def model(costs: list[float], rows: list[tuple[list[float], float]]):
    """Columns from 0 to 5 and rows that are at most so much."""
    draft = Draft()
    columns = draft.columns("x", ([str(number) for number in range(len(costs))],), upper=5.0)
    for number, (values, upper) in enumerate(rows):
        draft.put(draft.rows(f"row{number}", (["0"],), upper=upper), columns, values)
    return draft.finish(), np.array(costs)


@pytest.mark.parametrize("misplaced", [1, 2])
def test_misplaced_days_come_back(misplaced):
    # Five new cases in week 0 and five in week 1, due at once: each day of week 0 on old cases leaves one late.
    best = best_of(ORDER)
    right = np.array([[5, 5, 0], [0, 0, 5]])
    now = best.best_flows(right + np.array([[-misplaced, 0, 0], [misplaced, 0, 0]]))
    moves = worthwhile(ORDER, now.staff_days, now.model.day_value(ORDER, now.point), best.there)
    linear, costs = with_moves(ORDER, now.model, now.model.linear, now.costs, moves, 0.0)
    own = wholes(ORDER, moves, len(costs) - len(moves))
    days = np.rint(own.days(dived(linear, costs, own)))
    assert carried_out(ORDER, now.staff_days, best.there, moves, days)[0].tolist() == right.tolist()


@pytest.mark.parametrize("at_once", [(1,), (10, 1)])
def test_a_later_week_does_what_an_earlier_one_cannot_do_whole(at_once):
    # One day is needed, x + y >= 1, and week 0 has 0.6 of it at most. In fractions 0.6 and 0.4; made whole at once it
    # would be 1, which breaks a rule, and 0. Without it in week 0 the whole day comes in week 1; of two
    # dives the one that finds that counts.
    linear, costs = model([1.0, 1.1], [([-1.0, -1.0], -1.0), ([1.0, 0.0], 0.6)])
    own = in_weeks([0, 1], len(costs))
    assert own.days(dived(linear, costs, own, at_once)).tolist() == pytest.approx([0, 1])


def test_less_than_half_a_day_is_a_whole_one_where_to_lack_it_costs_more():
    # 0.3 of a day keeps cases from being late, at 100 for a day: none at all costs 30, a whole one 1.
    linear, costs = model([100.0, 1.0], [([-1.0, -1.0], -0.3)])
    own = in_weeks([0], len(costs))
    assert own.days(dived(linear, costs, own)).tolist() == pytest.approx([1])


def test_less_than_half_a_day_is_none_where_a_whole_one_costs_more():
    # 0.3 of a day saves 3; the other 0.7 of it cost 7 elsewhere, beside 1,000 that all this costs anyway.
    linear, costs = model(
        [10.0, 10.0, 1000.0, 0.0], [([-1, 0, 0, -1], -0.3), ([0, -1, 0, 1], 0.3), ([0, 0, -1, 0], -1)]
    )
    own = in_weeks([0], len(costs))
    assert own.days(dived(linear, costs, own)).tolist() == pytest.approx([0])


def test_without_an_answer_there_are_no_days():
    linear, costs = model([1.0], [([1.0], -1.0)])
    assert dived(linear, costs, in_weeks([0], len(costs))) is None


@pytest.mark.parametrize(
    ("days", "room", "more", "expected"),
    [
        ([0.3, 0.3, 0.4], [9, 9, 9], 0.5, [0, 0, 1]),  # one day together, the largest part of it
        ([0.3, 0.3, 0.4], [9, 9, 0], 0.5, [1, 0, 0]),  # whose source has none
        ([0.3, 0.1, 0.0], [9, 9, 9], 0.5, [0, 0, 0]),
        ([0.3, 0.1, 0.0], [9, 9, 9], 0.9, [1, 0, 0]),
        ([1.6, 0.6, 2.0], [9, 9, 9], 0.5, [2, 0, 2]),  # four and a fifth: four
        ([1.6, 0.6, 2.0], [1, 9, 9], 0.5, [1, 1, 2]),
    ],
)
def test_fractions_of_one_work_in_a_week_become_as_many_whole_days_together(days, room, more, expected):
    same, own = np.zeros(3, dtype=np.intp), np.arange(3)
    assert whole_days(np.array(days), same, own, np.array(room, dtype=float), more).tolist() == expected


def test_days_more_less_days_less_are_held_by_both_columns():
    ids = np.zeros(2, dtype=np.intp)
    own = Wholes(week=ids, columns=np.array([0, 1]), less=np.array([2, 3]), group=ids, source=ids, room=np.zeros(1))
    assert own.days(np.array([1.0, 0.0, 0.0, 3.0])).tolist() == [1.0, -3.0]
    columns, values = own.held(np.array([0, 1]), np.array([-1.0, 2.0]))
    assert columns.tolist() == [0, 1, 2, 3]
    assert values.tolist() == [0.0, 2.0, 1.0, 0.0]
