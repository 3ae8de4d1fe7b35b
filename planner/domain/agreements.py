"""Agreed production per track and budget year (`yearly_agreement`): streams and weeks that count, cases asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import UNIT, Counts
from planner.domain.instance import Instance


@dataclass(frozen=True)
class AgreementFigures:
    """A agreements, K streams, T weeks."""

    names: tuple[tuple[str, str], ...]  # A, track and first day
    streams: NDArray[np.bool_]  # A x K, streams of the track
    weeks: NDArray[np.bool_]  # A x T, weeks that count
    agreed: Counts  # A, first decisions asked inside the horizon


def agreements(instance: Instance, tracks: Sequence[str]) -> AgreementFigures:
    """The agreements of an instance; `tracks` has the track of each stream.

    A week counts whole for the period that holds its first day inside the horizon. What is agreed for a period that
    is partly outside the horizon counts by the days inside it; where it is known what was decided before, what is left.
    """
    header, rows = instance.header, instance.agreements
    starts = [max(week.monday, header.first) for week in instance.weeks]
    agreed = []
    for row in rows:
        since = header.first if row.decided_before is None else row.first
        inside = max(0, (min(row.last, header.last) - max(row.first, since)).days + 1)
        asked = row.cases * inside / ((row.last - row.first).days + 1) - (row.decided_before or 0.0)
        agreed.append(max(round(asked * UNIT), 0))
    return AgreementFigures(
        names=tuple((row.track, str(row.first)) for row in rows),
        streams=np.array([[track == row.track for track in tracks] for row in rows], dtype=bool).reshape(
            len(rows), len(tracks)
        ),
        weeks=np.array([[row.first <= day <= row.last for day in starts] for row in rows], dtype=bool).reshape(
            len(rows), len(starts)
        ),
        agreed=np.array(agreed, dtype=np.int64),
    )
