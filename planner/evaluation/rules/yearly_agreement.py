"""At least the agreed production per track and budget year."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """A in cases: |missed stated - max(0, agreed - decided)|; of what is agreed, what was not decided before is left.

    Decided: past the last stage of a stream of the track and not gone over, in the weeks whose first day inside the
    horizon lies in the year. Agreed: by the days of the year inside the horizon.
    """
    header, figures = view.instance.header, view.figures
    horizon = {header.first + timedelta(days=day) for day in range((header.last - header.first).days + 1)}
    track = {row.stream: row.track for row in view.instance.streams}
    starts = [min(day for day in map(week.monday.__add__, _DAYS) if day in horizon) for week in view.weeks]
    wrong = []
    for a, row in enumerate(view.instance.agreements):
        year = {row.first + timedelta(days=day) for day in range((row.last - row.first).days + 1)}
        own = [k for k, stream in enumerate(figures.streams) if track[stream.base] == row.track]
        decided = sum(view.flows.decided[k, t] for k in own for t, day in enumerate(starts) if day in year) / UNIT
        agreed = row.cases * len(year & horizon) / len(year)
        if row.decided_before is not None:
            agreed = row.cases * len({day for day in year if day <= header.last}) / len(year) - row.decided_before
        wrong.append(abs(view.flows.agreement_missed[a] / UNIT - max(0.0, agreed - decided)))
    return np.array(wrong)


_DAYS = [timedelta(days=day) for day in range(7)]
