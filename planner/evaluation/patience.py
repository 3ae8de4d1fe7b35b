"""How much less than the earliest flows a plan may wait: sometimes it pays to leave a case where it is.

A case that goes over to a stream of higher weight, blocked there, waits for less in the stream that it comes from; and
between two streams it waits in neither, so that one sent on shortly before the end is not open at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Numbers
from planner.domain.onward import visits

CLOSE = 1e-9
"""Case-weeks: what floats may lose."""


def patience(figures: Figures, in_full: float, terminal_weeks: float) -> float:
    """Weighted case-weeks by which no plan waits less than the `in_full` of the earliest flows; mostly 0.

    Staff are without limit, so that every case goes its own way: what it costs from a task and week on, `ahead`, is
    worked out backwards. Any plan waits at least the sum over all cases of what is ahead of them when they come in,
    since no step of theirs costs less than the difference that it makes.
    """
    if not figures.conversions:
        return 0.0
    own = Paths(figures, terminal_weeks)
    if own.sooner_is_never_worse():
        return 0.0
    ahead = own.ahead(patient=True)
    released, held = _released(figures)
    least = fsum([float((released * ahead).sum()), float(held @ own.weight[figures.entry])])
    return max(in_full - least + own.lost_in_rounding(), 0.0)


@dataclass(frozen=True)
class Paths:
    """The way of a case through tasks and weeks. N tasks, T weeks."""

    figures: Figures
    terminal_weeks: float

    @property
    def weight(self) -> Numbers:
        """N: what a week of waiting counts for."""
        weights: Numbers = self.figures.waiting_weight[self.figures.stream_of_task]
        return weights

    @property
    def exchanging(self) -> set[int]:
        """First tasks to which cases come over and from whose stock cases are withdrawn: one may go for another."""
        f = self.figures
        gone = {entry for entry, own in zip(f.entry.tolist(), f.withdrawn_stock, strict=True) if own.any()}
        return gone & {own.target for own in f.conversions}

    def sooner_is_never_worse(self) -> bool:
        """Whether a week's delay of a case at a task never costs less than the week itself, whatever becomes of it.

        Where stock is withdrawn, a case that comes in is held for another: it must not wait there at more than before.
        """
        f, ahead, exchanging = self.figures, self.ahead(patient=False), self.exchanging
        for own in f.conversions:
            if own.target in exchanging and self.weight[own.target] > self.weight[own.source]:
                return False
        return all(
            bool((self.weight[n] + np.diff(after, append=self.weight[n] * self.terminal_weeks) >= -CLOSE).all())
            for n in range(len(f.tasks))
            for after in self._branches(n, ahead)
        )

    def ahead(self, *, patient: bool) -> Numbers:
        """N x T: weighted weeks from a task and week on to the decision or the end, each step as soon as can be.

        `patient` cases take each step when it costs least; where one may be withdrawn for another, what is ahead of a
        case is no more than of an earlier one. A chain of tasks needs as many rounds as it is long.
        """
        exchanging = self.exchanging if patient else set()
        ahead = np.zeros((len(self.figures.tasks), len(self.figures.weeks)))
        while True:
            before = ahead.copy()
            for n in reversed(range(len(ahead))):
                ahead[n] = self._with_waiting(n, self._after(n, ahead), patient)
                if n in exchanging:
                    ahead[n] = np.minimum.accumulate(ahead[n])
            if np.array_equal(before, ahead):
                return ahead

    def lost_in_rounding(self) -> float:
        """Weighted case-weeks that plans, whose conversions are whole grid units, may be below what is worked out."""
        f = self.figures
        rounded = np.zeros(len(f.tasks))
        for own in f.conversions:
            rounded[own.target] += 1
            if f.following[own.source] >= 0:
                rounded[f.following[own.source]] += 1
        units = rounded @ visits(f)
        return float(2 * units @ self.weight * (len(f.weeks) + self.terminal_weeks) / UNIT)

    def _after(self, n: int, ahead: Numbers) -> Numbers:
        """T: what is ahead of a case that finishes the task in the week, its shares that go over and that stay."""
        *over, stays = self._branches(n, ahead)
        shares = [own.share / SHARE_UNIT for own in self.figures.conversions if own.source == n]
        total = stays * (1 - sum(shares))
        for share, after in zip(shares, over, strict=True):
            total = total + share * after
        return total

    def _branches(self, n: int, ahead: Numbers) -> list[Numbers]:
        """T each: what is ahead of a case that finishes the task, by each conversion, and inside the stream."""
        f = self.figures
        weeks = np.arange(len(f.weeks))
        found = [_shifted(ahead[own.target], own.lag, 0.0) for own in f.conversions if own.source == n]
        following, weight = f.following[n], self.weight[n]
        if following < 0:
            return [*found, np.zeros(len(weeks))]
        lag = int(f.lag[n])
        between = weight * np.minimum(lag, len(weeks) - weeks)
        return [*found, between + _shifted(ahead[following], lag, weight * self.terminal_weeks)]

    def _with_waiting(self, n: int, after: Numbers, patient: bool) -> Numbers:
        """T: what is ahead of a case that waits for the task, those weeks included."""
        weeks, weight = np.arange(len(after)), self.weight[n]
        free = ~self.figures.blocked[n]
        never = weight * (len(after) - weeks + self.terminal_weeks)
        if patient:
            by_then = np.where(free, after + weight * weeks, np.inf)
            best: Numbers = np.minimum(np.minimum.accumulate(by_then[::-1])[::-1] - weight * weeks, never)
            return best
        at = np.minimum.accumulate(np.where(free, weeks, len(after))[::-1])[::-1]
        soon = at < len(after)
        at = np.minimum(at, len(after) - 1)
        soonest: Numbers = np.where(soon, weight * (at - weeks) + after[at], never)
        return soonest


def _released(figures: Figures) -> tuple[Numbers, Numbers]:
    """N x T: cases that come in and will not be withdrawn; K: case-weeks of those that wait to be withdrawn.

    Where cases come over to a first task, who is held for whom depends on the plan: those withdrawn then count as if
    they had come in the week in which they go.
    """
    f = figures
    coming = f.joining.astype(np.float64)
    coming[:, 0] += f.opening
    coming[f.entry] += f.arrivals - f.withdrawn_stock
    held = np.zeros(len(f.streams))
    joined = {own.target for own in f.conversions}
    for k, entry in enumerate(f.entry.tolist()):
        if entry not in joined:
            there = np.cumsum(coming[entry])
            free = np.minimum.accumulate(there[::-1])[::-1]
            held[k] = (there - free).sum()
            coming[entry] = np.diff(free, prepend=0.0)
    return coming / UNIT, held / UNIT


def _shifted(ahead: Numbers, lag: int, beyond: float) -> Numbers:
    """What is ahead so many weeks later; `beyond` where that is after the end."""
    later = np.full_like(ahead, beyond)
    if lag < len(ahead):
        later[: len(ahead) - lag] = ahead[lag:]
    return later
