"""A linear model under construction: blocks of columns and rows, and the entries between them, all in arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from planner.domain.grid import Numbers

Ids = NDArray[np.intp]
Labels = Sequence[str]


@dataclass(frozen=True)
class Block:
    """Columns or rows of one name: `ids` has one number per cell, `axes` the labels along each axis."""

    name: str
    ids: Ids
    axes: tuple[Labels, ...]

    def label(self, cell: int) -> str:
        """The name of the cell at this flat position, as in `case_balance[N4,hearing,2026-W40]`."""
        where = np.unravel_index(cell, self.ids.shape)
        return f"{self.name}[{','.join(axis[int(at)] for axis, at in zip(self.axes, where, strict=True))}]"


@dataclass(frozen=True)
class LinearModel:
    """Rows `row_lower <= A x <= row_upper`, bounds on the columns, and which columns are whole.

    A stands as entries sorted by row, then column. Minimised with a cost vector that is handed over apart.
    """

    column_lower: Numbers
    column_upper: Numbers
    whole: NDArray[np.bool_]
    row_lower: Numbers
    row_upper: Numbers
    entry_row: Ids
    entry_column: Ids
    entry_value: Numbers
    column_blocks: tuple[Block, ...]
    row_blocks: tuple[Block, ...]

    def column_names(self) -> list[str]:
        """The names of all columns; made only when asked for."""
        return _names(self.column_blocks)

    def row_names(self) -> list[str]:
        """The names of all rows; made only when asked for."""
        return _names(self.row_blocks)

    def extended(self, upper: Numbers, row_upper: Numbers, rows: Ids, columns: Ids, values: Numbers) -> LinearModel:
        """With more columns, from zero to `upper`, more rows, at most `row_upper`, and more entries; blocks stay."""
        row, column = np.append(self.entry_row, rows), np.append(self.entry_column, columns)
        order = np.lexsort((column, row))
        return replace(
            self,
            column_lower=np.append(self.column_lower, np.zeros(len(upper))),
            column_upper=np.append(self.column_upper, upper),
            whole=np.append(self.whole, np.zeros(len(upper), dtype=bool)),
            row_lower=np.append(self.row_lower, np.full(len(row_upper), -np.inf)),
            row_upper=np.append(self.row_upper, row_upper),
            entry_row=row[order],
            entry_column=column[order],
            entry_value=np.append(self.entry_value, values)[order],
        )

    def activity(self, values: Numbers) -> Numbers:
        """The value of each row at `values`."""
        products = self.entry_value * values[self.entry_column]
        return np.bincount(self.entry_row, products, minlength=len(self.row_lower)).astype(np.float64)

    def priced(self, duals: Numbers) -> Numbers:
        """What each column takes of the rows, at their `duals`."""
        worth = self.entry_value * duals[self.entry_row]
        return np.bincount(self.entry_column, worth, minlength=len(self.column_lower)).astype(np.float64)

    def broken(self, values: Numbers) -> float:
        """By how much `values` break the row that they break most; 0 where they keep all."""
        activity = self.activity(values)
        return float(np.maximum(self.row_lower - activity, activity - self.row_upper).max(initial=0.0))


def _names(blocks: tuple[Block, ...]) -> list[str]:
    return [block.label(cell) for block in blocks for cell in range(block.ids.size)]


@dataclass
class Draft:
    """Collects blocks; `finish` gives the model."""

    _columns: list[Block] = field(default_factory=list)
    _rows: list[Block] = field(default_factory=list)
    _column_parts: list[tuple[Numbers, Numbers, NDArray[np.bool_]]] = field(default_factory=list)
    _row_parts: list[tuple[Numbers, Numbers]] = field(default_factory=list)
    _entries: list[tuple[Ids, Ids, Numbers]] = field(default_factory=list)

    def columns(
        self,
        name: str,
        axes: tuple[Labels, ...],
        *,
        lower: ArrayLike = 0.0,
        upper: ArrayLike = np.inf,
        whole: bool = False,
    ) -> Ids:
        """Adds a block of columns; returns their numbers in the shape of the axes."""
        shape = tuple(len(axis) for axis in axes)
        start = sum(block.ids.size for block in self._columns)
        ids = np.arange(start, start + int(np.prod(shape)), dtype=np.intp).reshape(shape)
        self._columns.append(Block(name, ids, axes))
        self._column_parts.append((_full(lower, shape), _full(upper, shape), np.full(ids.size, whole)))
        return ids

    def rows(
        self, name: str, axes: tuple[Labels, ...], *, lower: ArrayLike = -np.inf, upper: ArrayLike = np.inf
    ) -> Ids:
        """Adds a block of rows; returns their numbers in the shape of the axes."""
        shape = tuple(len(axis) for axis in axes)
        start = sum(block.ids.size for block in self._rows)
        ids = np.arange(start, start + int(np.prod(shape)), dtype=np.intp).reshape(shape)
        self._rows.append(Block(name, ids, axes))
        self._row_parts.append((_full(lower, shape), _full(upper, shape)))
        return ids

    def put(self, rows: ArrayLike, columns: ArrayLike, values: ArrayLike) -> None:
        """Adds entries; the three arrays are broadcast against each other. Entries of one cell add up."""
        row, column, value = np.broadcast_arrays(rows, columns, np.asarray(values, dtype=np.float64))
        self._entries.append((_flat(row), _flat(column), value.ravel()))

    def finish(self) -> LinearModel:
        """The model, its entries sorted and those of one cell added up."""
        columns = sum(block.ids.size for block in self._columns)
        cell = np.concatenate([row * columns + column for row, column, _ in self._entries])
        value = np.concatenate([value for _, _, value in self._entries])
        order = np.argsort(cell, kind="stable")  # blocks come sorted: little is left to do
        cell, value = cell[order], value[order]
        new = np.diff(cell, prepend=-1) != 0
        if not new.all():
            first = np.flatnonzero(new)
            cell, value = cell[first], np.add.reduceat(value, first)
        if not value.all():
            cell, value = cell[value != 0], value[value != 0]
        row = cell // columns
        return LinearModel(
            column_lower=np.concatenate([part[0] for part in self._column_parts]),
            column_upper=np.concatenate([part[1] for part in self._column_parts]),
            whole=np.concatenate([part[2] for part in self._column_parts]),
            row_lower=np.concatenate([part[0] for part in self._row_parts]),
            row_upper=np.concatenate([part[1] for part in self._row_parts]),
            entry_row=row,
            entry_column=cell - row * columns,
            entry_value=value,
            column_blocks=tuple(self._columns),
            row_blocks=tuple(self._rows),
        )


def _flat(numbers: NDArray[np.integer]) -> Ids:
    return numbers.ravel().astype(np.intp, copy=False)


def _full(value: ArrayLike, shape: tuple[int, ...]) -> Numbers:
    return np.broadcast_to(np.asarray(value, dtype=np.float64), shape).ravel()
