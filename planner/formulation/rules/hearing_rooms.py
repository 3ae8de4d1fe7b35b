"""Hearings fit the rooms of their location."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import Sites, StaffColumns, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, where: Sites, staff: StaffColumns) -> None:
    """Sum over hearings w of room hours[l,w,t] x y[l,w,t] - remote[l,t] <= rooms[l,t], in hours.

    What no-show wastes is included.
    """
    chosen = np.flatnonzero(f.place_heard_hours[where.location, where.task] > 0)
    places = np.unique(where.location[chosen])
    names = [f.instance.locations[place].location for place in places]
    rows = draft.rows("hearing_rooms", (names, week_labels(f)), upper=f.rooms[places])
    at = np.searchsorted(places, where.location[chosen])
    draft.put(rows[at], staff.done[chosen], f.room_hours[where.location[chosen], where.task[chosen]])
    by_video = np.flatnonzero(staff.remote[places, 0] >= 0)
    draft.put(rows[by_video], staff.remote[places[by_video]], -1.0)
