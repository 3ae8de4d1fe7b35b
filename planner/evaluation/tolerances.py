"""Differences between runs that are allowed: a comparison as a check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from planner.evaluation.comparison import Compared

_FORM = re.compile(r"(?P<name>[^=]+)=(?P<side>[+-]?)(?P<amount>[0-9]+(?:\.[0-9]+)?)(?P<share>%?)")

SLACK = 1e-9
"""What is lost in rounding."""


@dataclass(frozen=True)
class Tolerance:
    """By how much figures may differ from those of the first run.

    `name` may have `*` in it, and a section before a slash. `side` says that only more (`+`) or only less (`-`) is
    limited. A share is one of the first run's figure.
    """

    name: str
    side: str
    amount: float
    share: bool

    @classmethod
    def parse(cls, text: str) -> Tolerance:
        """The tolerance written as `penalties_euro=+5%` or `old_left_at_clearance=10`; raises ValueError."""
        match = _FORM.fullmatch(text.strip())
        if not match:
            raise ValueError(text)
        amount = float(match["amount"])
        share = bool(match["share"])
        return cls(match["name"].strip(), match["side"], amount / 100 if share else amount, share)

    def fits(self, figure: Compared) -> bool:
        """Whether it is about the figure."""
        names = (figure.label.name, f"{figure.label.section}/{figure.label.name}")
        return any(fnmatchcase(name, self.name) for name in names)


@dataclass(frozen=True)
class Judged:
    """A figure of a run (by its place among the runs) held against a tolerance."""

    figure: Compared
    run: int
    difference: float | None
    allowed: float
    kept: bool


def judged(tolerances: Iterable[Tolerance], figures: Sequence[Compared]) -> Iterator[Judged]:
    """Every figure that a tolerance is about, in every run but the first; raises LookupError where there is none."""
    for tolerance in tolerances:
        found = [figure for figure in figures if tolerance.fits(figure)]
        if not found:
            raise LookupError(tolerance.name)
        for figure in found:
            yield from _of_figure(tolerance, figure)


def _of_figure(tolerance: Tolerance, figure: Compared) -> Iterator[Judged]:
    reference = figure.values[0]
    size = abs(reference) if isinstance(reference, float) else 0.0
    allowed = tolerance.amount * size if tolerance.share else tolerance.amount
    for run, difference in list(enumerate(figure.differences))[1:]:
        if difference is None:
            kept = figure.values[run] == reference
        else:
            counted = {"+": difference, "-": -difference}.get(tolerance.side, abs(difference))
            kept = counted <= allowed + SLACK
        yield Judged(figure, run, difference, allowed, kept)
