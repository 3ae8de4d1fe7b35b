"""`planner baseline`: a yardstick's plan, in the form of any run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planner.domain.policy import SHIPPED
from planner.files.run_folder import read_run
from tests.cli.folders import small_folder
from tests.cli.run import ENVIRONMENT, document, planner

TEAM = Path(__file__).parents[2] / "instances" / "tiny" / "specialised-team"

RULES = ("rule-70-30", "rule-fifo", "rule-pact-first", "rule-proportional")


@pytest.mark.parametrize("rule", RULES)
def test_a_yardstick_is_a_run_that_the_audit_passes(rule, tmp_path):
    instance, run = small_folder(tmp_path / "instance", 6.0), tmp_path / "run"
    done = planner("baseline", instance, "--rule", rule, "--out", run, "--json", "--quiet")
    found = document(done)
    assert (done.returncode, done.stderr) in ((0, ""), (3, ""))
    assert (found["status"], found["audit"]["violations"], found["run"]) == ("simulated", 0, str(run))
    assert planner("audit", run).returncode == 0


def test_levels_have_a_value_and_no_bound(tmp_path):
    done = planner("baseline", small_folder(tmp_path / "instance"), "--rule", "rule-fifo", "--json", cwd=tmp_path)
    levels = document(done)["levels"]
    assert [level["name"] for level in levels] == [level.name for level in SHIPPED.levels]
    assert all(level["bound"] is level["gap"] is None for level in levels)
    assert all(isinstance(level["value"], float) for level in levels)


def test_the_run_says_which_rule_made_it(tmp_path):
    run = tmp_path / "run"
    planner("baseline", small_folder(tmp_path / "instance"), "--rule", "rule-70-30", "--tracks", "4,5", "--out", run)
    manifest = read_run(run).manifest
    assert (manifest["engine"], manifest["options"]) == ("rule-70-30", {"rule": "rule-70-30", "tracks": ["4", "5"]})
    assert "70 %" in (run / "solver.log").read_text(encoding="utf-8")


def test_a_missed_target_gives_3_and_a_verdict(tmp_path):
    done = planner("baseline", small_folder(tmp_path / "instance", 0.3), "--rule", "rule-fifo", cwd=tmp_path)
    assert done.returncode == 3
    assert "No bound was sought." in done.stdout
    assert "have no first decision" in done.stdout


def test_targets_met_give_0(tmp_path):
    done = planner("baseline", small_folder(tmp_path / "instance", 60.0), "--rule", "rule-pact-first", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_a_plan_that_the_audit_refuses_gives_5_and_is_kept_apart(tmp_path):
    instance = small_folder(tmp_path / "instance")
    command = [sys.executable, "-m", "tests.cli.stand_in", "refused", "baseline", str(instance), "--rule", "rule-fifo"]
    done = subprocess.run(
        [*command, "--out", str(tmp_path / "run")], capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    assert done.returncode == 5
    assert not (tmp_path / "run").exists()
    assert (tmp_path / "run.refused").is_dir()


def test_a_team_that_has_to_stay_open_is_laid_aside_and_said(tmp_path):
    """The Syria team opened a week before the start and lives four weeks at least: a plan has to keep it open."""
    instance = tmp_path / "instance"
    shutil.copytree(TEAM, instance)
    team = (instance / "teams.csv").read_text(encoding="utf-8")
    (instance / "teams.csv").write_text(team.replace("2026-W25", "2026-W24"), encoding="utf-8")
    row = 'team,since,evidence,source\nsyria-team,2026-W24,A,"Invented"\n'
    (instance / "open_teams.csv").write_text(row, encoding="utf-8")
    done = planner("baseline", instance, "--rule", "rule-fifo", "--out", tmp_path / "run")
    assert done.returncode in (0, 3), done.stderr
    assert "nobody has been told of syria-team" in done.stderr
    assert planner("audit", tmp_path / "run").returncode == 0


def test_an_unknown_rule_is_refused(tmp_path):
    done = planner("baseline", tmp_path, "--rule", "rule-of-thumb", "--json")
    assert done.returncode == 2
    assert "rule-fifo" in json.dumps(document(done))
