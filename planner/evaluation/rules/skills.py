"""Work is done only by groups that may do it, only at locations where it is done."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x (G + 1) x W x T: staff-days of each group where it may not work, then cases finished where no one may.

    Staff-days of a team on cases of another category count with those of its location.
    """
    staff_days = np.abs(view.all_days) * (view.efficiency <= 0)[..., None]
    categories = {row.stream: row.category for row in view.instance.streams}
    category = np.array([categories[stream] for stream, _ in view.works])
    for own, row in zip(view.team_days, view.instance.teams, strict=True):
        place = view.location_position[row.location]
        staff_days[place] += np.abs(own) * (category != row.category)[:, None]
    cases = view.by_work(np.abs(view.finished) / UNIT) * ~view.allowed[..., None]
    return np.concatenate([staff_days, cases[:, None]], axis=1)
