"""Indicators of a plan over the whole horizon."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, decimal
from planner.domain.indicators import LATE
from planner.domain.plan import Plan
from planner.evaluation.chain import chain_excess, uneven_decisions
from planner.evaluation.flows import Flows
from planner.evaluation.hours import work_hours
from planner.evaluation.levels import late_cases, term_value
from planner.evaluation.penalties import costs_orders, penalties

_COSTS = ("overtime", "intakes", "team_openings")


class Kpi(NamedTuple):
    """An indicator: name, unit and value as text."""

    name: str
    unit: str
    value: str


def kpis(figures: Figures, plan: Plan, own: Flows) -> tuple[Kpi, ...]:
    """Every indicator, in the order of the docs."""
    return (*_cases(figures, own), *_late(own), *_court(own), *_chain(own), *_staff(figures, plan), *_people(own))


def _cases(figures: Figures, own: Flows) -> list[Kpi]:
    old, pact, competing = figures.old, figures.pact, figures.competing
    opening = np.zeros(len(figures.streams), dtype=np.int64)
    np.add.at(opening, figures.stream_of_task, figures.open_at_start)
    return [
        Kpi("opening_stock", "cases", _total(opening)),
        Kpi("lodged", "cases", _total(figures.lodged)),
        Kpi("decided_old", "cases", _total(own.decided[old])),
        Kpi("decided_pact", "cases", _total(own.decided[pact])),
        Kpi("decided_competing", "cases", _total(own.decided[competing])),
        Kpi("withdrawn", "cases", _total(own.withdrawn_by_stream)),
        Kpi("converted", "cases", _total(own.converted_out)),
        Kpi("converting_at_end", "cases", _total(own.converting[-1:])),
        Kpi("open_at_end_old", "cases", _total(own.open_by_stream[old, -1])),
        Kpi("open_at_end_pact", "cases", _total(own.open_by_stream[pact, -1])),
        Kpi("open_at_end_competing", "cases", _total(own.open_by_stream[competing, -1])),
        Kpi("old_left_at_clearance", "cases", _total(own.left)),
        Kpi("old_cleared_in", "week", _cleared(figures, own)),
        Kpi("most_open", "cases", decimal(int(own.open_by_stream.sum(axis=0).max()))),
        Kpi("mean_wait_old", "case-weeks per decision", _mean_wait(own, old)),
        Kpi("mean_wait_pact", "case-weeks per decision", _mean_wait(own, pact)),
        Kpi("mean_wait_competing", "case-weeks per decision", _mean_wait(own, competing)),
    ]


def _late(own: Flows) -> list[Kpi]:
    found = []
    for term in LATE:
        legal = late_cases(term, own.late_legal, own)
        found += [
            Kpi(term, "case-weeks", _total(late_cases(term, own.late, own))),
            Kpi(f"{term}_legal", "case-weeks", _total(legal)),
            Kpi(f"{term}_legal_peak", "cases", decimal(int(legal.max()))),
        ]
    return [
        *found,
        Kpi("reaction_late", "case-weeks", _total(own.reaction_late)),
        Kpi("screening_late", "case-weeks", _total(own.screening_late)),
        Kpi("beds_excess", "case-weeks", _total(own.beds_excess)),
    ]


def _court(own: Flows) -> list[Kpi]:
    return [
        Kpi("penalties_euro", "euro, at most the cap for each case", _cents(penalties(own))),
        Kpi("costs_orders_euro", "euro", _cents(costs_orders(own))),
    ]


def _chain(own: Flows) -> list[Kpi]:
    above = chain_excess(own)
    return [
        Kpi("uneven_decisions", "cases", _total(uneven_decisions(own))),
        Kpi("chain_excess_weeks", "weeks, partners added up", str(int((above > 0).sum()))),
        Kpi(
            "chain_excess_euro",
            "euro",
            _cents(fsum(int(own_excess.sum()) / UNIT * euro for own_excess, euro in _priced(own, above))),
        ),
    ]


def _priced(own: Flows, excess: Counts) -> Iterable[tuple[Counts, float]]:
    return zip(excess, own.figures.chain.euro.tolist(), strict=True)


def _cents(euro: float) -> str:
    return repr(round(euro, 2) + 0.0)


def _staff(figures: Figures, plan: Plan) -> list[Kpi]:
    supplied = int(figures.supply.staff_days.sum())
    used = int(plan.staff_days.sum()) * UNIT
    return [
        Kpi("staff_days_supplied", "staff-days", decimal(supplied)),
        Kpi("staff_days_used", "staff-days", decimal(used)),
        Kpi("staff_days_idle", "staff-days", decimal(supplied - used)),
        Kpi("hours_worked", "hours", _total(work_hours(figures, plan))),
    ]


def _people(own: Flows) -> list[Kpi]:
    """Overtime, and what people and teams cost by the rows of their tables."""
    costs = [Kpi(f"{term}_euro", "euro", _cents(term_value(term, own, 0.0))) for term in _COSTS]
    return [Kpi("overtime_staff_days", "staff-days", _total(own.overtime_days * UNIT)), *costs]


def _total(counts: Counts) -> str:
    return decimal(int(counts.sum()))


def _cleared(figures: Figures, own: Flows) -> str:
    """The first week at whose end fewer than half an old case is open, for good; empty when there is none."""
    still = np.flatnonzero(own.open_by_stream[figures.old].sum(axis=0) * 2 >= UNIT)
    after = int(still[-1]) + 1 if len(still) else 0
    return str(figures.weeks[after]) if after < len(figures.weeks) else ""


def _mean_wait(own: Flows, chosen: NDArray[np.bool_]) -> str:
    decided = int(own.decided[chosen].sum())
    return repr(round(int(own.open_by_stream[chosen].sum()) / decided, 4)) if decided else ""
