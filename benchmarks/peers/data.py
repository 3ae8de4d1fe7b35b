"""The arrays of `benchmarks/core.py`, read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Data:
    """K streams, N tasks, M pairs of location and group, A arcs, S sites, L locations, P pools, T weeks, C conversions.

    All amounts in cases, hours and staff-days.
    """

    task_known: np.ndarray  # N x T, what enters a task whatever is decided: opening stock, arrivals less withdrawals
    stream_known: np.ndarray  # K x T, the same for a stream
    previous: np.ndarray  # N, the task before in the stream, -1 before the first
    lag: np.ndarray  # N, weeks before the next task can start
    stays: np.ndarray  # N, share that goes on to the next task
    has_next: np.ndarray  # N
    stream_of_task: np.ndarray  # N
    stage_of_task: np.ndarray  # N
    final: np.ndarray  # K, last task
    conversion_source: np.ndarray  # C, task
    conversion_target: np.ndarray  # C, task
    conversion_share: np.ndarray  # C
    conversion_lag: np.ndarray  # C, weeks
    old: np.ndarray  # the streams that must be cleared
    clearance: np.ndarray  # the week of that
    due: np.ndarray  # the streams with a due week
    due_week: np.ndarray  # K x T, by week of entry
    not_due: np.ndarray  # due x T, cases that may still be open
    hear: np.ndarray  # the streams with a time for hearing
    hear_week: np.ndarray  # K x T
    not_due_to_hear: np.ndarray  # hear x T
    hearing_stage: np.ndarray
    site_location: np.ndarray  # S
    site_task: np.ndarray  # S
    arc_site: np.ndarray  # A
    arc_pair: np.ndarray  # A
    site_hours: np.ndarray  # S x T, hours per case
    arc_hours: np.ndarray  # A, hours per staff-day
    whole_days: np.ndarray  # M x T, staff-days
    heard_site: np.ndarray  # H, the sites that need a room
    room_hours: np.ndarray  # H x T, hours per case
    rooms: np.ndarray  # L x T, hours
    pool_share: np.ndarray  # P x N
    interpreter_hours: np.ndarray  # N x T, hours per case
    pools: np.ndarray  # P x T, hours
    pace_stage: np.ndarray
    pace_week: np.ndarray
    pace: np.ndarray  # pace_stage x pace_week, cases
    open_cost: np.ndarray  # K x T
    late_cost: np.ndarray  # due x T
    reaction_cost: np.ndarray  # hear x T
    left_cost: np.ndarray  # old

    @property
    def tasks(self) -> int:
        """N."""
        return len(self.task_known)

    @property
    def streams(self) -> int:
        """K."""
        return len(self.stream_known)

    @property
    def weeks(self) -> int:
        """T."""
        return self.task_known.shape[1]


def read(path: Path) -> Data:
    """The arrays of a file that `dump` wrote."""
    with np.load(path) as stored:
        return Data(**{field.name: stored[field.name] for field in fields(Data)})


def members(of: Iterable[int]) -> dict[int, list[int]]:
    """The positions at which each number stands."""
    found: dict[int, list[int]] = defaultdict(list)
    for position, number in enumerate(of):
        found[int(number)].append(position)
    return found


@dataclass(frozen=True)
class Plain:
    """The same as plain lists and dictionaries, for libraries that are used cell by cell."""

    rows: dict[str, list]
    sites_of_task: dict[int, list[int]]
    arcs_of_site: dict[int, list[int]]
    arcs_of_pair: dict[int, list[int]]
    heard_at: dict[int, list[int]]  # positions in heard_site by location
    into_task: dict[int, list[int]]  # conversions by target task
    into_stream: dict[int, list[int]]  # conversions by target stream
    out_of_stream: dict[int, list[int]]  # conversions that leave a stream before its last task
    tasks_of_stream: dict[int, list[int]]
    tasks_of_pool: dict[int, list[int]]


def plain(d: Data) -> Plain:
    """Lists for loops: a number out of a list is read faster than one out of an array."""
    early = d.has_next[d.conversion_source]
    leaving = d.stream_of_task[d.conversion_source]
    return Plain(
        rows={field.name: getattr(d, field.name).tolist() for field in fields(Data)},
        sites_of_task=members(d.site_task),
        arcs_of_site=members(d.arc_site),
        arcs_of_pair=members(d.arc_pair),
        heard_at=members(d.site_location[d.heard_site]),
        into_task=members(d.conversion_target),
        into_stream=members(d.stream_of_task[d.conversion_target]),
        out_of_stream=members(np.where(early, leaving, -1)),
        tasks_of_stream=members(d.stream_of_task),
        tasks_of_pool={p: np.flatnonzero(share).tolist() for p, share in enumerate(d.pool_share)},
    )


def recent(rows: dict[str, list], conversion: int, week: int, due_week: list[int]) -> list[tuple[int, int]]:
    """Task and week of what entered a stream by a conversion and is not due at the end of `week`.

    Due weeks do not decrease, so going back from `week` the first that is due ends it.
    """
    source, lag = rows["conversion_source"][conversion], rows["conversion_lag"][conversion]
    found = []
    for entered in range(week, lag - 1, -1):
        if due_week[entered] <= week:
            break
        found.append((source, entered - lag))
    return found
