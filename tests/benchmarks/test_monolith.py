"""The whole model in a general solver ends where the planner's own does."""

import tomllib

import pytest

from benchmarks.process import child
from benchmarks.record import ROOT

TINY = ROOT / "instances" / "tiny"


@pytest.mark.parametrize("solver", ["highs", "scip", "cp-sat"])
@pytest.mark.parametrize("name", ["level-order", "specialised-team"])
def test_a_general_solver_finds_the_known_optimum_of_every_level(solver, name, tmp_path):
    file = tmp_path / "levels.npz"
    assert "error" not in child("benchmarks.children.prepare", "levels", TINY / name, file)
    found = child("benchmarks.children.monolith", solver, file, 60, 1e-6)
    known = tomllib.loads((TINY / name / "optimum.toml").read_text(encoding="utf-8"))
    assert [level["value"] for level in found["levels"]] == pytest.approx(
        list(known["levels"].values()), rel=1e-5, abs=0.01
    )
