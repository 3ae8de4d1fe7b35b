"""Where a stated table is not the one that was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from planner.domain.run_table import RunTable, words


def differences(stated: RunTable, rebuilt: RunTable, key: int) -> Iterator[str]:
    """Cells, rows and their order, where the stated table is not the rebuilt one."""
    if stated.rows == rebuilt.rows:
        return
    if [row[:key] for row in stated.rows] != [row[:key] for row in rebuilt.rows]:
        yield from _other_rows(stated, rebuilt, key)
        return
    for row, expected in zip(stated.rows, rebuilt.rows, strict=True):
        if row != expected:
            yield from _other_cells(stated, row, expected, key)


def _other_rows(stated: RunTable, rebuilt: RunTable, key: int) -> Iterator[str]:
    found = {row[:key]: row for row in stated.rows}
    expected = {row[:key]: row for row in rebuilt.rows}
    for own, row in found.items():
        if own not in expected:
            yield f"{stated.name}, row {words(own)}: stood there, expected no such row."
        elif row != expected[own]:
            yield from _other_cells(stated, row, expected[own], key)
    for own in expected:
        if own not in found:
            yield f"{stated.name}, row {words(own)}: is missing."
    if len(found) < len(stated.rows):
        yield f"{stated.name}: {len(stated.rows) - len(found)} rows stand there more than once."
    elif found.keys() == expected.keys():
        pairs = zip_longest(found, expected)
        stood, instead = next((a, b) for a, b in pairs if a != b)
        yield f"{stated.name}: row {words(stood)} stood where row {words(instead)} was expected (order)."


def _other_cells(stated: RunTable, row: tuple[str, ...], expected: tuple[str, ...], key: int) -> Iterator[str]:
    for column, cell, instead in zip(stated.columns, row, expected, strict=True):
        if cell != instead:
            yield f'{stated.name}, row {words(row[:key])}, {column}: stood "{cell}", expected "{instead}".'
