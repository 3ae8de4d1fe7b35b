"""The same input and options give the same plan, to the last case."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from planner.generation.random_instance import random_instance
from planner.solving.options import Engine
from tests.solving.child import digest
from tests.solving.run import solved

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("engine", [Engine.SCIP, Engine.HIGHS, Engine.CP_SAT, Engine.DECOMPOSITION])
@pytest.mark.parametrize("seed", range(3))
def test_solving_twice_gives_the_same_plan_and_proof(engine, seed):
    instance = random_instance(Random(seed), locations=2, streams=3, weeks=8)
    one, other = solved(instance, engine), solved(instance, engine)
    assert digest(one.plan) == digest(other.plan)
    assert one.levels == other.levels


def test_another_process_with_other_hashes_gives_the_same_plan():
    ends = [
        subprocess.run(
            [sys.executable, "-m", "tests.solving.child", "2x6x14", "decomposition", "none"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hashes},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for hashes in ("1", "2")
    ]
    assert ends[0] == ends[1]
    assert ends[0].split()[3] == "passes"
