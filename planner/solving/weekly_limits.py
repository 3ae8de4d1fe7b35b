"""Limits that come back every week, interpreters and the ordinary pace before the programme: what is left is lost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.domain.stages import STAGES
from planner.solving.guide import Guide

TIGHT = 0.003
"""A limit binds in a week in which the guide leaves less than this share of it."""

LACKING = 0.02
"""Days of the heaviest work by which a week may use less of a limit than the guide."""


@dataclass(frozen=True)
class WeeklyLimits:
    """R limits. `per_day` is what a day of work takes of each; `most` and `used` are those of the guide."""

    per_day: Numbers  # R x W x T
    most: Numbers  # R x T, inf where there is none
    used: Numbers  # R x T

    def spare(self, along: Guide) -> Numbers:
        """W x T: days of each work that the guide leaves room for, up to all there are on hand."""
        left = np.maximum(self.most - self.used, 0.0)[:, np.newaxis, :]
        room = np.divide(left, self.per_day, out=np.full_like(self.per_day, np.inf), where=self.per_day > 0)
        spare: Numbers = np.minimum(room.min(axis=0, initial=np.inf), along.on_hand)
        return spare

    def lacking(self, week: int, done: Numbers) -> Numbers:
        """W: days of a work that would make up what `done` (W, days) leaves of limits that bind the guide."""
        per_day, most, used = self.per_day[:, :, week], self.most[:, week], self.used[:, week]
        heaviest = np.maximum(per_day.max(axis=1, initial=0.0), 1e-9)
        short = (used - per_day @ done) / heaviest
        binds = np.isfinite(most) & (most - used < TIGHT * most) & (short > LACKING)
        found: Numbers = (np.where(binds, short, 0.0) / heaviest) @ per_day
        return found


def weekly_limits(f: Figures, along: Guide) -> WeeklyLimits:
    """Interpreters of every pool, and the pace of every stage."""
    first = f.task_of_work  # the other tasks of a work are like it
    per_case = along.day_hours[:, np.newaxis] / f.hours[first]
    old = f.old[f.stream_of_work]
    stages = [((f.stage_of_task[first] == stage) & old)[:, np.newaxis] * per_case for stage in range(len(STAGES))]
    pools = f.pool_share[:, first, np.newaxis] * f.interpreter_hours[first] * per_case
    per_day = np.concatenate([pools, np.array(stages)])
    return WeeklyLimits(
        per_day=per_day,
        most=np.concatenate([f.pools, f.pace]),
        used=np.einsum("rnt,nt->rt", per_day, along.work),
    )
