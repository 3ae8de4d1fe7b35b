"""Where every case is when the week ends: waiting for a stage, on its way to one, or between two streams."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Counts
from planner.weekly.happened import Happened


@dataclass(frozen=True)
class Closing:
    """The end of a week. N tasks, K streams, and the T - 1 weeks that are left.

    Cases that arrive after the horizon are counted for its last week.
    """

    waiting: Counts  # N, wait for the task
    underway: Counts  # N x T - 1, on their way to the task, by the week they reach it
    entering: Counts  # N x T - 1, between two streams, by the week they enter
    entered: Counts  # K, cases that entered the stream in the week, lodged (net) or from another stream
    decided: Counts  # K, first decisions of the week
    done: Counts  # K, decided, or gone over to another stream


def closing(f: Figures, happened: Happened) -> Closing:
    """What follows from the state at the start of the week and from what happened in it."""
    left = len(f.weeks) - 1
    waiting = f.opening + f.joining[:, 0] - happened.finished + happened.corrections
    arrivals = happened.lodged - happened.withdrawn_lodged
    waiting[f.entry] += arrivals - happened.withdrawn_stock
    underway, entering = f.underway[:, 1:].copy(), f.entering[:, 1:].copy()
    entered = arrivals + f.entering_streams()[:, 0]
    passed_on, gone = happened.finished.copy(), np.zeros(len(f.streams), dtype=np.int64)
    for conversion, cases in zip(f.conversions, happened.converted, strict=True):
        passed_on[conversion.source] -= cases
        gone[f.stream_of_task[conversion.source]] += cases
        if conversion.lag == 0:
            waiting[conversion.target] += cases
            entered[f.stream_of_task[conversion.target]] += cases
        else:
            entering[conversion.target, min(conversion.lag, left) - 1] += cases
    for n in np.flatnonzero(f.following >= 0):
        if f.lag[n] == 0:
            waiting[f.following[n]] += passed_on[n]
        else:
            underway[f.following[n], min(int(f.lag[n]), left) - 1] += passed_on[n]
    decided = passed_on[f.final]
    waiting = np.maximum(waiting, 0)  # a share that was rounded may leave a millionth less than nothing
    return Closing(waiting, underway, entering, entered, decided, decided + gone)
