"""The start group: streams of which a share of the opening stock is decided by a date (rule `start_group`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Counts
from planner.domain.instance import Instance
from planner.domain.weeks import last_week_within


@dataclass(frozen=True)
class StartGroupFigures:
    """G dates of streams."""

    names: tuple[tuple[str, str], ...]  # G, stream and date
    stream: NDArray[np.intp]  # G
    week: NDArray[np.intp]  # G, the last week whose output counts
    asked: Counts  # G, cases to be decided by then


def start_group(instance: Instance, position: Mapping[str, int], stock: Counts) -> StartGroupFigures:
    """The dates of an instance. `stock` has each stream's opening stock, less what withdraws from it in the horizon."""
    rows, start = instance.start_group, instance.weeks[0].monday
    stream = np.array([position[row.stream] for row in rows], dtype=np.intp)
    return StartGroupFigures(
        names=tuple((row.stream, str(row.date)) for row in rows),
        stream=stream,
        week=np.array([(last_week_within(row.date).monday - start).days // 7 for row in rows], dtype=np.intp),
        asked=np.rint(stock[stream] * np.array([row.share for row in rows])).astype(np.int64),
    )
