"""The calendar has every week of the horizon; it may have more, so that the horizon can move along it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planner.domain.instance import CalendarWeek
from planner.domain.weeks import Week, horizon
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Place


def no_gap(draft: Draft) -> Iterator[Problem]:
    """Each run of missing weeks is one problem, at the row of the week before it."""
    places = {placed.row.week: placed.place for placed in draft.of(CalendarWeek)}
    weeks = horizon(draft.header.first, draft.header.last)
    start = Place("calendar.csv", 1)
    for missing, run in groupby(weeks, key=lambda week: week not in places):
        if missing:
            gap = list(run)
            place = places.get(gap[0].plus(-1), start)
            yield place.problem("week", Code.CALENDAR_GAP, _span(gap), "every week of the horizon")


def _span(gap: list[Week]) -> str:
    return f"no {gap[0]}" if len(gap) == 1 else f"no {gap[0]} to {gap[-1]}"
