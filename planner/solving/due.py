"""By when each task must be finished so that due weeks can still be kept."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.tables import STAGES
from planner.formulation.draft import Ids


class LatestFinish:
    """Cumulative cases of every task that must be finished by the end of a week, in cases.

    A task's latest finish is the stream's due week less the lags that follow. Cases that convert into a stream come
    to be known as they enter: `enter` adds them.
    """

    def __init__(self, f: Figures) -> None:
        self._f = f
        own, stream = f.deadlines, f.stream_of_task
        self.timed = own.planned.bound[stream] | own.reaction.bound[stream]
        self.timed |= own.screening.bound[stream] & (f.stage_of_task == 0)
        self._keep = _kept(f)
        self._past = _opening_past(f)
        self._lead_decision = _lead(f, len(STAGES) - 1)
        self._decision = own.planned.due(f.arrivals) / UNIT
        self._stages = [
            (STAGES.index(stage), _lead(f, STAGES.index(stage)), curve.due(f.arrivals) / UNIT)
            for stage, curve in (("hearing", own.reaction), ("preparation", own.screening))
        ]
        self._curves = list(zip((own.planned, own.reaction, own.screening), self._due_curves(), strict=True))
        self._old = np.flatnonzero(f.old[f.stream_of_task])
        total = np.zeros(len(f.streams))
        np.add.at(total, f.stream_of_task, f.opening / UNIT)
        self._old_total = total - f.withdrawn_stock.sum(axis=1) / UNIT

    def _due_curves(self) -> list[Numbers]:
        return [self._decision, *(due for _, _, due in self._stages)]

    def enter(self, stream: int, week: int, cases: float) -> None:
        """Cases that enter the stream by conversion in a week."""
        for curve, due in self._curves:
            if curve.bound[stream] and week < len(self._f.weeks):
                due[stream, curve.due_week[stream, week] :] += cases

    def by(self, week: int) -> Numbers:
        """N: cases that must be finished by the end of the week; 0 where nothing presses."""
        f, last = self._f, len(self._f.weeks) - 1
        stream = f.stream_of_task
        decision = self._decision[stream, np.minimum(week + self._lead_decision, last)]
        must = decision * self._keep - self._past
        for stage, lead, due in self._stages:
            asked = due[stream, np.minimum(week + lead, last)] * self._keep - self._past
            must = np.maximum(must, np.where(f.stage_of_task <= stage, asked, 0.0))
        old = self._old[week + self._lead_decision[self._old] >= f.clearance]
        must[old] = np.maximum(must[old], self._old_total[stream[old]] * self._keep[old] - self._past[old])
        return np.maximum(must, 0.0)


def _lead(f: Figures, until: int) -> Ids:
    """N: weeks of lag between a task and the stage `until` of its stream."""
    lead = np.zeros(len(f.tasks), dtype=np.intp)
    for n in range(len(f.tasks) - 1, -1, -1):
        after = f.following[n]
        if after >= 0 and f.stage_of_task[after] <= until:
            lead[n] = lead[after] + f.lag[n]
    return lead


def _kept(f: Figures) -> Numbers:
    """N: share of a stream's cases that reaches the task, the others having converted before."""
    keep = np.ones(len(f.tasks))
    for n in range(len(f.tasks)):
        if f.following[n] >= 0:
            keep[f.following[n]] = keep[n] * f.stays[n]
    return keep


def _opening_past(f: Figures) -> Numbers:
    """N: opening cases of the stream that are past the task."""
    past = np.zeros(len(f.tasks))
    for n in range(len(f.tasks) - 1, -1, -1):
        after = f.following[n]
        if after >= 0:
            past[n] = past[after] + f.opening[after] / UNIT
    return past
