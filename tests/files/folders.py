"""Folders of instances to read in tests."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

INSTANCES = Path(__file__).parents[2] / "instances"
BROKEN = INSTANCES / "broken"
BASE = BROKEN / "base"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir() and path != BASE)


def base(folder: Path) -> Path:
    """A copy of the good instance."""
    return Path(shutil.copytree(BASE, folder / "instance"))


def expected(case: str) -> dict[str, Any]:
    """What a broken instance should give."""
    return tomllib.loads((BROKEN / case / "expected.toml").read_text(encoding="utf-8"))


def broken(case: str, folder: Path) -> Path:
    """A broken instance, made whole: the good one with the case's files over it."""
    instance = base(folder)
    shutil.copytree(BROKEN / case, instance, dirs_exist_ok=True)
    (instance / "expected.toml").unlink()
    for name in expected(case).get("remove", ()):
        (instance / name).unlink()
    return instance
