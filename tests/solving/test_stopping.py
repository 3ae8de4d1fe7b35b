"""A solve stops when told to: by its time limit, by a signal, by the end of its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.domain.policy import SHIPPED
from planner.solving.options import Engine, SolveOptions
from planner.solving.solve import solve
from tests.solving.tiny import tiny

ROOT = Path(__file__).parents[2]

WITHIN = 2.0
"""Seconds in which a solve has to stop."""

SIZE = "3x8x52"
"""Locations, streams and weeks: ten seconds and more of decomposition, the first three of them without a plan."""

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks up child processes in /proc")


class Program:
    """A solve in a process group of its own."""

    def __init__(self, limit: str = "none", engine: Engine = Engine.DECOMPOSITION, size: str = SIZE) -> None:
        words = [sys.executable, "-m", "tests.solving.child", size, engine.value, limit]
        self.process = subprocess.Popen(
            words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    @property
    def pid(self) -> int:
        return self.process.pid

    def hear(self, words: str) -> None:
        """Waits until the solve says so."""
        assert self.process.stdout
        while words not in (line := self.process.stdout.readline()):
            assert line, f"ended without {words}"

    def end(self) -> tuple[list[str], str, float]:
        """The last line, what stands on stderr, and the seconds that it took to end."""
        start = time.perf_counter()
        out, err = self.process.communicate(timeout=60)
        return out.splitlines()[-1].split()[:4], err, time.perf_counter() - start

    def children(self) -> list[int]:
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


@contextmanager
def program(*args: str, **kwargs: str) -> Iterator[Program]:
    """Leaves nothing behind."""
    own = Program(*args, **kwargs)
    try:
        yield own
    finally:
        own.process.kill()
        own.process.wait()
        for stream in (own.process.stdout, own.process.stderr):
            assert stream
            stream.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    ("moment", "comes"), [("relaxation", ["NO_PLAN"]), ("mending", ["STOPPED", "passes"])], ids=["early", "late"]
)
def test_a_signal_ends_it_with_the_best_plan_or_none(number, moment, comes):
    status, *plan = comes
    with program() as own:
        own.hear(moment)
        os.kill(own.pid, number)
        words, err, seconds = own.end()
    assert (words, err) == (["end", status, str(int(number)), *plan], "")
    assert seconds < WITHIN
    assert own.process.returncode == 0


@needs_proc
@pytest.mark.parametrize("wait", [0.0, 0.1, 0.3])
def test_a_signal_to_the_whole_group_while_the_child_starts_leaves_no_trace(wait):
    with program() as own:
        while len(own.children()) < 2:  # the child, and the tracker that Python starts beside it
            time.sleep(0.01)
        time.sleep(wait)
        os.killpg(own.pid, signal.SIGINT)
        words, err, seconds = own.end()
    assert (words[:3], err) == (["end", "NO_PLAN", str(int(signal.SIGINT))], "")
    assert seconds < WITHIN


def test_a_signal_to_the_whole_group_leaves_the_plan():
    with program() as own:
        own.hear("plan found")
        os.killpg(own.pid, signal.SIGINT)
        words, err, _ = own.end()
    assert (words, err) == (["end", "STOPPED", str(int(signal.SIGINT)), "passes"], "")


@pytest.mark.parametrize(("limit", "engine"), [(1.0, Engine.DECOMPOSITION), (2.5, Engine.SCIP), (2.5, Engine.HIGHS)])
def test_the_time_limit_is_kept(limit, engine):
    start = time.perf_counter()
    with program(str(limit), engine) as own:
        words, err, _ = own.end()
    assert time.perf_counter() - start < limit + 1.0 + WITHIN  # a second for Python to start
    assert (words[1] in ("STOPPED", "NO_PLAN"), words[2], err) == (True, "None", "")


@needs_proc
def test_nothing_is_left_when_the_parent_is_killed():
    with program("none", Engine.SCIP, size="4x12x104") as own:  # silent for long: it would not notice by itself
        own.hear("pact_on_time")
        children = own.children()
        assert children
        os.kill(own.pid, signal.SIGKILL)
        own.process.wait()
        end = time.perf_counter() + WITHIN
        while (left := [pid for pid in children if _runs(pid)]) and time.perf_counter() < end:
            time.sleep(0.05)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == []


@needs_proc
def test_a_child_that_is_killed_is_an_error_and_no_result():
    with program() as own:
        own.hear("relaxation")
        for pid in own.children():
            os.kill(pid, signal.SIGKILL)
        _, err = own.process.communicate(timeout=60)
    assert own.process.returncode == 1
    assert "RuntimeError: the solving process ended without a word" in err


def test_signals_are_as_they_were_after_a_solve():
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    result = solve(tiny("clearance"), SHIPPED, SolveOptions(engine=Engine.SCIP), lambda _: None)
    assert result.plan is not None
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == blocked


def _runs(pid: int) -> bool:
    """Whether the process is there and not a zombie that waits for init."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_a_solver_prints_by_itself_does_not_reach_standard_output():
    program = "import os; from planner.solving.solve import _say_nothing; _say_nothing(); os.write(1, b'solver')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b""
