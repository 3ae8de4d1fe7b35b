"""Every rule stands in each place where a rule must stand; what is missing is named."""

import re
from pathlib import Path

import pytest

from planner.domain.tables import TABLES
from planner.evaluation.rules import RULES
from planner.files.folder import OPTIMUM
from tests.solving import test_every_rule_bites, test_known_optima

ROOT = Path(__file__).parent.parent
MODEL_PAGE = ROOT / "docs" / "model.md"
ROWS = ROOT / "planner" / "formulation" / "rules"
LIST_OF_ROWS = ROOT / "planner" / "formulation" / "model.py"
AUDIT = ROOT / "planner" / "evaluation" / "rules"
AUDIT_TESTS = ROOT / "tests" / "evaluation" / "rules"
TINY = ROOT / "instances" / "tiny"
GOLDEN = ROOT / "tests" / "formulation" / "golden"

NAMES = [rule.name for rule in RULES]
WITHOUT_ROWS = "| no rows: "


def documented(heading: str) -> dict[str, str]:
    """The line of each rule in the table below a heading of the page on the model."""
    section = MODEL_PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if re.match(r"\| [0-9]", line)]
    return {rule: line for line in lines for rule in re.findall(r"`(\w+)`", line.split("|")[2])}


def modules(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}


def missing(rule: str) -> list[str]:
    """What a rule lacks, in words."""
    line = documented("The rules that are in").get(rule, "")
    without_rows = WITHOUT_ROWS in line
    return [
        *_in_the_audit(rule),
        *_on_the_page(rule, line, without_rows),
        *_in_the_formulation(rule, without_rows),
        *_data(rule),
        *_tiny(rule),
    ]


def _in_the_audit(rule: str) -> list[str]:
    found = []
    if not _defines(AUDIT / f"{rule}.py", "violation"):
        found.append(f"{_path(AUDIT / rule)}.py with a function `violation`")
    if not (AUDIT_TESTS / f"test_{rule}.py").exists():
        found.append(f"{_path(AUDIT_TESTS)}/test_{rule}.py")
    return found


def _on_the_page(rule: str, line: str, without_rows: bool) -> list[str]:
    """Its line, and in it a link to each file of the rule."""
    if not line:
        return [f"a line in the table of {_path(MODEL_PAGE)}"]
    files = [AUDIT / f"{rule}.py", AUDIT_TESTS / f"test_{rule}.py"]
    if not without_rows:
        files += [ROWS / f"{rule}.py", GOLDEN / f"{rule}.txt"]
    return [f"a link to {_path(file)} in {_path(MODEL_PAGE)}" for file in files if f"](../{_path(file)})" not in line]


def _in_the_formulation(rule: str, without_rows: bool) -> list[str]:
    module = ROWS / f"{rule}.py"
    if without_rows:
        return [f"rows, which {_path(module)} has and {_path(MODEL_PAGE)} denies"] if module.exists() else []
    found = []
    if not _defines(module, "add"):
        found.append(f"{_path(module)} with a function `add`, or the words `no rows: why` in {_path(MODEL_PAGE)}")
    if f"{rule}.add(" not in LIST_OF_ROWS.read_text(encoding="utf-8"):
        found.append(f"a call of {rule}.add in {_path(LIST_OF_ROWS)}")
    if not (GOLDEN / f"{rule}.txt").exists():
        found.append(f"{_path(GOLDEN)}/{rule}.txt")
    return found


def _data(rule: str) -> list[str]:
    named = any(rule in table.rules for table in TABLES)
    return [] if named else ["a table in planner/domain/tables that names it in `rules`"]


def _tiny(rule: str) -> list[str]:
    """An instance named after it in which it bites."""
    name = rule.replace("_", "-")
    folders = [path for path in TINY.iterdir() if f"{path.name}-".startswith(f"{name}-")]
    named = any(f'\nrule = "{rule}"\n' in (path / OPTIMUM).read_text(encoding="utf-8") for path in folders)
    return [] if named else [f"{_path(TINY)}/{name} with its {OPTIMUM}"]


def _defines(module: Path, function: str) -> bool:
    return module.exists() and f"\ndef {function}(" in module.read_text(encoding="utf-8")


def _path(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("rule", NAMES)
def test_a_rule_is_complete(rule):
    lacks = missing(rule)
    assert not lacks, f"{rule} lacks " + "; ".join(lacks)


def test_a_rule_that_is_nowhere_lacks_everything():
    assert missing("siesta") == [
        "planner/evaluation/rules/siesta.py with a function `violation`",
        "tests/evaluation/rules/test_siesta.py",
        "a line in the table of docs/model.md",
        "planner/formulation/rules/siesta.py with a function `add`, or the words `no rows: why` in docs/model.md",
        "a call of siesta.add in planner/formulation/model.py",
        "tests/formulation/golden/siesta.txt",
        "a table in planner/domain/tables that names it in `rules`",
        "instances/tiny/siesta with its optimum.toml",
    ]


def test_the_best_plan_of_every_tiny_instance_is_found_by_two_engines_and_another_without_its_rule():
    assert len(test_known_optima.WHOLE) >= 2
    assert test_known_optima.NAMES == test_every_rule_bites.NAMES == sorted(path.name for path in TINY.iterdir())


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (_path(ROWS), modules(ROWS)),
        (_path(AUDIT), modules(AUDIT)),
        (_path(AUDIT_TESTS), {name.removeprefix("test_") for name in modules(AUDIT_TESTS) if name.startswith("test_")}),
        (_path(GOLDEN), {path.stem for path in GOLDEN.glob("*.*")}),
        ("planner/domain/tables", {rule for table in TABLES for rule in table.rules}),
        (_path(MODEL_PAGE), set(documented("The rules that are in"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_stands_for_a_rule_that_is_not_audited(place, names):
    unknown = sorted(names - {*NAMES, "every_rule"})
    assert not unknown, f"{place} has {', '.join(unknown)}, which planner/evaluation/rules/__init__.py does not list"


def test_the_page_lists_the_rules_in_the_order_of_the_audit():
    assert list(documented("The rules that are in")) == NAMES
