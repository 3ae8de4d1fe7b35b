"""The catalogue has every word in both languages, and every word that the code and the runs ask for."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import planner.reporting
from planner.domain.evidence import EVIDENCE
from planner.domain.indicators import INDICATORS, LATE
from planner.domain.intakes import KINDS
from planner.domain.policy import SHIPPED, for_replanning
from planner.domain.stages import STAGES
from planner.evaluation.curves import CURVES
from planner.evaluation.distance import MEASURED
from planner.evaluation.euro_together import TOGETHER
from planner.evaluation.run_figures import SECTIONS
from planner.files.instance import read_instance
from planner.reporting.labels import Labels
from planner.reporting.language import Language
from planner.reporting.words import catalogue
from planner.yardsticks.options import Rule
from tests.cli.run import INSTANCES
from tests.reporting.build import EN, NL

PACKAGE = Path(planner.reporting.__file__).parent
LABELS = ("status", "level", "rule", "unit", "partner", "category", "track", "language", "name", "figure")
"""Kinds of labels of instances and runs: an instance may have others, which then stand as they are."""


def literals() -> set[str]:
    """Every text in the code of the package that may be a key."""
    return {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {
        key
        for path in (PACKAGE / "templates").glob("*.html")
        for key in re.findall(r'say\("([^"]+)"', path.read_text(encoding="utf-8"))
    }


def asked() -> set[str]:
    """The keys that the code puts together from what runs have."""
    targets = {
        "guaranteed_on_time", "lanes_on_time", "lanes_heard", "other_on_time", "court_dates_kept", "old_cleared",
        "excess_on_time", "competing_on_time", "start_group_begun", "agreements_kept",
    }  # fmt: skip
    return {
        *(f"kpi.{name}" for name in INDICATORS),
        *(f"term.{term}" for term in LATE),
        *(f"stage.{stage}" for stage in STAGES),
        *(f"intake.{kind}" for kind in KINDS),
        *(f"evidence.{code}" for code in EVIDENCE),
        *(f"target.{name}" for name in targets),
        *(f"target.{name}.short" for name in targets),
        *(f"section.{name}" for name in SECTIONS),
        *(f"apart.{name}" for name in MEASURED),
        *(f"beside.{name}" for name in CURVES),
        *(f"beside.{name}.about" for name in CURVES),
    }


def test_every_key_has_both_languages_with_the_same_places_to_fill():
    for key, texts in catalogue().items():
        assert texts.keys() == {"en", "nl"}, key
        assert all(text.strip() for text in texts.values()), key
        places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts.values()]
        assert places[0] == places[1], key


def test_every_key_that_runs_ask_for_is_there():
    assert asked() <= catalogue().keys()
    levels = for_replanning(SHIPPED).levels
    assert {*(f"level.{level.name}" for level in levels), f"level.{TOGETHER}"} <= catalogue().keys()
    assert {f"rule.{rule}" for rule in Rule} <= catalogue().keys()


def test_no_key_is_there_for_nothing():
    used = literals()
    starts = {text for text in used if text.endswith(".")}
    spare = {
        key
        for key in catalogue().keys() - asked() - used
        if key.split(".")[0] not in LABELS
        and not any(key.startswith(start) for start in starts)
        and not re.match(r"headline\.\w+\.(met|missed)$|chart\.\w+(\.about)?$|table\.(staff_days|cases)$", key)
    }
    assert not spare


@pytest.mark.parametrize("name", ["ind-2026"])
def test_the_labels_of_the_national_instance_are_all_in_dutch(name):
    instance = read_instance(INSTANCES / name)
    for kind, labels in {
        "category": {row.category for row in instance.streams},
        "track": {row.track for row in instance.streams},
        "partner": {row.partner for row in instance.chain},
        "language": {row.language for row in instance.interpreters},
        "unit": {row.unit for row in instance.chain},
        "name": {row.name for row in (*instance.streams, *instance.groups)}
        | {instance.header.title, instance.header.counting_unit},
    }.items():
        assert {f"{kind}.{label}" for label in labels} <= catalogue().keys()


def test_parts_of_streams_are_said_to_be_such():
    instance = read_instance(INSTANCES / "ind-2026")
    assert Labels(instance, EN).stream("O1!") == "O1! Syria, date set by a court"
    assert Labels(instance, NL).stream("N4+") == "N4+ Normaal, boven de gegarandeerde instroom"


def test_unknown_labels_stand_as_they_are():
    assert NL.label("category", "low-chance") == "low chance"
    assert Language("nl") is NL.language


def test_a_list_reads_as_a_sentence_does():
    assert NL.listed(["a"]) == "a"
    assert NL.listed(["a", "b", "c"]) == "a, b en c"
    assert (EN.weeks(1), NL.weeks(10)) == ("1 week", "10 weken")
    assert (EN.term("6m"), NL.term("1d")) == ("6 months", "1 dag")
