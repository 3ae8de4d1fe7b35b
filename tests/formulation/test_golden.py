"""The rows of every rule stand in a file, so that a change of the model shows line by line."""

import pytest

from planner.domain.figures import figures
from planner.evaluation.rules import RULES as AUDITED
from planner.formulation.model import Model, whole_model
from tests.formulation.build import everything
from tests.formulation.golden import FOLDER, RULES, WRITE, path_of, rows_as_text, rule_of

WITHOUT_ROWS = {"skills", "plan_ready", "guaranteed_volume"}
"""Worked out of the data, or following from other rules: `whole_model` says how."""


@pytest.fixture(scope="module")
def model() -> Model:
    return whole_model(figures(everything()))


@pytest.mark.parametrize("rule", RULES)
def test_the_rows_of_a_rule_are_as_they_were(model, rule):
    text = rows_as_text(model.linear, rule)
    if WRITE:
        path_of(rule).write_text(text, encoding="utf-8")
    assert text.splitlines() == path_of(rule).read_text(encoding="utf-8").splitlines()


def test_every_rule_that_is_audited_has_rows_or_needs_none():
    assert {*RULES, *WITHOUT_ROWS} == {rule.name for rule in AUDITED}
    assert not WITHOUT_ROWS & {*RULES}


def test_every_rule_with_rows_has_a_golden_file_with_rows_and_no_file_is_left_over(model):
    assert {rule_of(block) for block in model.linear.row_blocks if block.ids.size} == {*RULES}
    assert sorted(path.stem for path in FOLDER.iterdir()) == RULES
    assert all(path_of(rule).read_text(encoding="utf-8").strip() for rule in RULES)
