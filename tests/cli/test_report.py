"""`planner report` with the run of a yardstick, which takes a moment."""

import re
import shutil

import pytest

from tests.cli.folders import small_folder
from tests.cli.run import document, planner


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    planner("baseline", small_folder(folder / "few", 0.3), "--rule", "rule-fifo", "--out", folder / "fifo")
    return folder / "fifo"


def test_the_report_stands_beside_the_run_in_the_language_asked_for(run):
    done = planner("report", run, "--lang", "nl", "--json")
    found = document(done)
    folder = run.with_name("fifo-report")
    assert (done.returncode, found["out"], found["language"]) == (0, str(folder), "nl")
    assert found["files"].keys() == {"index.html", "plan.xlsx", "locations/north.xlsx"}
    assert found["files"]["index.html"] == (folder / "index.html").stat().st_size
    assert (folder / "index.html").read_text(encoding="utf-8").startswith('<!DOCTYPE html>\n<html lang="nl">')


def test_a_folder_that_is_there_is_not_written_over(run, tmp_path):
    (tmp_path / "mine").mkdir()
    assert planner("report", run, "--out", tmp_path / "mine").returncode == 2
    assert not list((tmp_path / "mine").iterdir())


def test_every_table_that_cannot_be_read_is_named(run, tmp_path):
    broken = shutil.copytree(run, tmp_path / "broken")
    (broken / "tables" / "levels.csv").unlink()
    targets = broken / "tables" / "targets.csv"
    targets.write_text(re.sub(r"14\.\d+,no,yes", "many,no,yes", targets.read_text()))
    streams = broken / "tables" / "streams.csv"
    streams.write_text(streams.read_text() + "2026-W99,old,syria,4,0,0,0,0,0,0,0\n")
    done = planner("report", broken, "--json")
    assert done.returncode == 2
    found = {(error["file"].rpartition("/")[2], error["column"], error["found"]) for error in document(done)["errors"]}
    assert ("levels.csv", "", "no file") in found
    assert ("targets.csv", "value", "many") in found
    assert ("streams.csv", "week", "2026-W99") in found


def test_the_help_names_the_languages():
    done = planner("report", "--help")
    assert done.returncode == 0
    assert "--lang" in done.stdout
