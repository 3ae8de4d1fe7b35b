"""Solves a generated instance as a program of its own: `python -m tests.solving.child 3x8x52 decomposition none`.

Says on stdout what it hears, one line each, and last what came of it.
"""

import hashlib
import sys

from planner.domain.figures import figures
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.options import Engine, SolveOptions
from planner.solving.progress import Progress
from planner.solving.solve import solve


def main(size: str, engine: str, limit: str) -> None:
    instance = synthetic_instance(Size(*map(int, size.split("x"))), seed=1)
    options = SolveOptions(engine=Engine(engine), gap=0.0, time_limit=None if limit == "none" else float(limit))
    result = solve(instance, SHIPPED, options, _say)
    words = ["end", result.status.name, str(result.signal_number)]
    if result.plan is not None:
        tables = run_tables(figures(instance), SHIPPED, result.plan, result.levels)
        words += ["passes" if audit(instance, SHIPPED, tables).passed else "fails", digest(result.plan)]
    _tell(*words)


def digest(plan: Plan) -> str:
    """The same for the same plan only."""
    return hashlib.sha256(plan.staff_days.tobytes() + plan.finished.tobytes()).hexdigest()[:16]


def _say(progress: Progress) -> None:
    _tell("heard", progress.stage)


def _tell(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
