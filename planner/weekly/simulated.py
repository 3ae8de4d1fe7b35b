"""A week as it might have gone: the plan in force with noise, in whole cases, and conserved like a real one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.domain.actuals import (
    CONVERTED,
    FINISHED,
    LODGED,
    NO_SHOW,
    OPEN,
    PEOPLE,
    STAFF_DAYS,
    WITHDRAWN,
    Actual,
)
from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT
from planner.domain.plan import Plan
from planner.domain.stages import STAGES
from planner.evaluation.flows import flows
from planner.weekly.happened import as_planned
from planner.weekly.reckoning import works_in_order


def simulated_week(f: Figures, plan: Plan, seed: int, noise: float) -> list[Actual]:
    """The actuals of the first week. `noise` is the spread of a figure around what was planned, as a share of it.

    What is lodged varies by stream, what is finished also by a factor that all work of the week shares. People leave
    by chance, on average as many as expected. The same seed gives the same week.
    """
    return list(_Week(f, plan, np.random.default_rng([seed, f.weeks[0].monday.toordinal()]), noise).rows())


class _Week:
    def __init__(self, f: Figures, plan: Plan, draw: np.random.Generator, noise: float) -> None:
        self.f, self.plan, self.draw, self.noise = f, plan, draw, noise
        self.planned = as_planned(f, plan)
        self.week = f.weeks[0]
        self.bases = [f.streams[task.stream].base for task in f.tasks]
        self.there = (f.opening + f.joining[:, 0]) / UNIT

    def rows(self) -> Iterator[Actual]:
        yield from self._came()
        yield from self._done()
        yield from self._staff()

    def _row(self, figure: str, number: float, **about: str) -> Actual:
        return Actual(self.week, figure, number, **about)  # type: ignore[arg-type]

    def _around(self, expected: float, spread: float) -> float:
        return max(expected * (1 + spread * float(self.draw.standard_normal())), 0.0)

    def _whole(self, expected: float) -> int:
        """A whole number near it, on average the same."""
        low = int(np.floor(expected))
        return low + int(self.draw.random() < expected - low)

    def _came(self) -> Iterator[Actual]:
        f = self.f
        for row in f.instance.streams:
            parts = [k for k, stream in enumerate(f.streams) if stream.base == row.stream]
            lodged = self._whole(self._around(float(self.planned.lodged[parts].sum()) / UNIT, self.noise))
            gone = (self.planned.withdrawn_lodged + self.planned.withdrawn_stock)[parts].sum() / UNIT
            entry = f.entry[parts]
            most = int(np.floor(self.there[entry].sum() + lodged + 1e-6))
            withdrawn = min(self._whole(self._around(float(gone), self.noise)), most)
            self.there[entry[0]] += lodged - withdrawn
            if lodged or self.planned.lodged[parts].any():
                yield self._row(LODGED, lodged, stream=row.stream)
            if withdrawn or gone:
                yield self._row(WITHDRAWN, withdrawn, stream=row.stream)

    def _done(self) -> Iterator[Actual]:
        f = self.f
        shared = 1 + self.noise / 2 * float(self.draw.standard_normal())
        finished = np.zeros(len(f.tasks))
        closing = np.zeros(len(f.tasks))
        for stream, stage in works_in_order(f):
            parts = self._parts(stream, stage)
            planned = float(self.planned.finished[parts].sum()) / UNIT
            most = int(np.floor(self.there[parts].sum() + 1e-6))
            done = min(self._whole(self._around(planned * max(shared, 0.0), self.noise)), max(most, 0))
            if done or planned:
                yield self._row(FINISHED, done, stream=stream, stage=stage)
            if done and stage == "hearing":
                yield self._no_show(stream, done)
            finished[parts[0]] = done
            stays = done
            for to_stream, target, lag, share in self._ways(parts):
                over = min(int(self.draw.binomial(done, share)), stays)
                stays -= over
                yield self._row(CONVERTED, over, stream=stream, stage=stage, to_stream=to_stream)
                if lag == 0:
                    self.there[target] += over
            ordinary = parts[0]
            if f.following[ordinary] >= 0:
                following = int(f.following[ordinary])
                if f.lag[ordinary] == 0:
                    self.there[following] += stays
                else:
                    closing[following] += stays
        yield from self._open(finished, closing)

    def _parts(self, stream: str, stage: str) -> list[int]:
        """The tasks of a stage, that of the stream itself first."""
        found = [n for n, task in enumerate(self.f.tasks) if self.bases[n] == stream and STAGES[task.stage] == stage]
        return sorted(found, key=lambda n: self.f.streams[self.f.tasks[n].stream].name != stream)

    def _ways(self, parts: list[int]) -> list[tuple[str, int, int, float]]:
        """By which conversions cases leave: the new stream, its task, the lag and the share; each stream once."""
        found = {}
        for own in self.f.conversions:
            if own.source == parts[0]:
                base = self.bases[own.target]
                found[base] = (base, own.target, own.lag, own.share / SHARE_UNIT)
        return list(found.values())

    def _no_show(self, stream: str, done: int) -> Actual:
        rate = next(row.no_show for row in self.f.instance.work if (row.stream, row.stage) == (stream, "hearing"))
        missed = self._whole(self._around(done * rate / (1 - rate), self.noise))
        return self._row(NO_SHOW, missed, stream=stream)

    def _open(self, finished: np.ndarray, closing: np.ndarray) -> Iterator[Actual]:
        """Open cases by stage: those that were there or came, less those finished, and those on their way."""
        f = self.f
        still = f.underway[:, 1:].sum(axis=1) / UNIT
        for stream, stage in works_in_order(f):
            parts = self._parts(stream, stage)
            count = self.there[parts].sum() - finished[parts].sum() + still[parts].sum() + closing[parts].sum()
            if count > 0:
                yield self._row(OPEN, round(float(count), 6), stream=stream, stage=stage)

    def _left_less(self, expected: float) -> float:
        """By how many people fewer left than expected; whoever leaves, leaves whole."""
        return expected - float(self.draw.poisson(expected)) if self.noise else 0.0

    def _staff(self) -> Iterator[Actual]:
        supply = self.f.supply
        used = flows(self.f, self.plan).used_days[:, 0]
        for m, (location, group) in enumerate(supply.names):
            people = float(supply.people[m, min(1, supply.people.shape[1] - 1)])
            if people or used[m]:
                people += self._left_less(float(supply.people[m, 0] * (1 - supply.stay[m])))
                yield self._row(PEOPLE, round(max(people, 0.0), 2), location=location, group=group)
                worked = self._whole(self._around(float(used[m]), self.noise / 4))
                yield self._row(STAFF_DAYS, worked, location=location, group=group)
