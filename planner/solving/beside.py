"""Long work that is done beside each other, a few pieces at a time, and left where it stands when a signal comes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import TypeVar

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")


def answers(work: Callable[[Piece], Answer], pieces: Sequence[Piece], at_once: int) -> Iterator[Answer]:
    """What `work` makes of each piece, in their order; raises what it raises.

    Ctrl-C does not wait for a solver: threads that nobody waits for end with the program.
    """
    waiting: SimpleQueue[tuple[Piece, Future[Answer]]] = SimpleQueue()
    asked = [Future[Answer]() for _ in pieces]
    for pair in zip(pieces, asked, strict=True):
        waiting.put(pair)
    for _ in range(min(at_once, len(pieces))):
        threading.Thread(target=_worked_off, args=(work, waiting), daemon=True).start()
    for future in asked:
        yield future.result()


def _worked_off(work: Callable[[Piece], Answer], waiting: SimpleQueue[tuple[Piece, Future[Answer]]]) -> None:
    while True:
        try:
            piece, future = waiting.get_nowait()
        except Empty:
            return
        try:
            future.set_result(work(piece))
        except BaseException as error:  # noqa: BLE001  whoever waits for the answer raises it
            future.set_exception(error)
