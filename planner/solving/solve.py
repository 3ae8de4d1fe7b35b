"""Solves an instance in a process of its own, so that it stops at once when told to, whatever a solver is doing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from time import perf_counter
from types import FrameType

from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import Moment, Proven, Result, Status
from planner.solving.engine import Ended, Event, Found, Step, Task
from planner.solving.options import Engine, SolveOptions
from planner.solving.progress import Listener, Progress

SMALL = 600
"""Arcs times weeks up to which `auto` takes the whole model."""

POLL = 0.1
"""Seconds between looks at the clock and the signals."""

STOP = (signal.SIGINT, signal.SIGTERM)
"""The signals that end a run with the best plan so far."""


def solve(
    instance: Instance,
    policy: Policy,
    options: SolveOptions,
    progress: Listener,
    start: Plan | None = None,
    proven: Proven | None = None,
) -> Result:
    """A plan with its proof; the best so far when stopped by the time limit, SIGINT or SIGTERM.

    `start` is a plan to begin from, which decomposition takes as far as it keeps the rules; what is `proven` of another
    run bounds this one as far as it reaches.

    Raises RuntimeError when the solving process fails.
    """
    run = _Run(options, progress)
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    lifeline, held = context.Pipe(duplex=False)
    asked = (instance, policy, options, start, proven)
    child = context.Process(target=_work, args=(sending, lifeline, *asked), daemon=True)
    with _signals(run):
        with _held_back():
            child.start()
        sending.close()
        lifeline.close()
        try:
            run.follow(receiving)
        finally:
            child.kill()
            child.join()
            held.close()
    return run.result()


@dataclass
class _Run:
    """What is known of a solve while it goes on."""

    options: SolveOptions
    progress: Listener
    start: float = field(default_factory=perf_counter)
    found: Found | None = None
    first_plan_seconds: float | None = None
    status: Status | None = None
    signal_number: int | None = None
    engine: str = ""
    moments: list[Moment] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return perf_counter() - self.start

    def stopped(self) -> bool:
        """Whether a signal came."""
        return self.signal_number is not None

    def follow(self, receiving: Connection) -> None:
        """Hears the child until it ends, the time is up, or a signal comes."""
        while self.status is None and not self.stopped():
            if self.options.time_limit is not None and self.seconds >= self.options.time_limit:
                return
            if not receiving.poll(POLL):
                continue
            try:
                event = receiving.recv()
            except EOFError:
                if self.stopped():
                    return
                raise RuntimeError("the solving process ended without a word") from None
            self._hear(event)

    def _hear(self, event: Event | Exception | str) -> None:
        if isinstance(event, Exception):
            raise event
        if isinstance(event, str):
            self.engine = event
        elif isinstance(event, Ended):
            self.status = event.status
        elif isinstance(event, Found):
            self.found = event
            self.moments.append(Moment(self.seconds, event.levels))
            if self.first_plan_seconds is None:
                self.first_plan_seconds = self.moments[0].seconds
            gaps = ", ".join(f"{level.name} {level.value:.6g} (bound {level.bound:.6g})" for level in event.levels)
            self.log.append(f"{self.seconds:8.1f} s  plan: {gaps}")
            self._say("plan found")
        elif isinstance(event, Step):
            self.log.append(f"{self.seconds:8.1f} s  {event.stage}")
            self._say(event.stage)

    def _say(self, stage: str) -> None:
        wide = [level for level in self.found.levels if level.gap > self.options.gap] if self.found else []
        name, gap = (wide[0].name, wide[0].gap) if wide else ("", None)
        self.progress(Progress(stage, self.seconds, name, gap, self.found is not None))

    def result(self) -> Result:
        """What came of it."""
        ended = self.status or (Status.STOPPED if self.found else Status.NO_PLAN)
        return Result(
            status=ended,
            plan=self.found.plan if self.found else None,
            levels=self.found.levels if self.found else (),
            engine=self.engine,
            seconds={"search": self.seconds},
            first_plan_seconds=self.first_plan_seconds,
            signal_number=self.signal_number,
            progress=tuple(self.moments),
            log=tuple(self.log),
            proofs=self.found.proofs if self.found else (),
        )


@contextmanager
def _signals(run: _Run) -> Iterator[None]:
    """Lets SIGINT and SIGTERM end the run instead of the process; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _: FrameType | None) -> None:
        run.signal_number = number

    before = {number: signal.signal(number, stop) for number in STOP}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _held_back() -> Iterator[None]:
    """Lets signals wait while the child starts. It inherits that, so that Ctrl-C does not reach it before `_work`."""
    resource_tracker.ensure_running()  # or starting the child starts it, which lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(
    sending: Connection,
    lifeline: Connection,
    instance: Instance,
    policy: Policy,
    options: SolveOptions,
    start: Plan | None,
    proven: Proven | None,
) -> None:
    """The child: solves and tells; ends with its parent, who alone decides about signals."""
    for number in STOP:
        signal.signal(number, signal.SIG_IGN)
    _say_nothing()
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    from planner.domain.figures import figures
    from planner.solving.decomposition import decompose
    from planner.solving.monolith import solve_whole

    try:
        task = Task(figures(instance), policy, options, start, proven)
        engine = options.engine
        if engine is Engine.AUTO:
            small = len(task.figures.arc_pair) * len(task.figures.weeks) <= SMALL
            engine = Engine.SCIP if small else Engine.DECOMPOSITION
        sending.send(engine.value)
        if engine is Engine.DECOMPOSITION:
            decompose(task, sending.send)
        else:
            solve_whole(task, engine, sending.send)
    except Exception as error:  # noqa: BLE001  the parent raises it
        sending.send(error)


def _say_nothing() -> None:
    """What a solver prints although it was told not to never mixes with results on standard output."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _end_with_parent(lifeline: Connection) -> None:
    try:
        lifeline.recv()
    except (EOFError, OSError):
        os._exit(1)
