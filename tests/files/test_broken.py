"""Every broken instance gives its own problem, at its own place, and nothing else."""

import pytest

from planner.errors import InputError
from planner.files.codes import Code
from planner.files.instance import check_instance, read_instance
from tests.files.folders import BASE, CASES, broken, expected

MADE_IN_TESTS = {
    Code.NOT_A_FOLDER,
    Code.FILE_UNREADABLE,
    Code.LINK_OUTSIDE,
    Code.FILE_TOO_LARGE,
    Code.TARGET_EXISTS,
    Code.MORE,
    Code.EDITION_MISSING,
    Code.EDITION_DATES,
    Code.FORECAST_YEAR,
    Code.FORECAST_GAP,
    Code.NOT_WRITTEN,
    Code.ACTUALS_COLUMN,
    Code.ACTUALS_WEEK,
    Code.ACTUALS_MISSING,
    Code.ACTUALS_ABOVE,
    Code.NOT_CONSERVED,
    Code.IMPROBABLE,
}
"""What cannot stand in a repository, or is about no instance; see test_folder.py, test_findings.py,
test_whole_folder.py, test_forecast_file.py, tests/cli/test_week.py and tests/weekly/test_reckoning.py."""


def test_the_base_has_no_problem_and_no_doubt():
    checked = check_instance(BASE, "busy")
    assert (checked.problems, checked.warnings) == ((), ())


@pytest.mark.parametrize("case", CASES)
def test_a_broken_instance_gives_its_own_problem(case, tmp_path):
    known = expected(case)
    checked = check_instance(broken(case, tmp_path), known.get("scenario"))
    found = [
        {"code": problem.code, "file": problem.file, "line": problem.line, "column": problem.column}
        for problem in (*checked.problems, *checked.warnings)
    ]
    assert found == [{key: known[key] for key in ("code", "file", "line", "column")}]
    assert (checked.instance is None) == known["code"].startswith("E")


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("E")])
def test_a_broken_instance_is_not_read(case, tmp_path):
    instance = broken(case, tmp_path)
    with pytest.raises(InputError) as raised:
        read_instance(instance, expected(case).get("scenario"))
    assert [problem.code for problem in raised.value.problems] == [expected(case)["code"]]


def test_every_code_has_a_broken_instance():
    assert {expected(case)["code"] for case in CASES} | MADE_IN_TESTS == set(Code)


def test_a_broken_instance_is_named_after_its_code():
    assert all(case.startswith(expected(case)["code"] + "-") for case in CASES)
