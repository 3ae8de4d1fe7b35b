"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def line(*cells: str) -> str:
    """One line of a table; a stroke inside a cell would end it."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table with its header."""
    return line(*head) + "|" + "---|" * len(head) + "\n" + "".join(line(*row) for row in rows)
