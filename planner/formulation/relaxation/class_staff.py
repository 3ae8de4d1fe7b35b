"""Staff of the relaxation: staff-days of each class within what its people supply, people who start included."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.supply import DAY_ROUNDING
from planner.formulation.columns import PeopleColumns, intake_columns, week_labels
from planner.formulation.draft import Draft, Ids
from planner.formulation.model import add_people_rules
from planner.formulation.relaxation.classes import Classes
from planner.formulation.rules.staff_supply import effects


def add_staff(draft: Draft, f: Figures, c: Classes, staff: Ids, *, choices: bool) -> PeopleColumns:
    """Rules `staff_supply`, `staff_deployment` and `overtime` over classes; those on people who start as they are.

    A pair whose people are known supplies its whole days. One that people may still join or leave supplies fractions,
    of which it carries less than a day from week to week: used[t] + carried[t] <= supplied[t] + carried[t-1]. What
    whole days gain by rounding supply to date up is carried below zero.
    """
    supply, weeks = f.supply, week_labels(f)
    labels = [str(number) for number in range(len(c.whole_days))]
    open_pairs = supply.undecided & choices
    known = np.where(open_pairs[:, np.newaxis], supply.staff_days / UNIT, supply.whole_days)
    there = draft.rows("class_deployment", (labels, weeks), upper=by_class(c, known))
    draft.put(there[c.arc_staff], staff, 1.0)
    started = np.full(len(supply.intakes), -1, dtype=np.intp)
    if choices and len(supply.intakes):
        started = intake_columns(draft, f)
        _add_carried(draft, c, there, open_pairs, weeks)
        for pair, column, effect in effects(f, started):
            draft.put(there[c.of_pair[pair]], column, -effect * supply.days_per_person[pair])
    overtime = _add_overtime(draft, f, c, there, started)
    people = PeopleColumns(started, np.full(supply.people.shape, -1, dtype=np.intp), overtime)
    if choices and len(supply.intakes):
        add_people_rules(draft, f, people)
    return people


def by_class(c: Classes, of_pairs: Numbers) -> Numbers:
    """P x T: figures of pairs (M x T) added up over classes."""
    total = np.zeros((len(c.whole_days), of_pairs.shape[1]))
    np.add.at(total, c.of_pair, of_pairs)
    return total


def most_days(f: Figures, *, choices: bool) -> Numbers:
    """M x T: staff-days of a pair that no plan can pass."""
    supply, own = f.supply, f.supply.intakes
    known, supplied = supply.whole_days.astype(np.float64), supply.staff_days / UNIT
    if choices and len(own):
        gained = np.zeros_like(known)
        np.add.at(gained, own.pair, np.maximum(own.work, 0.0) * own.most[:, np.newaxis])
        supplied = supplied + gained * supply.days_per_person
        known = np.where(supply.undecided[:, np.newaxis], supplied + 1, known)
    return known + supply.overtime_share * supplied


def _add_carried(draft: Draft, c: Classes, there: Ids, open_pairs: NDArray[np.bool_], weeks: list[str]) -> None:
    pairs = np.bincount(c.of_pair[open_pairs], minlength=len(there))
    classes = np.flatnonzero(pairs)
    labels = [str(number) for number in classes]
    number = pairs[classes][:, np.newaxis]
    lower, upper = -DAY_ROUNDING * number, (1 - DAY_ROUNDING) * number
    carried = draft.columns("class_carried", (labels, weeks), lower=lower, upper=upper)
    draft.put(there[classes], carried, 1.0)
    draft.put(there[classes][:, 1:], carried[:, :-1], -1.0)


def _add_overtime(draft: Draft, f: Figures, c: Classes, there: Ids, started: Ids) -> Ids:
    """M x T: the overtime column of each pair's class, -1 where there is none."""
    supply, weeks = f.supply, week_labels(f)
    ids = np.full(supply.people.shape, -1, dtype=np.intp)
    paid = np.flatnonzero((supply.overtime_share > 0).any(axis=1))
    if not len(paid):
        return ids
    classes = np.unique(c.of_pair[paid])
    labels = [str(number) for number in classes]
    choices = bool((started >= 0).any())
    most = by_class(c, np.where(supply.overtime_share > 0, most_days(f, choices=choices), 0.0))
    overtime = draft.columns("class_overtime", (labels, weeks), upper=most[classes])
    draft.put(there[classes], overtime, -1.0)
    rows = draft.rows("class_overtime_share", (labels, weeks), upper=by_class(c, supply.overtime_days)[classes])
    draft.put(rows, overtime, 1.0)
    at = np.full(len(there), -1, dtype=np.intp)
    at[classes] = np.arange(len(classes))
    ids[paid] = overtime[at[c.of_pair[paid]]]
    if choices:
        for pair, column, effect in effects(f, started):
            own = np.flatnonzero(at[c.of_pair[pair]] >= 0)
            more = effect[own] * supply.days_per_person[pair[own]] * supply.overtime_share[pair[own]]
            draft.put(rows[at[c.of_pair[pair[own]]]], column[own], -more)
    return ids
