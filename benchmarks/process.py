"""Starts measurements in processes of their own: memory is then theirs, and no library meets another."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from typing import Any

from benchmarks.record import ROOT

GRACE = 60
"""Seconds that a process may go over its own limit before it is ended."""


def child(module: str, *words: object, seconds: float | None = None) -> dict[str, Any]:
    """What `python -m module words` says in its last line, as JSON; its error when it failed."""
    return _said([sys.executable, "-m", module, *map(str, words)], seconds)


def planner(*words: object, seconds: float | None = None) -> dict[str, Any]:
    """What a command of the planner says with --json."""
    return _said([sys.executable, "-m", "planner", *map(str, words), "--json"], seconds)


def _said(command: list[str], seconds: float | None) -> dict[str, Any]:
    """With the CPU seconds of the process and all that it started and waited for."""
    before = _cpu()
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=None if seconds is None else seconds + GRACE,
        )
    except subprocess.TimeoutExpired:
        return {"exit": None, "error": f"did not end within {seconds} s and {GRACE} s more"}
    return {"exit": ended.returncode, **document(ended.stdout, ended.stderr), "process_cpu": round(_cpu() - before, 3)}


def document(said: str, complained: str) -> dict[str, Any]:
    """The JSON document that a command says, after whatever a library printed before it; else what it complained of."""
    start = said.find("{\n") if "{\n" in said else said.rfind("\n{") + 1
    try:
        found = json.loads(said[start:])
    except json.JSONDecodeError:
        return {"error": complained.strip()[-500:] or "it said nothing"}
    return found if isinstance(found, dict) else {"error": f"no document: {said[:100]}"}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
