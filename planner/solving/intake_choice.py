"""Whole people who start, near what a relaxed plan takes on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Numbers
from planner.errors import NoPlanError
from planner.formulation.columns import PeopleColumns, intake_columns
from planner.formulation.draft import Draft, Ids
from planner.formulation.model import add_people_rules
from planner.solving.highs import whole_values

TOO_FEW = 2.0
"""What a person who is missing counts, beside one who is too many: work that nobody does costs more than idle days."""

NEAR = 0.03
"""By how much the people may miss the nearest ones, for each number that is counted."""

NEARLY = 1e-6
"""People by which a rule may seem to be broken."""


def within_people_rules(f: Figures, taken: NDArray[np.int64]) -> bool:
    """Whether so many people (D) keep every rule on people."""
    draft, started = _people_who_start(f)
    linear = draft.finish()
    people = np.zeros(len(linear.column_lower))
    people[started] = taken
    columns = (people >= linear.column_lower) & (people <= linear.column_upper)
    activity = linear.activity(people)
    rows = (activity >= linear.row_lower - NEARLY) & (activity <= linear.row_upper + NEARLY)
    return bool(columns.all() and rows.all())


def whole_intakes(f: Figures, relaxed: Numbers) -> NDArray[np.int64]:
    """D: whole people within every rule on people, their number to date as near as can be to the `relaxed` one.

    Nearness is counted for each pair, and each pair that they leave, from intake to intake: a class that is a little
    smaller now is made up for in the next. And so for each group of staff at all locations, and for all groups: whom
    one cannot take on, another does. Raises NoPlanError where the rules leave no choice at all.
    """
    draft, started = _people_who_start(f)
    until = _until(f)
    labels = [str(number) for number in range(len(until))]
    more, less = draft.columns("more", (labels,)), draft.columns("less", (labels,))
    to_date = np.array([relaxed[own].sum() for own in until])
    rows = draft.rows("to_date", (labels,), lower=to_date, upper=to_date)
    for row, own in zip(rows, until, strict=True):
        draft.put(row, started[own], 1.0)
    draft.put(rows, more, -1.0)
    draft.put(rows, less, 1.0)
    linear = draft.finish()
    costs = np.zeros(len(linear.column_lower))
    costs[more], costs[less] = 1.0, TOO_FEW
    people = whole_values(linear, costs, started, NEAR * len(until))
    if people is None:
        raise NoPlanError("no whole people within the rules on people")
    return people.astype(np.int64)


def _until(f: Figures) -> list[list[int]]:
    """Intakes up to each one that are counted together: those of its pair, of its group anywhere, and of its kind."""
    own = f.supply.intakes
    group = np.append(f.supply.group, -1)  # newcomers leave none
    same: dict[tuple[str | int, ...], list[int]] = {}
    for d in np.argsort(own.week, kind="stable").tolist():
        kind, pair, source = own.kind[d], int(own.pair[d]), int(own.source[d])
        of_group = "group", kind, int(group[pair]), int(group[source])
        for key in (("pair", kind, pair, source), of_group, ("kind", kind)):
            same.setdefault(key, []).append(d)
    return [series[: place + 1] for series in same.values() for place in range(len(series))]


def _people_who_start(f: Figures) -> tuple[Draft, Ids]:
    """The columns of people who start (D), and the rules on people."""
    draft = Draft()
    started = intake_columns(draft, f)
    nowhere = np.full(f.supply.people.shape, -1, dtype=np.intp)
    add_people_rules(draft, f, PeopleColumns(started, nowhere, nowhere))
    return draft, started
