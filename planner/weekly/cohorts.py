"""The open cases of a stream by time of lodging: first in, first out.

A cohort has the first and the last day of lodging (for cases with a date set by a court, the week in which they are
due), and its cases on the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from planner.domain.grid import UNIT, spread


@dataclass(frozen=True, order=True)
class Cohort:
    """Cases that came in together."""

    first: date
    last: date
    cases: int


def without_oldest(cohorts: Iterable[Cohort], done: int) -> list[Cohort]:
    """What is left when so many cases are taken, the oldest first."""
    left = []
    for own in sorted(cohorts):
        taken = min(own.cases, done)
        done -= taken
        if own.cases > taken:
            left.append(replace(own, cases=own.cases - taken))
    return left


def scaled(cohorts: Sequence[Cohort], total: int, otherwise: Cohort) -> list[Cohort]:
    """The same ages with `total` cases in all; those of `otherwise` where there is no case to go by."""
    there = sum(own.cases for own in cohorts)
    if there == 0:
        return [replace(otherwise, cases=total)] if total else []
    share = np.cumsum([own.cases for own in cohorts]) / there
    counts = spread(total / UNIT, share).tolist() if total != there else [own.cases for own in cohorts]
    return [replace(own, cases=count) for own, count in zip(cohorts, counts, strict=True) if count]


def dealt_out(cohorts: Iterable[Cohort], sizes: Sequence[int]) -> Iterator[list[Cohort]]:
    """The cohorts, oldest first, laid out over places of these sizes."""
    waiting = sorted(cohorts)
    for size in sizes:
        found = []
        while size and waiting:
            own = waiting.pop(0)
            taken = min(own.cases, size)
            size -= taken
            found.append(replace(own, cases=taken))
            if own.cases > taken:
                waiting.insert(0, replace(own, cases=own.cases - taken))
        yield found
