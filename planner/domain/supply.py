"""People in service and the staff-days that they supply, week by week (rule `staff_supply`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Instance
from planner.domain.weeks import working_days_between

WEEKS_PER_YEAR = 365.25 / 7


@dataclass(frozen=True)
class Supply:
    """M pairs of a location and a group with staff there; T weeks."""

    location: NDArray[np.intp]  # M, position in the instance's locations
    group: NDArray[np.intp]  # M, position in the instance's groups
    names: tuple[tuple[str, str], ...]  # M, location and group
    hours_per_day: Numbers  # M, net hours in one staff-day
    people: Numbers  # M x T, people in service during the week
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
    position = {week: index for index, week in enumerate(weeks)}
    pairs = sorted(
        {(row.location, row.group) for row in instance.staff}
        | {(row.location, row.group) for row in instance.staff_changes},
        key=lambda pair: (locations[pair[0]], groups[pair[1]]),
    )
    start = {(row.location, row.group): row for row in instance.staff}
    changes = np.zeros((len(pairs), len(weeks)))
    for row in instance.staff_changes:
        if row.week in position:
            changes[pairs.index((row.location, row.group)), position[row.week]] += row.people
    stay = np.array(
        [1 - start[pair].leavers_per_year / WEEKS_PER_YEAR if pair in start else 1.0 for pair in pairs]
    )
    people = np.zeros((len(pairs), len(weeks)))
    before = np.array([start[pair].people if pair in start else 0.0 for pair in pairs])
    for index in range(len(weeks)):
        before = np.maximum(before + changes[:, index], 0.0)
        people[:, index] = before
        before = before * stay
    calendar = {row.week: row.factor for row in instance.calendar}
    days = np.array(
        [
            calendar[week] * working_days_between(week, instance.header.first, instance.header.last)
            for week in weeks
        ]
    )
    share = np.array([instance.groups[groups[group]].deployable_share for _, group in pairs])
    return Supply(
        location=np.array([locations[location] for location, _ in pairs], dtype=np.intp),
        group=np.array([groups[group] for _, group in pairs], dtype=np.intp),
        names=tuple(pairs),
        hours_per_day=np.array([instance.groups[groups[group]].hours_per_staff_day for _, group in pairs]),
        people=people,
        staff_days=np.rint(people * share[:, None] * days[None, :] * UNIT).astype(np.int64),
    )
