"""Runs side by side, on tables with a row or two."""

import pytest

from planner.domain.run_table import RunTable, columns_of
from planner.evaluation.comparison import Label, compared


def table(name, *rows):
    return RunTable(name, columns_of(name), rows)


def run(left="3", cleared="2029-W20", kpis=(), staff=("5", "2")):
    return {
        "targets": table("targets", ("old_cleared", "no old case left", "cases", left, "no", "yes")),
        "levels": table("levels", ("1", "old_cleared", "cases", left, "1", "2", "0", "3", "5", "0.4")),
        "kpis": table("kpis", ("old_cleared_in", "week", cleared), *kpis),
        "workforce": table("workforce", ("2026-W24", "north", "all", "2", "2", "10", staff[0], "0", "5"),
                           ("2026-W25", "south", "all", "2", "2", "10", staff[1], "0", "10")),
        "streams": table("streams", ("2026-W24", "old", "any", "4", "0", "0", "0", "0", "0", "8", "0"),
                         ("2026-W25", "old", "any", "4", "0", "0", "0", "0", "0", "7", "0")),
    }  # fmt: skip


def by_name(*runs):
    return {(own.label.section, own.label.name): own for own in compared(runs)}


def test_the_first_run_is_the_reference():
    found = by_name(run("3"), run("1.5"))["targets", "old_cleared"]
    assert (found.values, found.differences) == ((3.0, 1.5), (0.0, -1.5))


def test_weeks_differ_by_weeks_across_the_year():
    """2029 has 52 weeks: W50, W51, W52, W01, W02 is four weeks."""
    found = by_name(run(cleared="2029-W50"), run(cleared="2030-W02"))["indicators", "old_cleared_in"]
    assert found.differences == (0.0, 4.0)


def test_a_figure_that_one_run_lacks_stands_with_nothing_beside_it():
    found = by_name(run(), run(kpis=(("penalties", "euro", "100"),)))["indicators", "penalties"]
    assert found.label == Label("indicators", "penalties", "euro")
    assert (found.values, found.differences) == ((None, 100.0), (None, None))


def test_a_level_has_its_bound_and_gap_beside_it():
    found = by_name(run(), run())
    assert [found["levels", f"old_cleared{part}"].values[0] for part in ("", " bound", " gap")] == [3.0, 1.0, 0.4]


def test_what_no_run_states_is_left_out():
    assert ("indicators", "old_cleared_in") not in by_name(run(cleared=""), run(cleared=""))


def test_staff_and_idle_days_add_up_by_group_and_by_location():
    found = by_name(run(staff=("5", "2")), run(staff=("4", "2")))
    assert found["staff-days by group", "all"].values == (7.0, 6.0)
    assert found["staff-days by location", "south"].values == (2.0, 2.0)
    assert found["idle staff-days by group", "all"].values == (15.0, 15.0)


def test_the_stock_is_that_of_the_last_week_also_where_its_rows_were_left_out():
    empty = run()
    empty["streams"] = table("streams", empty["streams"].rows[0])
    assert by_name(run(), empty)["open cases at the end", "4, any"].values == (7.0, 0.0)


def test_sections_stand_in_the_order_of_the_tables():
    sections = list(dict.fromkeys(own.label.section for own in compared([run(), run()])))
    assert sections[:4] == ["targets", "levels", "indicators", "open cases at the end"]


def test_a_number_that_is_none_is_refused():
    broken = run(staff=("many", "2"))
    with pytest.raises(ValueError, match="many"):
        compared([run(), broken])
