"""People in service and the staff-days that they supply, week by week (rule `staff_supply`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.domain.column import ALL
from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Instance
from planner.domain.intakes import Intakes, intakes, pairs_of_intakes, trainees
from planner.domain.weeks import WORKING_DAYS, working_days_between

WEEKS_PER_YEAR = 365.25 / 7

DAY_ROUNDING = 5e-5
"""Staff-days to date are rounded to ten-thousandths before whole days are counted.

Whole numbers, which are common, then stay well clear of where a solver's tolerance (a millionth) could tip them over.
"""


@dataclass(frozen=True)
class Supply:
    """M pairs of a location and a group with staff there; T weeks."""

    location: NDArray[np.intp]  # M, position in the instance's locations
    group: NDArray[np.intp]  # M, position in the instance's groups
    names: tuple[tuple[str, str], ...]  # M, location and group
    hours_per_day: Numbers  # M, net hours in one staff-day
    stay: Numbers  # M, share of the people that is still there a week later
    change: Numbers  # M x T, people who come less people who go at the start of the week; those at t = 0 included
    people: Numbers  # M x T, people in service during the week, newcomers included
    working: Numbers  # M x T, the trained people's worth of work among them
    days_per_person: Numbers  # M x T, deployable staff-days that one trained person supplies
    carried: Numbers  # M, part of a staff-day supplied before the horizon, which counts for its first week
    staff_days: Counts  # M x T, deployable staff-days, on the grid
    intakes: Intakes
    taken: NDArray[np.int64]  # D, people who start with each intake
    overtime_share: Numbers  # M x T, staff-days beyond those supplied, at most, as a share of them
    overtime_cost: Numbers  # M x T, euro per hour

    @property
    def whole_days(self) -> Counts:
        """M x T: whole staff-days that can be used each week when nothing is left lying: fractions carry over."""
        cumulative = (np.cumsum(self.staff_days, axis=1) + round(DAY_ROUNDING * UNIT)) // UNIT
        return np.diff(cumulative, prepend=np.int64(0), axis=1)

    @property
    def overtime_days(self) -> Numbers:
        """M x T: staff-days beyond those supplied, at most."""
        return self.overtime_share * self.staff_days / UNIT

    @property
    def whole_overtime(self) -> Counts:
        """M x T: whole staff-days of overtime, at most."""
        return np.floor(self.overtime_days).astype(np.int64)

    @property
    def undecided(self) -> NDArray[np.bool_]:
        """M: whether people may join or leave the pair by decision."""
        touched = np.zeros(len(self.names), dtype=bool)
        touched[self.intakes.pair] = True
        touched[self.intakes.source[self.intakes.source >= 0]] = True
        return touched


def supply(instance: Instance, taken: NDArray[np.int64] | None = None) -> Supply:
    """People and staff-days of every pair, by rule `staff_supply`, with `taken` (D) people in the intakes.

    None, or an empty array, stands for nobody.
    """
    locations = {row.location: index for index, row in enumerate(instance.locations)}
    groups = {row.group: index for index, row in enumerate(instance.groups)}
    weeks = instance.weeks
    pairs = sorted(
        {(row.location, row.group) for row in instance.staff}
        | {(row.location, row.group) for row in instance.staff_changes}
        | {(row.location, row.group) for row in instance.trainees}
        | pairs_of_intakes(instance),
        key=lambda pair: (locations[pair[0]], groups[pair[1]]),
    )
    leaving = {(row.location, row.group): row.leavers_per_year / WEEKS_PER_YEAR for row in instance.staff}
    stay = np.array([1 - leaving.get(pair, 0.0) for pair in pairs])
    change = _changes(instance, pairs)
    people = np.zeros_like(change)
    people[:, 0] = np.maximum(change[:, 0], 0.0)
    for week in range(1, len(weeks)):  # known changes leave leavers out of account: of those who go some have gone
        people[:, week] = np.maximum(people[:, week - 1] * stay + change[:, week], 0.0)
    choices = intakes(instance, pairs, stay)
    started = np.zeros(len(choices), dtype=np.int64) if taken is None or not taken.size else taken
    learning, learned = trainees(instance, pairs, stay)
    working = people + learned + choices.at_work(started.astype(np.float64), len(pairs))
    people = people + learning + choices.in_service(started.astype(np.float64), len(pairs))
    overtime_share, overtime_cost = _overtime(instance, pairs)
    calendar = {row.week: row.factor for row in instance.calendar}
    days = np.array(
        [calendar[week] * working_days_between(week, instance.header.first, instance.header.last) for week in weeks]
    )
    share = np.array([instance.groups[groups[group]].deployable_share for _, group in pairs])
    days_per_person = np.maximum(share[:, np.newaxis] - _duties(instance, pairs), 0.0) * days[np.newaxis, :]
    before = {(row.location, row.group): row.carried_days for row in instance.staff}
    carried = np.array([before.get(pair, 0.0) for pair in pairs])
    staff_days = working * days_per_person
    staff_days[:, 0] += carried
    return Supply(
        location=np.array([locations[location] for location, _ in pairs], dtype=np.intp),
        group=np.array([groups[group] for _, group in pairs], dtype=np.intp),
        names=tuple(pairs),
        hours_per_day=np.array([instance.groups[groups[group]].hours_per_staff_day for _, group in pairs]),
        stay=stay,
        change=change,
        people=people,
        working=working,
        days_per_person=days_per_person,
        carried=carried,
        staff_days=on_grid(staff_days),
        intakes=choices,
        taken=started,
        overtime_share=overtime_share,
        overtime_cost=overtime_cost,
    )


def _overtime(instance: Instance, pairs: list[tuple[str, str]]) -> tuple[Numbers, Numbers]:
    """M x T: the share of overtime, by the working days of the week that are in its period, and its cost."""
    share = np.zeros((len(pairs), len(instance.weeks)))
    cost = np.zeros_like(share)
    for row in instance.overtime:
        part = np.array([working_days_between(week, row.first, row.last) / WORKING_DAYS for week in instance.weeks])
        for m, (location, group) in enumerate(pairs):
            if row.location in (ALL, location) and row.group in (ALL, group):
                share[m] += row.share * part
                cost[m] = np.where(part > 0, np.maximum(cost[m], row.cost), cost[m])
    return share, cost


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


def on_grid(staff_days: Numbers) -> Counts:
    """Rounded on the running total, so that thirds of a day add up to days."""
    cumulative = np.rint(np.cumsum(staff_days, axis=1) * UNIT).astype(np.int64)
    return np.diff(cumulative, prepend=np.int64(0), axis=1)
