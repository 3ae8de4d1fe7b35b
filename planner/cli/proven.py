"""What is proven of another run, for a search that goes on from it."""

from __future__ import annotations

from pathlib import Path

from planner.cli.output import warn
from planner.domain.result import Proven
from planner.errors import InputError
from planner.files.bounds_file import read_proofs
from planner.files.run_folder import Run


def proven_in(folder: Path, run: Run) -> Proven | None:
    """The dual values that the run in the folder keeps; None, and a warning, where they cannot be read.

    They save time alone: without them bounds are worked out anew.
    """
    names = [level.name for level in run.policy.levels]
    try:
        proofs = read_proofs(folder, run.manifest, names)
    except InputError as error:
        for problem in error.problems:
            warn(f"bounds are worked out anew: {problem}")
        return None
    return Proven(run.instance, {names[proof.level]: proof.duals for proof in proofs}) if proofs else None
