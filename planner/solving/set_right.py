"""What a plan to begin from lacks is set right in its first weeks, by all shifts of days there.

A week of actuals leaves every stream some cases short or over. With few days idle those are late in all weeks after,
and what they ask for is a few days soon. So days may move in the first weeks, and in the last before the clearance
date, where old cases show that are left; flows are free in all weeks; and a dive makes the days whole.
"""

from __future__ import annotations

import numpy as np

from planner.solving.best import Best, Staffed
from planner.solving.diving import dived
from planner.solving.shifts import carried_out, shifts, with_shifts
from planner.solving.windows import BOTHER, REST, costs_of_repair

FIRST_WEEKS, LAST_WEEKS = 16, 6
"""Weeks from the start in which days may move, and weeks up to the last that counts for the clearance date."""

EARLY_DAYS = 2.0
"""Days of work that are kept early, for what making days whole costs."""

AT_ONCE = (20, 10)
"""Fractions that become whole at once, in each of two dives."""


def set_right(best: Best, now: Staffed) -> Staffed:
    """The staff-days with what the shifts change; as they were where that does not help."""
    f = best.f
    weeks = np.arange(len(f.weeks))
    inside = (weeks < FIRST_WEEKS) | ((weeks > f.clearance - LAST_WEEKS) & (weeks <= f.clearance))
    own = shifts(f, now.model, best.there, inside)
    careful = now.model.careful(f, EARLY_DAYS)
    bother, charge = BOTHER * best.least_of_a_case(now.model), best.charge_of_change(now.model, REST)
    linear, costs = with_shifts(careful, costs_of_repair(best, now), own, bother, charge)
    days = dived(linear, costs, own.wholes(len(now.costs)), AT_ONCE)
    if days is None:
        return now
    after = best.best_flows(carried_out(f, now.staff_days, best.there, own, days.astype(np.int64)))
    return after if after is not None and after.cost < now.cost else now
