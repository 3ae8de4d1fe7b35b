"""A scenario is laid over the instance before anything is checked across tables."""

from datetime import date

import pytest

from planner.domain.instance import Productivity
from planner.errors import InputError
from planner.files.instance import check_instance, read_instance
from planner.files.scenario_file import list_scenarios
from tests.files.folders import BASE, base

HEAD = 'title = "Other"\nabout = "What would be otherwise."\n\n'
PROVEN = 'evidence = "D"\nsource = "Derived for the test"\n'


def with_scenario(tmp_path, text, name="other"):
    folder = base(tmp_path) if not (tmp_path / "instance").exists() else tmp_path / "instance"
    (folder / "scenarios" / f"{name}.toml").write_text(HEAD + text, encoding="utf-8")
    return folder


def test_figures_are_multiplied_and_their_provenance_replaced(tmp_path):
    folder = with_scenario(
        tmp_path, f'[[change]]\ntable = "inflow"\nwhere = {{ stream = "new" }}\nmultiply = {{ cases = 1.2 }}\n{PROVEN}'
    )
    rows = read_instance(folder, "other").inflow
    assert [(row.cases, row.evidence) for row in rows] == [(30, "A"), (12, "D"), (30, "D"), (8, "A")]


def test_figures_are_added_to(tmp_path):
    folder = with_scenario(tmp_path, f'[[change]]\ntable = "locations"\nadd = {{ hearing_rooms = -1 }}\n{PROVEN}')
    assert [row.hearing_rooms for row in read_instance(folder, "other").locations] == [4, 4]


def test_values_are_set_where_one_of_several_matches(tmp_path):
    folder = with_scenario(
        tmp_path,
        '[[change]]\ntable = "streams"\nwhere = { stream = ["new", "nuisance"], counts = true }\n'
        f'set = {{ term = "3w", waiting_weight = 2 }}\n{PROVEN}',
    )
    terms = {row.stream: (row.term, row.waiting_weight) for row in read_instance(folder, "other").streams}
    assert terms == {"old": (None, 1), "transfer": ("2w", 1), "new": ("3w", 2), "nuisance": ("3w", 2)}


def test_a_row_is_appended_with_its_defaults(tmp_path):
    folder = with_scenario(
        tmp_path,
        '[[append]]\ntable = "productivity"\n'
        f"row = {{ first = 2026-07-01, last = 2026-07-05, output = 1.1 }}\n{PROVEN}",
    )
    new = Productivity(date(2026, 7, 1), date(2026, 7, 5), 1.1, evidence="D", source="Derived for the test")
    assert read_instance(folder, "other").productivity[-1] == new


def test_rows_go_before_others_are_appended(tmp_path):
    folder = with_scenario(
        tmp_path,
        f'[[append]]\ntable = "inflow"\nrow = {{ stream = "new", first = 2026-06-12, last = 2026-08-02, cases = 9 }}\n'
        f'{PROVEN}\n[[remove]]\ntable = "inflow"\nwhere = {{ stream = ["new", "nuisance"] }}\n{PROVEN}',
    )
    rows = read_instance(folder, "other").inflow
    assert [(row.stream, row.cases) for row in rows] == [("transfer", 30), ("new", 9)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[[remove]]\ntable = "inflow"\nwhere = { stream = "renewed" }\n' + PROVEN, "E132"),
        ('[[remove]]\ntable = "inflow"\n' + PROVEN, "E123"),
        ('[[remove]]\ntable = "inflow"\nwhere = { stream = "new" }\n', "E123"),
        ('[[remove]]\ntable = "inflow"\nwhere = { stream = "new" }\nset = { cases = 1 }\n' + PROVEN, "E122"),
    ],
    ids=["no row", "no where", "no source", "another key"],
)
def test_a_removal_names_its_rows_and_its_source(text, code, tmp_path):
    found = check_instance(with_scenario(tmp_path, text), "other").problems
    assert {problem.code for problem in found} == {code}


def test_the_header_changes_in_the_keys_that_are_given(tmp_path):
    folder = with_scenario(
        tmp_path,
        "[dates]\nclearance = 2026-07-19\n\n"
        f'[guarantee]\norder = "first"\n{PROVEN}\n[work]\nhours_factor = 0.8\n{PROVEN}',
    )
    header, before = read_instance(folder, "other").header, read_instance(folder).header
    assert (header.clearance, header.hours_factor, header.hours_factor_evidence) == (date(2026, 7, 19), 0.8, "D")
    assert (header.guarantee.order, header.guarantee.cases_per_year) == ("first", before.guarantee.cases_per_year)
    assert header.first == before.first


def test_several_scenarios_come_one_after_the_other(tmp_path):
    with_scenario(tmp_path, f'[[change]]\ntable = "inflow"\nset = {{ cases = 10 }}\n{PROVEN}', "ten")
    folder = with_scenario(tmp_path, f'[[change]]\ntable = "inflow"\nmultiply = {{ cases = 3 }}\n{PROVEN}', "thrice")
    assert {row.cases for row in read_instance(folder, "ten,thrice").inflow} == {30}
    assert {row.cases for row in read_instance(folder, "thrice, ten").inflow} == {10}


def test_what_a_scenario_breaks_stands_at_its_change(tmp_path):
    # 0.02 + 0.02 of the stock withdraws; thirty times that is 1.2.
    folder = with_scenario(
        tmp_path,
        f'[[change]]\ntable = "withdrawals"\nwhere = {{ share_of = "stock" }}\nmultiply = {{ share = 30 }}\n{PROVEN}',
    )
    found = [(problem.file, problem.line, problem.code) for problem in check_instance(folder, "other").problems]
    assert found == [("scenarios/other.toml", 4, "E414")]


def test_a_fraction_of_a_room_is_refused(tmp_path):
    folder = with_scenario(tmp_path, f'[[change]]\ntable = "locations"\nmultiply = {{ hearing_rooms = 1.5 }}\n{PROVEN}')
    (problem,) = check_instance(folder, "other").problems
    assert (problem.code, problem.line, problem.found) == ("E204", 6, "7.5")


def test_ten_per_cent_more_of_0_3_is_0_33(tmp_path):
    # 0.1 x 3 is 0.30000000000000004 in binary: changed figures keep twelve digits.
    folder = with_scenario(tmp_path, f'[[change]]\ntable = "work"\nset = {{ no_show = 0.1 }}\n{PROVEN}', "set")
    folder = with_scenario(tmp_path, f'[[change]]\ntable = "work"\nmultiply = {{ no_show = 3 }}\n{PROVEN}')
    assert {row.no_show for row in read_instance(folder, "set,other").work} == {0.3}


@pytest.mark.parametrize("name", ["../busy", "/etc/passwd", "", "busy.toml", "busy,", "a" * 300])
def test_a_name_that_is_no_scenario(name):
    assert {problem.code for problem in check_instance(BASE, name or " ").problems} == {"E131"}


@pytest.mark.parametrize(
    "text",
    [
        "change = 1",
        "append = [1]",
        '[[change]]\ntable = "stock"\nset = 1\n' + PROVEN,
        '[[change]]\ntable = "stock"\nset = { cases = [1] }\n' + PROVEN,
        '[[change]]\ntable = "stock"\nset = { lodged_last = 2026-06-11T00:00:00 }\n' + PROVEN,
        '[[change]]\ntable = "stock"\nwhere = { cases = "60" }\nset = { cases = 1 }\n' + PROVEN,
        '[[change]]\ntable = "stock"\nmultiply = { cases = nan }\n' + PROVEN,
        '[[change]]\ntable = "stock"\nmultiply = { cases = true }\n' + PROVEN,
        '[[append]]\ntable = "stock"\nrow = { stream = "old" }\n' + PROVEN,
        '[[append]]\ntable = "stock"\n' + PROVEN,
        "[dates]\nlast = 2026-13-01",
        '[guarantee]\norder = "last"\n' + PROVEN,
    ],
)
def test_what_a_scenario_cannot_say(tmp_path, text):
    checked = check_instance(with_scenario(tmp_path, text), "other")
    assert {problem.file for problem in checked.problems} == {"scenarios/other.toml"}


def test_scenarios_are_listed_by_name(tmp_path):
    folder = with_scenario(tmp_path, "", "autumn")
    assert [(scenario.name, scenario.title) for scenario in list_scenarios(folder)] == [
        ("autumn", "Other"),
        ("busy", "More applications"),
    ]


def test_an_instance_without_scenarios_lists_none(tmp_path):
    assert list_scenarios(tmp_path) == ()


def test_a_broken_scenario_is_not_listed(tmp_path):
    folder = with_scenario(tmp_path, "[[change]]\n")
    with pytest.raises(InputError, match="E123"):
        list_scenarios(folder)
