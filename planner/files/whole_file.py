"""A file that appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from planner.errors import InputError
from planner.files.codes import Code
from planner.files.place import Place


def write_whole(target: Path, content: bytes) -> None:
    """Writes a new file, aside first; one that is there already raises InputError."""
    if os.path.lexists(target):
        raise InputError([Place(str(target)).problem("", Code.TARGET_EXISTS, "a folder or file", "a new name")])
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}-{uuid4().hex}")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.rename(target)
    finally:
        aside.unlink(missing_ok=True)
