"""Models as files: they read back to the same model, and their rows have the names of their rules."""

import re
from random import Random

import numpy as np
import pytest
from ortools.math_opt.io.python.mps_converter import mps_to_model_proto

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.formulation.costs import level_costs
from planner.formulation.draft import Draft
from planner.formulation.lp_file import lp_lines
from planner.formulation.model import whole_model
from planner.formulation.mps_file import mps_lines
from planner.formulation.names import file_names
from planner.generation.random_instance import random_instance
from tests.evaluation.build import varied
from tests.formulation.build import everything
from tests.formulation.golden import RULES


def odd():
    """A model with every kind of bound and row, and names that a file cannot hold."""
    draft = Draft()
    x = draft.columns("x", (["a b", "a_b", "c+"],), lower=[0, -np.inf, -2], upper=[np.inf, np.inf, 5])
    y = draft.columns("y", (["-1", "2"],), lower=[1, 3], upper=[4, 3], whole=True)
    rows = draft.rows(
        "row", (["low", "high", "both", "same", "none"],),
        lower=[1, -np.inf, -1, 2, -np.inf], upper=[np.inf, 8, 9, 2, np.inf],
    )  # fmt: skip
    draft.put(rows, x[0], [1, 2, 3, 4, 5])
    draft.put(rows[:2], x[1], -0.1)
    draft.put(rows[2:], y[0], 7)
    return draft.finish(), np.array([1.0, 0.0, -2.5, 0.0, 1e-7])


def national(instance, place: int = 0):
    own = figures(instance)
    model = whole_model(own)
    level = SHIPPED.levels[place]
    return model.linear, level_costs(
        own, SHIPPED, level, model.flow, model.people, model.teams, len(model.linear.column_lower)
    )


MODELS = {"odd": odd, "varied": lambda: national(varied()), "waiting": lambda: national(varied(), 3)} | {
    f"random {seed}": lambda seed=seed: national(random_instance(Random(seed))) for seed in range(5)
}


@pytest.mark.parametrize("name", MODELS)
def test_an_mps_file_reads_back_to_the_same_model(name):
    linear, costs = MODELS[name]()
    read = mps_to_model_proto("\n".join(mps_lines(linear, costs, "cost", name)) + "\n")
    columns, rows = read.variables, read.linear_constraints
    assert list(columns.names) == file_names(linear.column_names(), {" ": "_"})
    assert np.array_equal(columns.lower_bounds, linear.column_lower)
    assert np.array_equal(columns.upper_bounds, linear.column_upper)
    assert list(columns.integers) == linear.whole.tolist()
    paid = read.objective.linear_coefficients
    assert dict(zip(paid.ids, paid.values, strict=True)) == {j: cost for j, cost in enumerate(costs) if cost}
    assert list(rows.names) == file_names(linear.row_names(), {" ": "_"})
    assert list(rows.lower_bounds) == pytest.approx(linear.row_lower.tolist(), rel=0, abs=1e-12)  # a range is a width
    assert np.array_equal(rows.upper_bounds, linear.row_upper)
    entries = read.linear_constraint_matrix
    assert np.array_equal(entries.row_ids, linear.entry_row)
    assert np.array_equal(entries.column_ids, linear.entry_column)
    assert np.array_equal(entries.coefficients, linear.entry_value)


def _entries(linear, i: int) -> dict[int, float]:
    own = linear.entry_row == i
    return dict(zip(linear.entry_column[own].tolist(), linear.entry_value[own].tolist(), strict=True))


TERM = re.compile(r"([+-]) (\S+) ([a-z_]+\(\S*)")


@pytest.mark.parametrize("name", MODELS)
def test_an_lp_file_says_the_same(name):
    """Read by a few patterns: no reader of this format is at hand."""
    linear, costs = MODELS[name]()
    text = "\n".join(lp_lines(linear, costs, "cost", name))
    head, rest = text.split("\nSubject To\n")
    rows, rest = rest.split("\nBounds\n")
    bounds, rest = rest.split("Generals\n")
    whole, end = rest.rsplit("End", 1)
    assert end == ""
    names = file_names(linear.column_names(), {" ": "_", "-": "_", "+": "#", "/": "%", "[": "(", "]": ")"})
    assert len(set(names)) == len(names)
    place = {column: j for j, column in enumerate(names)}
    assert _summed(head, place) == {j: cost for j, cost in enumerate(costs.tolist()) if cost}
    assert [place[own] for own in whole.split()] == np.flatnonzero(linear.whole).tolist()
    stated = re.split(r"\n(?= [a-z])", rows)
    sides = [
        (i, sign, right)
        for i, (low, high) in enumerate(zip(linear.row_lower, linear.row_upper, strict=True))
        for sign, right in _sides(low, high)
    ]
    assert len(stated) == len(sides)
    for line, (i, sign, right) in zip(stated, sides, strict=True):
        found, stated_right = re.search(r" (<=|>=|=) (\S+)$", line).groups()
        assert (found, float(stated_right)) == (sign, right)
        assert _summed(line.partition(":")[2], place) == _entries(linear, i)
    limits = {own.split(" <= ")[1]: own.split(" <= ")[::2] for own in bounds.splitlines()}
    for j, column in enumerate(names):
        low, high = limits.get(column, (" 0", "inf"))
        assert (float(low), float(high)) == (linear.column_lower[j], linear.column_upper[j])


def _summed(text: str, place: dict[str, int]) -> dict[int, float]:
    return {place[column]: float(value) * (1 if sign == "+" else -1) for sign, value, column in TERM.findall(text)}


def _sides(low: float, high: float) -> list[tuple[str, float]]:
    if low == high:
        return [("=", low)]
    return [("<=", high)] * bool(np.isfinite(high)) + [(">=", low)] * bool(np.isfinite(low))


def test_rows_have_the_names_of_their_rules():
    linear, _ = national(everything())
    rows = {name.partition("[")[0] for name in linear.row_names()}
    parts = {"staff_supply_people", "staff_supply_to_date", "case_balance_stream", "case_balance_places"}
    parts |= {"chain_capacity_signal", "chain_smoothing_up", "chain_smoothing_down"}
    parts |= {f"specialised_team_{part}" for part in ("learned", "least", "opening", "life", "grown", "since", "limit")}
    assert rows == {*RULES, *parts} - {"chain_smoothing"}  # whose rows are the two parts


def test_names_that_become_the_same_stay_apart():
    assert file_names(["a b", "a_b", "a-b"], {" ": "_"}) == ["a_b", "a_b~2", "a-b"]
