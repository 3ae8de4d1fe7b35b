"""The exact figures of every month of a plan, by the cells of the tables that are published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.domain.chain import outcome_rates
from planner.domain.grid import UNIT, Counts
from planner.domain.publication import AGE_BANDS
from planner.evaluation.flows import Flows
from planner.evaluation.penalties import penalties_by_week
from planner.evaluation.publication.ages import by_age, lots_of
from planner.evaluation.publication.months import Month
from planner.evaluation.view import View

Cells = dict[tuple[str, ...], float]
"""Exact counts by the labels of their cell."""


@dataclass(frozen=True)
class MonthFigures:
    """One month: weeks, the last of them, and exact counts."""

    month: Month
    old_stock: Cells  # category, age band
    decided: Cells  # part, category or procedure, outcome
    lodged: Cells  # procedure, like all that follow
    open_new: Cells
    due: Cells
    in_time: Cells
    overdue: Cells
    court_open: float
    court_late: float
    penalties: float
    staff_days: Cells  # part


def part_of(lodged: str) -> str:
    """The part of the work that a stream belongs to."""
    return {"old": "old", "pact": "new"}.get(lodged, "other")


def month_figures(view: View, month: Month, weeks: Sequence[int]) -> MonthFigures:
    """The figures of a month that has these weeks, by their positions."""
    own, last = view.flows, weeks[-1]
    new = [k for k, stream in enumerate(own.figures.streams) if stream.lodged == "pact"]
    due, missed = _due_and_missed(own)
    in_month = slice(weeks[0], last + 1)

    def by_procedure(counts: Counts) -> Cells:
        """K counts, by the procedure of new cases."""
        found: Cells = defaultdict(float)
        for k in new:
            found[own.figures.streams[k].track,] += float(counts[k]) / UNIT
        return found

    court = own.figures.court
    return MonthFigures(
        month=month,
        old_stock=_old_stock(view, last),
        decided=_decided(own, in_month),
        lodged=by_procedure(own.figures.lodged[:, in_month].sum(axis=1)),
        open_new=by_procedure(own.open_by_stream[:, last]),
        due=by_procedure(due[:, in_month].sum(axis=1)),
        in_time=by_procedure((due - missed)[:, in_month].sum(axis=1)),
        overdue=by_procedure(own.late_legal[:, last]),
        court_open=float(own.open_by_stream[court, last].sum()) / UNIT,
        court_late=float(own.late_legal[court, last].sum()) / UNIT,
        penalties=float(penalties_by_week(own)[in_month].sum()),
        staff_days=_staff_days(view, in_month),
    )


def no_show(view: View, weeks: Sequence[int]) -> float | None:
    """The share of the appointments for hearings to which nobody comes, as the instance expects it."""
    finished = view.finished[:, view.figures.hearing_tasks][:, :, weeks].sum(axis=2) / UNIT
    booked = finished / (1 - view.no_show[:, view.figures.hearing_tasks])
    return float(1 - finished.sum() / booked.sum()) if booked.sum() > 0 else None


def _old_stock(view: View, last: int) -> Cells:
    own, lots, on = view.flows, lots_of(view.instance), view.weeks[last].sunday
    found: Cells = defaultdict(float)
    for k, stream in enumerate(own.figures.streams):
        if stream.old:
            ages = by_age(lots.get(stream.name, []), int(own.open_by_stream[k, last]) / UNIT, on)
            for band, cases in zip(AGE_BANDS, ages.tolist(), strict=True):
                found[stream.category, band] += cases
    return found


def _decided(own: Flows, in_month: slice) -> Cells:
    figures = own.figures
    rates = outcome_rates(figures.instance, [stream.base for stream in figures.streams])["grant"]
    known = {row.stream for row in figures.instance.outcomes}
    found: Cells = defaultdict(float)
    for k, stream in enumerate(figures.streams):
        part = part_of(stream.lodged)
        group = stream.category if stream.old else stream.track
        cases = own.decided[k, in_month] / UNIT
        if stream.base not in known:
            found[part, group, "not known"] += float(cases.sum())
            continue
        granted = float((cases * rates[k, in_month]).sum())
        found[part, group, "granted"] += granted
        found[part, group, "refused"] += float(cases.sum()) - granted
    return found


def _due_and_missed(own: Flows) -> tuple[Counts, Counts]:
    """K x T: cases whose legal term ends in the week, and of those the ones that are not decided by then."""
    bound = own.figures.deadlines.legal.bound[:, None]
    due = np.diff(own.due_legal * bound, prepend=np.int64(0), axis=1)
    before = np.concatenate([np.zeros_like(due[:, :1]), own.due_legal[:, :-1]], axis=1)
    missed = np.maximum(own.due_legal - np.maximum(own.done_to_date, before), 0) * bound
    return due, missed


def _staff_days(view: View, in_month: slice) -> Cells:
    days = view.all_days[..., in_month].sum(axis=(0, 1, 3))
    found: Cells = defaultdict(float)
    for w, k in enumerate(view.figures.stream_of_work):
        found[part_of(view.figures.streams[k].lodged),] += float(days[w])
    return found
