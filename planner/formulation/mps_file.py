"""A model in free MPS format, rows and columns named after their rules and indices."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel
from planner.formulation.names import file_names

INSTEAD = {" ": "_"}
"""A space ends a name."""


def mps_lines(linear: LinearModel, costs: Numbers, objective: str, name: str) -> Iterator[str]:
    """The lines of the file; `objective` is the name of the row with the costs, which are minimised."""
    rows, columns = file_names(linear.row_names(), INSTEAD), file_names(linear.column_names(), INSTEAD)
    kinds = [_kind(*bounds) for bounds in zip(linear.row_lower.tolist(), linear.row_upper.tolist(), strict=True)]
    yield f"NAME {file_names([name], INSTEAD)[0]}"
    yield "ROWS"
    yield f" N {objective}"
    yield from (f" {kind} {row}" for kind, row in zip(kinds, rows, strict=True))
    yield "COLUMNS"
    yield from _columns(linear, costs, objective, rows, columns)
    yield "RHS"
    for row, kind, lower, upper in zip(rows, kinds, linear.row_lower.tolist(), linear.row_upper.tolist(), strict=True):
        right = lower if kind == "G" else upper
        if kind != "N" and right != 0:
            yield f" RHS {row} {right!r}"
    yield "RANGES"
    for row, kind, lower, upper in zip(rows, kinds, linear.row_lower.tolist(), linear.row_upper.tolist(), strict=True):
        if kind == "L" and lower > -np.inf:
            yield f" RNG {row} {upper - lower!r}"
    yield "BOUNDS"
    for column, lower, upper in zip(columns, linear.column_lower.tolist(), linear.column_upper.tolist(), strict=True):
        yield from (f" {bound}" for bound in _bounds(column, lower, upper))
    yield "ENDATA"


def _kind(lower: float, upper: float) -> str:
    if lower == upper:
        return "E"
    if upper < np.inf:
        return "L"
    return "G" if lower > -np.inf else "N"


def _columns(linear: LinearModel, costs: Numbers, objective: str, rows: list[str], columns: list[str]) -> Iterator[str]:
    """Column by column; whole ones stand between markers."""
    order = np.lexsort((linear.entry_row, linear.entry_column))
    starts = np.searchsorted(linear.entry_column[order], np.arange(len(columns) + 1)).tolist()
    entry_row, entry_value = linear.entry_row[order].tolist(), linear.entry_value[order].tolist()
    whole = linear.whole.tolist()
    inside, marks = False, 0
    for j, (column, cost) in enumerate(zip(columns, costs.tolist(), strict=True)):
        if whole[j] != inside:
            inside = whole[j]
            yield f" M{marks} 'MARKER' '{'INTORG' if inside else 'INTEND'}'"
            marks += 1
        if cost != 0 or starts[j] == starts[j + 1]:
            yield f" {column} {objective} {cost!r}"
        for place in range(starts[j], starts[j + 1]):
            yield f" {column} {rows[entry_row[place]]} {entry_value[place]!r}"
    if inside:
        yield f" M{marks} 'MARKER' 'INTEND'"


def _bounds(column: str, lower: float, upper: float) -> Iterator[str]:
    """Always both, since readers do not agree on what a whole column without bounds may be."""
    if lower == upper:
        yield f"FX BND {column} {lower!r}"
        return
    yield f"MI BND {column}" if lower == -np.inf else f"LO BND {column} {lower!r}"
    yield f"PL BND {column}" if upper == np.inf else f"UP BND {column} {upper!r}"
