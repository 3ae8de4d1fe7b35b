"""`planner check`."""

import pytest

from tests.cli.run import BASE, INSTANCES, document, planner
from tests.files.folders import broken, expected


def test_a_good_instance_gives_0(tmp_path):
    done = planner("check", BASE, "--scenario", "busy", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{BASE}: no problems, no warnings.\n", "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["ind-2023", "ind-2026", "uk-2023"])
def test_a_shipped_instance_has_no_problem(name):
    assert document(planner("check", INSTANCES / name, "--json"))["errors"] == []


def test_a_problem_is_named_with_its_place(tmp_path):
    case = "E203-thousands-mark"
    known = expected(case)
    done = planner("check", broken(case, tmp_path))
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith(f"{known['file']}:{known['line']} {known['column']}: [{known['code']}] found ")
    assert done.stdout.endswith("1 problem, no warnings.\n")


def test_the_document_has_errors_and_warnings(tmp_path):
    done = planner("check", broken("W502-hours-in-minutes", tmp_path), "--json")
    assert done.returncode == 0
    found = document(done)
    assert (found["errors"], [warning["code"] for warning in found["warnings"]]) == ([], ["W502"])
