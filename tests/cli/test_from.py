"""`planner solve --from`: another run's plan is put in its place by names, and the new run says where it began."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from planner.cli.begun import Decided, placed
from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.domain.run_table import DECISION_TABLES
from planner.evaluation.tables import run_tables
from planner.files.run_folder import read_tables
from planner.files.writing import write_instance
from tests.cli.folders import small, small_folder
from tests.cli.run import INSTANCES, document, planner
from tests.evaluation.greedy import greedy
from tests.files.folders import broken
from tests.formulation.build import everything


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run of the small instance with 6 people, in which every target is met."""
    folder = tmp_path_factory.mktemp("from")
    done = planner("solve", small_folder(folder / "instance", 6.0), "--out", folder / "first", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "first"


@pytest.fixture
def more(tmp_path):
    """The same instance with a few more cases than planned for."""
    own = small(6.0)
    inflow = tuple(replace(row, cases=row.cases * 1.1) for row in own.inflow)
    write_instance(own.replace(inflow=inflow), tmp_path / "more")
    return tmp_path / "more"


def decided(instance) -> tuple[Decided, int]:
    """The decisions of a plain plan, and its staff-days."""
    own = figures(instance)
    plan = greedy(own)
    tables = run_tables(own, SHIPPED, plan, ())
    return Decided("first", {}, {name: tables[name] for name in DECISION_TABLES}, None), int(plan.staff_days.sum())


def staff_rows(run: Decided) -> list[tuple[str, ...]]:
    return [row for name in ("staff", "team_staff") for row in run.tables[name].rows]


def test_a_run_says_from_which_one_it_began_and_passes_the_audit(run, more, tmp_path):
    out = tmp_path / "second"
    done = planner("solve", more, "--from", run, "--solver", "decomposition", "--out", out, "--json")
    assert done.returncode == 0, done.stderr
    days = sum(int(row[-1]) for row in read_tables(run)["staff"].rows)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    hashes = json.loads((run / "manifest.json").read_text(encoding="utf-8"))["files"]
    tables = {f"tables/{name}.csv" for name in DECISION_TABLES}
    assert document(done)["from"] == manifest["from"]
    assert manifest["from"] == {
        "run": "first",
        "tables": {name: own for name, own in hashes.items() if name in tables},
        "staff_days": days,
        "placed": days,
        "taken": True,
    }
    log = (out / "solver.log").read_text(encoding="utf-8")
    assert "plan to begin from" in log
    assert "  relaxation\n" not in log
    assert planner("audit", out, "--bound").returncode == 0


def test_bounds_of_the_run_are_carried_over_and_without_them_they_are_worked_out_anew(more, tmp_path):
    first = tmp_path / "one"
    assert planner("solve", more, "--solver", "decomposition", "--out", first).returncode == 0
    done = planner("solve", more, "--from", first, "--out", tmp_path / "two", "--solver", "decomposition", "--json")
    assert "worked out anew" not in done.stderr
    levels = [json.loads((own / "manifest.json").read_text())["levels"] for own in (first, tmp_path / "two")]
    assert [level["bound"] for level in levels[0]] == pytest.approx([level["bound"] for level in levels[1]], rel=1e-6)
    assert planner("audit", tmp_path / "two", "--bound").returncode == 0
    (first / "bounds.npz").write_bytes(b"nothing")
    done = planner("solve", more, "--from", first, "--out", tmp_path / "three", "--solver", "decomposition", "--json")
    assert (done.returncode, "bounds are worked out anew: bounds.npz" in done.stderr) == (0, True)


def test_an_engine_that_takes_no_plan_says_so(run, more, tmp_path):
    done = planner("solve", more, "--from", run, "--out", tmp_path / "second", "--json")
    assert (done.returncode, document(done)["from"]["taken"]) == (0, False)
    assert f"scip did not begin from the plan of {run}." in done.stderr
    asked = planner("solve", more, "--from", run, "--solver", "scip", "--out", tmp_path / "third")
    assert (asked.returncode, "scip takes no plan to begin from" in asked.stderr) == (2, True)


def test_a_run_that_began_from_nothing_has_nothing_to_say(run):
    assert json.loads((run / "manifest.json").read_text(encoding="utf-8"))["from"] is None


def test_all_that_is_wrong_with_instance_and_run_comes_at_once(run, tmp_path):
    bad = Path(shutil.copytree(run, tmp_path / "bad"))
    (bad / "tables" / "cases.csv").unlink()
    (bad / "tables" / "intakes.csv").write_bytes(b'a,"b\n\xff')
    staff = bad / "tables" / "staff.csv"
    staff.write_text(staff.read_text(encoding="utf-8").replace("2026-W", "week ", 1), encoding="utf-8")
    instance = broken("E203-thousands-mark", tmp_path)
    done = planner("solve", instance, "--from", bad, "--out", tmp_path / "run", "--json", cwd=tmp_path)
    assert done.returncode == 2
    found = [(error["code"], error["file"], error["line"], error["column"]) for error in document(done)["errors"]]
    assert found == [
        ("E102", str(bad / "tables" / "cases.csv"), 0, ""),
        ("E104", str(bad / "tables" / "intakes.csv"), 0, ""),
        ("E202", str(staff), 2, "week"),
        ("E203", "stock.csv", 2, "cases"),
    ]
    assert not (tmp_path / "run").exists()


def test_a_run_of_something_else_altogether_is_refused(run, tmp_path):
    done = planner("solve", INSTANCES / "uk-2023", "--from", run, "--out", tmp_path / "run")
    assert (done.returncode, done.stdout) == (2, "")
    assert "none is on work that is in" in done.stderr


def test_a_folder_that_is_no_run_is_refused(more, tmp_path):
    done = planner("solve", more, "--from", tmp_path, "--out", tmp_path / "run", "--json")
    assert (done.returncode, document(done)["errors"][0]["code"]) == (2, "E102")


def test_a_place_more_and_labels_in_another_order_move_nobody():
    own = everything()
    wider = own.replace(
        locations=(*own.locations[::-1], replace(own.locations[0], location="south", name="South")),
        groups=own.groups[::-1],
        streams=own.streams[::-1],
    )
    before, days = decided(own)
    begun = placed(before, wider)
    assert (begun.staff_days, begun.placed) == (days, days)
    tables = run_tables(figures(wider).decided(begun.plan.taken, begun.plan.team_open), SHIPPED, begun.plan, ())
    assert sorted(tables["staff"].rows) == sorted(before.tables["staff"].rows)
    assert sorted(tables["intakes"].rows) == sorted(before.tables["intakes"].rows)


def test_what_has_no_place_any_more_is_left_out_and_counted():
    # All that the preparers do has no place once they may do nothing.
    own = everything()
    before, days = decided(own)
    lost = sum(int(row[-1]) for row in staff_rows(before) if row[2] == "prepare")
    assert lost > 0
    narrower = own.replace(eligibility=tuple(row for row in own.eligibility if row.group != "prepare"))
    begun = placed(before, narrower)
    assert (begun.staff_days, begun.placed) == (days, days - lost)


def test_weeks_outside_the_horizon_do_not_count():
    own = everything()
    before, days = decided(own)
    last = own.header.last - timedelta(weeks=1)
    begun = placed(before, own.replace(header=replace(own.header, last=last)))
    weeks = {str(week) for week in figures(own).weeks[:2]}
    inside = sum(int(row[-1]) for row in staff_rows(before) if row[0] in weeks)
    assert 0 < inside < days
    assert begun.staff_days == begun.placed == inside
