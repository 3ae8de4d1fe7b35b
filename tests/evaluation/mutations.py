"""Changes to a single cell of a run's tables."""

import random
from collections.abc import Iterator
from dataclasses import replace

from planner.domain.run_table import RunTable


def changed(tables: dict[str, RunTable], name: str, row: int, column: int, cell: str) -> dict[str, RunTable]:
    """The tables with one cell replaced."""
    rows = list(tables[name].rows)
    rows[row] = (*rows[row][:column], cell, *rows[row][column + 1 :])
    return {**tables, name: replace(tables[name], rows=tuple(rows))}


def variants(tables: dict[str, RunTable], name: str, row: int, column: int, order: random.Random) -> list[str]:
    """Other texts for a cell: another cell of its column, a number near it, the same number in another form."""
    stood = tables[name].rows[row][column]
    others = sorted({own[column] for own in tables[name].rows} - {stood})
    found = [stood + " ", stood + "0", "0" + stood, "", "0", "-1", "-0", "1e3", "nan", "x", "+" + stood, stood + ".0"]
    found += order.sample(others, min(2, len(others)))
    try:
        number = float(stood)
    except ValueError:
        pass
    else:
        found += [
            repr(number + 1),
            repr(number - 1),
            str(int(number) + 1),
            str(max(int(number) - 1, 0)),
            repr(round(number + 1e-6, 6)),
            repr(number * (1 + 2**-52)),
            repr(-number),
        ]
    return sorted(set(found) - {stood})


def some(tables: dict[str, RunTable], number: int, seed: int) -> Iterator[tuple[str, dict[str, RunTable]]]:
    """So many random changes, each with words for it; every table is as likely as every other."""
    order = random.Random(seed)
    filled = [name for name, table in tables.items() if table.rows]
    for _ in range(number):
        name = order.choice(filled)
        row = order.randrange(len(tables[name].rows))
        column = order.randrange(len(tables[name].columns))
        cell = order.choice(variants(tables, name, row, column, order))
        words = f"{name}, row {tables[name].rows[row]}, {tables[name].columns[column]} becomes {cell!r}"
        yield words, changed(tables, name, row, column, cell)
