"""Whether a plan leaves a healthy stock behind: what is open at the end, against the steady state of the inflow.

In a steady state a stream has as many open cases as come in while a case is open. That is at least its lags, during
which nobody can work on it, and at most its legal term:

    least = inflow per week x weeks of lag,   most = inflow per week x weeks of the legal term

with the inflow of the last year of the horizon, withdrawals at lodging taken out and conversions in counted. A stream
without inflow has nothing open in a steady state; one with inflow and without a term has no most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.stages import STAGES
from planner.domain.weeks import term_end
from planner.evaluation.flows import Flows
from planner.evaluation.targets import MET_BELOW

YEAR = 52
"""Weeks at the end of the horizon from which the inflow is taken, so that every season counts once."""


@dataclass(frozen=True)
class Health:
    """K streams at the end of the last week; grid counts. What is on its way counts for the stage it goes to."""

    waiting: Counts  # K x stages
    oldest: Counts  # K, whole weeks since the oldest open case came in, first in first out; the horizon's at most
    inflow: Numbers  # K, cases per week
    least: Counts  # K
    most: Counts  # K, -1 for none
    above: Counts  # K, open cases above the most


def health(own: Flows) -> Health:
    """The state in which a plan ends."""
    f = own.figures
    waiting = np.zeros((len(f.streams), len(STAGES)), dtype=np.int64)
    np.add.at(waiting, (f.stream_of_task, f.stage_of_task), own.open[:, -1])
    first = np.flatnonzero(f.following >= 0)
    np.add.at(waiting, (f.stream_of_task[first], f.stage_of_task[f.following[first]]), own.between[first, -1])
    entered = f.arrivals + own.converted_in
    last = entered[:, -min(YEAR, entered.shape[1]) :]
    inflow = last.sum(axis=1) / UNIT / last.shape[1]
    lags = np.zeros(len(f.streams))
    np.add.at(lags, f.stream_of_task[first], f.lag[first])
    open_cases = waiting.sum(axis=1)
    terms = _weeks_of_term(f)
    most = np.where(inflow == 0, 0, np.where(np.isnan(terms), -1, np.rint(inflow * np.nan_to_num(terms) * UNIT)))
    return Health(
        waiting=waiting,
        oldest=_oldest(entered, open_cases),
        inflow=inflow,
        least=np.rint(inflow * lags * UNIT).astype(np.int64),
        most=most.astype(np.int64),
        above=np.where(most < 0, 0, np.maximum(open_cases - most, 0)).astype(np.int64),
    )


def starved(rows: Iterable[Mapping[str, str]]) -> dict[str, float]:
    """Of the rows of the table `health` the streams that go on, with the open cases above their most; worst first."""
    above = {row["stream"]: float(row["above"]) for row in rows if float(row["inflow_per_week"]) > 0}
    return {name: above[name] for name in sorted(above, key=lambda name: -above[name]) if above[name] >= MET_BELOW}


def _weeks_of_term(f: Figures) -> Numbers:
    """K: the legal term from the last day of the horizon on, nan for none."""
    last = f.instance.header.last
    return np.array([np.nan if own.term is None else (term_end(last, own.term) - last).days / 7 for own in f.streams])


def _oldest(entered: Counts, open_cases: Counts) -> Counts:
    """K: the least number of last weeks in which as many cases came in as are open."""
    recent = np.cumsum(entered[:, ::-1], axis=1)
    oldest: Counts = (recent < open_cases[:, np.newaxis]).sum(axis=1) + (open_cases > 0)
    return np.minimum(oldest, entered.shape[1])
