"""How near plans came to what happened: bias, and the mean absolute error in per cent (MAPE)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from planner.domain.realised import LODGED, NO_SHOW, OUTPUT, Realised

Name = tuple[str, str, str]
"""Figure, stream and stage."""


@dataclass(frozen=True)
class Accuracy:
    """One figure over the weeks that are closed. Shares; None where nothing was planned.

    `bias` is what happened more than was planned, as a share of it; `mape` the mean of the weeks' errors without their
    sign, each as a share of what the week was planned to be.
    """

    name: Name
    weeks: int
    planned: float
    actual: float
    bias: float | None
    mape: float | None


@dataclass(frozen=True)
class Advice:
    """A parameter that what happened speaks against: a planner changes it, never the tool.

    `ratio` is what happened for each of what was planned, all weeks together, `error` its standard error.
    """

    parameter: str
    about: str
    ratio: float
    error: float
    weeks: int


FEWEST = 4
"""Weeks of evidence below which nothing is suggested."""

SURE = 2.0
"""Standard errors by which a ratio must differ from 1."""

LEAST = 0.01
"""Share by which it must differ besides: what is no more than rounding is nothing to look at."""

PARAMETERS = {
    LODGED: "inflow.cases",
    OUTPUT: "productivity.output",
    NO_SHOW: "work.no_show",
}
"""The parameter that each figure judges."""


def accuracy(rows: Iterable[Realised]) -> list[Accuracy]:
    """Every figure, in the order in which it comes first."""
    return [_accuracy(name, own) for name, own in _by_name(rows).items()]


def advice(rows: Iterable[Realised]) -> list[Advice]:
    """Where weeks enough differ in one direction by more than chance would have it."""
    found = []
    for name, own in _by_name(rows).items():
        weeks = [row for row in own if row.planned > 0]
        if name[0] not in PARAMETERS or len(weeks) < FEWEST:
            continue
        planned = fsum(row.planned for row in weeks)
        ratio = fsum(row.actual for row in weeks) / planned
        squares = fsum((row.actual - ratio * row.planned) ** 2 for row in weeks)
        error = sqrt(squares * len(weeks) / (len(weeks) - 1)) / planned
        if abs(ratio - 1) > max(SURE * error, LEAST):
            about = " ".join(part for part in name[1:] if part) or "all work"
            found.append(Advice(PARAMETERS[name[0]], about, ratio, error, len(weeks)))
    return found


def effect(rows: Iterable[Realised], figure: str, stream: str, stage: str, since: object) -> float | None:
    """By which share the weekly mean of a figure changed from a week on; None where a side has no week."""
    own = [row for row in rows if (row.figure, row.stream or "", row.stage or "") == (figure, stream, stage)]
    before = [row.actual for row in own if str(row.week) < str(since)]
    after = [row.actual for row in own if str(row.week) >= str(since)]
    if not before or not after or not fsum(before):
        return None
    return (fsum(after) / len(after)) / (fsum(before) / len(before)) - 1


def _by_name(rows: Iterable[Realised]) -> dict[Name, list[Realised]]:
    found: dict[Name, list[Realised]] = {}
    for row in rows:
        found.setdefault((row.figure, row.stream or "", row.stage or ""), []).append(row)
    return found


def _accuracy(name: Name, rows: Sequence[Realised]) -> Accuracy:
    planned, actual = fsum(row.planned for row in rows), fsum(row.actual for row in rows)
    errors = [abs(row.actual - row.planned) / row.planned for row in rows if row.planned > 0]
    return Accuracy(
        name,
        len(rows),
        planned / len(rows),
        actual / len(rows),
        (actual - planned) / planned if planned else None,
        fsum(errors) / len(errors) if errors else None,
    )
