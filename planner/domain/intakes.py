"""What may be decided about people: classes that are hired or retrained, and moves to another location."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.instance import CourseStep, Hiring, Instance, Retraining, Transfer
from planner.domain.weeks import Week

HIRE, RETRAIN, MOVE = KINDS = ("hire", "retrain", "move")
"""The kinds of intake."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Intakes:
    """D intakes: `least` to `most` people start in a week at a pair; newcomers, or people from another pair.

    The two differ but where people have been told.

    Of one person who starts, `people` are still in service in each week, `work` is what they add to the people at
    work there (their output less the time of their mentors), and `away` what the pair that they left lacks.
    """

    kind: tuple[str, ...]  # D
    week: NDArray[np.intp]  # D, position in the horizon
    pair: NDArray[np.intp]  # D, the pair that they join
    source: NDArray[np.intp]  # D, the pair that they leave, -1 for newcomers
    least: NDArray[np.int64]  # D, people
    most: NDArray[np.int64]  # D, people
    cost: Numbers  # D, euro per person
    people: Numbers  # D x T
    work: Numbers  # D x T
    away: Numbers  # D x T

    def __len__(self) -> int:
        return len(self.kind)

    def labels(self, pairs: Sequence[Pair], weeks: Sequence[Week]) -> list[tuple[str, ...]]:
        """D: week, kind, location and group that they join, and those that they leave (empty for newcomers)."""
        left = [pairs[source] if source >= 0 else ("", "") for source in self.source]
        own = zip(self.week, self.kind, self.pair, left, strict=True)
        return [(str(weeks[week]), kind, *pairs[pair], *source) for week, kind, pair, source in own]

    def of_kind(self, *kinds: str) -> NDArray[np.intp]:
        """The intakes of these kinds."""
        return np.array([d for d, kind in enumerate(self.kind) if kind in kinds], dtype=np.intp)

    def in_service(self, taken: Numbers, pairs: int) -> Numbers:
        """M x T: by how many people in service `taken` (D) changes each pair."""
        return self._added(self.people, taken, pairs)

    def at_work(self, taken: Numbers, pairs: int) -> Numbers:
        """M x T: by how many trained people's worth of work `taken` (D) changes each pair."""
        return self._added(self.work, taken, pairs)

    def _added(self, effect: Numbers, taken: Numbers, pairs: int) -> Numbers:
        change = np.zeros((pairs, effect.shape[1]))
        np.add.at(change, self.pair, effect * taken[:, np.newaxis])
        left = self.source >= 0
        np.add.at(change, self.source[left], -self.away[left] * taken[left, np.newaxis])
        return change


def pairs_of_intakes(instance: Instance) -> set[Pair]:
    """The pairs that people may join or leave."""
    joined = {(row.location, row.group) for row in instance.hiring}
    for change in instance.retraining:
        joined |= {(change.location, change.group), (change.location, change.to_group)}
    for move in instance.transfers:
        joined |= {(move.location, move.group), (move.to_location, move.group)}
    return joined


def intakes(instance: Instance, pairs: Sequence[Pair], stay: Numbers) -> Intakes:
    """Every intake of the tables, by kind, row and week; `stay` (M) is the share that is there a week later."""
    position = {pair: index for index, pair in enumerate(pairs)}
    weeks = instance.weeks
    courses = _courses(instance, len(weeks))
    found = [
        (kind, week, position[joined], position.get(left, -1) if left else -1, row)
        for kind, joined, left, row in _rows(instance)
        for week in _starts(row, weeks)
    ]
    kinds, rows = tuple(kind for kind, *_ in found), [row for *_, row in found]
    week, pair, source = (np.array([own[place] for own in found], dtype=np.intp) for place in (1, 2, 3))
    since = np.arange(len(weeks))[np.newaxis, :] - week[:, np.newaxis]
    there = since >= 0
    people = np.where(there, stay[pair][:, None] ** np.maximum(since, 0), 0.0)
    rate = np.array([courses[row.course] for row in rows]).reshape(len(found), len(weeks))
    work = people * np.take_along_axis(rate, np.maximum(since, 0), axis=1)
    away = np.where(there & (source >= 0)[:, None], stay[source][:, None] ** np.maximum(since, 0), 0.0)
    least, most = _limits(instance, pairs, found)
    return Intakes(
        kind=kinds,
        week=week,
        pair=pair,
        source=source,
        least=least,
        most=most,
        cost=np.array([row.cost for row in rows], dtype=np.float64),
        people=people,
        work=work,
        away=away,
    )


def trainees(instance: Instance, pairs: Sequence[Pair], stay: Numbers) -> tuple[Numbers, Numbers]:
    """M x T: people who started before the horizon and are in service, and what they add to the people at work."""
    position = {pair: index for index, pair in enumerate(pairs)}
    weeks = len(instance.weeks)
    people, work = np.zeros((len(pairs), weeks)), np.zeros((len(pairs), weeks))
    since = [(instance.weeks[0].monday - row.week.monday).days // 7 for row in instance.trainees]
    courses = _courses(instance, weeks + max(since, default=0))
    for row, before in zip(instance.trainees, since, strict=True):
        m = position[row.location, row.group]
        there = row.people * stay[m] ** np.arange(weeks)
        people[m] += there
        work[m] += there * courses[row.course][before : before + weeks]
    return people, work


Intake = Hiring | Retraining | Transfer
Found = tuple[str, int, int, int, Intake]
"""Kind, week, the pair joined, the pair left (-1 for newcomers), and the row."""


def _limits(
    instance: Instance, pairs: Sequence[Pair], found: Sequence[Found]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """D each, people: at least and at most; the same number where they have been told."""
    position = {week: place for place, week in enumerate(instance.weeks)}
    told = {
        (row.kind, position[row.week], (row.location, row.group), (row.from_location, row.from_group)): row.people
        for row in instance.told_intakes
    }
    least, most = [], []
    for kind, week, pair, source, row in found:
        left = pairs[source] if source >= 0 else (None, None)
        people = told.get((kind, week, pairs[pair], left))
        most.append(row.most if people is None else min(people, row.most))
        least.append(0 if people is None else most[-1])
    return np.array(least, dtype=np.int64), np.array(most, dtype=np.int64)


def _rows(instance: Instance) -> Iterator[tuple[str, Pair, Pair | None, Intake]]:
    """Kind, the pair joined, the pair left, and the row."""
    for hired in instance.hiring:
        yield HIRE, (hired.location, hired.group), None, hired
    for trained in instance.retraining:
        yield RETRAIN, (trained.location, trained.to_group), (trained.location, trained.group), trained
    for moved in instance.transfers:
        yield MOVE, (moved.to_location, moved.group), (moved.location, moved.group), moved


def _starts(row: Intake, weeks: tuple[Week, ...]) -> list[int]:
    """The weeks of the horizon in which people may start."""
    first = (row.first.monday - weeks[0].monday).days // 7
    last = (row.last.monday - weeks[0].monday).days // 7
    return [week for week in range(first, last + 1, row.every_weeks) if 0 <= week < len(weeks)]


def _courses(instance: Instance, weeks: int) -> dict[str | None, Numbers]:
    """What a newcomer yields less what mentors lose, by weeks since the start; full at once without a course."""
    rates: dict[str | None, Numbers] = {None: np.ones(weeks)}
    steps: dict[str, list[CourseStep]] = {}
    for step in instance.courses:
        steps.setdefault(step.course, []).append(step)
    for course, own in steps.items():
        rate = np.zeros(weeks)
        for step in sorted(own, key=lambda step: step.from_week):
            rate[step.from_week :] = step.output - step.mentoring
        rates[course] = rate
    return rates
