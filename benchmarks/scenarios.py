"""Solves the shipped instances with their scenarios, one after the other, and keeps what came of each.

    python benchmarks/scenarios.py [--results FILE] [--only ind-2026:productivity-low ...]

Every result is one JSON line, tied to the commit that made it. A case that the file already has for the commit is
not solved again, so a sitting that is broken off goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
CASES = (
    ("ind-2026", None),
    ("ind-2026", "productivity-high"),
    ("ind-2026", "productivity-low"),
    ("ind-2026", "inflow-20"),
    ("ind-2026", "inflow-30"),
    ("ind-2026", "inflow-40"),
    ("ind-2026", "inflow-40,guarantee-first"),
    ("ind-2026", "autumn-peak"),
    ("ind-2026", "stock-45"),
    ("ind-2026", "stock-55"),
    ("ind-2026", "no-show-doubled"),
    ("ind-2026", "tigrinya-halved"),
    ("ind-2026", "moratorium-syria"),
    ("ind-2026", "budget-2029-10"),
    ("ind-2026", "budget-2029-15"),
    ("ind-2026", "budget-2029-21"),
    ("ind-2023", None),
    ("ind-2023", "without-project"),
    ("ind-2023", "extension-2024"),
    ("ind-2023", "without-extension"),
    ("ind-2023", "first-requests"),
    ("ind-2023", "inflow-15000-more"),
    ("ind-2023", "mpp-min"),
    ("ind-2023", "mpp-medio"),
    ("ind-2023", "mpp-max"),
    ("uk-2023", None),
    ("uk-2023", "productivity-tripled"),
    ("uk-2023", "hiring-chosen"),
    ("uk-2023", "questionnaires-widened"),
    ("uk-2023", "questionnaire-team"),
    ("uk-2023", "hiring-chosen,questionnaires-widened,questionnaire-team"),
)
KEPT = ("status", "levels", "targets", "audit", "seconds", "first_plan_seconds", "peak_mib")


def main() -> int:
    """Solves what the results lack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, default=HERE / "results" / "scenarios.jsonl")
    parser.add_argument("--only", nargs="*", metavar="INSTANCE[:SCENARIO]")
    arguments = parser.parse_args()
    commit = _commit()
    arguments.results.parent.mkdir(parents=True, exist_ok=True)
    done = _done(arguments.results, commit)
    for instance, scenario in CASES:
        name = f"{instance}:{scenario}" if scenario else instance
        if name in done or (arguments.only and name not in arguments.only):
            continue
        sys.stderr.write(f"{name}\n")
        found = {"case": name, "commit": commit} | _machine() | _solve(instance, scenario)
        with arguments.results.open("a", encoding="utf-8") as results:
            results.write(json.dumps(found, sort_keys=True) + "\n")
    return 0


def _solve(instance: str, scenario: str | None) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "planner", "solve", str(HERE.parent / "instances" / instance), "--json"]
        command += ["--quiet", "--out", f"{folder}/run", *(["--scenario", scenario] if scenario else [])]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        document = json.loads(ended.stdout)
    except json.JSONDecodeError:
        return {"exit": ended.returncode, "error": ended.stderr[-500:]}
    return {"exit": ended.returncode} | {key: document.get(key) for key in KEPT}


def _machine() -> dict[str, object]:
    return {
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "ortools": version("ortools"),
    }


def _commit() -> str:
    head = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True)
    changed = subprocess.run(
        ["git", "status", "--porcelain", "planner", "instances"], capture_output=True, text=True, check=True
    )
    return head.stdout.strip() + ("+changes" if changed.stdout else "")


def _done(results: Path, commit: str) -> set[str]:
    if not results.exists():
        return set()
    lines = (json.loads(line) for line in results.read_text(encoding="utf-8").splitlines())
    return {line["case"] for line in lines if line["commit"] == commit}


if __name__ == "__main__":
    sys.exit(main())
