"""The folder of a weekly run: whole runs by week, a log for each time that it was asked for, and a lock.

`weeks/2026-W25` is the run of that week; `weeks/2026-W25-2` took its place when it was planned once more. What stands
there under such a name is whole: a run gets it by one renaming. The last run of the last week is the plan in force.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.domain.weeks import Week
from planner.files.run_folder import read_manifest

WEEKS, LOGS, SHADOWS = "weeks", "logs", "shadows"
WEEKLY = "weekly"
"""The part of a run's manifest that is about the weekly run."""

_NAME = re.compile(r"(?P<week>[0-9]{4}-W[0-9]{2})(-(?P<attempt>[0-9]+))?")


@dataclass(frozen=True, order=True)
class PastRun:
    """A run of a week; `attempt` counts from 1."""

    week: Week
    attempt: int
    folder: Path

    @property
    def manifest(self) -> dict[str, Any]:
        """Its manifest."""
        return read_manifest(self.folder)


def past_runs(history: Path) -> list[PastRun]:
    """Every whole run, by week and attempt."""
    return sorted(_runs(history / WEEKS))


def runs_in_force(history: Path) -> list[PastRun]:
    """The last run of each week."""
    return list({run.week: run for run in past_runs(history)}.values())


def week_of(path: Path) -> Week | None:
    """The week with which the name of a run, a shadow or a log begins."""
    try:
        return Week.parse(path.name[: len("2026-W25")])
    except ValueError:
        return None


def next_folder(history: Path, week: Week) -> Path:
    """The name for one more run of a week."""
    attempts = [run.attempt for run in past_runs(history) if run.week == week]
    number = max(attempts, default=0) + 1
    return history / WEEKS / (f"{week}" if number == 1 else f"{week}-{number}")


def key_of(parts: Mapping[str, object]) -> str:
    """The same for the same inputs."""
    text = "\n".join(f"{name}={value}" for name, value in sorted(parts.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def file_hash(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _runs(folder: Path) -> Iterator[PastRun]:
    for path in folder.iterdir() if folder.is_dir() else ():
        name = _NAME.fullmatch(path.name)
        if name and path.is_dir():
            yield PastRun(Week.parse(name["week"]), int(name["attempt"] or 1), path)
