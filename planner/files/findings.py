"""What the checks found: collected while reading goes on, so that all of it comes together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from planner.errors import Problem
from planner.files.codes import Code
from planner.files.place import Place

SHOWN = 50
"""Problems shown of one file; the rest are counted."""


class Findings:
    """The first problems of each file, and how many there are."""

    def __init__(self) -> None:
        self._kept: dict[str, list[Problem]] = defaultdict(list)
        self._total: dict[str, int] = defaultdict(int)

    def add(self, problem: Problem) -> None:
        """Keeps the problem, or counts it when its file has many."""
        self._total[problem.file] += 1
        if len(self._kept[problem.file]) < SHOWN:
            self._kept[problem.file].append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Adds several."""
        for problem in problems:
            self.add(problem)

    def enough(self, file: str) -> bool:
        """Whether no more problems of the file will be shown, so that a hint would be for nobody."""
        return self._total[file] >= SHOWN

    def problems(self) -> list[Problem]:
        """Sorted by file and line; a file with more problems than are shown says how many."""
        found = [problem for kept in self._kept.values() for problem in kept]
        more = [
            Place(file).problem("", Code.MORE, f"{total} problems", "none", f"Only the first {SHOWN} are shown.")
            for file, total in self._total.items()
            if total > SHOWN
        ]
        return sorted(found + more)

    def __len__(self) -> int:
        return sum(self._total.values())
