"""The dual values that the bounds of a run follow from, as `bounds.npz`: arrays by level, compressed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.result import BoundProof
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.place import Place

BOUNDS = "bounds.npz"

PARTS = ("prices", "duals", "least")


def write_proofs(path: Path, proofs: Sequence[BoundProof]) -> None:
    """Three arrays for each proof; what they belong to stands in the manifest."""
    arrays = {_key(own.level, part): np.asarray(getattr(own, part)) for own in proofs for part in PARTS}
    np.savez_compressed(path, allow_pickle=False, **arrays)


def read_proofs(folder: Path, manifest: Mapping[str, Any], levels: Sequence[str]) -> tuple[BoundProof, ...]:
    """The proofs that the manifest of a run names, for the policy's levels; raises InputError when one is not there."""
    named = manifest.get("proofs") or {}
    if not isinstance(named, dict) or not named.keys() <= set(levels):
        problem = Place("manifest.json").problem("proofs", Code.VALUE_TYPE, named, "an identity by level of the policy")
        raise InputError([problem])
    if not named:
        return ()
    arrays = _arrays(folder / BOUNDS)
    return tuple(_proof(arrays, levels.index(name), name, str(identity)) for name, identity in named.items())


def _arrays(path: Path) -> dict[str, Numbers]:
    place, expected = Place(path.name), "an archive of numpy arrays, as the planner writes it"
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except FileNotFoundError as error:
        problem = place.problem("", Code.FILE_MISSING, error.strerror or "no file", "the dual values of the bounds")
        raise InputError([problem]) from error
    except (OSError, ValueError, EOFError, AttributeError, zipfile.BadZipFile, zlib.error) as error:
        raise InputError([place.problem("", Code.FILE_UNREADABLE, error, expected)]) from error


def _proof(arrays: Mapping[str, Numbers], level: int, name: str, identity: str) -> BoundProof:
    parts = [arrays.get(_key(level, part)) for part in PARTS]
    for own, part, axes in zip(parts, PARTS, (1, 1, 0), strict=True):
        if own is None or own.dtype != np.float64 or own.ndim != axes:
            found = "nothing" if own is None else f"{own.dtype} along {own.ndim} axes"
            expected = f"the {part} of level {name}, in floats along {axes} axes"
            raise InputError([Place(BOUNDS).problem(_key(level, part), Code.FILE_UNREADABLE, found, expected)])
    prices, duals, least = (np.asarray(own) for own in parts)
    return BoundProof(level, tuple(prices.tolist()), duals, float(least), identity)


def _key(level: int, part: str) -> str:
    return f"level_{level + 1}_{part}"
