"""The flows of a solved model on the grid, with whole staff-days."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers, converted
from planner.solving.cases import Cases


def on_grid(f: Figures, staff_days: NDArray[np.int64], finished: Numbers, at_sites: Counts) -> Counts:
    """L x N x T: the cases finished, as many of each task as `finished` says (N x T) and at each site at most (S x T).

    The flows may count on cases from other streams to take the place of withdrawn ones. Should too few of those come,
    they are followed without counting on any.
    """
    to_date = to_date_on_grid(finished)
    cases = _followed(f, staff_days, to_date, at_sites, _going_over(f, to_date))
    if cases.short:
        cases = _followed(f, staff_days, to_date, at_sites, None)
    return cases.finished


def to_date_on_grid(cases: Numbers) -> Counts:
    """... x T: cases finished to date, on the grid; solvers go a hair below zero."""
    to_date = np.maximum.accumulate(np.cumsum(cases, axis=-1), axis=-1)
    counts: Counts = np.rint(to_date * UNIT).astype(np.int64)
    return counts


def _followed(
    f: Figures, staff_days: NDArray[np.int64], to_date: Counts, at_sites: Counts, counted_on: Counts | None
) -> Cases:
    cases = Cases(f, counted_on)
    for week in range(len(f.weeks)):
        cases.open_week(week)
        wanted = np.maximum(to_date[:, week] - cases.finished_to_date, 0)
        cases.work(week, staff_days[:, week], wanted, at_sites=at_sites[:, week], ahead=False)
    return cases


def _going_over(f: Figures, to_date: Counts) -> Counts:
    """K x T: cases that go over to the first task of each stream, by the week in which they come."""
    coming = np.zeros((len(f.streams), len(f.weeks)), dtype=np.int64)
    for conversion in f.conversions:
        stream = f.stream_of_task[conversion.target]
        if f.entry[stream] == conversion.target:
            gone = np.diff(converted(to_date[conversion.source], conversion.share), prepend=np.int64(0))
            coming[stream, conversion.lag :] += gone[: max(len(gone) - conversion.lag, 0)]
    return coming
