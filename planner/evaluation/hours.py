"""Hours that the finished cases of a plan take, on the grid (millionths of an hour).

Added up task by task in a fixed order, so that every machine finds the same last digit.
"""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.plan import Plan


def work_hours(figures: Figures, plan: Plan) -> Counts:
    """L x T: staff hours of the cases finished, no-show and productivity included."""
    return _added(plan.finished, figures.hours * figures.place_hours[:, :, None])


def room_hours(figures: Figures, plan: Plan) -> Counts:
    """L x T: room hours of the hearings, no-show included."""
    return _added(plan.finished, figures.room_hours)


def interpreter_hours(figures: Figures, plan: Plan) -> Counts:
    """P x T: interpreter hours of the hearings, no-show included."""
    finished = plan.finished.sum(axis=0)
    return (
        np.stack([_added(finished[None], own[:, None] * figures.interpreter_hours)[0] for own in figures.pool_share])
        if len(figures.pool_share)
        else np.zeros((0, len(figures.weeks)), dtype=np.int64)
    )


def remote_hours(figures: Figures, plan: Plan) -> Counts:
    """L x T: hearing hours held by video: those for which there is no room, as far as the country's share goes."""
    booked = _added(plan.finished.sum(axis=0)[None], figures.interpreter_hours)[0]
    rooms = np.rint(figures.rooms * UNIT).astype(np.int64)
    allowed = np.maximum(np.rint(figures.remote_share * booked), 0).astype(np.int64)
    remote: Counts = np.clip(room_hours(figures, plan) - rooms, 0, allowed)
    return remote


def _added(finished: Counts, hours: Numbers) -> Counts:
    """Sum over tasks of finished (... x N x T) times hours (N x T, or as finished)."""
    total = np.zeros((finished.shape[0], finished.shape[2]))
    for n in range(finished.shape[1]):
        total += finished[:, n] * hours[..., n, :]
    return np.rint(total).astype(np.int64)
