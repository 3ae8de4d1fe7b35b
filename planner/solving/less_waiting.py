"""What waits longer than it has to is lessened by idle days, then window by window from the last weeks to the first.

Rounds and repair are about what is late or left, and leave `waiting` where that takes them. In a window of a few weeks
an integer model with all shifts of days gains nearly all that a linear one can, and behind the clearance date, where
days are spare, it does so in a second.
"""

from __future__ import annotations

import numpy as np

from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.set_right import put_to_work
from planner.solving.windows import AFTER, Aim, Walk, with_windows

WALK = Walk(6, 12, 600, 0.1)
"""The size of its windows."""

AT_ONCE = 4
"""Windows that have no week in common and are tried together."""

BOTHER = 2e-5
"""What a day more costs there, as a share of the least that a case does that is late or left: next to nothing."""

WORTH_IT = 0.01
"""A window has to promise such a share of what waiting is beyond the gap."""


def less_waiting(best: Best, now: Staffed, gap: float, report: Report) -> Staffed:
    """The staff-days with what idle days and windows gain, until the first level in euro is within the gap.

    Each window is opened once.
    """
    if best.gap_of_waiting > gap:
        report(Step("idle days"))
        now = put_to_work(best, now)
        best.offer(now)
    f, width = best.f, WALK.before + AFTER
    weeks = np.arange(len(f.weeks) - AFTER, -AFTER, -width)
    apart = 1 + -(-WALK.settling // width)
    every = apart * AT_ONCE
    for begin in range(0, len(weeks), every):
        for number in range(apart):
            own = weeks[begin : begin + every][number::apart].tolist()
            if not own or best.gap_of_waiting <= gap:
                continue
            report(Step(f"waiting, weeks up to {f.weeks[own[0] + AFTER - 1]}"))
            now = with_windows(best, now, Aim(1.0, WORTH_IT * best.waiting_beyond(gap), BOTHER), own, WALK)
            best.offer(now)
    return now
