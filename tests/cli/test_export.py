"""`planner export`."""

import pytest

from planner.domain.policy import SHIPPED
from planner.files.instance import read_instance
from tests.cli.folders import small, small_folder
from tests.cli.run import document, planner


@pytest.fixture(scope="module")
def small_run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    planner("solve", small_folder(folder / "instance"), "--out", folder / "run")
    return folder / "run"


def test_a_model_goes_to_standard_output_or_to_a_file(small_run, tmp_path):
    to_stdout = planner("export", small_run, "--format", "mps")
    to_file = planner("export", small_run, "--format", "mps", "--out", tmp_path / "model.mps", "--json")
    assert to_stdout.stdout == (tmp_path / "model.mps").read_text(encoding="utf-8")
    assert document(to_file)["rows"] > 0
    assert [path.name for path in tmp_path.iterdir()] == ["model.mps"]


def test_a_run_and_its_instance_have_the_same_model(small_run):
    run, instance = (
        planner("export", source, "--format", "lp").stdout for source in (small_run, small_run / "instance")
    )
    assert run == instance


@pytest.mark.parametrize("level", [level.name for level in SHIPPED.levels])
def test_the_level_is_the_objective(small_run, level):
    assert f" N {level}\n" in planner("export", small_run, "--format", "mps", "--level", level).stdout


def test_an_unknown_level_is_refused(small_run):
    done = planner("export", small_run, "--format", "lp", "--level", "profit")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pact_on_time" in done.stderr


def test_the_tables_of_a_run_come_with_their_descriptor(small_run, tmp_path):
    done = planner("export", small_run, "--format", "csv", "--out", tmp_path / "own", "--json")
    files = document(done)["files"]
    assert {"datapackage.json", "tables/staff.csv", "tables/levels.csv"} <= set(files)
    assert all((tmp_path / "own" / name).read_bytes() == (small_run / name).read_bytes() for name in files)


def test_the_tables_of_an_instance_read_back(small_run, tmp_path):
    planner("export", small_run / "instance", "--format", "csv", "--out", tmp_path / "own")
    assert read_instance(tmp_path / "own") == small()


def test_tables_need_a_place(small_run):
    done = planner("export", small_run, "--format", "csv")
    assert (done.returncode, "--out" in done.stderr) == (2, True)
