"""Staff of the relaxation: staff-days of each class within what its people supply, people who start included."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.supply import DAY_ROUNDING
from planner.formulation.columns import PeopleColumns, intake_columns, pair_labels, week_labels
from planner.formulation.draft import Draft, Ids
from planner.formulation.model import add_people_rules
from planner.formulation.relaxation.classes import Classes, first_of
from planner.formulation.rules.staff_supply import effects

CARRIED = 1 + 1 / UNIT
"""Staff-days that one week may have from another, at most: less than a whole one, but supply to date is rounded."""


def add_staff(draft: Draft, f: Figures, c: Classes, staff: Ids, *, choices: bool) -> PeopleColumns:
    """Rules `staff_supply`, `staff_deployment` and `overtime` over classes; those on people who start as they are.

    A pair whose people are known supplies its whole days. One that people may still join or leave supplies fractions,
    of which it carries less than a day from week to week; pair by pair, since a day that one of them carries is no day
    of another.
    """
    supply, weeks = f.supply, week_labels(f)
    labels = first_of(c.of_pair, pair_labels(f))
    known = np.where((supply.undecided & choices)[:, np.newaxis], 0.0, supply.whole_days)
    there = draft.rows("class_deployment", (labels, weeks), upper=by_class(c, known))
    draft.put(there[c.arc_staff], staff, 1.0)
    started = np.full(len(supply.intakes), -1, dtype=np.intp)
    if choices and len(supply.intakes):
        started = intake_columns(draft, f)
        pairs = np.flatnonzero(supply.undecided)
        draft.put(there[c.of_pair[pairs]], _days_of_pairs(draft, f, pairs, started), -1.0)
    overtime = _add_overtime(draft, f, c, labels, there, started)
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
    supply, known = f.supply, f.supply.whole_days.astype(np.float64)
    supplied = _most_supplied(f) if choices else supply.staff_days / UNIT
    if choices:
        known = np.where(supply.undecided[:, np.newaxis], supplied + CARRIED, known)
    return known + supply.overtime_share * supplied


def _most_supplied(f: Figures) -> Numbers:
    """M x T: staff-days supplied if every class were full and nobody left to start elsewhere."""
    supply, own = f.supply, f.supply.intakes
    gained = np.zeros(supply.people.shape)
    np.add.at(gained, own.pair, np.maximum(own.work, 0.0) * own.most[:, np.newaxis])
    return supply.staff_days / UNIT + gained * supply.days_per_person


def _days_of_pairs(draft: Draft, f: Figures, pairs: Ids, started: Ids) -> Ids:
    """Staff-days that may be used of each pair that people may join or leave, none of them below zero.

    days[m,t] + carried[m,t] = supplied[m,t] + carried[m,t-1]. What whole days gain by rounding supply to date up is
    carried below zero.
    """
    supply, axes = f.supply, ([pair_labels(f)[m] for m in pairs], week_labels(f))
    days = draft.columns("pair_days", axes, upper=_most_supplied(f)[pairs] + CARRIED)
    least = -DAY_ROUNDING - 0.5 / UNIT
    carried = draft.columns("pair_carried", axes, lower=least, upper=least + CARRIED)
    supplied = supply.working[pairs] * supply.days_per_person[pairs]
    rows = draft.rows("pair_supply", axes, lower=supplied, upper=supplied)
    draft.put(rows, days, 1.0)
    draft.put(rows, carried, 1.0)
    draft.put(rows[:, 1:], carried[:, :-1], -1.0)
    at = np.full(len(supply.names), -1, dtype=np.intp)
    at[pairs] = np.arange(len(pairs))
    for pair, column, effect in effects(f, started):
        draft.put(rows[at[pair]], column, -effect * supply.days_per_person[pair])
    return days


def _add_overtime(draft: Draft, f: Figures, c: Classes, names: list[str], there: Ids, started: Ids) -> Ids:
    """M x T: the overtime column of each pair's class, -1 where there is none."""
    supply, weeks = f.supply, week_labels(f)
    ids = np.full(supply.people.shape, -1, dtype=np.intp)
    paid = np.flatnonzero((supply.overtime_share > 0).any(axis=1))
    if not len(paid):
        return ids
    classes = np.unique(c.of_pair[paid])
    labels = [names[number] for number in classes]
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
