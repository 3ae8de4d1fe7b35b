"""Whether the people go with the rest of the instance."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.domain.figures import Figures
from planner.domain.instance import Location, Staff
from planner.domain.weeks import WORKING_DAYS
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft

SPARE = 1.2
"""Hearing hours of staff for one hour of a room, before someone asks where they would sit."""

FEWEST_PEOPLE = 3.0


def fit_the_rooms(draft: Draft, figures: Figures) -> Iterator[Problem]:
    """Staff who can do nothing but hear at a location need its rooms."""
    hours = _hearing_hours(figures)
    for index, placed in enumerate(draft.of(Location)):
        rooms = placed.row.hearing_rooms * placed.row.room_hours
        if hours[index] > SPARE * rooms:
            yield placed.place.problem(
                "hearing_rooms",
                Code.STAFF_ABOVE_ROOMS,
                f"{hours[index]:.0f} hours of staff a week",
                f"about the {rooms:.0f} hours of the rooms",
            )


def are_enough_not_to_be_known(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Real figures about one or two people say something about those people."""
    if draft.header.synthetic:
        return
    for placed in draft.of(Staff):
        if 0 < placed.row.people < FEWEST_PEOPLE:
            yield placed.place.problem(
                "people", Code.FEW_PEOPLE, f"{placed.row.people:g}", f"{FEWEST_PEOPLE:g} or more, or none"
            )


def _hearing_hours(figures: Figures) -> list[float]:
    """By location: most net hours in a normal week of the staff who can only hear there."""
    supply = figures.supply
    hours = [0.0] * len(figures.instance.locations)
    for pair, (_, group) in enumerate(supply.names):
        works = figures.arc_work[figures.arc_pair == pair]
        if len(works) and np.isin(works, figures.work_of_task[figures.hearing_tasks]).all():
            share = next(row.deployable_share for row in figures.instance.groups if row.group == group)
            days = supply.people[pair].max() * share * WORKING_DAYS
            hours[supply.location[pair]] += float(days * supply.hours_per_day[pair])
    return hours
