"""A policy as a file: it reads back, and every problem in it is named at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.policy import SHIPPED, TERMS, Level, Policy, Term
from planner.errors import InputError
from planner.files.policy_file import policy_text, read_policy

LABELS = st.text("abcdefghij_", min_size=1, max_size=12)


def numbers(most: float):
    """With no more decimals than anyone would write."""
    return st.floats(0, most).map(lambda number: round(number, 9))


@st.composite
def policies(draw) -> Policy:
    levels = tuple(
        Level(
            name,
            f"about {name}",
            draw(st.sampled_from(["cases", "euro"])),
            tuple(Term(term, draw(numbers(1e6))) for term in draw(st.lists(st.sampled_from(list(TERMS)), unique=True))),
            draw(numbers(100)),
            draw(numbers(1)),
        )
        for name in draw(st.lists(LABELS, min_size=1, max_size=4, unique=True))
    )
    return Policy(draw(LABELS), levels, draw(numbers(1)), draw(numbers(1000)))


@given(own=policies())
def test_a_policy_reads_back_to_itself(own, tmp_path_factory):
    path = tmp_path_factory.mktemp("policy") / "own.toml"
    path.write_text(policy_text(own), encoding="utf-8")
    assert read_policy(path) == own


def _problems(text: str, folder) -> list[tuple[int, str, str]]:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_policy(path)
    assert {problem.file for problem in raised.value.problems} == {"own.toml"}
    return [(problem.line, problem.column, problem.code) for problem in raised.value.problems]


LEVEL = '[[level]]\nname = "a"\nabout = "b"\nunit = "c"\nterms = { left = 1 }\n'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [(0, "level", "E123"), (0, "name", "E123")]),
        ('name = "own"\nlevel = 3\n', [(2, "level", "E124")]),
        (f'name = "own"\nspeed = 2\n{LEVEL}', [(2, "speed", "E122")]),
        (f'name = "own"\ntolerance = "high"\n{LEVEL}', [(2, "tolerance", "E124")]),
        (f'name = "own"\ntolerance = 2\n{LEVEL}', [(2, "tolerance", "E205")]),
        (f'name = "own"\n{LEVEL}flor = 1\n', [(7, "flor", "E122")]),
        ('name = "own"\n[[level]]\nname = "a"\nabout = "b"\nunit = "c"\n', [(2, "terms", "E123")]),
        ('name = "own"\n' + LEVEL.replace("left = 1", "lft = 1"), [(6, "lft", "E122")]),
        ('name = "own"\n' + LEVEL.replace("left = 1", "left = -1"), [(6, "left", "E205")]),
        ('name = "own"\n' + LEVEL.replace('unit = "c"\n', ""), [(2, "unit", "E123")]),
        (f'name = "own"\n{LEVEL}{LEVEL}', [(8, "name", "E301")]),
        ('name = "own"\nname = "own"\n', [(2, "", "E121")]),
    ],
    ids=lambda value: value[-40:] if isinstance(value, str) else "",
)
def test_a_problem_is_named_with_its_line(text, problems, tmp_path):
    assert _problems(text, tmp_path) == problems


def test_all_problems_come_at_once(tmp_path):
    text = f'name = "own"\nspeed = 2\n{LEVEL.replace("left", "lft")}{LEVEL}'
    assert _problems(text, tmp_path) == [(2, "speed", "E122"), (7, "lft", "E122"), (9, "name", "E301")]


def test_a_misspelt_term_gets_a_suggestion(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('name = "own"\n' + LEVEL.replace("left", "lft"), encoding="utf-8")
    with pytest.raises(InputError, match='Did you mean "left"'):
        read_policy(path)


def test_the_shipped_policy_reads_back(tmp_path):
    (tmp_path / "own.toml").write_text(policy_text(SHIPPED), encoding="utf-8")
    assert read_policy(tmp_path / "own.toml") == SHIPPED
