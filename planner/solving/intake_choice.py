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
    smaller now is made up for in the next. Raises NoPlanError where the rules leave no choice at all.
    """
    own = f.supply.intakes
    draft, started = _people_who_start(f)
    labels = [str(d) for d in range(len(own))]
    more, less = draft.columns("more", (labels,)), draft.columns("less", (labels,))
    same: dict[tuple[str, int, int], list[int]] = {}
    for d in np.argsort(own.week, kind="stable").tolist():
        same.setdefault((own.kind[d], int(own.pair[d]), int(own.source[d])), []).append(d)
    before = [(d, series[: place + 1]) for series in same.values() for place, d in enumerate(series)]
    to_date = np.zeros(len(own))
    for d, series in before:
        to_date[d] = relaxed[series].sum()
    rows = draft.rows("to_date", (labels,), lower=to_date, upper=to_date)
    for d, series in before:
        draft.put(rows[d], started[series], 1.0)
    draft.put(rows, more, -1.0)
    draft.put(rows, less, 1.0)
    linear = draft.finish()
    costs = np.zeros(len(linear.column_lower))
    costs[more], costs[less] = 1.0, TOO_FEW
    people = whole_values(linear, costs, started)
    if people is None:
        raise NoPlanError("no whole people within the rules on people")
    return people.astype(np.int64)


def _people_who_start(f: Figures) -> tuple[Draft, Ids]:
    """The columns of people who start (D), and the rules on people."""
    draft = Draft()
    started = intake_columns(draft, f)
    nowhere = np.full(f.supply.people.shape, -1, dtype=np.intp)
    add_people_rules(draft, f, PeopleColumns(started, nowhere, nowhere))
    return draft, started
