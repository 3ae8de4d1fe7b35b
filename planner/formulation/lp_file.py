"""A model in LP format, to read: rows and columns named after their rules and indices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel
from planner.formulation.names import file_names

INSTEAD = {" ": "_", "-": "_", "+": "#", "/": "%", "[": "(", "]": ")"}
"""What LP format takes for an operator, or does not take in a name."""

PER_LINE = 8
"""Terms on a line."""


def lp_lines(linear: LinearModel, costs: Numbers, objective: str, name: str) -> Iterator[str]:
    """The lines of the file; `objective` is the name of the costs, which are minimised."""
    rows, columns = file_names(linear.row_names(), INSTEAD), file_names(linear.column_names(), INSTEAD)
    yield f"\\ {name}"
    yield "Minimize"
    paid = np.flatnonzero(costs)
    yield from _sum(f" {objective}:", [columns[j] for j in paid], costs[paid].tolist(), "")
    yield "Subject To"
    starts = np.searchsorted(linear.entry_row, np.arange(len(rows) + 1)).tolist()
    entry_column, entry_value = linear.entry_column.tolist(), linear.entry_value.tolist()
    for i, (lower, upper) in enumerate(zip(linear.row_lower.tolist(), linear.row_upper.tolist(), strict=True)):
        own = slice(starts[i], starts[i + 1])
        names = [columns[j] for j in entry_column[own]]
        for suffix, right in _sides(lower, upper):
            yield from _sum(f" {rows[i]}{suffix}:", names, entry_value[own], right)
    yield "Bounds"
    for column, lower, upper in zip(columns, linear.column_lower.tolist(), linear.column_upper.tolist(), strict=True):
        if (lower, upper) != (0.0, np.inf):
            yield f" {_side(lower)} <= {column} <= {_side(upper)}"
    yield "Generals"
    yield from (f" {columns[j]}" for j in np.flatnonzero(linear.whole))
    yield "End"


def _sides(lower: float, upper: float) -> Iterator[tuple[str, str]]:
    """A row with two sides becomes two rows."""
    if lower == upper:
        yield "", f" = {upper!r}"
        return
    if upper < np.inf:
        yield "", f" <= {upper!r}"
    if lower > -np.inf:
        yield "~low" if upper < np.inf else "", f" >= {lower!r}"


def _side(value: float) -> str:
    return repr(value) if np.isfinite(value) else "+inf" if value > 0 else "-inf"


def _sum(head: str, names: Sequence[str], values: Sequence[float], tail: str) -> Iterator[str]:
    terms = [f"{'-' if value < 0 else '+'} {abs(value)!r} {name}" for name, value in zip(names, values, strict=True)]
    lines = [" ".join(terms[start : start + PER_LINE]) for start in range(0, len(terms), PER_LINE)] or ["0"]
    lines[-1] += tail
    yield f"{head} {lines[0]}"
    yield from (f"   {line}" for line in lines[1:])
