"""`planner compare` with runs of yardsticks, which take a moment."""

import csv
import io
import shutil

import pytest

from tests.cli.folders import small_folder
from tests.cli.run import INSTANCES, document, planner


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Two rules on one instance, and one of them on another instance."""
    folder = tmp_path_factory.mktemp("runs")
    few, many = small_folder(folder / "few", 0.3), small_folder(folder / "many", 6.0)
    made = {"fifo": (few, "rule-fifo"), "pact": (few, "rule-pact-first"), "more": (many, "rule-fifo")}
    for name, (instance, rule) in made.items():
        assert planner("baseline", instance, "--rule", rule, "--out", folder / name).returncode in (0, 3)
    return [folder / name for name in made]


def test_runs_of_different_instances_stand_side_by_side(runs):
    done = planner("compare", *runs)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["run", "instance", "scenario", "status", "engine", "hard", "targets", "met"]
    assert lines[1].split()[:2] == ["fifo", "test"]
    (left,) = (line.split() for line in lines if line.startswith("old_left_at_clearance"))
    assert left[2:5] == ["14.00", "20.00", "+6.00"]
    assert left[6].startswith("-")


def test_columns_of_numbers_line_up(runs):
    lines = planner("compare", *runs).stdout.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("staff-days by group"))
    assert len({len(line) for line in lines[start : start + 2]}) == 1


def test_the_document_has_the_names_of_a_run_and_every_figure(runs):
    found = document(planner("compare", *runs, "--json"))
    assert [run["run"] for run in found["runs"]] == [str(run) for run in runs]
    assert {"instance", "scenario", "status", "levels", "targets", "audit"} <= found["runs"][0].keys()
    names = {figure["name"] for figure in found["figures"]}
    assert {"guaranteed_on_time", "pact_on_time", "late_guaranteed", "staff_days_idle", "north", "officers"} <= names
    assert all(len(figure["values"]) == len(figure["differences"]) == 3 for figure in found["figures"])


def test_the_csv_table_reads_back_to_the_same_numbers(runs):
    text = planner("compare", *runs[:2], "--csv").stdout
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["section", "name", "unit", "fifo", "pact", "pact less fifo"]
    figures = document(planner("compare", *runs[:2], "--json"))["figures"]
    assert [row[3] for row in rows] == ["" if own["values"][0] is None else str(own["values"][0]) for own in figures]


def test_runs_of_one_name_are_told_apart(runs, tmp_path):
    other = shutil.copytree(runs[1], tmp_path / "fifo")
    assert f"{tmp_path}/fifo" in planner("compare", runs[0], other).stdout
    assert "(2)" in planner("compare", runs[0], runs[0]).stdout


def test_every_run_that_cannot_be_read_is_named(runs, tmp_path):
    broken = shutil.copytree(runs[0], tmp_path / "broken")
    (broken / "tables" / "levels.csv").unlink()
    half = shutil.copytree(runs[0], tmp_path / "half")
    (half / "tables" / "kpis.csv").write_text("")
    odd = shutil.copytree(runs[0], tmp_path / "odd")
    table = odd / "tables" / "workforce.csv"
    table.write_text(table.read_text()[:-1] + "x\n")
    done = planner("compare", runs[0], broken, half, odd, tmp_path / "none", tmp_path, "--json")
    assert done.returncode == 2
    assert {error["file"] for error in document(done)["errors"]} == {
        str(broken / "tables" / "levels.csv"),
        str(half / "tables" / "kpis.csv"),
        str(table),
        str(tmp_path / "none"),
        str(tmp_path / "manifest.json"),
    }


TAKING = ("transfer-limit", "hiring", "specialised-team", "chain-capacity", "yearly-agreement", "overtime")
"""Tiny instances of which a plan takes more than staff-days; each is reckoned in its `optimum.toml`."""


@pytest.fixture(scope="module")
def taking(tmp_path_factory):
    """A plan of each."""
    folder = tmp_path_factory.mktemp("taking")
    for name in TAKING:
        assert planner("solve", INSTANCES / "tiny" / name, "--out", folder / name).returncode in (0, 3)
    return [folder / name for name in TAKING]


@pytest.fixture(scope="module")
def beside(taking):
    """Every figure of the six runs, by section and name."""
    figures = document(planner("compare", *taking, "--json"))["figures"]
    return {(own["section"], own["name"]): dict(zip(TAKING, own["values"], strict=True)) for own in figures}


def test_people_who_start_are_counted_in_all_and_by_where_they_go(beside):
    moved = {"transfer-limit": 2.0, "hiring": 0.0, "specialised-team": 0.0, "chain-capacity": 0.0}
    assert beside["people who start", "move, north to south, officers"].items() >= moved.items()
    assert beside["people who start", "hire, in all"]["hiring"] == 2.0
    assert beside["people at the end by group", "officers"]["hiring"] == 3.0  # one, and the two hired
    assert beside["indicators", "intakes_euro"].items() >= {"transfer-limit": 400.0, "hiring": 2000.0}.items()


def test_teams_are_counted_with_their_weeks_people_and_staff_days(beside):
    # two people for four weeks of five days; in the first two, in which it learns, they may as well work outside it
    found = {name: own["specialised-team"] for (section, name), own in beside.items() if section == "teams"}
    assert list(found) == [f"syria-team, {what}" for what in ("opened", "open", "people in it", "work")]
    opened, weeks, people, days = found.values()
    assert (opened, weeks) == (1.0, 4.0)
    assert 20 <= days <= 40
    assert people == pytest.approx(days / 5)


def test_the_chain_stands_against_its_cap_and_agreements_against_what_was_made(beside):
    assert beside["chain", "housing, cap"]["chain-capacity"] == 3.0
    assert beside["chain", "housing, peak"]["chain-capacity"] == pytest.approx(3, abs=1e-5)
    agreed = [beside["agreements", f"track-4, 2026-06-08, {what}"] for what in ("agreed", "decided", "missed")]
    assert [own["yearly-agreement"] for own in agreed] == pytest.approx([7, 5, 2], abs=1e-5)
    assert [own["overtime"] for own in agreed] == [None, None, None]


def test_overtime_is_counted_in_days_and_euro(beside):
    """One day in week 0, two in week 1, 8 hours at EUR 75 each."""
    for figure in (("indicators", "overtime_staff_days"), ("overtime staff-days by location", "north")):
        assert (beside[figure]["overtime"], beside[figure]["hiring"]) == (3.0, 0.0)
    assert beside["indicators", "overtime_euro"]["overtime"] == 1800.0


def test_rows_in_which_no_run_has_anything_are_left_out_of_the_text_alone(taking):
    """No run has old cases left, nor anything above what is steady at the end."""
    done = planner("compare", *taking[:2])
    names = [line.split("  ")[0] for line in done.stdout.splitlines()]
    assert {"lanes_on_time", "court_dates_kept", "intakes_euro", "move, in all"} <= set(names)
    assert not {"old_left_at_clearance", "penalties_euro", "health at the end", "teams", "chain"} & set(names)
    figures = document(planner("compare", *taking[:2], "--json"))["figures"]
    assert {"old_left_at_clearance", "penalties_euro"} <= {own["name"] for own in figures}


@pytest.mark.parametrize("options", [(), ("one",), ("one", "two", "--csv", "--json")])
def test_wrong_usage_gives_2(options):
    assert planner("compare", *options).returncode == 2


def test_the_text_ends_with_where_the_runs_differ_most(runs):
    text = planner("compare", *runs[:2], "--lang", "nl").stdout
    assert text.rpartition("pact:\n")[2].startswith("  Doel ")


def test_tolerances_make_it_a_check(runs):
    strict = planner("compare", *runs[:2], "--tolerance", "old_left_at_clearance=5", "--json")
    assert strict.returncode == 7
    (check,) = document(strict)["tolerances"]
    assert (round(check["difference"]), check["allowed"], check["kept"]) == (6, 5.0, False)
    assert "old_left_at_clearance" in strict.stderr
    assert planner("compare", *runs[:2], "--tolerance", "old_left_at_clearance=+6").returncode == 0


@pytest.mark.parametrize("limit", ["nothing=1", "penalties_euro", "penalties_euro=much"])
def test_a_tolerance_that_says_nothing_is_wrong_usage(runs, limit):
    done = planner("compare", *runs[:2], "--tolerance", limit)
    assert (done.returncode, done.stdout) == (2, "")
    assert limit.partition("=")[0] in done.stderr


def test_a_page_has_the_runs_side_by_side(runs, tmp_path):
    page = tmp_path / "page.html"
    done = planner("compare", *runs, "--page", page, "--lang", "nl", "--json")
    assert (done.returncode, document(done)["page"]) == (0, str(page))
    text = page.read_text(encoding="utf-8")
    assert '<html lang="nl">' in text
    assert all(f">{run.name}<" in text for run in runs)
    assert text.count("<figure") == 2 * 5
    assert planner("compare", *runs, "--page", page).returncode == 2
