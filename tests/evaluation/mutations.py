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


def in_every_column(
    tables: dict[str, RunTable], rows: int, seed: int
) -> Iterator[tuple[str, str, dict[str, RunTable]]]:
    """A random change in so many rows of every column of every table: the table, words for it, what comes of it."""
    order = random.Random(seed)
    for name, table in tables.items():
        for column, title in enumerate(table.columns):
            for row in order.sample(range(len(table.rows)), min(rows, len(table.rows))):
                cell = order.choice(variants(tables, name, row, column, order))
                yield name, f"{table.rows[row]}, {title} becomes {cell!r}", changed(tables, name, row, column, cell)


def in_every_table(tables: dict[str, RunTable], seed: int) -> Iterator[tuple[str, str, dict[str, RunTable]]]:
    """A random row of every table twice, a row missing, and two rows the wrong way round."""
    order = random.Random(seed)
    for name, table in tables.items():
        at = order.randrange(len(table.rows))
        before, own, after = table.rows[:at], table.rows[at], table.rows[at + 1 :]
        others = {"twice": (*before, own, own, *after), "missing": (*before, *after)}
        if len(table.rows) > 1:
            others["out of order"] = (*table.rows[1:], table.rows[0])
        for words, rows in others.items():
            yield name, f"{own} {words}", {**tables, name: replace(table, rows=rows)}


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
