"""Large instances: a relaxation bounds every plan, and whole staff-days are found along it.

The first plan follows the relaxed plan that gives the bound. The next one follows a relaxed plan that keeps a little
back for what rounding costs. Its days are then moved by prices, idle ones put to work and the first weeks set right,
what is late or left after that is repaired week by week, and what waits is lessened, until every level is within the
gap. A plan to begin from takes the place of the first two; it is set right before, and its days are moved by prices
only where that leaves much. On a Monday no wide windows are opened, and none for what waits: there is another Monday.
"""

from __future__ import annotations

from planner.domain.figures import Figures
from planner.domain.policy import Policy
from planner.domain.result import Status
from planner.formulation.relaxation.classes import Classes, classes
from planner.formulation.relaxation.relaxed import Relaxation, relaxation, with_margin
from planner.solving.best import Best, Staffed
from planner.solving.bounds import Bounds, combined_costs
from planner.solving.engine import Ended, Report, Step, Task
from planner.solving.guide import Guide, guide
from planner.solving.intake_choice import whole_intakes
from planner.solving.less_waiting import less_waiting
from planner.solving.mending import is_for_windows, mended
from planner.solving.relaxation import Point, answered
from planner.solving.set_right import set_right
from planner.solving.single_days import moved_singly
from planner.solving.start import begun, standing_days
from planner.solving.team_choice import whole_teams
from planner.solving.windows import WALKS, Walk, repaired

STALE = 1.5
"""On a Monday bounds are those carried from plans before, unless they leave it so many times the gap: new ones take as
long as its search, and say a tenth of a per cent more."""


def decompose(task: Task, report: Report) -> None:
    """Reports ever better plans with their proofs, and how it ended."""
    policy, gap = task.policy, task.options.gap
    grouped = classes(task.figures)
    exact = relaxation(task.figures, grouped, choices=True)
    bounds = Bounds(task.figures, policy, exact)
    if task.proven is not None:
        bounds.carry(task.proven)
    best = begun(task, bounds, report)
    from_nothing = best is None
    if best is None:
        best = _along_relaxation(task, grouped, exact, bounds, report)
        if best is None:
            report(Ended(Status.INFEASIBLE))
            return
    elif task.proven is None:
        best.prove_flows_beside(gap)
    if from_nothing and best.gap_of_trouble <= gap:
        best.prove_beside(gap)
    is_monday = not from_nothing and task.options.enough > 0
    aim = STALE * gap if is_monday and task.proven is not None else gap
    if not from_nothing or best.gap_of_flows > gap:  # what is within the gap may have been better before data changed
        _improved(best, gap, aim, WALKS[:1] if is_monday else WALKS, report, from_nothing=from_nothing)
        if best.staffed is not None and not is_monday:
            less_waiting(best, best.staffed, gap, report)
    if len(best.f.with_beds):
        best.calm()
    report(Ended(Status.PROVEN if best.prove(aim) <= gap else Status.FEASIBLE))


def _improved(
    best: Best, gap: float, aim: float, walks: tuple[Walk, ...], report: Report, *, from_nothing: bool
) -> None:
    """Moves days until what is late or left is within the gap, or nothing helps; begins with bounds on the way.

    What a plan to begin from lacks is set right first, and what rounds of mending leave, if they are needed.
    """
    now = best.staffed
    if now is None:
        return
    if not from_nothing and max(best.gap_of_trouble, best.gap_of_waiting) > gap:
        now = _set_right(best, now, report)
    if from_nothing or not is_for_windows(best, now, gap):
        now = mended(best, now, gap, report)
        if best.gap_of_trouble > gap:
            now = _set_right(best, now, report)
    best.prove_beside(aim)
    if not from_nothing:
        best.prove_flows_beside(aim)
    if best.gap_of_trouble > gap:
        repaired(best, now, gap, report, walks)
        moved_singly(best, gap, report)


def _set_right(best: Best, now: Staffed, report: Report) -> Staffed:
    report(Step("idle days and first weeks"))
    after = set_right(best, now)
    best.offer(after)
    return after


def _along_relaxation(task: Task, grouped: Classes, exact: Relaxation, bounds: Bounds, report: Report) -> Best | None:
    """The better of the plans along relaxed ones; None where the rules contradict each other."""
    f, policy = task.figures, task.policy
    report(Step("relaxation"))
    point = bounds.solve()
    if point is None:
        return None
    report(Step("first plan"))
    first = guide(f, grouped, exact, point)
    f = _decided(f, exact, point, first)
    first = first.within(f)
    best = Best(f, policy, bounds, report)
    standing = standing_days(task)
    best.follow(first, standing)
    report(Step("relaxation with a margin"))
    careful = _careful(f, policy, grouped, bounds)
    if careful is not None:
        report(Step("second plan"))
        best.follow(careful, standing)
    return best


def _decided(f: Figures, exact: Relaxation, point: Point, along: Guide) -> Figures:
    """The figures with whole people in the intakes and whole teams open, near what the relaxed plan has of them."""
    taken, is_open = f.supply.taken, f.team_open
    if len(f.supply.intakes):
        taken = whole_intakes(f, point.values[exact.people.started])
    if len(f.teams):
        is_open = whole_teams(f, along.arc_days)
    return f.decided(taken, is_open)


def _careful(f: Figures, policy: Policy, grouped: Classes, bounds: Bounds) -> Guide | None:
    """A relaxed plan that keeps due weeks early and a little staff back; None where none is found."""
    if f.supply.taken.any():
        grouped = classes(f)
    relaxed = with_margin(f, relaxation(f, grouped))
    point = answered(relaxed.linear, combined_costs(f, policy, relaxed, bounds.prices))
    return None if point is None else guide(f, grouped, relaxed, point)
