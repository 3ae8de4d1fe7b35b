"""Lines of a table: written between bars in the source, shared out, and put into a file by `built`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain.weeks import Week

Lines = list[tuple[object, ...]]
"""The rows of a table, each with evidence code and source as its last two cells."""

Rows = list[dict[str, str]]


def barred(text: str) -> Rows:
    """A table written as lines of cells between bars, the first line its columns."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def apportioned(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of a total in proportion to the weights, by the largest remainders."""
    parts, remainders = zip(*(divmod(total * weight, sum(weights)) for weight in weights), strict=True)
    ranked = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    raised = set(ranked[: total - sum(parts)])
    return [part + (index in raised) for index, part in enumerate(parts)]


def week_of(day: date) -> str:
    """The label of the ISO week that holds the day."""
    return str(Week.of(day))
