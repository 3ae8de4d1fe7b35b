"""`planner show`."""

import csv

import pytest

from tests.cli.folders import small_folder
from tests.cli.run import INSTANCES, document, planner

IND = INSTANCES / "ind-2026"


@pytest.fixture(scope="module")
def national():
    return document(planner("show", IND, "--json"))


def _column(name: str, column: str) -> list[str]:
    with (IND / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


def test_the_stock_and_the_staff_are_those_of_the_tables(national):
    assert national["years"][0]["cases"] == pytest.approx(sum(map(float, _column("stock", "cases"))))
    assert sum(row["stock"] for row in national["streams"]) == pytest.approx(national["years"][0]["cases"])
    for rows in ("pairs", "locations", "groups"):
        assert sum(row["people"] for row in national[rows]) == pytest.approx(
            sum(map(float, _column("staff", "people")))
        )


@pytest.mark.parametrize("rows", ["pairs", "locations", "groups"])
def test_hours_of_parts_add_up_to_the_national_ones(national, rows):
    totals = national["totals"]
    assert sum(row["hours_there"] for row in national[rows]) == pytest.approx(totals["hours_there"], abs=1)
    assert sum(row["hours_only_it_can_do"] for row in national[rows]) == pytest.approx(totals["hours_asked"], abs=1)


@pytest.mark.parametrize("rows", ["years", "streams"])
def test_hours_asked_add_up_to_the_national_ones(national, rows):
    assert sum(row["hours_asked"] for row in national[rows]) == pytest.approx(national["totals"]["hours_asked"], abs=1)


def test_hours_by_year_add_up(national):
    for row in national["groups"]:
        for name, by_year in row["by_year"].items():
            assert sum(by_year.values()) == pytest.approx(row[name], abs=0.1)


def test_the_year_of_a_small_instance_can_be_reckoned(tmp_path):
    """20 old cases of 2 + 4 hours; 28 new ones of 8 / 0.8 + 4. Two people: 2 x 5 x 8 hours in each of 4 weeks."""
    found = document(planner("show", small_folder(tmp_path / "small", people=2.0), "--json"))
    start, year = found["years"]
    assert (start["cases"], start["hours_asked"]) == (20.0, 120.0)
    assert (year["year"], year["cases"], year["hours_asked"], year["hours_there"]) == (2026, 28.0, 392.0, 320.0)
    assert year["left_to_do"] == 120 + 392 - 320
    (pair,) = [row for row in found["pairs"] if row["group"] == "officers"]
    assert (pair["hours_only_it_can_do"], pair["hours_it_may_do"]) == (512.0, 512.0)
    (pool,) = found["languages"]
    assert (pool["hours_asked"], pool["hours_there"]) == (280.0, 600.0)


@pytest.mark.parametrize(
    ("by", "word"), [("year", "2027"), ("location", "ter-apel"), ("group", "specialist"), ("stream", "N4e")]
)
def test_each_view_has_its_rows(by, word):
    done = planner("show", IND, "--by", by)
    assert done.returncode == 0
    assert any(line.startswith(word) for line in done.stdout.splitlines())


def test_every_source_is_listed_with_its_code():
    found = document(planner("show", IND, "--sources", "--json"))["sources"]
    listed = {(row["file"], row["evidence"], row["source"]) for row in found}
    for table in ("stock", "staff", "calendar"):
        rows = zip(_column(table, "evidence"), _column(table, "source"), strict=True)
        assert {(f"{table}.csv", code, source) for code, source in rows} <= listed
    assert "instance.toml" in {row["file"] for row in found}


def test_a_scenario_shows():
    plain, more = (
        document(planner("show", IND, "--json", *options))["years"][2]["cases"]
        for options in ((), ("--scenario", "inflow-40"))
    )
    assert more > plain


def test_people_who_may_be_taken_on_are_mentioned():
    # classes of 2 in weeks 0 and 2; of 2 in one week; moves of at most 3 in each of six weeks
    words = {
        "hiring-intake": "at most 4 hired, 0 retrained, 0 moved",
        "retraining": "at most 0 hired, 2 retrained, 0 moved",
        "transfer-limit": "at most 0 hired, 0 retrained, 18 moved",
    }
    for name, expected in words.items():
        assert expected in planner("show", INSTANCES / "tiny" / name).stdout
    assert "at most" not in planner("show", INSTANCES / "tiny" / "calendar").stdout
