"""`planner week` and `planner history`: Mondays of a small service, also bad ones."""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.folders import small_folder
from tests.cli.run import ENVIRONMENT, PLANNER, ROOT, document, planner

FIRST, SECOND, THIRD = "2026-W23", "2026-W24", "2026-W25"


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Path:
    """A folder with an instance and a history of one plan: enough staff, so that every target is met."""
    folder = tmp_path_factory.mktemp("started")
    small_folder(folder / "own", people=6)
    done = planner("week", "own", "--history", "past", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    actuals_of(folder, FIRST)
    return folder


@pytest.fixture
def place(started, tmp_path) -> Path:
    return Path(shutil.copytree(started, tmp_path / "place"))


def actuals_of(folder: Path, week: str, noise: float = 0.2, run: str = "") -> str:
    """Writes the actuals of a week of the plan in force for it."""
    name = f"{week}.csv"
    done = planner(
        "generate", name, "--actuals", f"past/weeks/{run or week}", "--seed", 5, "--noise", noise, "--json", cwd=folder
    )
    assert done.returncode == 0, done.stderr
    return name


def week(folder: Path, *options: object) -> subprocess.CompletedProcess[str]:
    return planner("week", "own", "--history", "past", "--json", *options, cwd=folder)


def weeks_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "past" / "weeks").iterdir())


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_plan_is_that_of_the_instance(started):
    assert weeks_in(started) == [FIRST]
    assert planner("audit", "past/weeks/" + FIRST, cwd=started).returncode == 0


def test_decomposition_begins_from_what_is_left_of_the_plan_in_force(place):
    done = week(place, "--actuals", f"{FIRST}.csv", "--solver", "decomposition")
    assert done.returncode == 0, done.stderr
    (log,) = (place / "past" / "logs").glob(f"{SECOND}-*.log")
    assert "plan to begin from" in log.read_text()
    assert document(done)["weekly"]["frozen_days_changed"] == 0


def test_a_monday_closes_the_week_plans_again_and_publishes_an_audited_plan(place):
    done = week(place, "--actuals", f"{FIRST}.csv")
    assert done.returncode == 0, done.stderr
    found = document(done)
    assert found["run"] == f"past/weeks/{SECOND}"
    assert found["weekly"] | {"key": ""} == {
        "week": SECOND,
        "key": "",
        "previous": FIRST,
        "closed": [FIRST],
        "corrections": [],
        "actuals": found["weekly"]["actuals"],
        "parameters_changed": [],
        "told_otherwise": [],
        "frozen_changes": found["weekly"]["frozen_changes"],
        "interrupted": False,
        "frozen_days_changed": found["weekly"]["frozen_days_changed"],
        "share_moved": found["weekly"]["share_moved"],
    }
    assert found["levels"][0]["name"] == "frozen_weeks_kept"
    assert planner("audit", found["run"], cwd=place).returncode == 0
    last = (next((place / "past" / "logs").glob(f"{SECOND}-*.log"))).read_text().splitlines()[-1]
    assert json.loads(last)["run"] == found["run"]


def test_the_same_monday_again_is_no_failure_and_changes_nothing(place):
    first = week(place, "--actuals", f"{FIRST}.csv")
    before = snapshot(place / "past" / "weeks")
    again = week(place, "--actuals", f"{FIRST}.csv")
    assert (again.returncode, document(again)["already"]) == (first.returncode, True)
    assert document(again)["run"] == document(first)["run"]
    assert snapshot(place / "past" / "weeks") == before


def test_other_inputs_for_a_week_that_is_planned_need_force_and_the_new_run_is_in_force(place):
    week(place, "--actuals", f"{FIRST}.csv")
    refused = week(place, "--actuals", f"{FIRST}.csv", "--seed", 3)
    assert (refused.returncode, document(refused)["errors"][0]["code"]) == (2, "E141")
    forced = week(place, "--actuals", f"{FIRST}.csv", "--seed", 3, "--force")
    assert document(forced)["run"] == f"past/weeks/{SECOND}-2"
    listed = document(planner("history", "list", "past", "--json", cwd=place))
    assert [(run["folder"], run["in_force"]) for run in listed["runs"]] == [
        (FIRST, True),
        (SECOND, False),
        (f"{SECOND}-2", True),
    ]


def test_the_first_plan_asked_for_twice_is_no_failure_and_changes_nothing(place):
    before = snapshot(place / "past" / "weeks")
    assert document(week(place))["already"]
    assert snapshot(place / "past" / "weeks") == before
    week(place, "--actuals", f"{FIRST}.csv")
    assert week(place).returncode == 2


def test_a_plan_that_was_broken_off_is_made_again_without_being_told(place):
    manifest = place / "past" / "weeks" / FIRST / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"interrupted": false', '"interrupted": true'))
    assert document(week(place))["run"] == f"past/weeks/{FIRST}-2"
    assert document(week(place))["already"]


def test_what_stopped_a_run_stands_in_a_log_of_its_own(place):
    (place / "late.csv").write_text((place / f"{FIRST}.csv").read_text().replace(FIRST, "2026-W20"))
    week(place, "--actuals", "late.csv")
    (log,) = (place / "past" / "logs").glob(f"{SECOND}-*.log")
    last = json.loads(log.read_text().splitlines()[-1])
    assert (last["run"], last["exit_code"]) == (None, 2)
    assert "E612" in last["error"]


def test_an_accepted_correction_is_not_asked_for_again(place):
    text = (place / f"{FIRST}.csv").read_text()
    (place / "odd.csv").write_text(with_number(text, "people,", "60"))
    assert week(place, "--actuals", "odd.csv").returncode == 2
    assert document(week(place, "--actuals", "odd.csv", "--accept-corrections"))["weekly"]["corrections"]
    assert document(week(place, "--actuals", "odd.csv"))["already"]


def test_files_of_a_folder_are_about_the_week_that_they_are_named_after_and_say_nothing_twice(place):
    (place / "actuals").mkdir()
    for name in (FIRST, SECOND):
        shutil.copy(place / f"{FIRST}.csv", place / "actuals" / f"{name}.csv")
    codes = {problem["code"] for problem in document(week(place, "--actuals", "actuals"))["errors"]}
    assert codes == {"E301", "E612"}


def test_a_dry_run_writes_nothing(place):
    before = snapshot(place)
    done = week(place, "--actuals", f"{FIRST}.csv", "--dry-run")
    assert (done.returncode, document(done)["run"]) == (0, None)
    assert snapshot(place) == before


def test_missed_weeks_are_closed_one_after_the_other(place):
    week(place, "--actuals", f"{FIRST}.csv")
    actuals_of(place, SECOND)
    for run in (place / "past" / "weeks" / SECOND, *(place / "past" / "logs").glob(f"{SECOND}-*")):
        shutil.rmtree(run) if run.is_dir() else run.unlink()
    _, *more = (place / f"{SECOND}.csv").read_text().splitlines(keepends=True)
    (place / "both.csv").write_text((place / f"{FIRST}.csv").read_text() + "".join(more))
    done = week(place, "--actuals", "both.csv", "--accept-corrections")
    assert done.returncode == 0, done.stderr
    assert document(done)["weekly"]["closed"] == [FIRST, SECOND]
    assert weeks_in(place) == [FIRST, THIRD]


def test_what_is_not_conserved_is_refused_and_booked_when_that_is_asked(place):
    text = (place / f"{FIRST}.csv").read_text()
    (place / "odd.csv").write_text(
        text + f"{FIRST},open,old,preparation,,,,,,,1234\n" if ",open,old,prep" not in text else text
    )
    refused = week(place, "--actuals", "odd.csv")
    assert refused.returncode == 2
    assert [problem["code"] for problem in document(refused)["errors"]] == ["E615"]
    assert weeks_in(place) == [FIRST]
    done = week(place, "--actuals", "odd.csv", "--accept-corrections")
    assert [own["code"] for own in document(done)["weekly"]["corrections"]] == ["E615"]
    assert weeks_in(place) == [FIRST, SECOND]
    shown = document(planner("history", "show", "past", SECOND, "--json", cwd=place))
    assert any(row["correction"] for row in shown["realised"])


def with_number(text: str, start: str, number: str) -> str:
    """The same with another number in the first row of the figure."""
    line = next(line for line in text.splitlines() if line.startswith(f"{FIRST},{start}"))
    return text.replace(line, f'{line.rpartition(",")[0]},"{number}"')


WRONG = [
    (lambda _: "", "E109"),
    (lambda text: text.splitlines()[0] + "\n", "E612"),
    (lambda text: text.replace("figure", "figrue", 1), "E111"),
    (lambda text: "\n".join(line.rpartition(",")[0] for line in text.splitlines()) + "\n", "E112"),
    (lambda text: text.replace(FIRST, "2026-W99"), "E207"),
    (lambda text: text.replace(FIRST, "2026-W31"), "E612"),
    (lambda text: text.replace(FIRST, "2026-W20"), "E612"),
    (lambda text: text.replace(FIRST, SECOND), "E612"),
    (lambda text: text.replace("lodged,new", "lodged,newt"), "E302"),
    (lambda text: text.replace("lodged,new", "logded,new"), "E208"),
    (lambda text: "\n".join(line for line in text.splitlines() if ",lodged," not in line) + "\n", "E613"),
    (lambda text: text + next(line for line in text.splitlines() if ",lodged," in line) + "\n", "E301"),
    (lambda text: text.replace("finished,old,preparation", "finished,old,hearing"), "E407"),
    (lambda text: text + f"{FIRST},lodged,old,,,,,,,,many\n", "E202"),
    (lambda text: text + f"{FIRST},lodged,old,,,,,,,,-3\n", "E205"),
    (lambda text: text + f"{FIRST},people,,,,north,,,,,3\n", "E611"),
    (lambda text: text + f"{FIRST},converted,new,hearing,old,,,,,,3\n", "E302"),
    (lambda text: text + f"{FIRST},open,old,decision,,,,,,,99999\n", "E615"),
    (lambda text: text + f"{FIRST},withdrawn,new,,,,,,,,500\n", "E615"),
    (lambda text: text + f"{FIRST},court,old,preparation,,,,,,2026-W30,500\n", "E615"),
    (lambda text: with_number(text, "finished,old,preparation", "700"), "E615"),
    (lambda text: with_number(text, "lodged,new", "700"), "E616"),
    (lambda text: with_number(text, "people,", "60"), "E616"),
    (lambda text: text + f"{FIRST},inflow,new,,,,,2026-06-10,2026-06-16,,700\n", "E616"),
    (lambda text: text + f"{FIRST},inflow,new,,,,,2026-06-01,2026-06-07,,7\n", "E612"),
    (lambda text: text + f"{FIRST},open_aged,new,,,,,2026-06-10,2026-06-16,,7\n", "E612"),
    (lambda text: text + f"{FIRST},lodged,old,,,,,,,,5\n", "E409"),
    (lambda text: text + f"{FIRST},no_show,old,,,,,,,,5\n", "E407"),
    (lambda text: with_number(text, "lodged,new", "10000000001"), "E205"),
    (lambda text: with_number(text, "lodged,new", "1.000,5"), "E203"),
    (lambda text: text[: text.rindex(",", 0, len(text) // 2)], "E114"),
]
"""What is done to a file of actuals, and the code of the problem that it is refused for."""


@pytest.mark.parametrize(("change", "code"), WRONG)
def test_wrong_actuals_are_refused_and_the_plan_in_force_stays(place, change, code):
    path = place / f"{FIRST}.csv"
    lines = [line for line in path.read_text().splitlines(keepends=True) if ",open,old,decision" not in line]
    path.write_text(change("".join(lines)))
    done = week(place, "--actuals", f"{FIRST}.csv")
    assert done.returncode == 2
    assert code in {problem["code"] for problem in document(done)["errors"]}
    assert weeks_in(place) == [FIRST]


def test_the_page_names_every_kind_of_wrong_actuals_that_is_refused():
    page = (ROOT / "docs" / "weekly-run.md").read_text(encoding="utf-8")
    table = page.partition("## Wrong actuals")[2].partition("\n## ")[0]
    elsewhere = {"E403", "E614"}  # tests/weekly/test_reckoning.py
    assert {*re.findall(r"E[0-9]{3}", table)} == {code for _, code in WRONG} | elsewhere
    assert len(re.findall(r"^\| .* \| E", table, flags=re.MULTILINE)) >= 20


def test_actuals_before_there_is_a_plan_and_none_after_it_are_refused(place):
    assert planner("week", "own", "--history", "other", "--actuals", f"{FIRST}.csv", cwd=place).returncode == 2
    assert week(place, "--actuals", f"{FIRST}.csv", "--week", THIRD).returncode == 2
    assert week(place, "--actuals", f"{FIRST}.csv", "--week", "2026-W99").returncode == 2


def test_a_second_run_is_told_who_holds_the_folder(place):
    with subprocess.Popen(
        [
            *PLANNER[:1],
            "-c",
            "import sys, time; from pathlib import Path; from planner.files.lock import only_run\n"
            "with only_run(Path('past'), 'a test'):\n    print('held', flush=True); time.sleep(60)",
        ],
        cwd=place,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = week(place, "--actuals", f"{FIRST}.csv")
        assert done.returncode == 6
        assert f"process {holder.pid}" in done.stderr
        assert "a test" in done.stderr
        assert planner("history", "prune", "past", cwd=place).returncode == 6
        assert planner("history", "list", "past", cwd=place).returncode == 0
        holder.kill()
    assert week(place, "--actuals", f"{FIRST}.csv").returncode == 0


def test_parameters_may_change_from_week_to_week_and_state_may_not(place):
    work = place / "own" / "work.csv"
    work.write_text(work.read_text().replace("new,hearing,8", "new,hearing,6"))
    stock = place / "own" / "stock.csv"
    stock.write_text(stock.read_text().replace(",20,", ",30,"))
    done = week(place, "--actuals", f"{FIRST}.csv")
    assert document(done)["weekly"]["parameters_changed"] == ["stock", "work"]
    assert "stock.csv was changed, but it is state" in done.stderr
    run = place / document(done)["run"] / "instance"
    assert "new,hearing,6" in (run / "work.csv").read_text()
    assert ",30," not in (run / "stock.csv").read_text()


def test_a_plan_in_force_that_was_tampered_with_is_not_taken_on(place):
    table = place / "past" / "weeks" / FIRST / "tables" / "staff.csv"
    table.write_text("".join(table.read_text().splitlines(keepends=True)[:-1]))
    done = week(place, "--actuals", f"{FIRST}.csv")
    assert (done.returncode, weeks_in(place)) == (5, [FIRST])
    assert "tables/staff.csv" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_in_which_nothing_may_be_written_is_said_to_be_one(place):
    (place / "past" / "weeks").chmod(0o500)
    try:
        done = week(place, "--actuals", f"{FIRST}.csv")
    finally:
        (place / "past" / "weeks").chmod(0o700)
    assert (done.returncode, document(done)["errors"][0]["code"]) == (2, "E118")


def test_a_full_disk_is_said_to_be_one_and_leaves_the_plan_in_force(place):
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    program = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"{full}from planner.cli.main import run; sys.exit(run(sys.argv[1:]))"
    )
    options = ("week", "own", "--history", "past", "--json", "--actuals", f"{FIRST}.csv")
    done = subprocess.run(
        [PLANNER[0], "-c", program, *options], cwd=place, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, json.loads(done.stdout)["errors"][0]["code"]) == (2, "E118"), done.stderr
    assert weeks_in(place) == [FIRST]
    assert week(place, "--actuals", f"{FIRST}.csv").returncode == 0


def killed_at_random(place: Path, times: int, seed: int) -> None:
    """Kills so many runs at random moments; what is there is whole each time, and the next run recovers."""
    draw = random.Random(seed)
    before = snapshot(place / "past" / "weeks" / FIRST)
    for _ in range(times):
        command = [*PLANNER, "week", "own", "--history", "past", "--actuals", f"{FIRST}.csv", "--quiet"]
        running = subprocess.Popen(
            command, cwd=place, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(draw.uniform(0.05, 2.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
        there = [name for name in weeks_in(place) if not name.startswith(".")]
        assert set(there) <= {FIRST, SECOND}
        assert snapshot(place / "past" / "weeks" / FIRST) == before
        if SECOND in there:
            assert planner("audit", f"past/weeks/{SECOND}", cwd=place).returncode == 0
            shutil.rmtree(place / "past" / "weeks" / SECOND)
    assert week(place, "--actuals", f"{FIRST}.csv").returncode == 0
    assert weeks_in(place) == [FIRST, SECOND]


def test_a_run_that_is_killed_at_any_moment_loses_nothing(place):
    killed_at_random(place, 5, seed=1)


@pytest.mark.slow
def test_a_hundred_runs_that_are_killed_lose_nothing(place):
    killed_at_random(place, 100, seed=2)


def test_history_lists_shows_compares_and_measures_plan_against_actual(place):
    week(place, "--actuals", f"{FIRST}.csv")
    listed = document(planner("history", "list", "past", "--json", cwd=place))
    assert [run["folder"] for run in listed["runs"]] == [FIRST, SECOND]
    assert {tuple(own["name"]) for own in listed["accuracy"]} >= {("lodged", "new", ""), ("finished", "new", "hearing")}
    assert planner("history", "list", "past", cwd=place).stdout.startswith("run ")
    assert planner("history", "show", "past", SECOND, cwd=place).returncode == 0
    compared = document(planner("history", "diff", "past", FIRST, SECOND, "--json", cwd=place))
    assert [Path(run["run"]).name for run in compared["runs"]] == [FIRST, SECOND]
    assert planner("history", "show", "past", "2026-W40", cwd=place).returncode == 2
    assert planner("history", "list", "own", cwd=place).returncode == 2


def test_the_index_is_made_again_when_it_is_gone_broken_or_another_one(place):
    week(place, "--actuals", f"{FIRST}.csv")
    index = place / "past" / "index.sqlite"
    expected = planner("history", "list", "past", "--json", cwd=place).stdout
    assert index.is_file()
    index.write_bytes(b"no database")
    assert planner("history", "list", "past", "--json", cwd=place).stdout == expected
    index.unlink()
    assert document(planner("history", "reindex", "past", "--json", cwd=place))["runs"] == 2
    with sqlite3.connect(index) as opened:
        assert opened.execute("SELECT count(*) FROM realised").fetchone()[0] > 0
        opened.execute("DELETE FROM runs WHERE week = ?", (SECOND,))
    assert planner("history", "list", "past", "--json", cwd=place).stdout == expected


def test_prune_keeps_the_plan_in_force_and_as_many_weeks_as_asked(place):
    week(place, "--actuals", f"{FIRST}.csv")
    week(place, "--actuals", f"{FIRST}.csv", "--force")
    actuals_of(place, SECOND, run=f"{SECOND}-2")
    week(place, "--actuals", f"{SECOND}.csv")
    for name in (f"{FIRST}-one", f"{SECOND}-two"):
        shutil.copytree(place / "past" / "weeks" / FIRST, place / "past" / "shadows" / name)
    pruned = document(planner("history", "prune", "past", "--keep", 2, "--json", cwd=place))
    assert (len(pruned["removed"]), pruned["logs_removed"], pruned["kept"]) == (3, 1, 2)
    assert weeks_in(place) == [f"{SECOND}-2", THIRD]
    assert [path.name for path in (place / "past" / "shadows").iterdir()] == [f"{SECOND}-two"]
    assert document(week(place, "--actuals", f"{SECOND}.csv"))["already"]
    assert planner("history", "prune", "past", "--keep", 1, cwd=place).returncode == 2


def test_a_plan_beside_the_one_in_force_is_not_published_and_has_to_pass_its_gate(place):
    week(place, "--actuals", f"{FIRST}.csv")
    (place / "gates.csv").write_text(
        "metric,operator,tolerance\nlevel waiting,at most,100\ntarget old_cleared,same,0\n"
    )
    beside = week(place, "--actuals", f"{FIRST}.csv", "--shadow", "other seed", "--gate", "gates.csv", "--seed", 3)
    assert beside.returncode == 0, beside.stderr
    assert document(beside)["run"] == f"past/shadows/{SECOND}-other-seed"
    assert weeks_in(place) == [FIRST, SECOND]
    (place / "gates.csv").write_text("metric,operator\nstaff_days_used,at least\nseconds,at most\n")
    text = (place / "past" / "weeks" / SECOND / "manifest.json").read_text()
    (place / "past" / "weeks" / SECOND / "manifest.json").write_text(re.sub(r'"total": [0-9.]+', '"total": 0.0', text))
    refused = week(place, "--actuals", f"{FIRST}.csv", "--shadow", "slow", "--gate", "gates.csv")
    assert refused.returncode == 7
    assert "gate seconds" in refused.stderr
    (place / "gates.csv").write_text("metric,operator\nspeed,at most\n")
    unknown = week(place, "--actuals", f"{FIRST}.csv", "--shadow", "x", "--gate", "gates.csv")
    assert unknown.returncode == 2
    assert week(place, "--actuals", f"{FIRST}.csv", "--gate", "gates.csv").returncode == 2
    gated = ("--actuals", f"{FIRST}.csv", "--shadow", "x", "--gate", "gates.csv")
    assert week(place, *gated, "--dry-run").returncode == 2


def test_what_changed_is_split_by_cause_in_any_order_and_adds_up(place):
    work = place / "own" / "work.csv"
    work.write_text(work.read_text().replace("new,hearing,8", "new,hearing,6"))
    (place / f"{FIRST}.csv").write_text(
        (place / f"{FIRST}.csv").read_text() + f"{FIRST},inflow,new,,,,,2026-06-10,2026-06-16,,30\n"
    )
    week(place, "--actuals", f"{FIRST}.csv")
    one = document(planner("history", "why", "past", SECOND, "--json", cwd=place))
    order = "parameters,forecast,staff,actuals"
    other = document(planner("history", "why", "past", SECOND, "--order", order, "--json", cwd=place))
    assert (one["adds_up"], other["adds_up"]) == (True, True)
    assert list(one["causes"]) == ["horizon", "actuals", "staff", "forecast", "parameters", "solver freedom"]
    assert list(other["causes"]) == ["horizon", *order.split(","), "solver freedom"]
    assert (one["before"], one["after"]) == (other["before"], other["after"])
    assert one["causes"]["forecast"]["production"] > 0
    assert one["causes"]["parameters"]["waiting"] <= 0
    told = planner("history", "why", "past", SECOND, cwd=place)
    assert told.stdout.count("solver freedom") == 3
    assert "relaxation 1 of" in told.stderr
    assert planner("history", "why", "past", FIRST, cwd=place).returncode == 2
    assert planner("history", "why", "past", SECOND, "--order", "staff", cwd=place).returncode == 2


def test_measures_are_held_against_the_weeks(place):
    week(place, "--actuals", f"{FIRST}.csv")
    (place / "measures.csv").write_text(
        f"measure,since,figure,stream,stage,expected\nletter,{SECOND},no_show,new,,-0.4\n"
    )
    (found,) = document(planner("history", "measures", "past", "measures.csv", "--json", cwd=place))
    assert (found["measure"], found["expected"], found["realised"]) == ("letter", -0.4, None)
    assert "not known yet" in planner("history", "measures", "past", "measures.csv", cwd=place).stdout


def test_a_folder_of_actuals_gives_the_weeks_that_are_not_closed_yet(place):
    (place / "actuals").mkdir()
    shutil.copy(place / f"{FIRST}.csv", place / "actuals" / f"{FIRST}.csv")
    (place / "actuals" / "notes.csv").write_text("not actuals")
    assert document(week(place, "--actuals", "actuals"))["weekly"]["closed"] == [FIRST]
    assert document(week(place, "--actuals", "actuals"))["already"]
    late = week(place, "--actuals", "actuals", "--week", THIRD)
    assert (late.returncode, document(late)["errors"][0]["code"]) == (2, "E612")
    actuals_of(place, SECOND)
    shutil.copy(place / f"{SECOND}.csv", place / "actuals")
    assert document(week(place, "--actuals", "actuals", "--week", THIRD))["weekly"]["closed"] == [SECOND]
