"""`planner publish` with the run of a yardstick."""

import csv
import json
import shutil

import pytest

from planner.domain.publication import PUBLICATION
from tests.cli.folders import small_folder
from tests.cli.run import document, planner


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    planner("baseline", small_folder(folder / "few", 0.3), "--rule", "rule-fifo", "--out", folder / "fifo")
    return folder / "fifo"


def test_a_month_is_published_as_a_page_and_open_data(run):
    done = planner("publish", run, "--month", "2026-06", "--lang", "nl", "--json")
    folder = run.with_name("fifo-2026-06")
    assert (done.returncode, document(done)["out"]) == (0, str(folder))
    assert '<html lang="nl">' in (folder / "index.html").read_text(encoding="utf-8")
    package = json.loads((folder / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in PUBLICATION]
    for resource in package["resources"]:
        with (folder / "data" / resource["path"]).open(encoding="utf-8", newline="") as lines:
            header, *_ = csv.reader(lines)
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_every_count_is_a_multiple_of_the_base(run, tmp_path):
    planner("publish", run, "--month", "2026-06", "--base", "7", "--beside", run, "--out", tmp_path / "seven")
    counts = []
    for table in PUBLICATION:
        with (tmp_path / "seven" / "data" / f"{table.name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        units = {column.name: column.unit for column in table.columns}
        counts += [int(row[name]) for row in rows for name, unit in units.items() if unit == "cases"]
        if table.name == "end_date":
            assert len(rows) == 2
    assert counts
    assert all(count % 7 == 0 for count in counts)


@pytest.mark.parametrize(("month", "words"), [("2026-07", "2026-06"), ("june", "no month"), ("2026-13", "no month")])
def test_a_month_that_is_not_in_the_plan_is_wrong_usage(run, tmp_path, month, words):
    done = planner("publish", run, "--month", month, "--out", tmp_path / "none")
    assert done.returncode == 2
    assert words in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_plan_that_the_audit_refused_is_not_published(run, tmp_path):
    other = shutil.copytree(run, tmp_path / "refused")
    manifest = json.loads((other / "manifest.json").read_text(encoding="utf-8"))
    manifest["audit"]["findings"] = ["wrong"]
    (other / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    for runs in ([other], [run, "--beside", other]):
        assert planner("publish", *runs, "--month", "2026-06", "--out", tmp_path / "none").returncode == 5
    assert not (tmp_path / "none").exists()
