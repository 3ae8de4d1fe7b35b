"""One run at a time in a folder: a lock of the operating system, which is free at once when its holder is gone."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from planner.errors import LockedError

NAME = ".lock"


@contextmanager
def only_run(folder: Path, what: str) -> Iterator[None]:
    """Holds the folder's lock for the block; raises LockedError, with who holds it, when another process does.

    The file stays: whether it is held is known to the system alone, so nothing is left behind by a killed process.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LockedError(f"{folder} is in use by {_holder(file)}.") from None
        note = {"process": os.getpid(), "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "what": what}
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(note).encode(), 0)
        yield
    finally:
        os.close(file)


def _holder(file: int) -> str:
    """Who holds the lock, as it wrote down; the note may not be there yet."""
    try:
        note = json.loads(os.pread(file, 4096, 0))
        return f"process {note['process']} since {note['since']}: {note['what']}"
    except (ValueError, KeyError, TypeError):
        return "another process"
