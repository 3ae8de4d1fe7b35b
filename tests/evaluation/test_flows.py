"""Flows of the plan written by hand, and of small variants, reckoned in the head."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Conversion, Withdrawal
from planner.evaluation.flows import earliest, flows, later
from tests.evaluation.build import MONDAY, tiny, varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan, put

OLD, NEW = 0, 1
OLD_PREPARATION, OLD_DECISION, NEW_HEARING, NEW_DECISION = range(4)


@pytest.fixture
def own(tiny_figures, tiny_plan):
    return flows(tiny_figures, tiny_plan)


def cases(counts):
    return (counts / UNIT).tolist()


def test_a_case_waits_for_its_next_stage_after_the_lag_of_the_one_before(own):
    assert cases(own.entered[OLD_DECISION]) == [0, 20, 0, 0]  # prepared in week 0, a lag of 1
    assert cases(own.open[OLD_DECISION]) == [0, 10, 0, 0]
    assert cases(own.in_transit[OLD]) == [20, 0, 0, 0]


def test_without_a_lag_a_case_reaches_its_next_stage_in_the_same_week(own):
    assert cases(own.entered[NEW_DECISION]) == [4, 4, 0, 4]
    assert cases(own.open[NEW_DECISION]) == [4, 8, 0, 0]


def test_lodged_cases_wait_for_the_first_stage(own):
    assert cases(own.entered[NEW_HEARING]) == [7, 7, 7, 7]
    assert cases(own.open[NEW_HEARING]) == [3, 6, 13, 16]  # 4, 4, 0 and 4 heard


def test_a_stream_is_open_until_its_first_decision(own):
    assert cases(own.open_by_stream) == [[20, 10, 0, 0], [7, 14, 13, 16]]
    assert cases(own.decided) == [[0, 10, 10, 0], [0, 0, 8, 4]]


def test_late_cases_are_due_and_not_decided(own):
    # lodged on a Monday, two weeks: due by the end of the week after; 7, 14, 21 due, 0, 8, 12 decided
    assert cases(own.due_legal[NEW]) == [0, 7, 14, 21]
    assert cases(own.late_legal[NEW]) == [0, 7, 6, 9]
    assert cases(own.late[OLD]) == [20, 10, 0, 0]  # overdue since December


def test_late_hearings_are_due_and_not_heard(own):
    # a week to hear: due in the week of lodging; 7, 14, 21, 28 due and 4, 8, 8, 12 heard
    assert cases(own.reaction_due[NEW]) == [7, 14, 21, 28]
    assert cases(own.reaction_late[NEW]) == [3, 6, 13, 16]
    assert cases(own.reaction_late[OLD]) == [0, 0, 0, 0]  # no reaction time


def test_old_cases_open_at_the_clearance_date_are_left(tiny_figures, tiny_plan):
    early = replace(tiny_figures, clearance=1)
    assert cases(flows(early, tiny_plan).left) == [10, 0]


def test_a_buffer_makes_cases_late_earlier_than_the_law():
    instance = tiny()
    new = replace(instance.streams[1], buffer_weeks=1)
    own = figures(instance.replace(streams=(instance.streams[0], new)))
    result = flows(own, hand_plan(own))
    assert cases(result.late[NEW]) == [7, 14, 13, 16]  # due in the week of lodging; 0, 0, 8, 12 decided
    assert cases(result.late_legal[NEW]) == [0, 7, 6, 9]


def test_converted_cases_leave_one_stream_and_enter_the_other_after_the_lag():
    instance = tiny().replace(conversions=(Conversion("old", "preparation", "new", "hearing", 0.25, 2),))
    own = figures(instance)
    plan = put(own, put(own, hand_plan(own), ("old", "decision"), 2, cases=5), ("new", "hearing"), 2, cases=1)
    result = flows(own, plan)
    assert cases(result.converted_out[OLD]) == [5, 0, 0, 0]  # a quarter of 20
    assert cases(result.converting) == [5, 5, 0, 0]
    assert cases(result.converted_in[NEW]) == [0, 0, 5, 0]
    assert cases(result.entered[OLD_DECISION]) == [0, 15, 0, 0]
    assert cases(result.entered[NEW_HEARING]) == [7, 7, 12, 7]
    assert cases(result.late[OLD]) == [15, 5, 0, 0]  # what went over is not late in the stream that it left
    assert cases(result.due[NEW]) == [0, 7, 14, 26]  # 7 + 7 + 7 lodged, and 5 with a new term of two weeks
    assert cases(result.reaction_due[NEW]) == [7, 14, 26, 33]


def test_conversions_after_the_last_stage_are_not_first_decisions():
    own = figures(tiny().replace(conversions=(Conversion("old", "decision", "new", "decision", 0.5, 0),)))
    result = flows(own, hand_plan(own))
    assert cases(result.decided[OLD]) == [0, 5, 5, 0]
    assert cases(result.entered[NEW_DECISION]) == [4, 9, 5, 4]
    assert cases(result.reaction_due[NEW]) == [7, 14, 21, 28]  # they need no hearing


def test_withdrawals_leave_the_stock_of_the_first_stage():
    withdrawal = Withdrawal("old", "stock", MONDAY, MONDAY.replace(day=14), 0.1)
    own = figures(tiny().replace(withdrawals=(withdrawal,)))
    result = flows(own, put(own, hand_plan(own), ("old", "preparation"), 0, cases=18))
    assert cases(result.withdrawn[OLD_PREPARATION]) == [1, 1, 0, 0]  # 2 of 20 over two weeks
    assert cases(result.open[OLD_PREPARATION]) == [1, 0, 0, 0]
    assert cases(result.due[OLD]) == [18, 18, 18, 18]


def test_the_earliest_flows_wait_for_nothing_but_lags_and_withdrawals():
    withdrawal = Withdrawal("old", "stock", MONDAY, MONDAY.replace(day=14), 0.1)
    result = earliest(figures(tiny().replace(withdrawals=(withdrawal,))))
    assert cases(result.finished[OLD_PREPARATION]) == [18, 0, 0, 0]  # 2 stay to be withdrawn
    assert cases(result.finished[OLD_DECISION]) == [0, 18, 0, 0]
    assert cases(result.open_by_stream) == [[19, 0, 0, 0], [0, 0, 0, 0]]


def test_no_plan_is_ahead_of_the_earliest_flows(varied_figures):
    first = earliest(varied_figures)
    for seed in range(3):
        own = flows(varied_figures, greedy(varied_figures, seed))
        assert (own.finished_to_date <= first.finished_to_date).all()
    assert (first.open >= 0).all()


def test_nothing_is_lost_or_invented(varied_figures):
    own = flows(varied_figures, greedy(varied_figures))
    came = varied_figures.opening.sum() + varied_figures.lodged.sum()
    gone = own.decided.sum() + own.withdrawn_by_stream.sum() + own.converting[-1]
    assert came == gone + own.open_by_stream[:, -1].sum()


def test_a_lag_beyond_the_horizon_brings_nothing():
    assert later(np.array([1, 2, 3]), 4).tolist() == [0, 0, 0]


def test_conversion_shares_are_rounded_down_on_the_running_total():
    own = figures(varied())
    result = flows(own, greedy(own))
    for conversion, out in zip(own.conversions, result.converted_out_to_date, strict=True):
        total = result.finished_to_date[conversion.source]
        assert out.tolist() == [count * conversion.share // 10_000 for count in total.tolist()]
