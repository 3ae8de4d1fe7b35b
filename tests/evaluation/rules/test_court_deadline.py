"""Cases late for a court as stated against those by the rows."""

from dataclasses import replace
from datetime import date

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import CourtDate, Stock
from planner.domain.weeks import Week
from planner.evaluation.flows import flows
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan, put
from tests.evaluation.rules.breaking import worst


def with_dates() -> Figures:
    """Of 20 old cases 12 have a date: 2 before the horizon, 6 in week 1, 4 after it."""
    return figures(
        tiny().replace(
            court_dates=(
                CourtDate("old", "preparation", Week.parse("2026-W10"), 2.0),
                CourtDate("old", "preparation", Week.parse("2026-W24"), 6.0),
                CourtDate("old", "preparation", Week.parse("2026-W40"), 4.0),
            )
        )
    )


def test_what_is_due_and_not_decided_is_late():
    # prepared 12 in week 0, decided 0, 5, 2 and 0 in weeks 0 to 3; due 2, 8, 8, 8
    own = with_dates()
    plan = put(own, hand_plan(own), ("old!", "preparation"), 0, cases=12.0)
    plan = put(own, put(own, plan, ("old!", "decision"), 1, cases=5.0), ("old!", "decision"), 2, cases=2.0)
    k = [stream.name for stream in own.streams].index("old!")
    assert (flows(own, plan).late[k] / UNIT).tolist() == [2.0, 3.0, 1.0, 1.0]
    assert worst("court_deadline", own, plan) == 0


def test_a_date_counted_for_the_wrong_week_is_found():
    # 6 cases due in week 2 instead of week 1
    own = with_dates()
    curve = own.deadlines.planned
    k = [stream.name for stream in own.streams].index("old!")
    opening = curve.opening.copy()
    opening[k] = [2 * UNIT, 0, 6 * UNIT, 0]
    wrong = replace(own, deadlines=replace(own.deadlines, planned=replace(curve, opening=opening)))
    assert worst("court_deadline", wrong, hand_plan(own)) == 6.0


def test_the_cases_lodged_first_are_taken_from_the_stock():
    # 20 lodged in June 2025 and 5 in 2024: the 5 go, and 7 of the 20
    instance = tiny()
    older = Stock("old", "preparation", date(2024, 1, 1), date(2024, 12, 31), 5.0)
    own = with_dates().instance.replace(stock=(*instance.stock, older))
    own_figures = figures(own)
    place = own_figures.task_names.index
    assert own_figures.opening[place(("old", "preparation"))] == 13 * UNIT
    assert own_figures.opening[place(("old!", "preparation"))] == 12 * UNIT
    # old cases are due 6 months after June 2025: all 13 in the first week, none of the 5 older ones any more
    assert own_figures.deadlines.planned.opening[0].tolist() == [13 * UNIT, 0, 0, 0]
    for rule in ("case_balance", "clearance", "decision_deadline"):
        empty = replace(hand_plan(own_figures), finished=np.zeros((1, len(own_figures.tasks), 4), dtype=np.int64))
        assert worst(rule, own_figures, empty) == 0


def test_cases_with_a_date_do_not_withdraw_and_have_no_other_term():
    stream = next(own for own in with_dates().streams if own.court)
    assert (stream.name, stream.base, stream.old, stream.term, stream.late_term) == (
        "old!",
        "old",
        True,
        None,
        "late_court",
    )
