"""The identity of a relaxation: dual values belong to one model and its costs, and to no other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from planner.domain.grid import Numbers
from planner.formulation.draft import Ids, LinearModel


def identities(linear: LinearModel, costs: Sequence[Numbers]) -> list[str]:
    """For each level the SHA-256 over the model and the costs of the levels up to it, in hexadecimal."""
    digest = hashlib.sha256()
    for numbers in (linear.column_lower, linear.column_upper, linear.row_lower, linear.row_upper, linear.entry_value):
        digest.update(_bytes(numbers))
    for ids in (linear.entry_row, linear.entry_column):
        digest.update(_bytes(ids))
    found = []
    for own in costs:
        digest.update(_bytes(own))
        found.append(digest.copy().hexdigest())
    return found


def _bytes(numbers: Numbers | Ids) -> bytes:
    """The length and the numbers, the same on every machine; a zero has no sign."""
    kind = "<f8" if numbers.dtype.kind == "f" else "<i8"
    return len(numbers).to_bytes(8, "little") + (numbers + 0).astype(kind).tobytes()
