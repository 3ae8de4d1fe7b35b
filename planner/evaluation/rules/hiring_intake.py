"""Classes start when and as large as their row says, and the service takes on no more newcomers than it can."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.intakes import HIRE
from planner.domain.weeks import Week
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """In people: each class above the size that its rows allow in its week; then each period above its limit.

    Moves are judged the same way: `most` people at one time. Where people have been told, each class by which a plan
    differs from that, as far as its row still allows it.
    """
    wrong = []
    hired = dict.fromkeys(range(len(view.instance.hiring_limits)), 0)
    for (start, kind, *where), count in view.started:
        week = Week.parse(start)
        wrong.append(count - view.most_of(kind, week, *where))
        wrong.append(-count)
        for number, limit in enumerate(view.instance.hiring_limits):
            if kind == HIRE and limit.first <= week.monday <= limit.last:
                hired[number] += count
    started = dict(view.started)
    for row in view.instance.told_intakes:
        places = row.location, row.group, row.from_location or "", row.from_group or ""
        allowed = min(row.people, view.most_of(row.kind, row.week, *places))
        wrong.append(abs(started.get((str(row.week), row.kind, *places), 0) - allowed))
    wrong += [hired[number] - limit.people for number, limit in enumerate(view.instance.hiring_limits)]
    return np.maximum(np.array(wrong, dtype=np.float64), 0.0)
