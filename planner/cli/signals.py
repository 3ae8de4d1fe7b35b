"""What a command does when it is told to stop."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from planner.errors import Interrupted

STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def termination_as_exception() -> Iterator[None]:
    """Turns SIGTERM into `Interrupted`, so that half-made folders are removed on the way out."""

    def stop(number: int, _: FrameType | None) -> None:
        raise Interrupted(number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@dataclass
class HeldBack:
    """The signal that came in the meantime, if any."""

    number: int | None = None


@contextmanager
def stops_held_back() -> Iterator[HeldBack]:
    """Lets work that is nearly done be finished: a first signal is only noted, a second one stops as ever."""
    held = HeldBack()

    def note(number: int, _: FrameType | None) -> None:
        held.number = number
        for stop, handler in before.items():
            signal.signal(stop, handler)

    before = {stop: handler for stop in STOPS if (handler := signal.getsignal(stop)) not in (signal.SIG_IGN, None)}
    for stop in before:
        signal.signal(stop, note)
    try:
        yield held
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)
