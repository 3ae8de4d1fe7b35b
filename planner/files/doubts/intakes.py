"""Whether it makes sense that people are taken on, and whether they fit below their ceilings."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.domain.column import ALL
from planner.domain.figures import Figures
from planner.domain.instance import Ceiling, CourseStep, Hiring, Overtime, Retraining, Transfer
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed

TOLERANCE = 1e-6


def are_below_their_ceiling(draft: Draft, figures: Figures) -> Iterator[Problem]:
    """Known people alone keep to each ceiling; else some have to be moved or retrained away, or no plan is right."""
    supply = figures.supply
    for placed in draft.of(Ceiling):
        row = placed.row
        scope = np.array([row.location in (ALL, own) and row.group in (ALL, group) for own, group in supply.names])
        weeks = np.flatnonzero([row.first <= week.monday <= row.last for week in figures.weeks])
        people = supply.people[scope][:, weeks].sum(axis=0)
        above = np.flatnonzero(people > row.people + TOLERANCE)
        if len(above):
            week = figures.weeks[weeks[above[0]]]
            yield placed.place.problem(
                "people", Code.ABOVE_CEILING, f"{row.people:g}", f"{people[above].max():g} or more, from {week} on"
            )


def find_work(draft: Draft, figures: Figures) -> Iterator[Problem]:
    """Who is hired, retrained or moved may do something where they come."""
    busy = {figures.supply.names[pair] for pair in set(figures.arc_pair.tolist())}
    joined: list[tuple[Placed[Hiring] | Placed[Retraining] | Placed[Transfer], str, str, str]] = [
        *((placed, "group", placed.row.location, placed.row.group) for placed in draft.of(Hiring)),
        *((placed, "to_group", placed.row.location, placed.row.to_group) for placed in draft.of(Retraining)),
        *((placed, "to_location", placed.row.to_location, placed.row.group) for placed in draft.of(Transfer)),
    ]
    for placed, column, location, group in joined:
        if (location, group) not in busy:
            yield placed.place.problem(
                column,
                Code.ROW_WITHOUT_EFFECT,
                f"{location}, {group}",
                "a group in eligibility.csv that may do work of the location in places.csv",
            )


def fall_in_the_horizon(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Some week of the horizon is in each period."""
    weeks, header = draft.instance.weeks, draft.header
    intakes: list[Placed[Hiring] | Placed[Retraining] | Placed[Transfer]] = [
        *draft.of(Hiring),
        *draft.of(Retraining),
        *draft.of(Transfer),
    ]
    for placed in intakes:
        if placed.row.last < weeks[0] or weeks[-1] < placed.row.first:
            expected = f"a period with weeks from {weeks[0]} to {weeks[-1]}"
            yield placed.place.problem("first", Code.ROW_WITHOUT_EFFECT, placed.row.first, expected)
    periods: list[Placed[Ceiling] | Placed[Overtime]] = [*draft.of(Ceiling), *draft.of(Overtime)]
    for limited in periods:
        if limited.row.last < header.first or header.last < limited.row.first:
            expected = f"a period with days from {header.first} to {header.last}"
            yield limited.place.problem("first", Code.ROW_WITHOUT_EFFECT, limited.row.first, expected)


def follow_each_course(draft: Draft, _: Figures) -> Iterator[Problem]:
    """A course is there for somebody; the doubt stands at its first row."""
    followed = {placed.row.course for placed in draft.of(Hiring)}
    followed |= {placed.row.course for placed in draft.of(Retraining)}
    followed |= {placed.row.course for placed in draft.of(Transfer)}
    for placed in draft.of(CourseStep):
        if placed.row.course not in followed:
            followed.add(placed.row.course)
            yield placed.place.problem(
                "course", Code.ROW_WITHOUT_EFFECT, placed.row.course, "a course that somebody follows"
            )
