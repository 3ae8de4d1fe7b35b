"""The command line with a stand-in for the solver: `python -m tests.cli.stub ...`; STUB says what it does."""

import os
import signal
import sys
import threading
from types import ModuleType

import numpy as np

from planner.cli.main import main
from planner.domain.figures import figures
from planner.domain.result import LevelProof, Result, Status
from tests.evaluation.greedy import greedy
from tests.evaluation.proofs import proofs


class Progress:
    def __init__(self, stage, seconds, gap, plan):
        self.stage, self.seconds, self.gap, self.plan = stage, seconds, gap, plan


def solve(instance, policy, options, progress):
    way = os.environ.get("STUB", "plan")
    if way == "fault":
        raise ValueError("a stub that fails")
    if way == "infeasible":
        return Result(Status.INFEASIBLE, None)
    if way == "none":
        return Result(Status.NO_PLAN, None)
    progress(Progress("relaxation", 0.1, None, False))
    number = None
    if way == "wait":
        came = threading.Event()
        stopped = []
        before = {}
        for stop in (signal.SIGINT, signal.SIGTERM):
            before[stop] = signal.signal(stop, lambda n, _: (stopped.append(n), came.set()))
        progress(Progress("waiting", 0.2, 0.5, True))
        while not came.wait(0.05):
            pass
        number = stopped[0]
        for stop, handler in before.items():
            signal.signal(stop, handler)
    f = figures(instance)
    plan = greedy(f)
    if way == "wrong":
        plan.staff_days[:, 0] += 1000
    levels = tuple(proofs(f, plan, policy))
    return Result(
        Status.STOPPED if number else Status.PROVEN, plan, levels, "stub", {"search": 0.2}, 0.1, number, ("a line",)
    )


if __name__ == "__main__":
    module = ModuleType("planner.solving.solve")
    module.solve = solve
    sys.modules["planner.solving.solve"] = module
    main()
