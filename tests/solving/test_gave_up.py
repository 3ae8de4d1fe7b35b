"""A solver that gives up is one without an answer; any other fault of it is not hidden."""

from types import SimpleNamespace

import numpy as np
import pytest
from ortools.math_opt import parameters_pb2
from pybind11_abseil.status import Status, StatusCode, StatusNotOk

from planner.formulation.draft import Draft
from planner.solving.mathopt import GAVE_UP, Parameters, Session


def session(words: str) -> Session:
    """One whose solver ends with these words."""
    draft = Draft()
    x = draft.columns("x", (["0"],), upper=1.0)
    draft.put(draft.rows("row", (["0"],), upper=1.0), x, 1.0)
    own = Session(draft.finish(), np.ones(1), Parameters(parameters_pb2.SOLVER_TYPE_GLOP), relaxed=True)

    def solve(*_: object) -> None:
        raise StatusNotOk(Status(StatusCode.INTERNAL, words))

    own._solver = SimpleNamespace(solve=solve)
    return own


@pytest.mark.parametrize("words", [*GAVE_UP, "Unexpected GLOP termination reason: ABNORMAL"])
def test_a_solver_that_gives_up_has_no_answer(words):
    found = session(words).solve()
    assert (found.optimal, found.infeasible, found.values, found.duals) == (False, False, None, None)


def test_another_fault_is_raised():
    with pytest.raises(StatusNotOk, match="out of memory"):
        session("out of memory").solve()
