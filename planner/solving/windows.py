"""What is late or left is repaired by an integer model of the weeks around it.

Staff-days move by whole days inside a few weeks; flows of cases are free there and for some weeks after, and stand
outside. So the model is small, knows every rule, and what it finds holds as it is. Two windows that have no week in
common are worked out beside each other.
"""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel
from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.highs import LOOSE, Corner, whole_values
from planner.solving.shifts import carried_out, shifts, with_shifts


class Walk(NamedTuple):
    """The size of a walk's windows."""

    before: int  # weeks before trouble from which on days may move
    settling: int  # weeks behind those with moved days in which flows may still differ
    shifts: int  # columns that the integer model chooses from
    near: float  # share of what is promised that it may miss


class Aim(NamedTuple):
    """What windows are opened for."""

    rest: float  # weight of levels that cannot be zero, beside what they weigh elsewhere
    least: float  # what a window has to promise, or no integer model is solved for it
    bother: float  # what a day more costs, as a share of the least that a case does that is late or left


WALKS = (Walk(6, 12, 600, 0.3), Walk(12, 12, 1500, 0.1), Walk(20, 12, 2500, 0.1))
"""Each walk has wider windows, for what the ones before left: more weeks to find the days of three stages in, and more
days of them to choose from."""

CLEARING, HALVES = (Walk(12, 26, 600, 0.1), Walk(20, 26, 900, 0.1)), 0.5
"""Windows before the clearance date, each once more where it leaves no more than such a share of the old cases."""

AFTER = 6
"""Weeks from trouble on in which days may move."""

BOUGHT, MOST_BOUGHT = 2.0, 100.0
"""What an hour in the week after a window costs, by what it is worth there; hours for a work at most."""

REST = 0.1
"""What levels that cannot be zero weigh in a window, beside what they weigh elsewhere."""

BOTHER = 2e-3
"""What a day more costs in a repair, as a share of the least that a case does that is late or left. Else hundreds of
days change for levels that it is not about."""

WORTH_IT = 0.03
"""A window has to promise such a share of what the levels are beyond the gap, or no integer model is solved for it."""

FRUITLESS = 3
"""Openings in a row without a better plan after which no other follows, where no level can be zero."""

BESIDE = 2
"""Windows worked out at once."""

USED = 1e-6
"""Days from which on a shift is one that the linear model uses."""

SPECK = 0.01
"""Up to this many cases or case-weeks in a week are nothing to repair."""


def repaired(best: Best, now: Staffed, gap: float, report: Report, walks: tuple[Walk, ...] = WALKS) -> None:
    """Walks through the weeks and repairs what is late or left, walk after walk, until it is within the gap.

    Where no level can be zero, trouble is everywhere: FRUITLESS openings in a row that help nothing are the last.
    """
    fruitless = 0
    for number, walk in enumerate(walks, start=1):
        seen = np.zeros(len(best.f.weeks), dtype=bool)
        while best.gap_of_trouble > gap:
            trouble = np.where(seen, 0.0, _trouble(best, now, gap))
            if not (trouble > SPECK).any():
                break
            weeks = _apart(trouble, walk)
            for week in weeks:
                seen[week : week + AFTER] = True
            report(Step(f"repair {number}, week {' and '.join(str(best.f.weeks[week]) for week in weeks)}"))
            now = with_windows(best, now, _of_repair(best, gap), weeks, walk)
            fruitless = 0 if best.offer(now) else fruitless + 1
            if fruitless == FRUITLESS and not best.some_can_be_zero:
                return


def _apart(trouble: Numbers, walk: Walk) -> list[int]:
    """The week whose window has most of the trouble (T), and the next one that has no week in common with it."""
    ahead = np.convolve(trouble, np.ones(AFTER))[AFTER - 1 :] * (trouble > SPECK)
    weeks = np.arange(len(trouble))
    first = int(np.argmax(ahead))
    ahead[np.abs(weeks - first) < walk.before + AFTER + walk.settling] = 0.0
    return [first, *([int(np.argmax(ahead))] if ahead.any() else [])]


def cleared(best: Best, now: Staffed, gap: float, report: Report) -> Staffed:
    """The staff-days with all shifts before the clearance date that leave fewer old cases, while that halves them.

    Where no level can be zero, thousands of them are left whatever is shifted: as they were.
    """
    if not best.some_can_be_zero:
        return now
    date = max(best.f.clearance - 1, 0)
    for walk in CLEARING:
        after = _trouble(best, now, gap)[date]
        before = np.inf
        while SPECK < after <= HALVES * before:
            report(Step(f"old cases, {walk.before} weeks before the clearance date"))
            now = with_windows(best, now, _of_repair(best, gap), [date], walk)
            best.offer(now)
            before, after = after, _trouble(best, now, gap)[date]
    return now


def _of_repair(best: Best, gap: float) -> Aim:
    """What is beyond the gap of the levels that can be zero."""
    return Aim(REST, WORTH_IT * best.beyond(gap), BOTHER)


def windows_needed(best: Best, now: Staffed, gap: float) -> int:
    """How many windows a walk through the weeks opens at most."""
    count, end = 0, 0
    for week in np.flatnonzero(_trouble(best, now, gap) > SPECK):
        if week >= end:
            count, end = count + 1, int(week) + AFTER
    return count


def _trouble(best: Best, now: Staffed, gap: float) -> Numbers:
    """T: what counts in the levels that can be zero and are beyond the gap, in the week in which it shows."""
    counted = best.trouble_beyond(now, gap, priced=False)
    weeks = now.model.weeks_of_columns(best.f)
    dated = weeks >= 0
    trouble: Numbers = np.bincount(weeks[dated], counted[dated], minlength=len(best.f.weeks)).astype(np.float64)
    return trouble


def with_windows(best: Best, now: Staffed, aim: Aim, weeks: list[int], walk: Walk) -> Staffed:
    """The staff-days with the best change around each of the weeks, all together or those that help one by one."""
    with ThreadPoolExecutor(max_workers=BESIDE) as beside:
        changes = [own for own in beside.map(partial(_change, best, now, aim, walk), weeks) if own is not None]
    together = best.best_flows(now.staff_days + sum(changes[1:], changes[0])) if changes else None
    if together is not None and together.cost < now.cost:
        return together
    for own in changes if len(changes) > 1 else []:
        after = best.best_flows(now.staff_days + own)
        now = after if after is not None and after.cost < now.cost else now
    return now


def _change(best: Best, now: Staffed, aim: Aim, walk: Walk, week: int) -> NDArray[np.int64] | None:
    """A x T: the best whole shifts in the window around a week; None where none is worth it.

    The integer model has those to choose from that the linear model uses, and then those that cost least by its prices.
    """
    f, first, end = best.f, max(week - walk.before, 0), week + AFTER
    inside = np.zeros(len(f.weeks), dtype=bool)
    inside[first:end] = True
    own, flows = shifts(f, now.model, best.there, inside), _flows(best, now, aim.rest, first, end + walk.settling)
    bother, charge = aim.bother * best.least_of_a_case(now.model), best.charge_of_change(now.model, aim.rest)
    linear, costs = with_shifts(*flows, own, bother, charge)
    corner = Corner(linear, costs, few=True, tolerance=LOOSE)
    promised = float(costs[: len(now.point.values)] @ now.point.values) - corner.cost
    if promised < aim.least:
        return None
    wholes = own.wholes(len(costs) - 2 * len(own))
    columns, upper = np.append(wholes.columns, wholes.less), linear.column_upper.copy()
    unused, dear = corner.values[columns] <= USED, (costs - linear.priced(corner.duals))[columns]
    order = np.lexsort((dear, unused, upper[columns] <= 0))
    upper[columns[order[walk.shifts :]]] = 0.0
    linear = dataclasses.replace(linear, column_upper=upper)
    chosen = np.sort(order[: walk.shifts])
    found = whole_values(linear, costs, columns[chosen], walk.near * promised)
    if found is None or not found.any():
        return None
    days = np.zeros(2 * len(own), dtype=np.int64)
    days[chosen] = found
    more, less = days[: len(own)], days[len(own) :]
    return carried_out(f, now.staff_days, best.there, own, more - less) - now.staff_days


def _flows(best: Best, now: Staffed, rest: float, first: int, end: int) -> tuple[LinearModel, Numbers]:
    """The flows, free from week `first` to before `end`, and what they cost in a window."""
    return _with_bought(best, now, _still(best, now, first, end), costs_of_repair(best, now, rest), end)


def _with_bought(best: Best, now: Staffed, still: LinearModel, costs: Numbers, end: int) -> tuple[LinearModel, Numbers]:
    """The model with hours to buy in the last free week for works that may wait, and the costs with their prices.

    So work that is not done in the window may be left to the weeks after it. What would be late there may not: the
    price of an hour does not say what many would cost.
    """
    f, model = best.f, now.model
    works = np.setdiff1d(np.arange(len(f.works)), f.work_of_task[~_may_wait(best, now)[f.stream_of_task]])
    if end >= len(f.weeks) or not len(works):
        return still, costs
    rows = model.capacity[works, end - 1]
    most, less = np.full(len(works), MOST_BOUGHT), np.full(len(works), -1.0)
    wider = still.extended(most, np.zeros(0), rows, len(costs) + np.arange(len(works)), less)
    return wider, np.append(costs, BOUGHT * np.maximum(-now.point.duals[rows], 0.0))


def _may_wait(best: Best, now: Staffed) -> NDArray[np.bool_]:
    """K: streams none of whose cases can be late in the levels that can be zero."""
    counts, flow = best.trouble(now.model, priced=False) > 0, now.model.flow
    waits = np.ones(len(best.f.streams), dtype=bool)
    for columns in (flow.late, flow.reaction_late, flow.screening_late):
        waits &= ~((columns >= 0) & counts[columns]).any(axis=1)
    return waits


def costs_of_repair(best: Best, now: Staffed, rest: float = REST) -> Numbers:
    """What the flows cost, levels that cannot be zero at a part of it: a repair is not about them."""
    trouble = best.trouble(now.model, priced=True)
    return trouble + rest * (now.costs - trouble)


def _still(best: Best, now: Staffed, first: int, end: int) -> LinearModel:
    """The flows with those outside weeks `first` to before `end` as they stand, so that presolve leaves little of them.

    Rows give way by as much as the flows break them, which is what solvers leave open.
    """
    model, linear = now.model, now.model.linear
    weeks = model.weeks_of_columns(best.f)
    still = (weeks >= 0) & (weeks < first)
    still[model.flow.finished[:, end:]] = True
    still[model.apart.done[model.apart.week >= end]] = True
    values = np.clip(now.point.values, linear.column_lower, linear.column_upper)
    activity = linear.activity(values)
    return dataclasses.replace(
        linear,
        column_lower=np.where(still, values, linear.column_lower),
        column_upper=np.where(still, values, linear.column_upper),
        row_lower=np.minimum(linear.row_lower, activity),
        row_upper=np.maximum(linear.row_upper, activity),
    )
