"""How far a solve is: one line that renews itself on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.output import is_terminal, quiet, say

if TYPE_CHECKING:
    from planner.solving.progress import Progress

EVERY = 10.0
"""Seconds between plain lines about one stage."""

_CLEAR = "\r\x1b[K"


class ProgressLines:
    """Shows each progress that is worth a line."""

    def __init__(self) -> None:
        self._renews = is_terminal(sys.stderr) and not quiet()
        self._stage = ""
        self._seconds = -EVERY

    def __call__(self, progress: Progress) -> None:
        """Shows it, unless it says little new."""
        if self._renews:
            sys.stderr.write(_CLEAR + line(progress))
            sys.stderr.flush()
        elif progress.stage != self._stage or progress.seconds - self._seconds >= EVERY:
            say(line(progress))
            self._stage, self._seconds = progress.stage, progress.seconds

    def end(self) -> None:
        """Gives the line back to the terminal."""
        if self._renews:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def line(progress: Progress) -> str:
    """Time so far, stage, whether there is a plan, and the first aim that is not proven yet."""
    gap = "" if progress.gap is None else f", {progress.level} within {progress.gap:.2%}"
    plan = ", a plan is there" if progress.plan else ""
    return f"{progress.seconds:7.1f} s  {progress.stage}{plan}{gap}"
