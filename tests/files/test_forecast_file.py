"""The file of a forecast is read as strictly as a table of an instance."""

import pytest

from planner.files.findings import Findings
from planner.files.forecast_file import check_against, check_edition, forecast_text, read_forecasts
from planner.files.instance import read_instance
from tests.files.folders import BASE

HEAD = "edition,edition_date,source,year,stream,scenario,cases,figure,first,last\n"
GOOD = "MPP,2026-09-01,table 3,2026,transfer,medio,100,,,\n"


def problems(tmp_path, text, edition=None):
    """Code, line and column of everything that is found."""
    file = tmp_path / "mpp.csv"
    file.write_text(text, encoding="utf-8")
    findings = Findings()
    rows = check_edition(read_forecasts(file, findings, Findings()) or [], edition, file.name, findings)
    findings.extend(check_against(read_instance(BASE), rows))
    return [(problem.code, problem.line, problem.column) for problem in findings.problems()]


def test_a_good_edition_has_no_problem(tmp_path):
    assert problems(tmp_path, HEAD + GOOD + GOOD.replace("medio", "max").replace("100", "120")) == []


def test_a_dutch_spreadsheet_reads_the_same(tmp_path):
    text = (HEAD + GOOD.replace("100", "100;5").replace("2026-09-01", "1-9-2026")).replace(",", ";")
    assert problems(tmp_path, text.replace("100;5", "100,5")) == []


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        (GOOD.replace("100,,,", "100,,,,more"), "E114", ""),
        (GOOD.replace(",100", ",many"), "E202", "cases"),
        (GOOD.replace("medio", "middle"), "E208", "scenario"),
        (GOOD.replace("transfer", "gnu"), "E302", "stream"),
        (GOOD.replace("transfer", "old"), "E409", "stream"),
        (GOOD.replace("table 3", ""), "E201", "source"),
        (GOOD.replace("100,,,", "100,,2027-01-01,2027-12-31"), "E603", "first"),
        (GOOD.replace("100,,,", "100,,2026-08-01,2026-07-01"), "E403", "last"),
        (GOOD.replace("transfer", "new"), "E411", "year"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 9 else "",
)
def test_a_wrong_row_is_reported_where_it_stands(tmp_path, line, code, column):
    """The season `summer` of the base has no weight for the first quarter."""
    assert problems(tmp_path, HEAD + line) == [(code, 2, column)]


def test_all_problems_come_at_once(tmp_path):
    text = HEAD + GOOD.replace("100", "-1") + GOOD.replace("2026-09-01", "soon") + GOOD.replace("transfer", "gnu")
    assert [code for code, _, _ in problems(tmp_path, text)] == ["E205", "E206", "E302"]


def test_an_edition_has_one_date(tmp_path):
    other = GOOD.replace("2026-09-01", "2026-09-02").replace("medio", "max")
    assert ("E602", 3, "edition_date") in problems(tmp_path, HEAD + GOOD + other)


def test_two_rows_for_one_year_overlap(tmp_path):
    assert ("E404", 3, "year") in problems(tmp_path, HEAD + GOOD + GOOD)


def test_a_scenario_has_every_year_that_another_has(tmp_path):
    text = HEAD + GOOD + GOOD.replace("medio", "max") + GOOD.replace("2026,", "2027,")
    assert ("E604", 0, "scenario") in problems(tmp_path, text)


@pytest.mark.parametrize("edition", [None, "MPQ"], ids=["none named", "another named"])
def test_an_edition_that_is_not_there_is_named(tmp_path, edition):
    two = HEAD + GOOD + GOOD.replace("MPP,", "Kernprognose,")
    assert problems(tmp_path, two, edition) == [("E601", 0, "edition")]


def test_production_is_passed_over(tmp_path):
    assert problems(tmp_path, HEAD + GOOD + GOOD.replace("100,", "90,production")) == []


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    findings = Findings()
    assert read_forecasts(tmp_path / "none.csv", findings, Findings()) is None
    assert [problem.code for problem in findings.problems()] == ["E104"]


def test_rows_that_are_written_read_back(tmp_path):
    file = tmp_path / "mpp.csv"
    file.write_text(HEAD + GOOD + GOOD.replace("100,,,", "80,production,2026-06-12,2026-08-02"), encoding="utf-8")
    rows = [placed.row for placed in read_forecasts(file, Findings(), Findings())]
    file.write_text(forecast_text(rows), encoding="utf-8")
    assert [placed.row for placed in read_forecasts(file, Findings(), Findings())] == rows
