"""The command line through its real entry point, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
INSTANCES = ROOT / "instances"
BASE = INSTANCES / "broken" / "base"

ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PLANNER_TRACEBACK")} | {
    "PYTHONPATH": str(ROOT)
}
PLANNER = [sys.executable, "-m", "planner"]


def planner(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PLANNER, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=ENVIRONMENT | environment,
        timeout=120,
    )


def document(done: subprocess.CompletedProcess[str]) -> Any:
    """The one JSON document on standard output."""
    return json.loads(done.stdout)
