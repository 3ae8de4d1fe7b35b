"""`planner audit --bound`: the bounds of a run worked out again, exactly and without a solver."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.files.bounds_file import read_proofs
from planner.files.run_folder import read_run
from planner.files.writing import write_instance
from planner.formulation.relaxation.classes import classes
from planner.formulation.relaxation.exact import exact_least
from planner.formulation.relaxation.relaxed import costs_of_levels, relaxation
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from tests.cli.folders import small_folder
from tests.cli.run import ENVIRONMENT, document, planner


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """A run of the decomposition on a small generated instance."""
    folder = tmp_path_factory.mktemp("bound")
    write_instance(synthetic_instance(Size(locations=3, streams=8, weeks=16), seed=2), folder / "instance")
    done = planner("solve", folder / "instance", "--solver", "decomposition", "--out", folder / "run", "--quiet")
    assert done.returncode in (0, 3), done.stderr
    return folder / "run"


@pytest.fixture
def run(whole, tmp_path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "run"))


def audited(run: Path) -> tuple[int, dict]:
    done = planner("audit", run, "--bound", "--without-hashes", "--json")
    return done.returncode, document(done)


def proven(found: dict) -> dict:
    return next(own for own in found["bounds"] if own["verdict"] == "follows")


def change(run: Path, name: str, alter) -> None:
    with np.load(run / "bounds.npz") as archive:
        arrays = {own: archive[own] for own in archive.files}
    arrays[name] = alter(arrays[name])
    np.savez_compressed(run / "bounds.npz", **arrays)


def level_number(run: Path, name: str) -> int:
    return [level.name for level in read_run(run).policy.levels].index(name) + 1


def test_the_bounds_of_a_run_follow_from_its_dual_values(whole):
    done = planner("audit", whole, "--bound", "--json")
    assert done.returncode == 0, done.stdout
    assert proven(document(done))["stated"] > 0
    assert "follows" in planner("audit", whole, "--bound").stdout


def test_with_other_duals_a_weaker_bound_follows_and_the_stated_one_is_refused(run):
    before = proven(audited(run)[1])
    name = f"level_{level_number(run, before['name'])}_duals"
    change(run, name, lambda duals: np.where(np.arange(len(duals)) == np.argmax(np.abs(duals)), duals * 0.5, duals))
    code, found = audited(run)
    after = next(own for own in found["bounds"] if own["name"] == before["name"])
    assert (code, after["verdict"]) == (5, "DOES NOT FOLLOW")
    assert 0 <= after["follows"] < before["follows"]


def test_the_duals_of_another_relaxation_are_refused_by_its_identity(run):
    manifest = json.loads((run / "manifest.json").read_text())
    manifest["proofs"] = dict.fromkeys(manifest["proofs"], "0" * 64)
    (run / "manifest.json").write_text(json.dumps(manifest))
    code, found = audited(run)
    assert code == 5
    assert any("another relaxation" in own["reason"] for own in found["bounds"])


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no archive"])
def test_dual_values_that_cannot_be_read_are_refused_in_words(run, content):
    (run / "bounds.npz").unlink()
    if content is not None:
        (run / "bounds.npz").write_bytes(content)
    code, found = audited(run)
    assert code == 5
    assert any("bounds.npz" in finding for finding in found["findings"])


def test_a_price_below_zero_is_no_proof(run):
    own = proven(audited(run)[1])
    number = level_number(run, own["name"])
    change(run, f"level_{number}_prices", lambda prices: prices - 1.0)
    code, found = audited(run)
    assert code == 5
    assert any("a price is below zero" in own["reason"] for own in found["bounds"])


def test_exact_and_float_agree(whole):
    own = read_run(whole)
    f = figures(own.instance)
    relaxed = relaxation(f, classes(f), choices=True)
    costs = costs_of_levels(f, own.policy, relaxed)
    proofs = read_proofs(whole, own.manifest, [level.name for level in own.policy.levels])
    assert proofs
    for proof in proofs:
        assert float(exact_least(relaxed.linear, costs, proof)) == pytest.approx(proof.least, rel=1e-9)


def test_no_solver_is_imported(whole):
    program = (
        "import sys\nfrom planner.cli.main import main\n"
        f"sys.argv = ['planner', 'audit', {str(whole)!r}, '--bound']\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "found = {'ortools', 'highspy'} & {name.split('.')[0] for name in sys.modules}\n"
        "sys.exit(', '.join(found) or None)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_bounds_of_a_whole_model_are_said_to_be_unchecked(tmp_path):
    small_folder(tmp_path / "instance", people=0.3)
    assert planner("solve", tmp_path / "instance", "--out", tmp_path / "run", "--quiet").returncode == 3
    done = planner("audit", tmp_path / "run", "--bound")
    assert done.returncode == 0
    assert "a solver's word, not checked" in done.stdout
