"""`planner forecast`: an edition becomes scenarios, and a plan becomes rows."""

import csv
import io
import shutil

import pytest

from planner.files.instance import read_instance
from tests.cli.folders import small_folder
from tests.cli.run import INSTANCES, document, planner

COLUMNS = "edition,edition_date,source,year,stream,scenario,cases\n"


def edition(streams=("N1", "N4"), scenarios=("min", "medio", "max"), years=(2026, 2027)):
    cases = {"min": 3000, "medio": 5000, "max": 9000}
    return COLUMNS + "".join(
        f'MPP 2026-2,2026-09-25,"Autumn, table 3",{year},{stream},{scenario},{cases.get(scenario, 1)}\n'
        for year in years
        for stream in streams
        for scenario in scenarios
    )


@pytest.fixture
def there(tmp_path):
    """A copy of the national instance, and a file with an edition."""
    instance = tmp_path / "instance"
    shutil.copytree(INSTANCES / "ind-2026", instance)
    (tmp_path / "mpp.csv").write_text(edition(), encoding="utf-8")
    return instance, tmp_path / "mpp.csv"


def test_an_edition_becomes_a_scenario_for_each_of_its_own(there):
    instance, file = there
    done = planner("forecast", "import", instance, file, "--edition", "MPP 2026-2", "--scenario-prefix", "mpp")
    assert (done.returncode, done.stderr) == (0, "")
    assert "mpp-max.toml is a scenario now" in done.stdout
    inflow = read_instance(instance, "mpp-max").inflow
    assert [(row.cases, row.season) for row in inflow if row.stream == "N1" and row.first.year == 2027] == [
        (9000, "asylum")
    ]
    assert [row.cases for row in inflow if row.stream == "N3" and row.first.year == 2027] == [5350]
    assert planner("check", instance, "--scenario", "mpp-min").returncode == 0


def test_the_document_names_the_scenarios_and_what_was_left_out(there):
    instance, file = there
    file.write_text(edition(years=(2025, 2026)), encoding="utf-8")
    done = planner("forecast", "import", instance, file, "--json")
    found = document(done)
    assert found["scenarios"] == ["mpp-2026-2-min", "mpp-2026-2-medio", "mpp-2026-2-max"]
    assert found["left_out"] == [2025]
    assert "2025" in done.stderr


def test_with_a_problem_nothing_is_written_and_all_are_told(there):
    instance, file = there
    file.write_text(edition(streams=("N1", "N44", "O1")), encoding="utf-8")
    before = sorted((instance / "scenarios").iterdir())
    done = planner("forecast", "import", instance, file, "--json")
    assert done.returncode == 2
    assert sorted(error["code"] for error in document(done)["errors"]) == ["E302"] * 6 + ["E409"] * 6
    assert {error["file"] for error in document(done)["errors"]} == {"mpp.csv"}
    assert sorted((instance / "scenarios").iterdir()) == before


def test_problems_of_the_instance_come_with_those_of_the_file(there):
    instance, file = there
    (instance / "stock.csv").unlink()
    file.write_text(edition(scenarios=("min", "most")).replace("most", "max", 1), encoding="utf-8")
    codes = {error["code"] for error in document(planner("forecast", "import", instance, file, "--json"))["errors"]}
    assert {"E102", "E208"} <= codes


def test_nothing_is_written_over_and_none_of_three_is_written_when_one_is_there(there):
    instance, file = there
    (instance / "scenarios" / "mpp-max.toml").touch()
    done = planner("forecast", "import", instance, file, "--scenario-prefix", "mpp", "--json")
    assert (done.returncode, document(done)["errors"][0]["code"]) == (2, "E141")
    assert not (instance / "scenarios" / "mpp-min.toml").exists()


def test_a_prefix_that_cannot_name_a_file_is_refused(there):
    instance, file = there
    assert planner("forecast", "import", instance, file, "--scenario-prefix", "../mpp").returncode == 2


def rows(done):
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_an_instance_gives_its_inflow_and_takes_it_again(there):
    instance, _ = there
    out = instance.parent / "out.csv"
    options = ("--edition", "Plan", "--edition-date", "2026-10-05", "--as", "max")
    assert planner("forecast", "export", instance, *options, "--out", out).returncode == 0
    assert planner("forecast", "import", instance, out, "--scenario-prefix", "own").returncode == 0
    done = planner("forecast", "export", instance, "--scenario", "own-max", *options)
    again, first = rows(done), list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    keys = ("year", "stream", "first", "last", "figure")
    assert [[row[key] for key in keys] for row in again] == [[row[key] for key in keys] for row in first]
    assert [float(row["cases"]) for row in again] == pytest.approx([float(row["cases"]) for row in first], abs=1e-4)


def test_a_run_gives_its_production_beside_its_inflow(tmp_path):
    """60 people decide all 20 old cases, but for a grain that rounding leaves."""
    run = tmp_path / "run"
    planner("baseline", small_folder(tmp_path / "instance", 60.0), "--rule", "rule-pact-first", "--out", run)
    found = document(planner("forecast", "export", run, "--edition-date", "2026-10-05", "--json"))["rows"]
    assert {row["figure"] for row in found} == {"inflow", "production"}
    (old,) = (row for row in found if row["stream"] == "old")
    assert (old["year"], old["first"], old["last"]) == (2026, "2026-06-01", "2026-06-28")
    assert old["cases"] == pytest.approx(20, abs=1e-5)
    (lodged,) = (row for row in found if row["figure"] == "inflow")
    assert (lodged["stream"], lodged["cases"], lodged["evidence"]) == ("new", 28, "D")


def test_a_file_that_is_there_is_not_written_over(there):
    instance, file = there
    assert planner("forecast", "export", instance, "--out", file).returncode == 2
    assert file.read_text(encoding="utf-8") == edition()
