"""The tables of the plan written by hand."""

from datetime import date

import pytest

from planner.domain.column import ALL
from planner.domain.instance import Overtime
from planner.domain.policy import SHIPPED
from planner.domain.result import LevelProof
from planner.domain.run_table import RUN_TABLES
from planner.evaluation.tables import number, run_tables
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import put
from tests.evaluation.proofs import proofs
from tests.evaluation.rules.people import choices, started


@pytest.fixture
def tables(tiny_figures, tiny_plan):
    return run_tables(tiny_figures, SHIPPED, tiny_plan, proofs(tiny_figures, tiny_plan))


def test_every_declared_table_is_there_with_its_columns(tables):
    assert list(tables) == [declared.name for declared in RUN_TABLES]
    for declared in RUN_TABLES:
        assert tables[declared.name].columns == tuple(column.name for column in declared.columns)
        assert all(len(row) == len(declared.columns) for row in tables[declared.name].rows)


def test_keys_are_unique(varied_figures):
    tables = run_tables(varied_figures, SHIPPED, greedy(varied_figures), [])
    for declared in RUN_TABLES:
        keys = [row[: len(declared.key)] for row in tables[declared.name].rows]
        assert len(set(keys)) == len(keys)


def test_staff_and_cases_hold_the_decisions_sorted_and_without_zeros(tables):
    assert tables["staff"].rows[:3] == (
        ("2026-W23", "north", "officers", "old", "preparation", "5"),
        ("2026-W23", "north", "officers", "new", "hearing", "5"),
        ("2026-W24", "north", "officers", "old", "decision", "5"),
    )
    assert tables["cases"].rows[-1] == ("2026-W26", "north", "new", "decision", "4")
    assert len(tables["staff"].rows) == len(tables["cases"].rows) == 8


def test_stock_balances_and_leaves_rows_of_zeros_out(tables):
    assert tables["stock"].rows[:3] == (
        # entered, finished, withdrawn, converted, open, staff-days
        ("2026-W23", "old", "preparation", "0", "20", "0", "0", "0", "5"),
        ("2026-W23", "new", "hearing", "7", "4", "0", "0", "3", "5"),
        ("2026-W23", "new", "decision", "4", "0", "0", "0", "4", "0"),
    )


def test_streams_show_what_is_between_stages(tables):
    # lodged, decided, converted in and out, withdrawn, open, in transit
    assert tables["streams"].rows[:2] == (
        ("2026-W23", "old", "syria", "4", "0", "0", "0", "0", "0", "20", "20"),
        ("2026-W23", "new", "other", "4", "7", "0", "0", "0", "0", "7", "0"),
    )


def test_deadlines_have_hearing_columns_where_there_is_a_reaction_time(tables):
    # due, finished, late; due and late by law; hearings due, heard, late
    assert tables["deadlines"].rows[2:4] == (
        ("2026-W24", "old", "20", "10", "10", "20", "10", "", "", "", "", "", ""),
        ("2026-W24", "new", "7", "0", "7", "7", "7", "14", "8", "6", "", "", ""),
    )


def test_workforce_places_and_interpreters_show_supply_and_use(tables):
    assert tables["workforce"].rows[3] == ("2026-W26", "north", "officers", "2.0", "2.0", "10", "7", "0", "3")
    # week 0: 50 room hours, 4 hearings of 10; 20 x 2 + 4 x 10 hours of work; 24 cases
    assert tables["places"].rows[0] == ("2026-W23", "north", "50", "40", "0", "80", "24", "")
    assert tables["interpreters"].rows[0] == ("2026-W23", "arabic", "40", "20")


def test_intakes_are_rows_by_week_and_count_in_the_workforce():
    # two hired in week 0 (half a mentor each, nothing yet), one moves in week 1; 5 days a week for a person's work
    own = choices(overtime=(Overtime(ALL, ALL, date(2026, 6, 1), date(2026, 6, 28), 0.2, 60.0),))
    plan = put(own, started(own, 2, 0, 0, 1, 0, 0), ("old", "preparation"), 0, days=6)
    tables = run_tables(own, SHIPPED, plan, [])
    assert tables["intakes"].rows == (
        ("2026-W23", "hire", "north", "officers", "", "", "2"),
        ("2026-W24", "move", "south", "officers", "north", "officers", "1"),
    )
    # people, their work, days supplied, used, overtime, idle; 2 - 2 x 0.5 = 1 works in week 0
    assert tables["workforce"].rows[:4] == (
        ("2026-W23", "north", "officers", "4.0", "1.0", "5", "6", "1", "-1"),
        ("2026-W23", "south", "officers", "1.0", "1.0", "5", "0", "0", "5"),
        ("2026-W24", "north", "officers", "3.0", "0.0", "0", "0", "0", "0"),
        ("2026-W24", "south", "officers", "2.0", "2.0", "10", "0", "0", "10"),
    )
    # 2 x 100 + 1 x 10; a day of 8 hours at 60
    assert tables["levels"].rows[-1][3] == "690.0"


def test_levels_show_bound_and_gap_exactly(tiny_figures, tiny_plan):
    stated = [LevelProof("pact_on_time", "", 0.0, 0.1, 0.2, 0.0)]
    rows = run_tables(tiny_figures, SHIPPED, tiny_plan, stated)["levels"].rows
    assert rows[0] == (
        "1",
        "pact_on_time",
        "case-weeks",
        "240.0",
        "0.1",
        "239.9",
        "0.2",
        "240.2",
        "10.0",
        "0.9995833333333334",
    )
    assert rows[2][3:] == ("0.0", "", "", "", "", "5.0", "")  # no proof


def test_zero_has_no_sign():
    assert number(-0.0) == "0.0"


def test_kpis_say_when_the_old_cases_are_cleared_and_how_long_cases_wait(tables):
    found = {name: value for name, _, value in tables["kpis"].rows}
    assert found["old_cleared_in"] == "2026-W25"  # open 20, 10, 0
    assert found["mean_wait_old"] == "1.5"  # 30 case-weeks for 20 decisions
    assert found["mean_wait_pact"] == "4.1667"  # 50 for 12
    assert (found["staff_days_supplied"], found["staff_days_used"], found["staff_days_idle"]) == ("40", "37", "3")
    assert found["hours_worked"] == "288"  # 20 x 2 + 20 x 4 + 12 x 10 + 12 x 4
    assert (found["late_nuisance_legal"], found["late_nuisance_legal_peak"], found["reaction_late"]) == (
        "22",
        "9",
        "38",
    )


def test_old_cases_that_stay_are_cleared_in_no_week(varied_figures):
    tables = run_tables(varied_figures, SHIPPED, greedy(varied_figures), [])
    assert {name: value for name, _, value in tables["kpis"].rows}["old_cleared_in"] == ""
