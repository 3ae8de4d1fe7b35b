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
from planner.formulation.draft import Ids, LinearModel
from planner.solving.best import Best, Staffed
from planner.solving.engine import Report, Step
from planner.solving.highs import LOOSE, whole_values
from planner.solving.moves import IDLE, Moves, carried_out, joined, with_moves, worthwhile
from planner.solving.relaxation import answered


class Walk(NamedTuple):
    """How many weeks the windows of a walk reach back before trouble, and moves that promise at each pricing."""

    before: int
    promising: int


WALKS = (Walk(6, 300), Walk(12, 600), Walk(20, 1200))
"""Each walk has wider windows, for what the ones before left: more weeks to find the days of three stages in."""

AFTER = 6
"""Weeks from trouble on in which days may move."""

SETTLING = 12
"""Weeks behind those in which flows may still differ."""

ALIKE, OF_WORK, TAKEN = 20, 0.1, 4 / 3
"""Moves that each working out of prices brings for the same work in the same week, and for the same work, as a share of
all that it brings; and moves that the integer model may choose from, as a multiple of those."""

BOUGHT, MOST_BOUGHT = 2.0, 100.0
"""What an hour in the week after a window costs, by what it is worth there; hours for a work at most."""

REST = 0.1
"""What levels that cannot be zero weigh in a window, beside what they weigh elsewhere."""

PRICED = 3
"""Times that prices are worked out anew in a window: where work of three stages lacks, one has no price until the next
may be done."""

WORTH_IT, NEAR_ENOUGH = 0.01, 0.02
"""Shares of what the levels are beyond the gap: a window has to promise the one, or no integer model is solved for it,
and may miss the other by which the best days would still be better."""

SPECK = 0.01
"""Up to this many cases or case-weeks in a week are nothing to repair."""


def repaired(best: Best, now: Staffed, gap: float, report: Report) -> None:
    """Walks through the weeks and repairs what is late or left, walk after walk, until it is within the gap."""
    for number, walk in enumerate(WALKS, start=1):
        seen = np.zeros(len(best.f.weeks), dtype=bool)
        while best.gap_of_trouble > gap:
            troubled = np.flatnonzero((_trouble(best, now, gap) > SPECK) & ~seen)
            if not len(troubled):
                break
            weeks = _apart(troubled, walk)
            seen[: weeks[0] + AFTER] = True
            for week in weeks:
                seen[week : week + AFTER] = True
            report(Step(f"repair {number}, week {' and '.join(str(best.f.weeks[week]) for week in weeks)}"))
            now = _with_windows(best, now, gap, weeks, walk)
            best.offer(now)


def _apart(troubled: Ids, walk: Walk) -> list[int]:
    """The first week with trouble, and the next one whose window has nothing in common with that of the first."""
    first = int(troubled[0])
    beyond = troubled[troubled >= first + AFTER + SETTLING + walk.before]
    return [first, *beyond[:1].tolist()]


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


def _with_windows(best: Best, now: Staffed, gap: float, weeks: list[int], walk: Walk) -> Staffed:
    """The staff-days with the best whole moves around each of the weeks; as they were where none helps."""
    with ThreadPoolExecutor(max_workers=len(weeks)) as beside:
        changes = [own for own in beside.map(partial(_change, best, now, gap, walk), weeks) if own is not None]
    together = [sum(changes[1:], changes[0])] if changes else []
    for change in together + (changes if len(changes) > 1 else []):
        after = best.best_flows(now.staff_days + change)
        if after is not None and after.cost < now.cost:
            return after
    return now


def _change(best: Best, now: Staffed, gap: float, walk: Walk, week: int) -> NDArray[np.int64] | None:
    """A x T: the best whole moves in the window around a week; None where none is worth it."""
    f, model = best.f, now.model
    first, end = max(week - walk.before, 0), week + AFTER
    still, costs = _with_bought(best, now, _still(best, now, first, end + SETTLING), _costs(best, now), end + SETTLING)
    moves, promised = _moves(best, now, (still, costs), first, end, walk.promising)
    beyond = best.beyond(gap)
    if not len(moves) or promised < WORTH_IT * beyond:
        return None
    problem = with_moves(f, model, still, costs, moves, REST * best.price_of_change)
    columns = np.arange(len(problem[1]) - len(moves), len(problem[1]))
    days = whole_values(*problem, columns, NEAR_ENOUGH * beyond)
    if days is None or not days.any():
        return None
    changed, _ = carried_out(f, now.staff_days, best.there, moves, days)
    return changed - now.staff_days


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


def _costs(best: Best, now: Staffed) -> Numbers:
    """What the flows cost, levels that cannot be zero at a small part of it: a repair is not about them."""
    trouble = best.trouble(now.model, priced=True)
    return trouble + REST * (now.costs - trouble)


def _moves(
    best: Best, now: Staffed, problem: tuple[LinearModel, Numbers], first: int, end: int, promising: int
) -> tuple[Moves, float]:
    """The moves to choose from, which cost least by the prices that they lead to themselves, and what they promise.

    That is what fractions of days would gain; inf where no solver could say.
    """
    f, model = best.f, now.model
    inside = np.zeros(len(f.weeks), dtype=bool)
    inside[first:end] = True
    value, promised = model.day_value(f, now.point), np.inf
    found = _promising(best, now, np.where(inside, value, 0.0), promising)
    for _ in range(PRICED):
        wider = with_moves(f, model, *problem, found, REST * best.price_of_change) if len(found) else None
        point = None if wider is None else answered(*wider, tolerance=LOOSE, near=np.inf)
        if point is None:
            break
        promised = float(problem[1][: len(now.point.values)] @ now.point.values) - point.value
        value = model.day_value(f, point)
        found = joined(found, _promising(best, now, np.where(inside, value, 0.0), promising))
    gives = found.giving != IDLE
    given = np.where(gives, value[found.giving, found.week], 0.0)
    dear = given - value[found.getting, found.week]
    return found.chosen(np.sort(np.argsort(dear, kind="stable")[: int(TAKEN * promising)])), promised


def _promising(best: Best, now: Staffed, value: Numbers, most: int) -> Moves:
    """The moves that promise most, no work crowding out the others."""
    moves = worthwhile(best.f, now.staff_days, value, best.there, alike=ALIKE)
    work = best.f.arc_work[moves.getting]
    order = np.argsort(work, kind="stable")
    rank = np.empty(len(work), dtype=np.intp)
    rank[order] = np.arange(len(work)) - np.searchsorted(work[order], work[order])
    return moves.chosen(np.flatnonzero(rank < OF_WORK * most)[:most])


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
