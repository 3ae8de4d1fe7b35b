"""A folder that appears whole or not at all, whatever happens while it is written."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from planner.errors import InputError
from planner.files.codes import Code
from planner.files.place import Place

PREFIX = ".planner-tmp-"
"""What the name of a folder in the making begins with; then the machine, the process and a random part."""

_NAME = re.compile(re.escape(PREFIX) + r"(?P<machine>.+)-(?P<process>[0-9]+)-[0-9a-f]{32}")


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Gives an empty folder to fill, which gets the name `target` when the block ends without an exception.

    Raises InputError when `target` is there already: nothing is ever written over. What a killed process left
    behind is removed by the next writer in the same parent folder.
    """
    target = target.absolute()
    _refuse_existing(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(target.parent)
    making = _making(target)
    making.mkdir()
    try:
        yield making
        _flush(making)
        _refuse_existing(target)
        making.rename(target)
        _flush_entry(target.parent)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def remove_whole(folder: Path) -> None:
    """Removes a folder so that it is there whole or not at all: what is left of it has no name that anybody reads."""
    going = _making(folder.absolute())
    folder.rename(going)
    _flush_entry(going.parent)
    shutil.rmtree(going)


def write_whole(target: Path, text: str) -> None:
    """A new file that appears whole or not at all; one that is there already raises InputError."""
    target = target.absolute()
    _refuse_existing(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    making = _making(target)
    try:
        making.write_text(text, encoding="utf-8", newline="\n")
        _flush_entry(making)
        making.rename(target)
        _flush_entry(target.parent)
    finally:
        making.unlink(missing_ok=True)


def _making(target: Path) -> Path:
    """A name beside the target, of something that is being made or removed by this process."""
    return target.parent / f"{PREFIX}{_machine()}-{os.getpid()}-{uuid4().hex}"


def _refuse_existing(target: Path) -> None:
    if os.path.lexists(target):
        raise InputError([Place(str(target)).problem("", Code.TARGET_EXISTS, "a folder or file", "a new name")])


def _machine() -> str:
    return re.sub("[^A-Za-z0-9]", "", socket.gethostname()) or "machine"


def _remove_leftovers(parent: Path) -> None:
    """Removes the half-made folders of processes of this machine that are gone."""
    for path in parent.glob(f"{PREFIX}*"):
        name = _NAME.fullmatch(path.name)
        if name and name["machine"] == _machine() and not _runs(int(name["process"])):
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _flush(folder: Path) -> None:
    """Everything in the folder reaches the disk before its name does."""
    for path, _, files in os.walk(folder, topdown=False):
        for name in files:
            _flush_entry(Path(path) / name)
        _flush_entry(Path(path))


def _flush_entry(path: Path) -> None:
    entry = os.open(path, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)
