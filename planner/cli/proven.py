"""What is proven of another run, for a search that goes on from it."""

from __future__ import annotations

from pathlib import Path

from planner.cli.output import warn
from planner.domain.result import Proven
from planner.errors import InputError
from planner.files.bounds_file import read_proofs
from planner.files.run_folder import Run, read_run


def proven_in(folder: Path, run: Run | None = None) -> Proven | None:
    """The dual values that the run in the folder, read already or not, keeps; None, and a warning, if none can be read.

    They save time alone: without them bounds are worked out anew.
    """
    try:
        run = run or read_run(folder)
        names = [level.name for level in run.policy.levels]
        proofs = read_proofs(folder, run.manifest, names)
    except InputError as error:
        for problem in error.problems:
            warn(f"bounds are worked out anew: {problem}")
        return None
    return Proven(run.instance, {names[proof.level]: proof.duals for proof in proofs}) if proofs else None
