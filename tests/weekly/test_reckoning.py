"""Actuals are held against the conservation of cases and last week's state; what is wrong is named, or corrected."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from planner.domain.actuals import Actual
from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Conversion, Instance, Withdrawal
from planner.domain.weeks import Week
from planner.files.actuals_file import PlacedActual, check_rows
from planner.files.place import Place
from planner.weekly.advance import advanced
from planner.weekly.happened import as_planned
from planner.weekly.reckoning import Reckoned, reckoned
from planner.weekly.simulated import simulated_week
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan

WEEK = Week(MONDAY)


def placed(*rows: Actual) -> list[PlacedActual]:
    return [PlacedActual(row, Place("actuals.csv", line)) for line, row in enumerate(rows, start=2)]


def lodged(number: float) -> Actual:
    return Actual(WEEK, "lodged", number, stream="new")


def finished(stream: str, stage: str, number: float) -> Actual:
    return Actual(WEEK, "finished", number, stream=stream, stage=stage)


def still_open(stream: str, stage: str, number: float) -> Actual:
    return Actual(WEEK, "open", number, stream=stream, stage=stage)


AS_PLANNED = (lodged(7), finished("old", "preparation", 20), finished("new", "hearing", 4))
"""The first week of the plan written by hand: 20 prepared, 7 lodged and 4 of them heard."""


def week(*rows: Actual, instance: Instance | None = None) -> Reckoned:
    f = figures(instance or tiny())
    return reckoned(f, as_planned(f, hand_plan(f)), placed(*rows), "actuals.csv")


def test_a_week_as_planned_is_what_was_planned():
    f = figures(tiny())
    own = week(*AS_PLANNED)
    assert (own.problems, own.mismatches) == ([], [])
    planned = as_planned(f, hand_plan(f))
    for name in ("lodged", "withdrawn_lodged", "withdrawn_stock", "finished", "converted"):
        assert (getattr(own.happened, name) == getattr(planned, name)).all()


@pytest.mark.parametrize("missing", range(3))
def test_a_figure_that_the_plan_counts_on_is_asked_for(missing):
    rows = [row for number, row in enumerate(AS_PLANNED) if number != missing]
    (problem,) = week(*rows).problems
    assert (problem.code, problem.line, problem.found) == ("E613", 0, "no row")
    assert AS_PLANNED[missing].figure in problem.expected


def test_more_finished_than_there_was_is_a_mismatch_and_a_correction_brings_the_cases():
    # 7 lodged, 9 heard: 2 too many
    own = week(lodged(7), finished("old", "preparation", 20), finished("new", "hearing", 9))
    (mismatch,) = own.mismatches
    assert (mismatch.problem.code, mismatch.problem.line, mismatch.problem.found) == ("E615", 4, "9")
    assert mismatch.problem.expected.startswith("at most 7:")
    assert mismatch.cases == 2 * UNIT
    f = figures(tiny())
    state = figures(advanced(tiny(), hand_plan(f), own.corrected()))
    assert state.opening[state.task_names.index(("new", "hearing"))] == 0
    assert state.opening[state.task_names.index(("new", "decision"))] == 9 * UNIT


@pytest.mark.parametrize(("counted", "correction"), [(5, 2), (1, -2), (3, 0)])
def test_open_cases_that_were_counted_hold_against_what_follows(counted, correction):
    # 7 lodged, 4 heard: 3 wait
    own = week(*AS_PLANNED, still_open("new", "hearing", counted))
    assert sum(mismatch.cases for mismatch in own.mismatches) == correction * UNIT
    f = figures(tiny())
    state = figures(advanced(tiny(), hand_plan(f), own.corrected()))
    assert state.opening[state.task_names.index(("new", "hearing"))] == counted * UNIT


def test_cases_on_their_way_to_a_stage_count_among_those_open_for_it():
    # 20 prepared, a week before they can be decided
    assert week(*AS_PLANNED, still_open("old", "decision", 20)).mismatches == []
    (mismatch,) = week(*AS_PLANNED, still_open("old", "decision", 19)).mismatches
    assert mismatch.problem.expected.startswith("20: open before + entered - finished - withdrawn")


def test_no_more_withdraw_than_there_are():
    own = tiny()
    instance = own.replace(withdrawals=(Withdrawal("new", "lodged", MONDAY, own.header.last, 0.1),))
    rows = (lodged(7), finished("old", "preparation", 20), finished("new", "hearing", 0))
    found = week(*rows, Actual(WEEK, "withdrawn", 8, stream="new"), instance=instance)
    assert {mismatch.problem.code for mismatch in found.mismatches} == {"E615"}
    assert week(*rows, Actual(WEEK, "withdrawn", 7, stream="new"), instance=instance).mismatches == []


def test_more_cannot_go_over_than_finish():
    own = tiny()
    instance = own.replace(
        streams=(*own.streams, replace(own.streams[1], stream="other", name="Other")),
        work=(*own.work, *(replace(row, stream="other") for row in own.work if row.stream == "new")),
        conversions=(Conversion("new", "hearing", "other", "decision", 0.5, 1),),
    )
    gone = Actual(WEEK, "converted", 5, stream="new", stage="hearing", to_stream="other")
    (problem,) = week(*AS_PLANNED, gone, instance=instance).problems
    assert (problem.code, problem.found) == ("E614", "5")
    assert problem.expected.startswith("at most 4")
    fewer = week(*AS_PLANNED, replace(gone, number=3), instance=instance)
    assert (fewer.problems, fewer.happened.converted.tolist()) == ([], [3 * UNIT])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Actual(WEEK, "people", 3, location="south", group="officers"), "E302"),
        (Actual(WEEK, "staff_days", 3, location="south", group="officers"), "E302"),
    ],
)
def test_people_whom_the_state_does_not_know_are_refused(row, code):
    (problem,) = week(*AS_PLANNED, row).problems
    assert (problem.code, problem.column) == (code, "group")


@pytest.mark.parametrize(("number", "slip"), [(7, False), (41, False), (42, True), (0, False)])
def test_several_times_what_was_expected_is_taken_for_a_slip(number, slip):
    # 7 expected: a slip from above 3 x 7 + 20 on
    own = week(lodged(number), *AS_PLANNED[1:2], finished("new", "hearing", 0))
    assert [mismatch.problem.code for mismatch in own.mismatches] == ["E616"] * slip
    assert [mismatch.cases for mismatch in own.mismatches] == [0] * slip


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (Actual(WEEK, "lodged", 1), "E611", "stream"),
        (Actual(WEEK, "lodged", 1, stream="new", stage="hearing"), "E611", "stage"),
        (Actual(WEEK, "finished", 1, stream="new"), "E611", "stage"),
        (Actual(WEEK, "people", 1, location="north"), "E611", "group"),
        (Actual(WEEK, "court", 1, stream="new", stage="hearing"), "E611", "due_week"),
        (Actual(WEEK, "inflow", 1, stream="new", first=MONDAY), "E611", "last"),
        (Actual(WEEK, "lodged", 1, stream="nwe"), "E302", "stream"),
        (Actual(WEEK, "people", 1, location="north", group="nobody"), "E302", "group"),
        (Actual(WEEK, "converted", 1, stream="new", stage="hearing", to_stream="old"), "E302", "to_stream"),
        (Actual(WEEK, "finished", 1, stream="new", stage="preparation"), "E407", "stage"),
        (Actual(WEEK, "inflow", 1, stream="new", first=date(2026, 7, 2), last=date(2026, 7, 1)), "E403", "last"),
        (Actual(WEEK, "inflow", 1, stream="old", first=MONDAY, last=date(2026, 7, 1)), "E409", "stream"),
        (Actual(WEEK, "inflow", 1, stream="new", first=MONDAY, last=WEEK.sunday), "E612", "last"),
        (Actual(WEEK, "lodged", 1, stream="old"), "E409", "stream"),
        (Actual(WEEK, "no_show", 1, stream="old"), "E407", "stream"),
        (Actual(WEEK, "open_aged", 1, stream="new", first=MONDAY, last=date(2026, 7, 1)), "E612", "last"),
    ],
)
def test_a_row_that_makes_no_sense_is_named_with_its_column(row, code, column):
    (problem,) = check_rows(tiny(), placed(row))
    assert (problem.code, problem.column, problem.line) == (code, column, 2)


@pytest.mark.parametrize("seed", range(20))
def test_a_simulated_week_is_conserved(seed):
    f = figures(tiny())
    rows = simulated_week(f, hand_plan(f), seed, 0.3)
    own = reckoned(f, as_planned(f, hand_plan(f)), placed(*rows), "actuals.csv")
    assert (own.problems, own.mismatches) == ([], [])
    assert rows == simulated_week(f, hand_plan(f), seed, 0.3)
    assert all(own.happened.finished[n] % UNIT == 0 for n in range(len(f.tasks)))


def test_noise_changes_the_week():
    f = figures(tiny())
    numbers = {tuple(row.number for row in simulated_week(f, hand_plan(f), seed, 0.3)) for seed in range(20)}
    assert len(numbers) > 10
    assert np.isfinite([number for own in numbers for number in own]).all()


def test_ages_that_were_counted_take_the_place_of_first_in_first_out():
    # 3 of 7 new cases wait: two of March and one of May
    march = Actual(WEEK, "open_aged", 2, stream="new", first=date(2026, 3, 2), last=date(2026, 3, 31))
    may = Actual(WEEK, "open_aged", 1, stream="new", first=date(2026, 5, 1), last=date(2026, 5, 31))
    heard = Actual(WEEK, "open_aged", 4, stream="new", first=MONDAY, last=WEEK.sunday)
    own = week(*AS_PLANNED, march, may, heard)
    assert (own.problems, own.mismatches) == ([], [])
    state = advanced(tiny(), hand_plan(figures(tiny())), own.happened)
    stock = [(row.stage, row.lodged_first, row.cases) for row in state.stock if row.stream == "new"]
    # those that are heard are the oldest: first in, first out inside the stream
    assert stock == [
        ("decision", date(2026, 3, 2), 2),
        ("decision", date(2026, 5, 1), 1),
        ("decision", MONDAY, 1),
        ("hearing", MONDAY, 3),
    ]


def test_ages_that_do_not_add_up_to_what_is_open_are_a_mismatch():
    (mismatch,) = week(*AS_PLANNED, Actual(WEEK, "open_aged", 9, stream="new", first=MONDAY, last=MONDAY)).mismatches
    assert (mismatch.problem.found, mismatch.cases) == ("9", 0)
    assert mismatch.problem.expected.startswith("7 open cases of new")


def test_people_leave_as_many_as_expected_on_average_and_without_noise_just_these():
    # 52 people of whom half leave in a year: one in 104 a week, half a person.
    own = tiny()
    staff = tuple(replace(row, people=52.0, leavers_per_year=0.5) for row in own.staff)
    f = figures(own.replace(staff=staff))
    plan = hand_plan(figures(own))

    def left(seed: int, noise: float) -> float:
        return sum(52.0 - row.number for row in simulated_week(f, plan, seed, noise) if row.figure == "people")

    expected = 0.5 * len(staff)
    assert left(0, 0.0) == pytest.approx(expected)
    drawn = [left(seed, 0.15) for seed in range(400)]
    assert np.mean(drawn) == pytest.approx(expected, rel=0.2)
    assert min(drawn) < expected < max(drawn)
