"""A policy: what we want. Levels in strict order, each a weighted sum of named terms."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Self

EURO = "euro"
"""The unit of levels that can be added up."""

TERMS = {
    "late_guaranteed": "case-weeks past the planned due week, Pact cases within the guaranteed volume",
    "late_lane": "case-weeks past the planned due week, lanes of Pact cases other than nuisance",
    "late_nuisance": "case-weeks past the planned due week, the nuisance lane",
    "late_other": "case-weeks past the planned due week, Pact cases that do not count for the volume",
    "late_court": "case-weeks past the date that a court has set",
    "reaction_lane": "case-weeks past the lane's hearing time, lanes other than nuisance",
    "reaction_nuisance": "case-weeks past the lane's hearing time, the nuisance lane",
    "screening_late": "case-weeks past the screening time, cases whose preparation is not finished",
    "left": "old cases without a first decision at the clearance date",
    "agreement_missed": "first decisions short of the agreed production of a track and budget year",
    "late_excess": "case-weeks past the planned due week, Pact cases above the guaranteed volume",
    "late_competing": "case-weeks past the planned due week, competing demand: neither old cases nor Pact cases",
    "beds_excess": "case-weeks of stay around hearings above the process beds of their location",
    "chain_excess": "euro for what partners in the chain get above their signal values",
    "uneven_decisions": "first decisions by which a week differs too much from the week before",
    "penalty": "euro of penalties for cases past the date that a court has set, without the most for one case",
    "start_group_missed": "cases of the start group without a first decision by their date",
    "waiting": "case-weeks that cases wait for a first decision, weighted by stream",
    "intakes": "euro for people who are hired, retrained and moved, at the cost of their row",
    "team_openings": "euro for specialised teams that are opened, at the cost of their row",
    "overtime": "euro for staff-days beyond those supplied, at the cost of their row",
    "frozen_changed": "staff-days taken from or added to work in frozen weeks, against the plan in force",
    "plan_changed": "staff-days taken from or added to work in the weeks after, against the plan in force",
}
"""The terms that a level may add up, each with its unit."""


@dataclass(frozen=True)
class Term:
    """One term of a level: its name and its weight, in the level's unit per unit of the term."""

    name: str
    weight: float = 1.0


@dataclass(frozen=True)
class Level:
    """One aim. `floor` and `floor_share` (a share of the gross value) are the least that a gap is measured against."""

    name: str
    about: str
    unit: str
    terms: tuple[Term, ...]
    floor: float = 0.0
    floor_share: float = 0.0


@dataclass(frozen=True)
class Policy:
    """Levels in strict order; a later level may worsen an earlier one by no more than its tolerance.

    The tolerance of a level is `tolerance` times its value, and at most half its floor.
    `terminal_weeks` is what a case still open when the horizon ends counts for in the term `waiting`.
    """

    name: str
    levels: tuple[Level, ...]
    tolerance: float = 0.001
    terminal_weeks: float = 26.0

    def replace(self, **changes: Any) -> Self:
        """The same policy with some fields replaced."""
        return dataclasses.replace(self, **changes)


SHIPPED = Policy(
    name="shipped",
    levels=(
        Level(
            "pact_on_time",
            "late guaranteed Pact cases, lanes and repeated applications",
            "case-weeks",
            (
                Term("late_guaranteed"),
                Term("late_lane", 2.0),
                Term("late_nuisance", 4.0),
                Term("late_other"),
                Term("reaction_lane", 2.0),
                Term("reaction_nuisance", 4.0),
                Term("screening_late"),
            ),
            floor=10.0,
        ),
        Level(
            "court_dates_kept",
            "late cases with a date set by a court",
            "case-weeks",
            (Term("late_court"),),
            floor=10.0,
        ),
        Level(
            "old_cleared",
            "old cases left at the clearance date, and agreed production missed",
            "cases",
            (Term("left"), Term("agreement_missed")),
            floor=5.0,
        ),
        Level(
            "excess_on_time",
            "late Pact cases above the guaranteed volume, and late competing demand",
            "case-weeks",
            (Term("late_excess"), Term("late_competing")),
            floor=10.0,
        ),
        Level(
            "waiting",
            "waiting for a first decision, weighted by priority",
            "euro",
            (Term("waiting", 518.0), Term("start_group_missed", 13468.0), Term("penalty")),
            floor_share=0.001,
        ),
        Level(
            "staffing_and_calm",
            "overtime, hiring, moves, teams, chain signals and uneven weeks",
            "euro",
            (
                Term("intakes"),
                Term("team_openings"),
                Term("overtime"),
                Term("chain_excess"),
                Term("beds_excess", 504.0),
                Term("uneven_decisions", 95.0),
            ),
            floor_share=0.001,
        ),
    ),
)
"""The policy of the model's section 4, as far as its rules are in the model yet.

A week of waiting costs seven days of reception at EUR 74: COA 2022, EUR 27,100 per regular place and year, as
published in November 2023 (evidence R, the day price D). A case of the start group that misses its date counts as if
it waited half a year more, 26 weeks, as a case does that is still open at the end (evidence A). A decision by which a
week is uneven counts as an hour of work at the tariff of EUR 95 (evidence A): it is planned for twice. A week of stay
without a process bed costs what seven days in an emergency place cost more than in a regular one, EUR 146 - 74 a day:
EUR 53,400 per emergency place and year, from the same source.
"""

FROZEN = Level(
    "frozen_weeks_kept",
    "frozen weeks changed against the plan in force",
    "staff-days",
    (Term("frozen_changed"),),
    floor=1.0,
)
"""The level before all others when a plan is made again."""

CHANGED_EURO = 47.5
"""What it costs to take a staff-day from one work or to add it to another, in euro: half an hour at the tariff.

Who is moved is planned for twice, an hour of work for each day that moves (evidence A).
"""


def for_replanning(policy: Policy) -> Policy:
    """The same with the levels of a weekly run: frozen weeks before everything, calm in the last level.

    A policy that says itself what changes count for is left as it is.
    """
    named = {term.name for level in policy.levels for term in level.terms}
    if named & {"frozen_changed", "plan_changed"}:
        return policy
    *earlier, last = policy.levels
    calm = dataclasses.replace(last, terms=(*last.terms, Term("plan_changed", CHANGED_EURO)))
    return policy.replace(levels=(FROZEN, *earlier, calm))


def without_replanning(policy: Policy) -> Policy:
    """The same as it was before `for_replanning`: what counts when there is no plan in force."""
    levels = [
        dataclasses.replace(level, terms=tuple(term for term in level.terms if term.name != "plan_changed"))
        for level in policy.levels
        if level != FROZEN
    ]
    return policy.replace(levels=tuple(levels))
