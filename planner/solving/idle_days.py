"""Days that nobody works are put to work in all weeks at once: no other work loses by it, so the nearest whole days do.

A plan has days that would help nobody, since their cases wait for another stage, for rooms or for interpreters. A week
of actuals changes that everywhere: then a few thousand of them shorten the wait of thousands of cases, and let work be
on time that was late.
"""

from __future__ import annotations

import numpy as np

from planner.solving.best import Best, Staffed
from planner.solving.diving import NEAREST, whole_days
from planner.solving.highs import Corner
from planner.solving.shifts import carried_out, shifts

BOTHER = 2e-5
"""What a day costs that is put to work, as a share of the least that a case does that is late or left."""

WORTH_IT = 2.0
"""A work has to promise so many times of what a day costs, by the price of its hours, to be one that can get some."""


def put_to_work(best: Best, now: Staffed) -> Staffed:
    """The staff-days with idle ones where they help; as they were where none does, or no solver had an answer."""
    f, linear = best.f, now.model.linear
    own = shifts(f, now.model, best.there, np.ones(len(f.weeks), dtype=bool))
    charge = best.charge_of_change(now.model)
    cost = BOTHER * best.least_of_a_case(now.model) + charge * own.changes[: len(own)]
    worth = np.maximum(-now.point.duals[own.row], 0.0) * own.hours
    some = np.flatnonzero((own.idle[own.company] > 0) & (worth > WORTH_IT * cost))
    if not len(some):
        return now
    companies, at = np.unique(own.company[some], return_inverse=True)
    columns = len(now.costs) + np.arange(len(some))
    wider = linear.extended(
        own.idle[own.company[some]].astype(np.float64),
        own.idle[companies].astype(np.float64),
        np.append(own.row[some], len(linear.row_lower) + at),
        np.append(columns, columns),
        np.append(-own.hours[some], np.ones(len(some))),
    )
    corner = Corner(wider, np.append(now.costs, cost[some]))
    if corner.cost == np.inf:
        return now
    days = np.zeros(len(own), dtype=np.int64)
    days[some] = whole_days(corner.values[columns], at, at, own.idle[companies], NEAREST)
    after = best.best_flows(carried_out(f, now.staff_days, best.there, own, days)) if days.any() else None
    return after if after is not None and after.cost < now.cost else now
