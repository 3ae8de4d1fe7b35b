"""Tasks: the stages of each stream, in the order of the streams and of the stages; and works, what staff tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain.column import ALL
from planner.domain.grid import Indices
from planner.domain.instance import Instance
from planner.domain.stages import STAGES
from planner.domain.streams import StreamFigures


@dataclass(frozen=True)
class Task:
    """A stage of a stream: positions in the streams and in the stage order."""

    stream: int
    stage: int


@dataclass(frozen=True)
class Tasks:
    """N tasks of K streams."""

    streams: tuple[StreamFigures, ...]
    own: tuple[Task, ...]

    def __len__(self) -> int:
        return len(self.own)

    def bases(self) -> Iterator[tuple[str, str]]:
        """The instance's stream behind each task, and its stage."""
        return ((self.streams[task.stream].base, STAGES[task.stage]) for task in self.own)

    def touched(self, stream: str, stage: str) -> NDArray[np.bool_]:
        """N: whether a row for a stream and a stage, or for all of them, is about the task."""
        return np.array([stream in (ALL, base) and stage in (ALL, own) for base, own in self.bases()], dtype=bool)

    @cached_property
    def works(self) -> tuple[tuple[str, str], ...]:
        """W: the instance's streams and stages: what staff are put on, for all parts of a stream together."""
        return tuple(dict.fromkeys(self.bases()))

    @cached_property
    def work(self) -> Indices:
        """N: the work of each task."""
        position = {work: w for w, work in enumerate(self.works)}
        return np.array([position[own] for own in self.bases()], dtype=np.intp)

    @cached_property
    def first(self) -> Indices:
        """W: the first task of each work. All of its tasks are alike in hours, skills, places and interpreters."""
        first: Indices = np.unique(self.work, return_index=True)[1]
        return first

    @cached_property
    def position(self) -> dict[tuple[str, str], int]:
        """The position of each stage of each stream, by their names."""
        return {(self.streams[task.stream].name, STAGES[task.stage]): n for n, task in enumerate(self.own)}

    @cached_property
    def stream(self) -> Indices:
        """N: the stream of each task."""
        return np.array([task.stream for task in self.own], dtype=np.intp)

    @cached_property
    def entry(self) -> Indices:
        """K: the first task of each stream."""
        return np.flatnonzero(np.diff(self.stream, prepend=-1))

    @cached_property
    def final(self) -> Indices:
        """K: the last task of each stream."""
        return np.flatnonzero(np.diff(self.stream, append=len(self.streams)))

    @cached_property
    def following(self) -> Indices:
        """N: the next task of the stream, -1 after the last."""
        following = np.arange(1, len(self) + 1)
        following[self.final] = -1
        return following


def tasks_of(instance: Instance, streams: tuple[StreamFigures, ...]) -> Tasks:
    """The stages for which the streams have work."""
    stages = {(row.stream, row.stage) for row in instance.work}
    return Tasks(
        streams,
        tuple(
            Task(k, s)
            for k, stream in enumerate(streams)
            for s, stage in enumerate(STAGES)
            if (stream.base, stage) in stages
        ),
    )
