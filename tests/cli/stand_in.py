"""The command line with a stand-in for the solver, for what a solver should never do.

`python -m tests.cli.stand_in WAY ...`: `refused` plans (and follows a yardstick) with staff who are
not there, `fault` fails, `infeasible` finds
a contradiction, `told` has a plan and tells the command to end (SIGTERM) as soon as it begins to audit it.
"""

import os
import signal
import sys

import planner.evaluation.audit
import planner.solving.solve
import planner.yardsticks.simulate
from planner.cli.main import main
from planner.domain.figures import figures
from planner.domain.result import Result, Status
from tests.evaluation.greedy import greedy
from tests.evaluation.proofs import proofs


def solve(instance, policy, _options, _progress, _start=None, _proven=None):
    if WAY == "fault":
        raise ZeroDivisionError("on purpose")
    if WAY == "infeasible":
        return Result(Status.INFEASIBLE, None)
    own = figures(instance)
    plan = greedy(own)
    if WAY == "refused":
        plan.staff_days[:, 0] += 1000
    return Result(Status.PROVEN, plan, tuple(proofs(own, plan, policy)))


def simulate(own, _options):
    plan = greedy(own)
    plan.staff_days[:, 0] += 1000
    return plan


def audit_when_told(*arguments, audit=planner.evaluation.audit.audit):
    os.kill(os.getpid(), signal.SIGTERM)
    return audit(*arguments)


if __name__ == "__main__":
    WAY = sys.argv.pop(1)
    planner.solving.solve.solve = solve
    if WAY == "refused":
        planner.yardsticks.simulate.simulate = simulate
    if WAY == "told":
        planner.evaluation.audit.audit = audit_when_told
    main()
