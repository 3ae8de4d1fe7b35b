"""Open cases at the start of the next week: by stage and time of lodging, on their way, with dates set by courts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np

from planner.domain.court_dates import kept_stock
from planner.domain.deadlines import by_week_of_lodging, withdrawn_share
from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.domain.instance import Converting, CourtDate, Instance, Stock, Withdrawal
from planner.domain.lodgings import ABOVE, EXCESS, ORDINARY, name_of
from planner.domain.stages import STAGES
from planner.domain.weeks import Week
from planner.weekly.closing import Closing
from planner.weekly.cohorts import Cohort, dealt_out, scaled, without_oldest


class _Place(NamedTuple):
    """Where cases of a stream are: the stage that they wait for, or reach in the week `ready`."""

    stage: str
    ready: Week | None
    cases: int
    kept: int  # of those, the ones that are not expected to withdraw


@dataclass(frozen=True)
class StockTables:
    """The tables of a new instance that say where cases are."""

    stock: tuple[Stock, ...]
    court_dates: tuple[CourtDate, ...]
    converting: tuple[Converting, ...]
    withdrawals: tuple[Withdrawal, ...]


def stock_tables(f: Figures, end: Closing, ages: Mapping[str, Sequence[Cohort]]) -> StockTables:
    """The tables at the end of the first week of `f`; `ages` are those of streams whose open cases were counted."""
    instance, following = f.instance, f.weeks[1]
    expected = _still_to_withdraw(f, end)
    mark = {"evidence": _evidence(instance), "source": f"State at the start of {following}"}
    stock: list[Stock] = []
    dated: list[tuple[str, _Place, Cohort]] = []
    for k, stream in enumerate(f.streams):
        places = list(_places(f, end, k, expected[k]))
        kept = sum(place.kept for place in places)
        counted = () if stream.court else ages.get(stream.base, ())
        cohorts = scaled(counted, kept, _last_week(f)) if counted else _cohorts(f, end, k, kept)
        for place, own in zip(places, dealt_out(cohorts, [place.kept for place in places]), strict=True):
            if stream.court:
                dated += [(stream.base, place, cohort) for cohort in own]
                continue
            whole = scaled(own, place.cases, _last_week(f))
            part = ABOVE if stream.name == stream.base + EXCESS else ORDINARY
            stock += _merged(stream.base, place, part, whole, mark)
    return StockTables(
        stock=(*stock, *_stock_of_dated(stock, dated, f, mark)),
        court_dates=tuple(_court_dates(dated, mark)),
        converting=tuple(_converting(f, end, mark)),
        withdrawals=tuple(_withdrawals(f, end, expected)),
    )


def _court_dates(dated: list[tuple[str, _Place, Cohort]], mark: dict[str, Any]) -> Iterator[CourtDate]:
    """A row for each week that courts have set, at each place of a stream."""
    total: dict[tuple[str, str, Week | None, Week], int] = defaultdict(int)
    for base, place, own in dated:
        total[base, place.stage, place.ready, Week.of(own.first)] += own.cases
    for (base, stage, ready, due_week), cases in total.items():
        yield CourtDate(base, stage, due_week, cases / UNIT, ready, **mark)


def _places(f: Figures, end: Closing, k: int, withdrawing: int) -> Iterator[_Place]:
    """The places of a stream's open cases, the furthest first: of those that remain the oldest are furthest.

    What reaches a stage when the next week begins waits for it.
    """
    for n in np.flatnonzero(f.stream_of_task == k)[::-1].tolist():
        stage, waiting = STAGES[f.tasks[n].stage], int(end.waiting[n] + end.underway[n, 0])
        if waiting:
            yield _Place(stage, None, waiting, waiting - (withdrawing if n == f.entry[k] else 0))
        for t in (1 + np.flatnonzero(end.underway[n, 1:])).tolist():
            yield _Place(stage, f.weeks[t + 1], int(end.underway[n, t]), int(end.underway[n, t]))


def _cohorts(f: Figures, end: Closing, k: int, kept: int) -> list[Cohort]:
    """The ages of the `kept` cases: those before and those that came in, less the oldest that are done."""
    before = _dated_before(f, k) if f.streams[k].court else _lodged_before(f, k)
    lodged = replace(_last_week(f), cases=int(end.entered[k]))
    left = without_oldest([own for own in (*before, lodged) if own.cases], int(end.done[k]))
    return scaled(left, kept, lodged)


def _lodged_before(f: Figures, k: int) -> list[Cohort]:
    found = []
    for row in kept_stock(f.instance):
        if name_of(row.stream, row.part) == f.streams[k].name:
            for day, cases in by_week_of_lodging(row, row.cases * (1 - withdrawn_share(f.instance, row))):
                found.append(Cohort(day, min(day + timedelta(days=6), row.lodged_last), cases))
    return found


def _dated_before(f: Figures, k: int) -> list[Cohort]:
    rows = [row for row in f.instance.court_dates if row.stream == f.streams[k].base]
    return [Cohort(row.due_week.monday, row.due_week.monday, round(row.cases * UNIT)) for row in rows]


def _last_week(f: Figures) -> Cohort:
    return Cohort(max(f.weeks[0].monday, f.instance.header.first), f.weeks[0].sunday, 0)


def _merged(base: str, place: _Place, part: str, cohorts: list[Cohort], mark: dict[str, Any]) -> Iterator[Stock]:
    """A row for each first day of lodging."""
    found: dict[Any, Cohort] = {}
    for own in cohorts:
        known = found.get(own.first, replace(own, cases=0))
        found[own.first] = Cohort(own.first, max(own.last, known.last), own.cases + known.cases)
    for own in found.values():
        yield Stock(base, place.stage, own.first, own.last, own.cases / UNIT, place.ready, part, **mark)


def _stock_of_dated(
    stock: list[Stock], dated: list[tuple[str, _Place, Cohort]], f: Figures, mark: dict[str, Any]
) -> Iterator[Stock]:
    """Cases with a date set by a court stand in the stock as well, before all others, as they are taken from it."""
    total: dict[tuple[str, str, Week | None], int] = defaultdict(int)
    for base, place, own in dated:
        total[base, place.stage, place.ready] += own.cases
    for (base, stage, ready), cases in total.items():
        oldest = min((row.lodged_first for row in stock if row.stream == base), default=_last_week(f).first)
        day = oldest - timedelta(days=1)
        yield Stock(base, stage, day, day, cases / UNIT, ready, **mark)


def _converting(f: Figures, end: Closing, mark: dict[str, Any]) -> Iterator[Converting]:
    for n, t in np.argwhere(end.entering).tolist():
        stream = f.streams[f.tasks[n].stream]
        part = ABOVE if stream.name == stream.base + EXCESS else ORDINARY
        cases = int(end.entering[n, t]) / UNIT
        yield Converting(stream.base, STAGES[f.tasks[n].stage], f.weeks[t + 1], cases, part, **mark)


def _still_to_withdraw(f: Figures, end: Closing) -> list[int]:
    """K: cases of the stock that are still expected to withdraw, no more than wait for the first stage."""
    expected = np.minimum(f.withdrawn_stock[:, 1:].sum(axis=1), end.waiting[f.entry])
    counts: list[int] = expected.tolist()
    return counts


def _withdrawals(f: Figures, end: Closing, expected: list[int]) -> Iterator[Withdrawal]:
    """Shares of what is lodged stay; shares of the stock become shares of what is left of it, for the same cases."""
    start = f.weeks[1].monday
    names = [stream.name for stream in f.streams]
    own = [row for row in f.instance.withdrawals if row.last >= start]
    for row in own:
        if row.share_of == "lodged":
            yield row
            continue
        k = names.index(row.stream)
        weights = {other.first: _days_left(other, start) for other in own if _same(other, row)}
        total, waiting = sum(weights.values()), int(end.waiting[f.entry[k]])
        if expected[k] and total:
            share = expected[k] / waiting * weights[row.first] / total
            yield replace(row, first=max(row.first, start), share=min(share, 1.0))


def _same(row: Withdrawal, other: Withdrawal) -> bool:
    return (row.stream, row.share_of) == (other.stream, other.share_of)


def _days_left(row: Withdrawal, start: date) -> float:
    """Share of the opening stock that the row still asks for."""
    return row.share * ((row.last - max(row.first, start)).days + 1) / ((row.last - row.first).days + 1)


def _evidence(instance: Instance) -> str:
    """A state that follows from an assumption is an assumption."""
    return "A" if instance.header.synthetic else "D"
