"""Names of files and folders that are not there yet."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path


def free_name(wanted: Path) -> Path:
    """The name itself, or with -2, -3 and so on behind it when it is taken."""
    names = (wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))
