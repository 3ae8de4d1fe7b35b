"""Results: one JSON line for each measurement, with what made it; what is there for a commit is not made again."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
PACKAGES = ("ortools", "numpy", "highspy", "linopy", "pulp", "pyomo", "pyoptinterface")

Line = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One thing to measure. `run` measures it once and gives what it found."""

    part: str
    name: str
    run: Callable[[], Line] = field(compare=False)
    repeats: int = 1
    slow: bool = False  # only when asked for
    guard: bool = False  # belongs to `make bench-check`
    cap: float | None = None  # seconds that it may take; a result that a shorter time cut off is none
    always: bool = False  # measured in every sitting that measures anything else


@dataclass(frozen=True)
class Sitting:
    """Measurements made one after the other on one machine; ratios are taken inside one only."""

    name: str
    commit: str

    @classmethod
    def begin(cls, part: str) -> Sitting:
        """A new one, for the code of this part as it stands."""
        return cls(f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}", commit(CODE[part]))


CODE = {
    "build": (
        "planner/domain",
        "planner/formulation",
        "planner/generation",
        "planner/solving/mathopt.py",
        "planner/solving/wire.py",
        "benchmarks/core.py",
        "benchmarks/peers",
        "benchmarks/children/build.py",
        "benchmarks/children/meter.py",
        "requirements-bench.lock",
    ),
    "peers": ("planner", "instances", "benchmarks/core.py", "benchmarks/peers", "benchmarks/children"),
    "instances": ("planner", "instances"),
    "growth": ("planner",),
    "resolve": ("planner",),
    "mondays": ("planner", "instances/ind-2026", "benchmarks/mondays.py"),
    "kills": ("planner", "benchmarks/kills.py"),
}
"""What a result of each part depends on: its commit is the last one that changed any of it."""


def commit(paths: Iterable[str]) -> str:
    """The last commit that changed the paths, marked when they hold changes that no commit has."""
    own = list(paths)
    last = _git("log", "-1", "--format=%h", "--abbrev=12", "--", *own)
    return last + ("+changes" if _git("status", "--porcelain", "--", *own) else "")


def machine() -> Line:
    """When and on what; nothing about the machine's name or its user."""
    return {
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    } | {name: found for name in PACKAGES if (found := _version(name))}


def read(file: Path) -> list[Line]:
    """The lines of a file; none when it is not there. A line that was cut off is left out."""
    if not file.exists():
        return []
    lines = []
    for text in file.read_text(encoding="utf-8").splitlines():
        try:
            lines.append(json.loads(text))
        except json.JSONDecodeError:
            continue
    return lines


def missing(cases: Iterable[Case], lines: Iterable[Line], commit_: str) -> list[tuple[int, Case]]:
    """What has no result for the commit yet: first every case once, then every case again.

    So a change of the machine's load meets all cases alike.
    """
    own = list(cases)
    there = {(line["case"], line["repeat"]): line for line in lines if line["commit"] == commit_}
    rounds = range(max((case.repeats for case in own), default=0))
    asked = [(repeat, case) for repeat in rounds for case in own if repeat < case.repeats]
    wanted = [
        (repeat, case) for repeat, case in asked if case.always or not _holds(there.get((case.name, repeat)), case)
    ]
    return wanted if any(not case.always for _, case in wanted) else []


def _holds(line: Line | None, case: Case) -> bool:
    """Whether the line is a result of the case: not one that was cut off by less time than there is now."""
    if line is None:
        return False
    had = line.get("cap")
    return case.cap is None or had is None or had >= case.cap or line.get("seconds", had) < had


def measure(cases: Iterable[Case], file: Path, sitting: Sitting) -> None:
    """Measures what is missing, and keeps each result at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for repeat, case in missing(cases, read(file), sitting.commit):
        sys.stderr.write(f"{case.part}: {case.name}, {repeat + 1} of {case.repeats}\n")
        before = machine()
        line = {"case": case.name, "repeat": repeat, "commit": sitting.commit, "sitting": sitting.name}
        line |= before | ({} if case.cap is None else {"cap": case.cap}) | case.run()
        with file.open("a", encoding="utf-8") as results:
            results.write(json.dumps(line) + "\n")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _git(*words: str) -> str:
    command = ["git", "-C", str(ROOT), *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
