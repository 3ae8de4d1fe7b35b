"""The registry, and what is kept of a measurement."""

import pytest

from benchmarks.__main__ import chosen
from benchmarks.cases import PARTS, Folder, Limits, cases, shipped, solved
from benchmarks.process import document
from benchmarks.record import CODE


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.mark.parametrize("part", PARTS)
def test_no_two_cases_of_a_part_have_one_name(part, folder):
    names = [case.name for case in cases(part, folder, Limits())]
    assert len(names) == len(set(names)) > 1


def test_every_part_says_which_code_its_results_depend_on():
    assert set(CODE) == set(PARTS)


def test_every_shipped_instance_and_scenario_is_a_case():
    names = [name for name, *_ in shipped()]
    assert {"ind-2026", "ind-2026:inflow-20", "uk-2023"} <= set(names)
    assert not any("broken" in name for name in names)


def test_slow_cases_wait_until_they_are_asked_for(folder):
    own = cases("peers", folder, Limits())
    assert "highs:ind-2026" not in [case.name for case in chosen(own, None, slow=False)]
    assert "highs:ind-2026" in [case.name for case in chosen(own, ["ind-2026"], slow=True)]


def test_the_name_of_a_case_stands_for_no_other_and_a_part_of_one_for_all_that_have_it(folder):
    own = cases("instances", folder, Limits())
    for asked, more in (("planner:ind-2026", False), ("r:ind-2026", True)):
        names = [case.name for case in chosen(own, [asked], slow=True)]
        assert ("planner:ind-2026:inflow-20" in names) is more
        assert "planner:ind-2026" in names


def test_a_selection_keeps_the_yardstick_of_the_machine(folder):
    own = chosen(cases("build", folder, Limits()), ["pulp:S"], slow=False)
    assert [case.name for case in own] == ["reference", "pulp:S:whole", "pulp:S:relaxed"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('{"value": 1.5}\n', {"value": 1.5}),
        ('Running HiGHS 1.16.0 {(git)}\nline\n{"value": 1.5}\n', {"value": 1.5}),
        ('{\n  "value": {\n    "more": 1\n  }\n}\n', {"value": {"more": 1}}),
        ("", {"error": "no memory"}),
    ],
)
def test_a_document_is_found_behind_what_a_library_prints(said, found):
    assert document(said, "no memory") == found


def test_a_solve_that_failed_keeps_its_error():
    assert solved({"exit": 2, "error": "no such folder"}) == {"exit": 2, "error": "no such folder"}
