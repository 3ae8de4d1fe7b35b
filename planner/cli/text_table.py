"""Columns of text that line up."""

from __future__ import annotations

from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows of equal length as lines, two spaces between columns; those in `right` line up on their right side."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def figure(number: float, digits: int = 0) -> str:
    """A number with commas between thousands; no digits behind the point unless asked for."""
    return f"{number:,.{digits}f}"
