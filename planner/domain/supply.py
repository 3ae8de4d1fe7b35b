"""People in service and the staff-days that they supply, week by week (rule `staff_supply`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Instance
from planner.domain.tables import ALL
from planner.domain.weeks import WORKING_DAYS, working_days_between

WEEKS_PER_YEAR = 365.25 / 7


@dataclass(frozen=True)
class Supply:
    """M pairs of a location and a group with staff there; T weeks."""

    location: NDArray[np.intp]  # M, position in the instance's locations
    group: NDArray[np.intp]  # M, position in the instance's groups
    names: tuple[tuple[str, str], ...]  # M, location and group
    hours_per_day: Numbers  # M, net hours in one staff-day
    stay: Numbers  # M, share of the people that is still there a week later
    change: Numbers  # M x T, people who come less people who go at the start of the week; those at t = 0 included
    people: Numbers  # M x T, people in service during the week
    days_per_person: Numbers  # M x T, deployable staff-days that one person supplies
    staff_days: Counts  # M x T, deployable staff-days, on the grid

    @property
    def whole_days(self) -> Counts:
        """M x T: whole staff-days that can be used each week when nothing is left lying: fractions carry over."""
        cumulative = np.cumsum(self.staff_days, axis=1) // UNIT
        return np.diff(cumulative, prepend=np.int64(0), axis=1)


def supply(instance: Instance) -> Supply:
    """People and staff-days of every pair, by rule `staff_supply`."""
    locations = {row.location: index for index, row in enumerate(instance.locations)}
    groups = {row.group: index for index, row in enumerate(instance.groups)}
    weeks = instance.weeks
    pairs = sorted(
        {(row.location, row.group) for row in instance.staff}
        | {(row.location, row.group) for row in instance.staff_changes},
        key=lambda pair: (locations[pair[0]], groups[pair[1]]),
    )
    leaving = {(row.location, row.group): row.leavers_per_year / WEEKS_PER_YEAR for row in instance.staff}
    stay = np.array([1 - leaving.get(pair, 0.0) for pair in pairs])
    change = _changes(instance, pairs)
    people = np.zeros_like(change)
    people[:, 0] = change[:, 0]
    for week in range(1, len(weeks)):
        people[:, week] = people[:, week - 1] * stay + change[:, week]
    calendar = {row.week: row.factor for row in instance.calendar}
    days = np.array(
        [calendar[week] * working_days_between(week, instance.header.first, instance.header.last) for week in weeks]
    )
    share = np.array([instance.groups[groups[group]].deployable_share for _, group in pairs])
    days_per_person = np.maximum(share[:, np.newaxis] - _duties(instance, pairs), 0.0) * days[np.newaxis, :]
    return Supply(
        location=np.array([locations[location] for location, _ in pairs], dtype=np.intp),
        group=np.array([groups[group] for _, group in pairs], dtype=np.intp),
        names=tuple(pairs),
        hours_per_day=np.array([instance.groups[groups[group]].hours_per_staff_day for _, group in pairs]),
        stay=stay,
        change=change,
        people=people,
        days_per_person=days_per_person,
        staff_days=_on_grid(people * days_per_person),
    )


def _duties(instance: Instance, pairs: list[tuple[str, str]]) -> Numbers:
    """M x T: share of the staff-days that goes to other duties, the mean over the five working days of a week."""
    taken = np.zeros((len(pairs), len(instance.weeks)))
    for row in instance.duties:
        touched = [row.location in (ALL, location) and row.group in (ALL, group) for location, group in pairs]
        days = [working_days_between(week, row.first, row.last or date.max) for week in instance.weeks]
        taken[touched] += row.share * np.array(days) / WORKING_DAYS
    return taken


def _changes(instance: Instance, pairs: list[tuple[str, str]]) -> Numbers:
    """M x T: known changes; the opening numbers count as a change in the first week."""
    pair_position = {pair: index for index, pair in enumerate(pairs)}
    week_position = {week: index for index, week in enumerate(instance.weeks)}
    change = np.zeros((len(pairs), len(week_position)))
    for row in instance.staff:
        change[pair_position[row.location, row.group], 0] += row.people
    for moved in instance.staff_changes:
        if moved.week in week_position:
            change[pair_position[moved.location, moved.group], week_position[moved.week]] += moved.people
    return change


def _on_grid(staff_days: Numbers) -> Counts:
    """Rounded on the running total, so that thirds of a day add up to days."""
    cumulative = np.rint(np.cumsum(staff_days, axis=1) * UNIT).astype(np.int64)
    return np.diff(cumulative, prepend=np.int64(0), axis=1)
