"""CPU seconds and memory of a piece of work in this process."""

from __future__ import annotations

import gc
import resource
from pathlib import Path
from time import process_time
from types import TracebackType
from typing import Self

MIB = 1024.0


class Meter:
    """Used as a context: `lap` gives the CPU seconds since the last one, `added_mib` the peak above what was there."""

    def __enter__(self) -> Self:
        gc.collect()
        _forget_peak()
        self._resident = _status("VmRSS")
        self._start = process_time()
        self.added_mib = 0.0
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.added_mib = round((_status("VmHWM") - self._resident) / MIB, 1)

    def lap(self) -> float:
        """CPU seconds since the start or the last lap, of all threads."""
        now = process_time()
        taken, self._start = now - self._start, now
        return round(taken, 4)


def _forget_peak() -> None:
    """Linux then counts the peak from here."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def _status(field: str) -> float:
    """In KiB, as Linux says it; elsewhere the peak."""
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return float(text.split(f"{field}:")[1].split()[0])
