"""Days of all weeks in one linear model: idle ones are put to work, and those of the first weeks are set right.

A plan has days that would help nobody, since their cases wait for another stage, for rooms or for interpreters. A week
of actuals changes that everywhere: then a few thousand of them shorten the wait of thousands of cases, and let work be
on time that was late. No other work loses by them, so the nearest whole days do. It leaves every stream some cases
short or over too, and what those ask for is a few days soon, from works that have too many: so all shifts are free in
the first weeks, and in the last before the clearance date, where old cases show that are left, and a dive makes these
whole.
"""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from planner.solving.best import Best, Staffed
from planner.solving.diving import NEAREST, dived, whole_days
from planner.solving.shifts import carried_out, shifts, with_shifts
from planner.solving.windows import BOTHER, costs_of_repair

FIRST_WEEKS, LAST_WEEKS = 24, 6
"""Weeks from the start in which days may shift, and weeks up to the last that counts for the clearance date."""

EARLY_DAYS = 5.0
"""Days of work that are kept early, for what making days whole costs: with 2 of them some ten cases more are late."""

AT_ONCE = (80, 40)
"""Fractions that become whole at once, in each of two dives."""

REST = 0.3
"""What levels that cannot be zero weigh, beside what they weigh elsewhere: more, and late cases are left for it."""

IDLE_BOTHER = 2e-5
"""What an idle day costs that is put to work, as a share of the least that a case does that is late or left."""

WORTH_IT = 2.0
"""A work has to promise so many times of what an idle day costs, by the price of its hours, to get some."""


def set_right(best: Best, now: Staffed) -> Staffed:
    """The staff-days with idle ones put to work and those of the first weeks shifted; as they were if nothing helps."""
    f = best.f
    weeks = np.arange(len(f.weeks))
    inside = (weeks < FIRST_WEEKS) | ((weeks > f.clearance - LAST_WEEKS) & (weeks <= f.clearance))
    return _changed(best, now, inside, REST, EARLY_DAYS)


def put_to_work(best: Best, now: Staffed) -> Staffed:
    """The staff-days with idle ones put to work where they help; as they were where none does."""
    return _changed(best, now, np.zeros(len(best.f.weeks), dtype=bool), 1.0, 0.0)


def _changed(best: Best, now: Staffed, inside: NDArray[np.bool_], rest: float, early_days: float) -> Staffed:
    """All shifts `inside` some weeks (T), and idle days in all; levels not to be zero weigh `rest` of their price."""
    f, least = best.f, best.least_of_a_case(now.model)
    own = shifts(f, now.model, best.there, np.ones(len(f.weeks), dtype=bool))
    idle = IDLE_BOTHER * least + best.charge_of_change(now.model) * own.changes[: len(own)]
    worth = np.maximum(-now.point.duals[own.row], 0.0) * own.hours
    free = inside[own.week_of_work]
    gets = free | ((own.idle[own.company] > 0) & (worth > WORTH_IT * idle))
    if not gets.any():
        return now
    bother = np.where(free, BOTHER * least, rest * IDLE_BOTHER * least)
    charge = best.charge_of_change(now.model, rest)
    linear, costs = with_shifts(now.model.careful(f, early_days), costs_of_repair(best, now, rest), own, bother, charge)
    wholes, upper = own.wholes(len(now.costs)), linear.column_upper.copy()
    upper[wholes.columns[~gets]] = 0.0
    upper[wholes.less[~free]] = 0.0
    values = dived(dataclasses.replace(linear, column_upper=upper), costs, wholes.chosen(free), AT_ONCE)
    if values is None:
        return now
    days = np.where(free, np.rint(wholes.days(values)), 0.0)
    some = np.flatnonzero(gets & ~free)
    days[some] = whole_days(values[wholes.columns[some]], own.company[some], own.company[some], own.idle, NEAREST)
    after = best.best_flows(carried_out(f, now.staff_days, best.there, own, days.astype(np.int64)))
    return after if after is not None and after.cost < now.cost else now
