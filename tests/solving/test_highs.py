"""HiGHS solves linear models by arrays, beside OR-Tools in one process."""

import subprocess
import sys

import numpy as np
import pytest

from planner.formulation.draft import Draft
from planner.solving.highs import Corner, interior_point

ORTOOLS = """
from ortools.math_opt.python import mathopt
model = mathopt.Model()
x = model.add_variable(lb=0.0, ub=4.0)
model.maximize(x)
assert mathopt.solve(model, mathopt.SolverType.HIGHS).objective_value() == 4.0
assert mathopt.solve(model, mathopt.SolverType.GLOP).objective_value() == 4.0
"""
HIGHSPY = """
import highspy
highs = highspy.Highs()
highs.setOptionValue("output_flag", False)
y = highs.addVariable(lb=0.0, ub=3.0)
highs.maximize(y)
assert highs.getObjectiveValue() == 3.0
"""


def program(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def line(least: float, most: float = 10.0):
    """Two columns up to `most`, and a row: together at least `least`."""
    draft = Draft()
    columns = draft.columns("x", (["0", "1"],), upper=most)
    row = draft.rows("row", (["0"],), lower=least)
    draft.put(row, columns, 1.0)
    return draft.finish()


@pytest.mark.parametrize("parts", [(ORTOOLS, HIGHSPY), (HIGHSPY, ORTOOLS), (ORTOOLS, HIGHSPY, ORTOOLS)])
def test_highspy_and_ortools_share_a_process_whichever_comes_first(parts):
    own = program("".join(parts))
    assert (own.returncode, own.stderr) == (0, "")


def test_values_and_prices_are_those_of_the_row():
    # x + y at least 4 at 2 and 3 each: 4 of x, and the row costs 2 a unit.
    answer = interior_point(line(4.0), np.array([2.0, 3.0]))
    assert answer.values == pytest.approx([4.0, 0.0], abs=1e-5)
    assert answer.duals == pytest.approx([2.0], abs=1e-5)
    assert not answer.infeasible


def test_rows_that_contradict_each_other_are_infeasible():
    # Two columns of at most 1 cannot be 4 together.
    answer = interior_point(line(4.0, most=1.0), np.array([2.0, 3.0]))
    assert (answer.infeasible, answer.values, answer.duals) == (True, None, None)


def at_most_four():
    """x + y at most 4, and x at most 3."""
    draft = Draft()
    columns = draft.columns("x", (["0", "1"],), upper=10.0)
    draft.put(draft.rows("both", (["0"],), upper=4.0), columns, 1.0)
    draft.put(draft.rows("first", (["0"],), upper=3.0), columns[:1], 1.0)
    return draft.finish()


def test_a_corner_says_what_more_on_the_right_gains_and_stays_where_it_is():
    # x is worth 5 and y 2: 3 of x and 1 of y, 17. One more of x instead of y gains 3, one more of both rows 5; with two
    # fewer together two of x are left and no y: 7 less. Each is reckoned from the first answer.
    corner = Corner(at_most_four(), np.array([-5.0, -2.0]))
    assert corner.gain(np.array([1]), np.array([1.0])) == pytest.approx(3.0)
    assert corner.gain(np.array([0, 1]), np.array([1.0, 1.0])) == pytest.approx(5.0)
    assert corner.gain(np.array([0]), np.array([-2.0])) == pytest.approx(-7.0)
    assert corner.gain(np.array([1]), np.array([1.0])) == pytest.approx(3.0)


def test_more_on_the_right_that_no_answer_keeps_gains_nothing():
    # Nothing is less than zero together.
    assert Corner(at_most_four(), np.array([-5.0, -2.0])).gain(np.array([0]), np.array([-5.0])) == -np.inf


def test_columns_that_are_held_are_solved_with_until_they_are_held_otherwise():
    # With x at 2 there are two of y: 14. With x at 4 its row is broken, with 3 all is as it was.
    corner, first = Corner(at_most_four(), np.array([-5.0, -2.0])), np.array([0])
    assert corner.cost == pytest.approx(-17.0)
    assert corner.hold(first, np.array([2.0])) == corner.cost == pytest.approx(-14.0)
    assert corner.values == pytest.approx([2.0, 2.0])
    assert corner.hold(first, np.array([4.0])) == np.inf
    assert corner.hold(first, np.array([3.0])) == pytest.approx(-17.0)
