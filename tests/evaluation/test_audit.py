"""What the audit lets pass, and what it finds."""

import math
import random
from dataclasses import replace

import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.result import LevelProof
from planner.domain.run_table import RUN_TABLES, RunTable
from planner.evaluation.audit import SHOWN, audit
from planner.evaluation.rules import RULES
from planner.evaluation.tables import run_tables
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import put
from tests.evaluation.mutations import changed, in_every_column, in_every_table, some, variants
from tests.evaluation.proofs import proofs
from tests.evaluation.rules.people import choices, started
from tests.formulation.build import everything


@pytest.fixture
def tables(tiny_figures, tiny_plan):
    return run_tables(tiny_figures, SHIPPED, tiny_plan, proofs(tiny_figures, tiny_plan))


@pytest.fixture(scope="session")
def varied_tables(varied_figures):
    plan = greedy(varied_figures)
    return run_tables(varied_figures, SHIPPED, plan, proofs(varied_figures, plan))


def findings(instance, tables, policy=SHIPPED):
    return audit(instance, policy, tables).findings


def with_rows(tables, name, rows):
    return {**tables, name: replace(tables[name], rows=tuple(rows))}


def test_a_right_plan_passes_every_rule(tiny_instance, tables):
    result = audit(tiny_instance, SHIPPED, tables)
    assert result.passed
    assert [rule.name for rule in result.rules] == [rule.name for rule in RULES]
    assert result.violations == 0


def test_a_plan_without_proofs_passes(varied_instance, varied_figures):
    assert findings(varied_instance, run_tables(varied_figures, SHIPPED, greedy(varied_figures), [])) == ()


def test_a_wrong_number_is_shown_with_what_stood_and_what_was_expected(tiny_instance, tables):
    wrong = changed(tables, "stock", 0, 7, "1")
    assert findings(tiny_instance, wrong) == ('stock, row 2026-W23 old preparation, open: stood "1", expected "0".',)


def test_a_broken_rule_is_named_with_its_amount_and_week(tiny_instance, tiny_figures, tiny_plan):
    plan = put(tiny_figures, tiny_plan, ("old", "preparation"), 0, days=4)  # 40 hours needed, 32 there
    result = audit(tiny_instance, SHIPPED, run_tables(tiny_figures, SHIPPED, plan, []))
    assert result.findings == ("Rule processing_capacity does not hold: 8 hours too much, worst in 2026-W23.",)
    assert result.violations == 1


def test_every_change_of_a_single_cell_of_a_small_run_is_refused(tiny_instance, tables):
    order = random.Random(1)
    for name, table in tables.items():
        for row in range(len(table.rows)):
            for column in range(len(table.columns)):
                cell = order.choice(variants(tables, name, row, column, order))
                wrong = changed(tables, name, row, column, cell)
                assert findings(tiny_instance, wrong), f"{name}, {table.rows[row]}, {column}: {cell}"


def test_every_change_of_a_single_cell_about_people_who_start_is_refused():
    own = choices()
    plan = started(own, 2, 0, 0, 1, 0, 1)
    tables = run_tables(own, SHIPPED, plan, proofs(own, plan))
    assert findings(own.instance, tables) == ()
    for row in range(3):
        for column in range(7):
            for cell in variants(tables, "intakes", row, column, random.Random(1)):
                wrong = changed(tables, "intakes", row, column, cell)
                assert findings(own.instance, wrong), f"{row}, {column}: {cell}"


@pytest.fixture(scope="module")
def full():
    """An instance with something for every rule, and a run of it in which no table is empty."""
    own = figures(everything())
    plan = greedy(own)
    tables = run_tables(own, SHIPPED, plan, proofs(own, plan))
    assert findings(own.instance, tables) == ()
    assert {name for name, table in tables.items() if not table.rows} == set()
    assert list(tables) == [declared.name for declared in RUN_TABLES]
    return own.instance, tables


def accepted(instance, changes):
    """Changes made, and those that the audit lets pass."""
    made = [(name, words, bool(findings(instance, wrong))) for name, words, wrong in changes]
    return {name for name, _, _ in made}, [f"{name}: {words}" for name, words, refused in made if not refused]


def test_a_change_in_any_column_of_any_table_is_refused(full):
    instance, tables = full
    assert accepted(instance, in_every_column(tables, 3, seed=3)) == (set(tables), [])


def test_a_row_twice_missing_or_out_of_order_in_any_table_is_refused(full):
    instance, tables = full
    assert accepted(instance, in_every_table(tables, seed=4)) == (set(tables), [])


@pytest.mark.slow
def test_a_change_of_any_cell_of_any_table_is_refused(full):
    instance, tables = full
    assert accepted(instance, in_every_column(tables, 10_000, seed=5)) == (set(tables), [])


def test_random_changes_of_a_single_cell_are_refused(varied_instance, varied_tables):
    accepted = [words for words, wrong in some(varied_tables, 200, 2) if not findings(varied_instance, wrong)]
    assert accepted == []


@pytest.mark.slow
def test_many_random_changes_of_a_single_cell_are_refused(varied_instance, varied_figures):
    for seed in range(5):
        plan = greedy(varied_figures, seed)
        tables = run_tables(varied_figures, SHIPPED, plan, proofs(varied_figures, plan))
        accepted = [words for words, wrong in some(tables, 1000, seed) if not findings(varied_instance, wrong)]
        assert accepted == []


@pytest.mark.parametrize("name", ["staff", "cases", "stock", "workforce", "levels", "targets", "kpis"])
def test_a_row_twice_missing_or_out_of_order_is_found(name, tiny_instance, tables):
    rows = tables[name].rows
    assert findings(tiny_instance, with_rows(tables, name, (rows[0], *rows)))
    assert findings(tiny_instance, with_rows(tables, name, rows[1:]))
    assert findings(tiny_instance, with_rows(tables, name, (rows[1], rows[0], *rows[2:])))


def test_rows_that_are_left_out_by_rule_may_not_stand_there(tiny_instance, tables):
    rows = (*tables["staff"].rows, ("2026-W26", "north", "officers", "old", "decision", "0"))
    assert findings(tiny_instance, with_rows(tables, "staff", rows))


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        (0, "2026-W30", "the instance has no such week, label, work, intake or team"),
        (1, "south", "the instance has no such week, label, work, intake or team"),
        (4, "hearing", "the instance has no such week, label, work, intake or team"),
        (5, "5.5", 'staff_days: stood "5.5", expected a whole number'),
        (5, "-5", 'staff_days: stood "-5", expected a whole number'),
        (5, "9" * 30, "expected a whole number"),
    ],
)
def test_a_decision_that_cannot_be_read_is_found(column, cell, words, tiny_instance, tables):
    assert any(words in finding for finding in findings(tiny_instance, changed(tables, "staff", 0, column, cell)))


@pytest.mark.parametrize("cell", ["1.0000001", "four", "", "1e1", "9" * 30])
def test_cases_off_the_grid_are_found(cell, tiny_instance, tables):
    assert any(
        "expected a number of cases" in own for own in findings(tiny_instance, changed(tables, "cases", 0, 4, cell))
    )


def test_two_rows_for_the_same_work_are_found(tiny_instance, tables):
    rows = tables["staff"].rows
    assert any("more than once" in own for own in findings(tiny_instance, with_rows(tables, "staff", (*rows, rows[0]))))


def test_missing_and_unknown_tables_and_columns_are_found(tiny_instance, tables):
    without = {name: table for name, table in tables.items() if name != "stock"}
    assert findings(tiny_instance, without) == ("The run has no table stock.",)
    extra = {**tables, "siestas": RunTable("siestas", (), ())}
    assert "The run has a table siestas that is not known." in findings(tiny_instance, extra)
    other = {**tables, "kpis": replace(tables["kpis"], columns=("name", "unit", "number"))}
    assert findings(tiny_instance, other) == ("kpis: the columns stood as name unit number, expected name unit value.",)
    short = with_rows(tables, "kpis", [("lodged", "cases")])
    assert findings(tiny_instance, short) == ("kpis, row 1: does not have 3 cells.",)


def level_findings(instance, own, plan, **changes):
    stated = [replace(proof, **changes) if place == 0 else proof for place, proof in enumerate(proofs(own, plan))]
    return findings(instance, run_tables(own, SHIPPED, plan, stated))


def test_a_bound_above_the_plan_itself_is_impossible(tiny_instance, tiny_figures, tiny_plan):
    # value 240; tolerance 0.24
    assert level_findings(tiny_instance, tiny_figures, tiny_plan, bound=240.24) == ()
    assert level_findings(tiny_instance, tiny_figures, tiny_plan, bound=240.25) == (
        'levels, row pact_on_time, bound: stood "240.25", expected at most the value plus tolerance 240.24 '
        "of this very plan.",
    )


def test_no_bound_at_all_may_be_stated(tiny_instance, tiny_figures, tiny_plan):
    assert level_findings(tiny_instance, tiny_figures, tiny_plan, bound=-math.inf) == ()


@pytest.mark.parametrize("tolerance", [-0.1, 5.1])
def test_a_tolerance_below_zero_or_above_half_the_floor_is_found(tolerance, tiny_instance, tiny_figures, tiny_plan):
    assert level_findings(tiny_instance, tiny_figures, tiny_plan, tolerance=tolerance)


@pytest.mark.parametrize("changes", [{"bound": math.nan}, {"bound": math.inf}, {"tolerance": math.inf}])
def test_a_bound_or_tolerance_that_is_no_number_is_found(changes, tiny_instance, tiny_figures, tiny_plan):
    assert level_findings(tiny_instance, tiny_figures, tiny_plan, **changes)


@pytest.mark.parametrize("column", ["bound", "tolerance"])
def test_the_last_digit_of_a_reached_bound_and_its_tolerance_counts(column, tiny_instance, tiny_figures, tiny_plan):
    stated = [replace(proof, bound=proof.value) for proof in proofs(tiny_figures, tiny_plan)]
    tables = run_tables(tiny_figures, SHIPPED, tiny_plan, stated)
    place = tables["levels"].columns.index(column)
    for row, own in enumerate(tables["levels"].rows):
        for towards in (math.inf, -math.inf):
            cell = repr(math.nextafter(float(own[place]), towards))
            assert findings(tiny_instance, changed(tables, "levels", row, place, cell))


def test_another_policy_or_instance_is_refused(tiny_instance, tables):
    weighted = SHIPPED.replace(terminal_weeks=25.0)
    assert findings(tiny_instance, tables, weighted)
    more = tiny_instance.replace(staff=(replace(tiny_instance.staff[0], people=2.1),))
    assert findings(more, tables)


def test_many_findings_are_counted_beyond_the_first(varied_instance, varied_figures):
    empty = run_tables(varied_figures, SHIPPED, greedy(varied_figures, 1), [])
    other = run_tables(varied_figures, SHIPPED, greedy(varied_figures, 2), [])
    found = [own for own in findings(varied_instance, {**empty, "stock": other["stock"]}) if own.startswith("stock")]
    assert len(found) == SHOWN + 1
    assert found[-1].endswith("more like these.")


def test_a_proof_of_an_unknown_level_is_not_shown(tiny_figures, tiny_plan):
    stated = [LevelProof("beauty", "", 0.0, 0.0, 0.0, 0.0)]
    assert run_tables(tiny_figures, SHIPPED, tiny_plan, stated) == run_tables(tiny_figures, SHIPPED, tiny_plan, [])


def test_the_audit_works_out_the_figures_itself(tiny_instance, tiny_figures, tiny_plan):
    wrong = replace(tiny_figures, rooms=tiny_figures.rooms * 2)
    assert findings(tiny_instance, run_tables(wrong, SHIPPED, tiny_plan, []))
    assert findings(tiny_instance, run_tables(figures(tiny_instance), SHIPPED, tiny_plan, [])) == ()
