"""What is said about a run: on standard output with --json, and in its manifest."""

from __future__ import annotations

import platform
import resource
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import planner
from planner.cli.output import finite
from planner.domain.instance import Instance
from planner.domain.policy import Policy
from planner.domain.result import Result
from planner.domain.run_table import RunTable
from planner.evaluation.audit import Audit
from planner.evaluation.euro_together import euro_together
from planner.files.run_folder import input_hashes
from planner.solving.options import Engine, SolveOptions
from planner.yardsticks.options import RuleOptions

PACKAGES = ("ortools", "numpy", "pandas", "click")
"""Those whose version can change a run, or how it is written."""


@dataclass(frozen=True)
class Request:
    """What was asked: an instance, where it was read, and how to plan it."""

    folder: Path
    scenario: str | None
    instance: Instance
    policy: Policy
    options: SolveOptions | RuleOptions


@dataclass(frozen=True)
class Judged:
    """A plan as tables, and what the audit says of them."""

    tables: Mapping[str, RunTable]
    audit: Audit


def summary(request: Request, result: Result, judged: Judged | None, seconds: Mapping[str, float]) -> dict[str, Any]:
    """The fields that scripts read. `seconds` are the phases of the command; `judged` is None without a plan."""
    return {
        "instance": request.instance.header.name,
        "scenario": request.scenario,
        "status": result.status.value,
        "levels": levels_in(judged.tables) if judged else [],
        "euro_together": euro_together_in(judged.tables) if judged else None,
        "targets": targets_in(judged.tables) if judged else [],
        "audit": _audit(judged.audit) if judged else None,
        "seconds": _seconds(result, seconds),
        "first_plan_seconds": _first_plan(result, seconds),
        "progress": _progress(result, seconds),
        "peak_mib": round(sum(memory_mib().values()), 1),
    }


def manifest(request: Request, result: Result) -> dict[str, Any]:
    """What the manifest says beside the summary; nothing about the machine's name or its user."""
    memory = memory_mib()  # before another child, git, is started
    return {
        "planner": {"version": planner.__version__, "commit": commit()},
        "versions": {"python": platform.python_version()} | {name: version(name) for name in PACKAGES},
        "options": asdict(request.options),
        "engine": result.engine,
        "proofs": proofs_in(request.policy, result),
        "policy": request.policy.name,
        "memory_mib": memory,
        "inputs": input_hashes(request.folder, request.scenario),
    }


def levels_in(tables: Mapping[str, RunTable]) -> list[dict[str, Any]]:
    """The levels with what is proven of each; None where nothing is."""
    return [_level(row) for row in tables["levels"].records()]


def euro_together_in(tables: Mapping[str, RunTable]) -> dict[str, Any] | None:
    """The same of all levels in euro together; None where fewer than two are."""
    return next((_level(row) for row in euro_together(tables["levels"].records())), None)


def _level(row: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "unit": row["unit"],
        "value": float(row["value"]),
        "bound": finite(float(row["bound"])) if row["bound"] else None,
        "gap": finite(float(row["gap"])) if row["gap"] else None,
    }


def proofs_in(policy: Policy, result: Result) -> dict[str, str] | None:
    """By level the identity of the relaxation that its proof is about; None of an engine that keeps no proofs."""
    if result.engine != Engine.DECOMPOSITION:
        return None
    return {policy.levels[proof.level].name: proof.relaxation for proof in result.proofs}


def targets_in(tables: Mapping[str, RunTable]) -> list[dict[str, Any]]:
    """The targets; missing a hard one is a failure of the plan."""
    return [
        {
            "name": row["name"],
            "goal": row["goal"],
            "unit": row["unit"],
            "value": float(row["value"]),
            "met": row["met"] == "yes",
            "hard": row["hard"] == "yes",
        }
        for row in tables["targets"].records()
    ]


def _audit(judged: Audit) -> dict[str, Any]:
    return {"rules": len(judged.rules), "violations": judged.violations, "findings": list(judged.findings)}


def _seconds(result: Result, around: Mapping[str, float]) -> dict[str, float]:
    """By phase of the command, by phase of the solve, and in all."""
    phases = {**around, **{f"solve_{name}": own for name, own in result.seconds.items()}}
    return {name: round(own, 3) for name, own in (*phases.items(), ("total", sum(around.values())))}


def _first_plan(result: Result, around: Mapping[str, float]) -> float | None:
    """Seconds from the start of the command to the first plan."""
    own = result.first_plan_seconds
    return None if own is None else round(around.get("read", 0.0) + own, 3)


def _progress(result: Result, around: Mapping[str, float]) -> list[dict[str, Any]]:
    """What was known of each level whenever a plan or a proof came, in seconds from the start of the command."""
    return [
        {
            "seconds": round(around.get("read", 0.0) + moment.seconds, 3),
            "levels": [
                {"name": own.name, "value": own.value, "bound": finite(own.bound), "gap": finite(own.gap)}
                for own in moment.levels
            ],
        }
        for moment in result.progress
    ]


def memory_mib() -> dict[str, float]:
    """Most memory that this process, and the largest of its children, ever held; together no less than the peak."""
    return {
        "process": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "solver": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
    }


def commit() -> str | None:
    """The commit of the planner's own repository; None when it was installed without one."""
    root = Path(planner.__file__).parents[1]
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    found = subprocess.run(  # noqa: S603 - a fixed command
        [git, "-C", str(root), "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or None
