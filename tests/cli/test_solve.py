"""`planner solve` and `planner audit`, with the real solver on an instance that takes a moment."""

import getpass
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from planner.files.run_folder import read_run
from planner.solving.options import SolveOptions
from tests.cli.folders import small_folder
from tests.cli.run import BASE, ENVIRONMENT, PLANNER, document, planner
from tests.files.folders import broken


def _solved(folder: Path, *options: object, people: float = 6.0) -> tuple[subprocess.CompletedProcess[str], Path]:
    instance, run = small_folder(folder / "instance", people), folder / "run"
    return planner("solve", instance, "--out", run, *options, cwd=folder), run


@pytest.fixture(scope="module")
def met(tmp_path_factory):
    """A run in which every target is met, and what the command said."""
    return _solved(tmp_path_factory.mktemp("met"))


@pytest.fixture(scope="module")
def missed(tmp_path_factory):
    """A run in which no target is met, and its document."""
    return _solved(tmp_path_factory.mktemp("missed"), "--json", "--quiet", people=0.3)


def test_a_plan_that_meets_every_target_gives_0_and_says_so(met):
    done, run = met
    assert done.returncode == 0, done.stderr
    assert "Every target is met" in done.stdout
    assert done.stdout.endswith(f"The run is in {run}.\n")
    assert re.search(r"^old_cleared +0 +cases +yes$", done.stdout, re.MULTILINE)


def test_progress_is_on_standard_error_in_plain_lines(met):
    lines = [line for line in met[0].stderr.splitlines() if not line.startswith("Warning")]
    assert lines
    assert all(re.match(r" +\d+\.\d s  \S", line) for line in lines)


def test_a_missed_target_gives_3_with_the_bound_beside_it(tmp_path):
    done, _ = _solved(tmp_path, people=0.3)
    assert done.returncode == 3
    assert "20 old cases have no first decision on 28 June 2026; no plan" in done.stdout


def test_the_document_has_what_scripts_read(missed):
    done, run = missed
    assert (done.returncode, done.stderr) == (3, "")
    found = document(done)
    assert (found["instance"], found["scenario"], found["run"]) == ("test", None, str(run))
    assert found["status"] == "proven"
    assert found["audit"] == {"rules": found["audit"]["rules"], "violations": 0, "findings": []}
    assert found["audit"]["rules"] > 10
    assert all({"name", "unit", "value", "bound", "gap"} <= level.keys() for level in found["levels"])
    in_euro = [level for level in found["levels"] if level["unit"] == "euro"]
    assert found["euro_together"]["bound"] == pytest.approx(sum(level["bound"] for level in in_euro))
    assert all({"name", "goal", "value", "met"} <= target.keys() for target in found["targets"])
    assert {"read", "solve", "tables", "audit", "total"} <= found["seconds"].keys()
    assert 0 < found["first_plan_seconds"] <= found["seconds"]["total"]
    assert found["progress"][0]["seconds"] == found["first_plan_seconds"]
    assert [level["gap"] for level in found["progress"][-1]["levels"]] == [level["gap"] for level in found["levels"]]
    assert found["peak_mib"] > 10


def test_the_run_holds_everything_that_made_it(missed):
    _, folder = missed
    run = read_run(folder)
    manifest = run.manifest
    assert {path.name for path in folder.iterdir()} == {
        "manifest.json", "tables", "instance", "policy.toml", "solver.log", "datapackage.json",
    }  # fmt: skip
    assert {"planner", "versions", "options", "engine", "policy", "inputs", "files", "memory_mib"} <= manifest.keys()
    assert manifest["options"] == asdict(SolveOptions())
    assert "stock.csv" in manifest["inputs"]
    assert {"tables/staff.csv", "instance/stock.csv", "policy.toml"} <= manifest["files"].keys()


def test_a_manifest_names_no_machine_and_no_user(missed):
    _, folder = missed
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    assert socket.gethostname() not in text
    assert f'"{getpass.getuser()}"' not in text
    assert str(folder.parent) not in text


def test_the_same_input_gives_the_same_tables_to_the_byte(met, tmp_path):
    _, again = _solved(tmp_path)
    _, first = met
    for table in sorted((first / "tables").iterdir()):
        assert table.read_bytes() == (again / "tables" / table.name).read_bytes(), table.name


def test_a_scenario_is_part_of_the_run(tmp_path):
    done = planner("solve", BASE, "--scenario", "busy", "--time-limit", "5", "--json", cwd=tmp_path)
    found = document(done)
    assert done.returncode in (0, 3)
    assert found["scenario"] == "busy"
    assert re.fullmatch(r"runs/base-busy-\d{8}T\d{6}Z", found["run"])
    manifest = json.loads((tmp_path / found["run"] / "manifest.json").read_text(encoding="utf-8"))
    assert "scenarios/busy.toml" in manifest["inputs"]
    solved = (tmp_path / found["run"] / "instance" / "inflow.csv").read_text(encoding="utf-8")
    assert solved != (BASE / "inflow.csv").read_text(encoding="utf-8")


def test_a_policy_is_taken_from_a_file(missed, tmp_path):
    _, folder = missed
    text = (folder / "policy.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace('"shipped"', '"own"').split('[[level]]\nname = "waiting"')[0], encoding="utf-8")
    done, run = _solved(tmp_path, "--policy", own, "--json")
    assert [level["name"] for level in document(done)["levels"]] == [
        "pact_on_time",
        "court_dates_kept",
        "old_cleared",
        "excess_on_time",
    ]
    assert planner("audit", run).returncode == 0


def test_all_that_is_wrong_with_the_input_comes_at_once_and_nothing_is_written(tmp_path):
    instance = broken("E203-thousands-mark", tmp_path)
    policy = tmp_path / "policy.toml"
    policy.write_text('name = "own"\n[[level]]\nname = "a"\nabout = "b"\nunit = "c"\nterms = { lat = 1 }\n')
    run = tmp_path / "run"
    done = planner("solve", instance, "--policy", policy, "--out", run, "--json", cwd=tmp_path)
    assert done.returncode == 2
    assert sorted(error["code"] for error in document(done)["errors"]) == ["E122", "E203"]
    assert not run.exists()
    assert not (tmp_path / "runs").exists()


def test_an_existing_folder_is_never_written_over(tmp_path):
    done = planner("solve", tmp_path / "not-even-read", "--out", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is there already" in done.stderr


def test_a_place_where_nothing_can_be_made_is_refused_before_the_solve(tmp_path):
    (tmp_path / "file").touch()
    done = planner("solve", tmp_path / "not-even-read", "--out", tmp_path / "file" / "run")
    assert done.returncode == 2
    assert "no folder can be made" in done.stderr


def test_no_plan_in_the_time_given_gives_4(tmp_path):
    done, run = _solved(tmp_path, "--time-limit", "0.001", "--json")
    assert (done.returncode, document(done)["status"], document(done)["run"]) == (4, "no plan", None)
    assert not run.exists()


def _stand_in(way: str, folder: Path, *options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.cli.stand_in", way, "solve", BASE, "--out", folder / "run", *options]
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=60
    )


def test_rules_that_contradict_each_other_give_4(tmp_path):
    done = _stand_in("infeasible", tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert "contradict" in done.stderr


def test_a_plan_that_the_audit_refuses_gives_5_and_is_kept_apart(tmp_path):
    done = _stand_in("refused", tmp_path, "--json")
    assert done.returncode == 5
    assert document(done)["audit"]["violations"] > 0
    assert {path.name for path in tmp_path.iterdir()} == {"run.refused"}
    assert "staff_deployment does not hold" in done.stderr
    assert planner("audit", tmp_path / "run.refused").returncode == 5


def test_a_signal_during_the_audit_waits_until_the_run_is_saved(tmp_path):
    done = _stand_in("told", tmp_path)
    assert done.returncode == 143
    assert planner("audit", tmp_path / "run").returncode == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_solve_that_is_stopped_saves_the_best_plan_so_far(number, code, tmp_path):
    """The base takes long to be proven, but has a plan at once."""
    command = [*PLANNER, "solve", str(BASE), "--out", str(tmp_path / "run"), "--gap", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as process:
        seen = ""
        while "waiting" not in seen and (line := process.stderr.readline()):
            seen += line
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == code, seen + err
    assert f"The run is in {tmp_path / 'run'}." in out
    assert planner("audit", tmp_path / "run").returncode == 0


def test_a_good_run_passes_the_audit(missed):
    """Though every target is missed: that is no failure of the audit."""
    done = planner("audit", missed[1])
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^hearing_rooms .* holds$", done.stdout, re.MULTILINE)
    assert "The audit passes" in done.stdout


@pytest.fixture
def touched(missed, tmp_path):
    """A copy of a run in which a file can be changed."""
    return Path(shutil.copytree(missed[1], tmp_path / "run"))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_cell_is_found_by_its_hash_and_by_its_number(touched):
    _change(touched / "tables" / "targets.csv", ",no,", ",yes,")
    with_hashes, without = planner("audit", touched), planner("audit", touched, "--without-hashes", "--json")
    assert (with_hashes.returncode, without.returncode) == (5, 5)
    assert "tables/targets.csv: the file was changed" in with_hashes.stdout
    findings = " ".join(document(without)["findings"])
    assert "was changed" not in findings
    assert "targets, row" in findings
    assert "The manifest says something else about targets" in findings


def test_a_change_that_alters_no_number_is_found_by_its_hash_alone(touched):
    _change(touched / "tables" / "kpis.csv", "\n", "\r\n")
    assert planner("audit", touched).returncode == 5
    assert planner("audit", touched, "--without-hashes").returncode == 0


@pytest.mark.parametrize("name", ["tables/stock.csv", "instance/work.csv", "policy.toml"])
def test_a_missing_file_is_refused(touched, name):
    (touched / name).unlink()
    done = planner("audit", touched, "--json")
    assert done.returncode == 5
    assert f"{name}: the file is gone." in document(done)["findings"]


def test_a_table_that_is_no_table_is_refused(touched):
    (touched / "tables" / "stock.csv").write_bytes(b'a,"b\n\xff')
    done = planner("audit", touched, "--without-hashes")
    assert (done.returncode, "tables/stock.csv" in done.stdout) == (5, True)


def test_a_manifest_that_says_otherwise_is_refused(touched):
    _change(touched / "manifest.json", '"met": false', '"met": true')
    assert planner("audit", touched).returncode == 5


@pytest.mark.parametrize("content", [None, "{", "[]", '{"schema": 99}'])
def test_a_folder_that_is_no_run_gives_2(tmp_path, content):
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    done = planner("audit", tmp_path, "--json")
    assert done.returncode == 2
    assert len(document(done)["errors"]) == 1
