"""What was promised, judged on legal terms: a target is met when what is missed rounds to zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts
from planner.domain.plan import Plan
from planner.evaluation.flows import Flows, flows
from planner.evaluation.levels import late_cases

MET_BELOW = 0.5
"""A target is met when fewer cases than this miss it."""


@dataclass(frozen=True)
class Target:
    """A target, what misses it (`value`, in `unit`) and whether missing it is a failure of the plan (`hard`)."""

    name: str
    goal: str
    unit: str
    value: float
    hard: bool

    @property
    def met(self) -> bool:
        """Whether what is missed rounds to zero."""
        return self.value < MET_BELOW


def targets(figures: Figures, plan: Plan) -> tuple[Target, ...]:
    """Every target; the late ones count the cases that are late at the end of the worst week."""
    return targets_of(flows(figures, plan))


def targets_of(own: Flows) -> tuple[Target, ...]:
    """Every target from flows that are already worked out."""

    def late(*terms: str) -> float:
        return worst_week(late_cases(term, own.late_legal, own) for term in terms)

    worst = "cases, worst week"
    date = own.figures.instance.header.clearance.isoformat()
    return (
        Target(
            "guaranteed_on_time",
            "no guaranteed Pact case undecided past its legal term",
            worst,
            late("late_guaranteed"),
            True,
        ),
        Target(
            "lanes_on_time",
            "no Pact case of a lane undecided past its legal term",
            worst,
            late("late_lane", "late_nuisance"),
            True,
        ),
        Target(
            "lanes_heard",
            "no case unheard past the reaction time of its lane",
            worst,
            worst_week([own.reaction_late.sum(axis=0)]),
            False,
        ),
        Target(
            "other_on_time",
            "no other Pact case, repeated applications say, undecided past its legal term",
            worst,
            late("late_other"),
            True,
        ),
        *_court(own),
        Target(
            "old_cleared",
            f"no old case without a first decision on {date}",
            "cases",
            int(own.left.sum()) / UNIT,
            True,
        ),
        Target(
            "excess_on_time",
            "no Pact case above the guaranteed volume undecided past its legal term",
            worst,
            late("late_excess"),
            False,
        ),
        *_competing(own),
        *_where_there_is(
            own.start_group_missed,
            "start_group_begun",
            "the share of the start group decided by each of its dates",
        ),
        *_where_there_is(
            own.agreement_missed,
            "agreements_kept",
            "the agreed production of every track and budget year",
        ),
    )


def _court(own: Flows) -> Iterable[Target]:
    """The target about court dates, where there are any."""
    if own.figures.court.any():
        late = worst_week([late_cases("late_court", own.late_legal, own)])
        yield Target(
            "court_dates_kept", "no case undecided past the date that a court has set", "cases, worst week", late, True
        )


def _competing(own: Flows) -> Iterable[Target]:
    """The soft target about competing demand, where some of it has a term."""
    if (own.figures.competing & own.figures.deadlines.legal.bound).any():
        late = worst_week([late_cases("late_competing", own.late_legal, own)])
        yield Target(
            "competing_on_time",
            "no case of competing demand undecided past its legal term",
            "cases, worst week",
            late,
            False,
        )


def _where_there_is(missed: Counts, name: str, goal: str) -> Iterable[Target]:
    """A soft target in cases; none where the instance asks nothing of the kind."""
    if len(missed):
        yield Target(name, goal, "cases", int(missed.sum()) / UNIT, False)


def worst_week(weekly: Iterable[Counts]) -> float:
    """The most cases, in cases, that the weekly counts add up to in any week."""
    return max((sum(week) for week in zip(*(counts.tolist() for counts in weekly), strict=True)), default=0) / UNIT
