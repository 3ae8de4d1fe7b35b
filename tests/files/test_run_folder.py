"""A run as a folder: whole, readable, and every later change is seen."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.domain.policy import SHIPPED
from planner.domain.run_table import RUN_TABLES, RunTable
from planner.errors import InputError
from planner.files.instance import read_instance
from planner.files.run_folder import (
    Run,
    changed_files,
    input_hashes,
    read_manifest,
    read_run,
    write_run,
)
from tests.files.folders import BASE

TABLES = {
    table.name: RunTable(
        table.name, tuple(column.name for column in table.columns), (tuple("1" for _ in table.columns),) * 200
    )
    for table in RUN_TABLES
}


def own_run() -> Run:
    return Run({"status": "proven"}, read_instance(BASE), SHIPPED, TABLES)


@pytest.fixture
def folder(tmp_path) -> Path:
    write_run(tmp_path / "run", own_run(), ["a line", "another"])
    return tmp_path / "run"


def test_a_run_reads_back(folder):
    run = read_run(folder)
    assert (run.instance, run.policy, run.tables) == (read_instance(BASE), SHIPPED, TABLES)
    assert run.manifest["status"] == "proven"
    assert list(run.tables) == [table.name for table in RUN_TABLES]
    assert (folder / "solver.log").read_text(encoding="utf-8") == "a line\nanother\n"


def test_a_run_is_as_it_was_saved(folder):
    assert list(changed_files(folder, read_manifest(folder))) == []


@pytest.mark.parametrize("name", ["tables/cases.csv", "instance/stock.csv", "policy.toml", "solver.log"])
def test_a_changed_byte_is_seen(folder, name):
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:-1] + b" ")
    assert list(changed_files(folder, read_manifest(folder))) == [
        f"{name}: the file was changed after the run was saved."
    ]


def test_an_added_and_a_missing_file_are_seen(folder):
    (folder / "tables" / "extra.csv").touch()
    (folder / "tables" / "stock.csv").unlink()
    assert list(changed_files(folder, read_manifest(folder))) == [
        "tables/extra.csv: the file was added after the run was saved.",
        "tables/stock.csv: the file is gone.",
    ]


def test_pages_made_of_a_run_may_stand_beside_it(folder):
    (folder / "report.html").touch()
    assert list(changed_files(folder, read_manifest(folder))) == []


def test_a_run_is_never_written_over(folder):
    with pytest.raises(InputError, match="E141"):
        write_run(folder, own_run(), [])


def test_the_descriptor_declares_every_table_and_column(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    declared = {
        resource["path"]: tuple(field["name"] for field in resource["schema"]["fields"])
        for resource in package["resources"]
    }
    assert declared == {f"tables/{name}.csv": table.columns for name, table in TABLES.items()}


def test_inputs_are_hashed_with_their_scenario():
    assert "scenarios/busy.toml" in input_hashes(BASE, "busy")
    assert "scenarios/busy.toml" not in input_hashes(BASE, None)


def test_a_killed_save_leaves_no_half_run(tmp_path):
    """Runs are written in a loop until the process is killed; every folder with a run's name is a whole run."""
    program = (
        "import itertools, pathlib; from tests.files.test_run_folder import own_run, write_run\n"
        "run = own_run(); print('ready', flush=True)\n"
        "for n in itertools.count(): write_run(pathlib.Path(f'run-{n}'), run, [])"
    )
    root = Path(__file__).parents[2]
    later = random.Random(1)
    saved = 0
    for round_number in range(5):
        place = tmp_path / str(round_number)
        place.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=place,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(root)},
        ) as process:
            process.stdout.readline()
            time.sleep(later.uniform(0.05, 1.5))
            process.send_signal(signal.SIGKILL)
        for path in place.glob("run-*"):
            assert list(changed_files(path, read_manifest(path))) == []
            saved += 1
    assert saved
