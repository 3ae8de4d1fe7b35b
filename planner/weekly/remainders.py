"""What promises over a period still ask for, and what past weeks still bring, when a week is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT
from planner.domain.instance import Agreement, ChainBefore, Guarantee, Smoothing, StartGroup
from planner.domain.lodgings import pact_years
from planner.domain.smoothing import normal_weeks
from planner.domain.weeks import last_week_within
from planner.weekly.closing import Closing
from planner.weekly.happened import Happened


def guarantee(f: Figures, happened: Happened) -> Guarantee | None:
    """The guarantee with what has been used of it in the Pact year in which the next week begins."""
    own = f.instance.header.guarantee
    if own is None:
        return None
    monday, start = f.weeks[1].monday, max(f.weeks[0].monday, f.instance.header.first)
    counts = {row.stream for row in f.instance.streams if row.counts}
    under = sum(int(happened.lodged[k]) for k, stream in enumerate(f.streams) if stream.name in counts) / UNIT
    began = next(first for first, last in pact_years(f.instance) if first <= monday <= last)
    if began <= f.instance.header.first:
        return replace(own, used=own.used * (began < f.instance.header.first) + under)
    of_new_year = max((monday - began).days, 0) / (monday - start).days
    return replace(own, used=under * min(of_new_year, 1.0))


def agreements(f: Figures, end: Closing) -> Iterator[Agreement]:
    """Agreements of which a part is still to come, with what has been decided."""
    header, monday = f.instance.header, f.weeks[1].monday
    for a, row in enumerate(f.instance.agreements):
        decided = int(end.decided[f.agreements.streams[a]].sum()) / UNIT if f.agreements.weeks[a, 0] else 0.0
        if row.last < monday:
            continue
        before = row.decided_before
        if before is None and row.first < monday:
            outside = max((header.first - row.first).days, 0)
            before = row.cases * outside / ((row.last - row.first).days + 1)
        yield row if before is None else replace(row, decided_before=before + decided)


def smoothing(f: Figures, end: Closing) -> Iterator[Smoothing]:
    """What the next week is held against: the decisions of the one that is over."""
    normal = float(normal_weeks(f.instance, f.part_of_week)[0])
    for row in f.instance.smoothing:
        yield replace(row, decided_before=int(end.decided.sum()) / UNIT, week_before=normal)


def start_group(f: Figures, end: Closing) -> Iterator[StartGroup]:
    """The share of the stock that is left which is still asked for."""
    own = f.start_group
    for g, row in enumerate(f.instance.start_group):
        k = int(own.stream[g])
        mine = f.stream_of_task == k
        stock = int(end.waiting[mine].sum() + end.underway[mine].sum())
        stock -= int(min(f.withdrawn_stock[k, 1:].sum(), end.waiting[f.entry[k]]))
        asked = int(own.asked[g]) - int(end.done[k])
        if last_week_within(row.date) > f.weeks[0] and asked > 0 and stock > 0:
            yield replace(row, share=min(asked / stock, 1.0))


def chain_before(f: Figures, end: Closing, happened: Happened) -> Iterator[ChainBefore]:
    """What the week, and those before it, still bring to partners."""
    own = f.chain
    load = own.before[:, 1:].copy()
    heard = happened.finished[f.hearing_tasks].sum()
    still_open = end.waiting.sum() + end.underway.sum()
    for r, (p, lag) in enumerate(zip(own.partner, own.lag, strict=True)):
        if 0 < lag <= load.shape[1]:
            brought = (
                own.per_decision[r, :, 0] @ end.decided + own.per_hearing[r] * heard + own.per_open[r] * still_open
            )
            load[p, lag - 1] += brought / UNIT
    evidence = "A" if f.instance.header.synthetic else "D"
    for p, t in np.argwhere(load > 0).tolist():
        source = f"What was done before {f.weeks[1]}"
        yield ChainBefore(own.names[p], f.weeks[t + 1], float(load[p, t]), evidence=evidence, source=source)
