"""Where a value stands, so that a problem found later can say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from planner.domain.instance import Row
from planner.errors import Problem
from planner.files.codes import Code

LONGEST_QUOTE = 60

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Place:
    """A line of a file, 0 for the whole file."""

    file: str
    line: int = 0

    def problem(self, column: str, code: Code, found: object, expected: str, hint: str = "") -> Problem:
        """The problem that stands here."""
        return Problem(self.file, self.line, column, code.value, quoted(str(found)), expected, hint)


@dataclass(frozen=True)
class Placed(Generic[R]):
    """A typed row and where it stands."""

    row: R
    place: Place


def quoted(text: str) -> str:
    """What stood there, on one line and not too long."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 3] + "..."
