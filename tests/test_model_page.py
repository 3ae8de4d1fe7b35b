"""The page on the model says of each rule what the code says: unit, hard or soft, slack and levels."""

import re
from pathlib import Path

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED, for_replanning
from planner.evaluation.rules import RULES
from planner.formulation.costs import level_costs
from planner.formulation.model import Model, whole_model
from tests.formulation.build import everything
from tests.formulation.golden import rule_of

PAGE = (Path(__file__).parent.parent / "docs" / "model.md").read_text(encoding="utf-8")

DECISIONS = {"open_cases", "overtime", "hire", "retrain", "move", "team_opened"}
"""Columns with a cost that are no slack: what is decided, and the cases that wait."""


def cells(heading: str, first: str) -> list[list[str]]:
    """The rows of the table below a heading; `first` is what its first cell matches."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = (re.split(r" (?<!\\)\| ", line.strip("| ")) for line in section.splitlines() if line.startswith("| "))
    return [row for row in rows if re.fullmatch(first, row[0])]


def rules() -> dict[str, tuple[str, str]]:
    """Unit and kind of every rule, as the page has them."""
    return {row[1].strip("`"): (row[3], row[4]) for row in cells("The rules that are in", r"[0-9, ]+")}


def slacks() -> dict[str, str]:
    """The unit of every slack, as the page has it."""
    rows = cells("Words and indices", r"`.*`")
    return {row[1].strip("`"): row[3].removesuffix(", 0 or more") for row in rows if row[2].startswith("slack: ")}


def priced(model: Model, f) -> dict[str, dict[str, set[int]]]:  # type: ignore[no-untyped-def]
    """By level of the shipped policy, made for planning again, and block of columns, those that cost something."""
    found: dict[str, dict[str, set[int]]] = {}
    policy = for_replanning(SHIPPED)
    for level in policy.levels:
        columns = len(model.linear.column_lower)
        costs = level_costs(f, policy, level, model.flow, model.people, model.teams, columns, model.held)
        paid = set(np.flatnonzero(costs).tolist())
        blocks = ((block.name, paid & set(block.ids.ravel().tolist())) for block in model.linear.column_blocks)
        found[level.name] = {}
        for name, own in blocks:
            if own:
                found[level.name].setdefault(name, set()).update(own)
    return found


@pytest.fixture(scope="module")
def soft() -> dict[str, set[tuple[str, str]]]:
    """The slacks that stand in the rows of each rule, each with the levels in which they cost something."""
    f = figures(everything())
    model = whole_model(f)
    found: dict[str, set[tuple[str, str]]] = {rule.name: set() for rule in RULES}
    prices = priced(model, f)
    named = slacks()
    for block in model.linear.row_blocks:
        rows = block.ids.ravel()
        inside = set(model.linear.entry_column[np.isin(model.linear.entry_row, rows)].tolist())
        for level, blocks in prices.items():
            found[rule_of(block)] |= {(name, level) for name, paid in blocks.items() if name in named and paid & inside}
    return found


def test_the_page_has_the_unit_of_every_rule():
    assert {name: unit for name, (unit, _) in rules().items()} == {rule.name: rule.unit for rule in RULES}


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_the_page_says_whether_a_rule_is_hard_or_soft_with_its_slack_and_levels(rule, soft):
    kind = rules()[rule][1]
    named = re.findall(r"`(\w+)`", kind)
    if not soft[rule]:
        assert kind == "H"
        return
    assert re.match(r"S: |H for a cap; S for a signal: ", kind)
    assert {named[0]} == {slack for slack, _ in soft[rule]}
    assert sorted(named[1:]) == sorted({level for _, level in soft[rule]})


def test_a_slack_has_the_unit_of_its_rule(soft):
    units = {rule.name: rule.unit for rule in RULES}
    found = {
        slack: {units[rule] for rule, own in soft.items() if slack in {name for name, _ in own}} for slack in slacks()
    }
    assert found == {slack: {unit} for slack, unit in slacks().items()}


def test_whatever_costs_something_is_a_slack_or_a_decision():
    f = figures(everything())
    named = {name for blocks in priced(whole_model(f), f).values() for name in blocks}
    assert named == {*DECISIONS, *slacks()}


def test_the_page_has_the_levels_of_the_shipped_policy_with_unit_and_floor():
    rows = {row[0].strip("`"): (row[2], row[3]) for row in cells("Aims", r"`\w+`")}
    floors = {
        level.name: f"{100 * level.floor_share:g} % of the gross" if level.floor_share else f"{level.floor:g}"
        for level in SHIPPED.levels
    }
    assert list(rows.items()) == [(level.name, (level.unit, floors[level.name])) for level in SHIPPED.levels]
