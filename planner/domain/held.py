"""What of the plan in force stands (rules `frozen_weeks` and `plan_stability`): staff-days by work and week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.instance import Instance
from planner.domain.weeks import Week

Work = tuple[str, str, str, str, str]
"""Location, group, team (empty outside teams), stream of the instance and stage: what a person is told to do."""

NOTHING = np.zeros((0, 0), dtype=np.int64)


@dataclass(frozen=True)
class Held:
    """H works of a crew, T weeks. The arcs of a team before and after learning count together."""

    works: tuple[Work, ...]  # H
    of_arc: NDArray[np.intp]  # A, the work of each arc; -1 where nothing stands
    in_force: NDArray[np.int64]  # H x T, whole staff-days
    frozen: NDArray[np.bool_]  # H x T
    calm: NDArray[np.bool_]  # H x T, weeks after the frozen ones that should stay as they are

    def __len__(self) -> int:
        return len(self.works)

    def days(self, staff_days: NDArray[np.int64]) -> NDArray[np.int64]:
        """H x T: staff-days put on each work, from those of the arcs (A x T)."""
        total = np.zeros_like(self.in_force)
        if len(self):
            np.add.at(total, self.of_arc, staff_days)
        return total

    def cells(self, chosen: NDArray[np.bool_]) -> list[str]:
        """Names of the works and weeks chosen, in their order."""
        return [",".join(part for part in self.works[h] if part) for h in np.nonzero(chosen)[0].tolist()]


def held(instance: Instance, arcs: Sequence[Work]) -> Held:
    """The works of the arcs, and those of the plan in force on which nobody can be put any more."""
    asked = instance.header.replanning
    weeks = instance.weeks
    if asked is None or not instance.in_force:
        return Held((), np.full(len(arcs), -1, dtype=np.intp), NOTHING, NOTHING > 0, NOTHING > 0)
    rows = [(row.location, row.group, row.team or "", row.stream, row.stage) for row in instance.in_force]
    position = {work: h for h, work in enumerate(dict.fromkeys((*arcs, *rows)))}
    at: dict[Week, int] = {week: t for t, week in enumerate(weeks)}
    in_force = np.zeros((len(position), len(weeks)), dtype=np.int64)
    for work, row in zip(rows, instance.in_force, strict=True):
        in_force[position[work], at[row.week]] += row.staff_days
    lanes = {row.stream: row.lane for row in instance.streams}
    until = [asked.frozen_weeks_nuisance if lanes[work[3]] == "nuisance" else asked.frozen_weeks for work in position]
    week = np.arange(len(weeks))[np.newaxis, :]
    frozen = week < np.array(until)[:, np.newaxis]
    return Held(
        works=tuple(position),
        of_arc=np.array([position[work] for work in arcs], dtype=np.intp),
        in_force=in_force,
        frozen=frozen,
        calm=~frozen & (week < asked.stable_weeks),
    )
