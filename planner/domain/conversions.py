"""Conversions: cases that go over to another stream."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.court_dates import COURT
from planner.domain.grid import SHARE_UNIT
from planner.domain.instance import Instance
from planner.domain.lodgings import EXCESS
from planner.domain.tasks import Tasks


@dataclass(frozen=True)
class ConversionFigures:
    """Cases that finish task `source` and go over to task `target`; `share` in ten-thousandths."""

    source: int
    target: int
    share: int
    lag: int


def conversions(instance: Instance, tasks: Tasks) -> tuple[ConversionFigures, ...]:
    """Conversions of every stream; those of a twin above the guarantee go to the twin of the target where there is one.

    Cases with a date set by a court leave it behind when they go over.
    """
    names = {stream.name for stream in tasks.streams}
    found = []
    for row in instance.conversions:
        for suffix in ("", EXCESS, COURT):
            if row.stream + suffix not in names:
                continue
            twin = suffix == EXCESS and row.to_stream + suffix in names
            target = row.to_stream + suffix if twin else row.to_stream
            found.append(
                ConversionFigures(
                    tasks.position[row.stream + suffix, row.stage],
                    tasks.position[target, row.to_stage],
                    round(row.share * SHARE_UNIT),
                    row.lag_weeks,
                )
            )
    return tuple(found)
