"""Weeks that are closed one after the other: from the plan in force and the actuals to the state of the coming week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import fsum

import numpy as np

from planner.domain.actuals import COURT, INFLOW, NO_SHOW, STAFF_DAYS, Actual
from planner.domain.figures import Figures, figures
from planner.domain.forecast import Forecast, replanned, weight
from planner.domain.grid import UNIT, Counts, decimal
from planner.domain.instance import CourtDate, Instance
from planner.domain.plan import Plan
from planner.domain.realised import OUTPUT, Realised
from planner.domain.run_table import RunTable
from planner.domain.stages import STAGES
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.actuals_file import PlacedActual
from planner.files.codes import Code
from planner.weekly.advance import advanced
from planner.weekly.continuing import rest_of_plan
from planner.weekly.happened import Happened, as_planned
from planner.weekly.reckoning import CLOSE, improbable, reckoned


@dataclass(frozen=True)
class Taken:
    """Which of the actuals count; what does not went as planned."""

    cases: bool = True
    people: bool = True
    forecast: bool = True


EVERYTHING = Taken()


@dataclass
class Closed:
    """The state after the last closed week; all problems, and what was corrected."""

    instance: Instance
    figures: Figures
    plan: Plan
    realised: list[Realised] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    corrections: list[Problem] = field(default_factory=list)


def closed_weeks(
    instance: Instance,
    tables: Mapping[str, RunTable],
    rows: Sequence[PlacedActual],
    weeks: Sequence[Week],
    file: str,
    *,
    accept: bool,
    taken: Taken = EVERYTHING,
) -> Closed:
    """Closes the weeks in order. `accept` books mismatches as corrections; otherwise they are problems."""
    f, plan = rest_of_plan(tables, figures(instance))
    state = Closed(instance, f, plan)
    for week in weeks:
        own = [placed for placed in rows if placed.row.week == week]
        planned = as_planned(state.figures, state.plan)
        found = reckoned(state.figures, planned, own, file)
        happened = found.corrected()
        state.realised += _realised(state.figures, planned, happened, week)
        state.realised += _judged(state, planned, happened, own)
        happened = _as_taken(taken, planned, happened)
        following = advanced(state.instance, state.plan, happened)
        doubted = [mismatch.problem for mismatch in found.mismatches]
        if taken.cases:
            following, more = _with_court(following, own)
            doubted += more
        if taken.forecast:
            doubted += _improbable_forecasts(following, own)
            following = _with_forecast(following, own)
        doubted = list(dict.fromkeys(doubted))
        state.problems += [*found.problems, *([] if accept else doubted)]
        state.corrections += doubted
        f, plan = rest_of_plan(tables, figures(following))
        state = replace(state, instance=following, figures=f, plan=plan)
    return state


def _as_taken(taken: Taken, planned: Happened, happened: Happened) -> Happened:
    people = happened.people if taken.people else planned.people
    return replace(happened if taken.cases else planned, people=people)


def _realised(f: Figures, planned: Happened, happened: Happened, week: Week) -> Iterator[Realised]:
    for name, ours, theirs in (
        ("lodged", planned.lodged, happened.lodged),
        ("withdrawn", _withdrawn(planned), _withdrawn(happened)),
    ):
        for stream in f.instance.streams:
            chosen = [own.base == stream.stream for own in f.streams]
            if ours[chosen].any() or theirs[chosen].any():
                counts = [float(own[chosen].sum()) / UNIT for own in (ours, theirs)]
                yield Realised(week, name, stream.stream, None, *counts)
    names = [(f.streams[task.stream].base, STAGES[task.stage]) for task in f.tasks]
    for stream_name, stage in dict.fromkeys(names):
        chosen = [name == (stream_name, stage) for name in names]
        counts = [
            float(own[chosen].sum()) / UNIT for own in (planned.finished, happened.finished, happened.corrections)
        ]
        if any(counts):
            yield Realised(week, "finished", stream_name, stage, *counts)


def _judged(state: Closed, planned: Happened, happened: Happened, rows: Sequence[PlacedActual]) -> Iterator[Realised]:
    """Hours of cases for each staff-day worked, where those of all who work were counted, and no-show."""
    f, week = state.figures, state.figures.weeks[0]
    days = {
        (own.location, own.group): own.number for own in (placed.row for placed in rows) if own.figure == STAFF_DAYS
    }
    at_work = {f.supply.names[m] for m in f.arc_pair[state.plan.staff_days[:, 0] > 0]}
    asked, worked = float(state.plan.staff_days[:, 0].sum()), sum(days.values())
    if worked and at_work and at_work <= days.keys():
        hours = f.hours[:, 0] / UNIT
        output = (float(planned.finished @ hours) / asked, float(happened.finished @ hours) / worked)
        yield Realised(week, OUTPUT, None, None, *output)
    work = {row.stream: row for row in f.instance.work if row.stage == "hearing"}
    for placed in rows:
        if placed.row.figure == NO_SHOW and placed.row.stream in work:
            own = work[placed.row.stream]
            tasks = [n for n in f.hearing_tasks if f.streams[f.tasks[n].stream].base == own.stream]
            heard = float(happened.finished[tasks].sum()) / UNIT * (1 - own.written_share)
            if heard + placed.row.number:
                missed = placed.row.number / (heard + placed.row.number)
                yield Realised(week, NO_SHOW, own.stream, None, own.no_show, missed)


def _withdrawn(happened: Happened) -> Counts:
    total: Counts = happened.withdrawn_lodged + happened.withdrawn_stock
    return total


def _with_court(instance: Instance, rows: Sequence[PlacedActual]) -> tuple[Instance, list[Problem]]:
    """Dates set in the week are added for cases that wait for the stage, on top of those expected.

    With a problem for each that more cases were to have than wait there without one: only so many get it.
    """
    dated = {(row.stream, row.stage, row.due_week, row.ready): row for row in instance.court_dates}
    problems = []
    for placed in rows:
        own = placed.row
        if own.figure != COURT or own.due_week is None or own.stream is None or own.stage is None:
            continue
        where = own.stream, own.stage, None
        waiting = sum(
            round(row.cases * UNIT)
            for row in instance.stock
            if (row.stream, row.stage, row.ready, row.part) == (*where, "ordinary")
        )
        taken = sum(round(row.cases * UNIT) for row in dated.values() if (row.stream, row.stage, row.ready) == where)
        left = max(waiting - taken, 0)
        if round(own.number * UNIT) > left + CLOSE:
            words = f"at most {decimal(left)}, those that wait for the stage without a date when the week ends"
            problems.append(placed.place.problem("number", Code.NOT_CONSERVED, f"{own.number:g}", words))
        cases = min(round(own.number * UNIT), left) / UNIT
        key = own.stream, own.stage, own.due_week, None
        if key in dated:
            dated[key] = replace(dated[key], cases=dated[key].cases + cases)
        elif cases:
            source = f"Set in {own.week}, as the actuals say"
            dated[key] = CourtDate(own.stream, own.stage, own.due_week, cases, evidence="D", source=source)
    return instance.replace(court_dates=tuple(dated.values())), problems


def _improbable_forecasts(instance: Instance, rows: Sequence[PlacedActual]) -> Iterator[Problem]:
    """Forecasts several times those in force for the same days, or a small part of them."""
    for placed in rows:
        if placed.row.figure != INFLOW:
            continue
        new = _forecast(placed.row)
        first, last = max(new.period[0], instance.header.first), new.period[1]
        expected = fsum(
            row.cases * weight(instance, row.season, max(row.first, first), min(row.last, last)) / days
            for row in instance.inflow
            if row.stream == new.stream and (days := weight(instance, row.season, row.first, row.last))
        )
        if expected and first == new.period[0] and improbable(new.cases, expected):
            words = f"about {round(expected, 1):g}, as the forecast in force for these days"
            yield placed.place.problem("number", Code.IMPROBABLE, f"{new.cases:g}", words)


def _with_forecast(instance: Instance, rows: Sequence[PlacedActual]) -> Instance:
    """A new forecast takes the place of the old one in its periods."""
    forecasts = [_forecast(placed.row) for placed in rows if placed.row.figure == INFLOW]
    if not forecasts:
        return instance
    streams = {row.stream for row in forecasts}
    others = tuple(row for row in instance.inflow if row.stream not in streams)
    return instance.replace(inflow=(*others, *replanned(instance, forecasts)))


def _forecast(row: Actual) -> Forecast:
    if row.first is None or row.last is None or row.stream is None:
        raise ValueError(f"a forecast without stream or period: {row}")
    return Forecast(
        edition=f"actuals of {row.week}",
        edition_date=row.week.sunday,
        source="a new forecast with the actuals",
        year=row.first.year,
        stream=row.stream,
        scenario="medio",
        cases=row.number,
        first=row.first,
        last=row.last,
    )


def share_moved(f: Figures, plan: Plan) -> tuple[int, float]:
    """Staff-days changed in frozen weeks; and of those in force in the calm weeks the share that moves."""
    own = f.held
    if not len(own):
        return 0, 0.0
    changed = np.abs(own.days(plan.staff_days) - own.in_force)
    there = int((own.in_force * own.calm).sum())
    moved = float((changed * own.calm).sum()) / 2
    return int((changed * own.frozen).sum()), moved / there if there else 0.0
