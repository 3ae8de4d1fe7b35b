"""Tables of a run that cannot be read are named, all of them, with line and column."""

import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.run_table import RUN_TABLES, RunTable
from planner.evaluation.tables import run_tables
from planner.files.run_cells import SHOWN, cell_problems
from tests.evaluation.build import varied
from tests.evaluation.greedy import greedy


@pytest.fixture(scope="module")
def tables():
    own = figures(varied())
    return run_tables(own, SHIPPED, greedy(own), [])


def changed(tables, name, line, column, text):
    """The tables with another text in one cell; lines count from 1, the header's."""
    own = tables[name]
    row = list(own.rows[line - 2])
    row[own.columns.index(column)] = text
    rows = (*own.rows[: line - 2], tuple(row), *own.rows[line - 1 :])
    return tables | {name: RunTable(name, own.columns, rows)}


def test_what_the_planner_writes_is_read(tables):
    assert list(cell_problems("tables", tables)) == []


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("streams", "open", "many"),
        ("streams", "open", ""),
        ("streams", "open", "nan"),
        ("workforce", "week", "2026-W60"),
        ("start_group", "date", "soon"),
        ("staff", "staff_days", "1e999"),
    ],
)
def test_a_cell_that_is_not_what_its_column_holds_is_named(tables, table, column, text):
    (problem,) = cell_problems("tables", changed(tables, table, 3, column, text))
    assert (problem.file, problem.line, problem.column, problem.found) == (f"tables/{table}.csv", 3, column, text)


def test_an_optional_cell_may_be_empty(tables):
    assert list(cell_problems("tables", changed(tables, "chain", 2, "cap", ""))) == []


def test_every_missing_table_and_wrong_shape_is_named(tables):
    short = RunTable("kpis", tables["kpis"].columns, (("opening_stock", "cases"),))
    other = RunTable("targets", ("name", "value"), ())
    broken = {name: table for name, table in tables.items() if name != "health"} | {"kpis": short, "targets": other}
    assert [problem.file for problem in cell_problems("t", broken)] == ["t/health.csv", "t/targets.csv", "t/kpis.csv"]
    assert len(list(cell_problems("t", {}))) == len(RUN_TABLES)


def test_a_table_full_of_problems_is_cut_short(tables):
    own = tables["streams"]
    rows = tuple(("x", *row[1:]) for row in own.rows)
    found = list(cell_problems("t", tables | {"streams": RunTable("streams", own.columns, rows)}))
    assert len(found) == SHOWN + 1
