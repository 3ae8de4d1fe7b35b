"""Weekly runs that are killed at random moments: no run may be lost or half there, and the next one recovers."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.process import planner
from benchmarks.record import ROOT, Line
from planner.errors import InputError
from planner.files.history_folder import WEEKS, PastRun, past_runs
from planner.files.run_folder import changed_files

QUICK = ("--solver", "decomposition")
"""Runs that take seconds: more of the moments are those at which something is written."""

LATE = 1.1
"""Moments are drawn from the whole of a run and a little more: some runs get through."""


def kills(instance: Path, seed: int, times: int) -> Line:
    """Kills so many runs of one Monday; every time what is there is looked at, and the next run goes on from it."""
    with TemporaryDirectory() as place:
        return _Kills(instance, Path(place), random.Random(seed)).run(times)


def _whole(run: PastRun) -> bool:
    """Whether every file of the run is there as it was saved."""
    try:
        return not list(changed_files(run.folder, run.manifest))
    except InputError:
        return False


class _Kills:
    def __init__(self, instance: Path, place: Path, draw: random.Random) -> None:
        self.instance, self.history, self.actuals, self.draw = instance, place / "history", place / "actuals.csv", draw

    def run(self, times: int) -> Line:
        """What was killed, and what came of it; the plan in force is the first one all the time."""
        first = Path(str(planner("week", self.instance, "--history", self.history, *QUICK)["run"]))
        planner("generate", self.actuals, "--actuals", first, "--noise", 0.1, "--seed", 1)
        whole = self._timed(first)
        killed = through = half = lost = 0
        for _ in range(times):
            killed += self._kill(whole * LATE * self.draw.random())
            half += sum(not _whole(run) for run in past_runs(self.history))
            lost += not first.is_dir()
            for run in past_runs(self.history)[1:]:
                through += 1
                shutil.rmtree(run.folder)
        again = self._week()
        left = [path.name for path in (self.history / WEEKS).iterdir() if path.name.startswith(".")]
        return {
            "kills": times,
            "killed_before_the_end": killed,
            "published_before_the_kill": through,
            "half_runs": half,
            "lost_runs": lost,
            "recovered": again.get("exit") in (0, 3) and bool(again.get("run")),
            "leftovers": len(left),
            "seconds_of_a_run": round(whole, 3),
        }

    def _timed(self, first: Path) -> float:
        """The seconds of a run that nobody kills; its plan is taken away again."""
        start = perf_counter()
        made = self._week()
        seconds = perf_counter() - start
        if Path(str(made.get("run"))).parent != first.parent:
            raise SystemExit(f"kills: no plan of the Monday: {made.get('error', made)}")
        shutil.rmtree(made["run"])
        return seconds

    def _week(self) -> Line:
        return planner(*self._words())

    def _words(self) -> tuple[object, ...]:
        return "week", self.instance, "--history", self.history, "--actuals", self.actuals, *QUICK

    def _kill(self, after: float) -> bool:
        """Kills a run so many seconds after its start; False where it had ended before."""
        command = [sys.executable, "-m", "planner", *map(str, self._words()), "--quiet"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            try:
                running.wait(timeout=after)
            except subprocess.TimeoutExpired:
                running.kill()
                return True
        return False
