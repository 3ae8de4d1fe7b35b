"""What the rules look at: the decisions by label position, and the instance's rows worked out a second time.

Only names, weeks and the entries of the streams are taken from the figures; hours, skills and staff are read from
the rows again, so that a slip in the figures does not pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain.column import ALL
from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Indices, Numbers
from planner.domain.instance import Hiring, Instance, Retraining, Trainee, Transfer
from planner.domain.intakes import HIRE, RETRAIN
from planner.domain.plan import Plan
from planner.domain.stages import STAGES
from planner.domain.weeks import Week
from planner.evaluation.flows import Flows

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True)
class View:
    """L locations, G groups (all of the instance's), K streams, N tasks, W works, T weeks.

    `flows` and `figures` are what the run states; a rule holds them against its own reckoning.
    """

    figures: Figures
    flows: Flows
    staff_days: Counts  # L x G x W x T, whole staff-days outside teams
    team_days: Counts  # Z x G x W x T, whole staff-days inside them
    finished: Counts  # L x N x T, grid counts of cases

    @property
    def instance(self) -> Instance:
        """The instance as it was read."""
        return self.figures.instance

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the horizon."""
        return self.figures.weeks

    @cached_property
    def tasks(self) -> tuple[tuple[str, str], ...]:
        """N: stream of the instance (a twin's ordinary one) and stage."""
        return tuple((self.figures.streams[task.stream].base, STAGES[task.stage]) for task in self.figures.tasks)

    @cached_property
    def works(self) -> tuple[tuple[str, str], ...]:
        """W: streams and stages of the instance, in the order of the tasks; parts of a stream share staff."""
        return tuple(dict.fromkeys(self.tasks))

    def by_work(self, of_tasks: Numbers) -> Numbers:
        """L x W x T: figures of tasks (L x N x T) added up over the parts of each stream."""
        total = np.zeros((len(of_tasks), len(self.works), len(self.weeks)))
        for n, task in enumerate(self.tasks):
            total[:, self.works.index(task)] += of_tasks[:, n]
        return total

    @cached_property
    def all_days(self) -> Counts:
        """L x G x W x T: staff-days outside teams and inside them."""
        return _everywhere(self.figures, self.staff_days, self.team_days)

    @cached_property
    def worked(self) -> Numbers:
        """L x G x W x T: hours that the staff of each group put into the work; in a team with the team's output."""
        in_teams = np.zeros(self.staff_days.shape)
        np.add.at(in_teams, self.figures.teams.location, self.team_days * self.team_output[:, None, None, :])
        per_day = np.array([group.hours_per_staff_day for group in self.instance.groups])
        hours: Numbers = (self.staff_days + in_teams) * (per_day[:, None] * self.efficiency)[..., None]
        return hours

    @cached_property
    def team_output(self) -> Numbers:
        """Z x T: output of a staff-day in the team as a share of the ordinary one, by how long it has been open.

        A closed one has learned nothing.
        """
        found = np.ones((len(self.instance.teams), len(self.weeks)))
        opened = {row.team: row.since for row in self.instance.open_teams}
        for z, row in enumerate(self.instance.teams):
            since = opened.get(row.team)
            start = (row.first if since else max(row.first, self.weeks[0])).monday
            learning = -(-row.learning_weeks // row.every_weeks) * row.every_weeks
            known = (self.weeks[0].monday - since.monday).days // 7 if since else 0
            for t, week in enumerate(self.weeks):
                block = t - (week.monday - start).days // 7 % row.every_weeks
                needed = [*range(max(block - learning, 0), block), t]
                long_enough = block + known >= learning and bool(self.figures.team_open[z, needed].all())
                found[z, t] = row.learned_output if long_enough else row.output
        return found

    @cached_property
    def national(self) -> Counts:
        """N x T: cases finished to date, all locations."""
        return np.cumsum(self.finished.sum(axis=0), axis=1)

    @cached_property
    def working_days(self) -> Numbers:
        """T: working days of the week inside the horizon, counted day by day."""
        header = self.instance.header
        return np.array(
            [
                sum(header.first <= week.monday + timedelta(days=day) <= header.last for day in range(5))
                for week in self.weeks
            ],
            dtype=np.float64,
        )

    @cached_property
    def hours(self) -> Numbers:
        """L x N x T: staff hours per case at normal output: full hearings with their no-show, and written ones."""
        work = {(row.stream, row.stage): row for row in self.instance.work}
        per_case = self.appointment_hours(self.no_show)
        for n, task in enumerate(self.tasks):
            row = work[task]
            if row.written_hours is not None:
                per_case[:, n] += row.written_share * row.written_hours * self.instance.header.hours_factor
        return per_case[:, :, None] * self.change

    @cached_property
    def room_hours(self) -> Numbers:
        """L x N x T: room hours per case, 0 outside hearings: of those that are heard in full."""
        hearing = np.array([stage == "hearing" for _, stage in self.tasks])
        hours: Numbers = (self.appointment_hours(self.no_show) * hearing)[:, :, None] * self.change
        return hours

    @cached_property
    def interpreter_hours(self) -> Numbers:
        """N x T: interpreter hours per case, with the stream's no-show in every location."""
        work = {(row.stream, row.stage): row for row in self.instance.work}
        booked = self.appointment_hours(np.array([[work[task].no_show for task in self.tasks]]))[0]
        hours: Numbers = (booked * [stage == "hearing" for _, stage in self.tasks])[:, None] * self.change
        return hours

    @cached_property
    def hearing_hours(self) -> Numbers:
        """L x T: hours of the hearings finished, what no-show wastes there included."""
        hours: Numbers = (self.finished / UNIT * self.room_hours).sum(axis=1)
        return hours

    @cached_property
    def most_remote(self) -> Numbers:
        """T: hearing hours that may be held by video in the whole country."""
        booked = (self.finished.sum(axis=0) / UNIT * self.interpreter_hours).sum(axis=0)
        return np.asarray(self.instance.header.remote_share * booked)

    @cached_property
    def remote(self) -> Numbers:
        """L x T: hearing hours by video: those for which the location has no room, at most those of the country."""
        rooms = np.array([row.hearing_rooms * row.room_hours for row in self.instance.locations])
        too_many = self.hearing_hours - rooms[:, None] * self.working_days / 5
        return np.minimum(np.maximum(too_many, 0.0), np.maximum(self.most_remote, 0.0))

    def appointment_hours(self, no_show: Numbers) -> Numbers:
        """... x N: hours per case without the written part, for a no-show (... x N)."""
        work = {(row.stream, row.stage): row for row in self.instance.work}
        hours = np.array([work[task].hours for task in self.tasks]) * self.instance.header.hours_factor
        heard = np.array([1 - work[task].written_share for task in self.tasks])
        appointment: Numbers = heard * hours / (1 - no_show)
        return appointment

    @cached_property
    def no_show(self) -> Numbers:
        """L x N: share of the appointments at the location to which nobody comes."""
        work = {(row.stream, row.stage): row for row in self.instance.work}
        factor = {(row.location, row.stream, row.stage): row.no_show_factor for row in self.instance.places}
        return np.array(
            [
                [
                    work[stream, stage].no_show
                    * factor.get((row.location, stream, stage), factor.get((row.location, stream, ALL), 1.0))
                    for stream, stage in self.tasks
                ]
                for row in self.instance.locations
            ]
        )

    @cached_property
    def change(self) -> Numbers:
        """N x T: the product of what changes the hours of a task on a day, its mean over the five days of a week."""
        daily = np.ones((len(self.tasks), len(self.weeks), 5))
        for row in self.instance.hours_changes:
            for n, (stream, stage) in enumerate(self.tasks):
                if row.stream not in (ALL, stream) or row.stage not in (ALL, stage):
                    continue
                for t, week in enumerate(self.weeks):
                    since = np.array([(week.monday - row.first).days + day for day in range(5)])
                    length = np.inf if row.last is None else (row.last - row.first).days
                    daily[n, t, (since >= 0) & (since <= length)] *= row.factor
        change: Numbers = daily.mean(axis=2)
        return change

    @cached_property
    def output(self) -> Numbers:
        """T: output of a net hour, the mean over the five working days of the week."""
        daily = np.ones((len(self.weeks), 5))
        for t, week in enumerate(self.weeks):
            for day in range(5):
                for row in self.instance.productivity:
                    if row.first <= week.monday + timedelta(days=day) <= row.last:
                        daily[t, day] = row.output
        output: Numbers = daily.mean(axis=1)
        return output

    @cached_property
    def efficiency(self) -> Numbers:
        """L x G x W: output of the group on the work as a share of normal, 0 where it may not do it there."""
        skill = np.zeros((len(self.instance.groups), len(self.works)))
        own = {(row.group, row.stream, row.stage): row.efficiency for row in self.instance.eligibility}
        for g, group in enumerate(self.instance.groups):
            for w, (stream, stage) in enumerate(self.works):
                general = own.get((group.group, stream, ALL), 0.0)
                skill[g, w] = own.get((group.group, stream, stage), general)
        staffed = np.zeros((len(self.instance.locations), len(self.instance.groups)))
        for place in self.figures.supply.names:
            staffed[self.location_position[place[0]], self.group_position[place[1]]] = 1.0
        return staffed[:, :, None] * self.allowed[:, None, :] * skill[None]

    @cached_property
    def most_share(self) -> Numbers:
        """G x W: largest share of the work's hours at a location that the group may deliver."""
        own = {(row.group, row.stream, row.stage): row.most_share for row in self.instance.eligibility}
        return np.array(
            [
                [
                    own.get((group.group, stream, stage), own.get((group.group, stream, ALL), 1.0))
                    for stream, stage in self.works
                ]
                for group in self.instance.groups
            ]
        )

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """L x W: whether the work is done at the location."""
        places = {(row.location, row.stream, row.stage) for row in self.instance.places}
        return np.array(
            [
                [
                    (row.location, stream, stage) in places or (row.location, stream, ALL) in places
                    for stream, stage in self.works
                ]
                for row in self.instance.locations
            ],
            dtype=bool,
        )

    @cached_property
    def started(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """People who start, by week, kind, location and group joined, location and group left."""
        supply = self.figures.supply
        labels = supply.intakes.labels(supply.names, self.weeks)
        return tuple((label, people) for label, people in zip(labels, supply.taken.tolist(), strict=True) if people)

    @cached_property
    def people(self) -> Numbers:
        """L x G x T: people in service: those before, less expected leavers, plus known changes and intakes."""
        people = self.there_anyway.copy()
        for (start, _, *joined, from_location, from_group), count in self.started:
            people[self._pair(*joined)] += count * self._still_there(start, *joined)
            if from_location:
                people[self._pair(from_location, from_group)] -= count * self._still_there(
                    start, from_location, from_group
                )
        return people

    @cached_property
    def working(self) -> Numbers:
        """L x G x T: the trained people's worth of work: newcomers by their course, less the time of their mentors."""
        working = self.people.copy()
        for row in self.instance.trainees:
            since = (self.weeks[0].monday - row.week.monday).days // 7 + np.arange(len(self.weeks))
            lacking = 1 - self._rate_of(row.course, since)
            working[self._pair(row.location, row.group)] -= self._of_trainees(row) * lacking
        for (start, kind, location, group, from_location, from_group), count in self.started:
            lacking = 1 - self._rate(kind, start, location, group, from_location, from_group)
            there = self._still_there(start, location, group)
            working[self._pair(location, group)] -= count * there * lacking
        return working

    @cached_property
    def whole_days(self) -> Numbers:
        """L x G x T: whole staff-days: supplied to date, rounded down, less the same of the week before.

        Supply to date is rounded to ten-thousandths, so that three times a third of a day is a day.
        """
        to_date = np.floor(np.cumsum(self.supplied, axis=2) + 0.5e-4)
        whole: Numbers = np.diff(to_date, prepend=0.0, axis=2)
        return whole

    @cached_property
    def overtime_share(self) -> Numbers:
        """L x G x T: staff-days of overtime, at most, as a share of those supplied.

        A period that covers a part of the week's working days allows that part of its share.
        """
        share = np.zeros(self.supplied.shape)
        for row in self.instance.overtime:
            days = [sum(row.first <= week.day(day) <= row.last for day in range(5)) for week in self.weeks]
            places = np.array([row.location in (ALL, own) for own in self.location_position])
            groups = np.array([row.group in (ALL, own) for own in self.group_position])
            share += row.share * np.array(days) / 5 * places[:, None, None] * groups[None, :, None]
        return share

    @cached_property
    def overtime_allowed(self) -> NDArray[np.bool_]:
        """L x G x 1: whether there may be overtime in any week."""
        return np.asarray((self.overtime_share > 0).any(axis=2, keepdims=True), dtype=np.bool_)

    def most_of(self, kind: str, week: Week, location: str, group: str, from_location: str, from_group: str) -> int:
        """People who may start in the week; 0 where none may."""
        rows = self._intake_rows(kind, location, group, from_location, from_group)
        return sum(row.most for row in rows if _starts_in(row, week))

    def _rate(self, kind: str, start: str, location: str, group: str, from_location: str, from_group: str) -> Numbers:
        """T: output of a newcomer less the time of mentors, as the rows of the course say."""
        week = Week.parse(start)
        courses = [
            row.course
            for row in self._intake_rows(kind, location, group, from_location, from_group)
            if _starts_in(row, week)
        ]
        return self._rate_of(courses[0], np.array([(own.monday - week.monday).days // 7 for own in self.weeks]))

    def _rate_of(self, course: str | None, since: Indices) -> Numbers:
        """T: the same of a course by the weeks since its start."""
        rate = np.ones(len(since))
        if course is None:
            return rate
        steps = [step for step in self.instance.courses if step.course == course]
        for t, weeks in enumerate(since.tolist()):
            reached = [step for step in steps if step.from_week <= weeks]
            latest = max(reached, key=lambda step: step.from_week, default=None)
            rate[t] = latest.output - latest.mentoring if latest else 0.0
        return rate

    def _of_trainees(self, row: Trainee) -> Numbers:
        """T: those of them who are in service."""
        leaving = sum(
            own.leavers_per_year
            for own in self.instance.staff
            if (own.location, own.group) == (row.location, row.group)
        )
        stay = 1 - leaving * 7 / DAYS_PER_YEAR
        return np.array([row.people * stay**weeks for weeks in range(len(self.weeks))])

    def _intake_rows(
        self, kind: str, location: str, group: str, from_location: str, from_group: str
    ) -> list[Hiring | Retraining | Transfer]:
        """The rows that allow an intake, whatever their weeks."""
        if kind == HIRE:
            return [row for row in self.instance.hiring if (row.location, row.group) == (location, group)]
        if kind == RETRAIN:
            same = (location, from_group, group)
            return [row for row in self.instance.retraining if (row.location, row.group, row.to_group) == same]
        same = (from_location, location, group)
        return [row for row in self.instance.transfers if (row.location, row.to_location, row.group) == same]

    def _pair(self, location: str, group: str) -> tuple[int, int]:
        return self.location_position[location], self.group_position[group]

    def _still_there(self, start: str, location: str, group: str) -> Numbers:
        """T: share of those who start in a week that is in service in each week, 0 before."""
        leaving = sum(
            row.leavers_per_year for row in self.instance.staff if (row.location, row.group) == (location, group)
        )
        since = np.array([(week.monday - Week.parse(start).monday).days // 7 for week in self.weeks])
        return np.where(since >= 0, (1 - leaving * 7 / DAYS_PER_YEAR) ** np.maximum(since, 0), 0.0)

    @cached_property
    def there_anyway(self) -> Numbers:
        """L x G x T: people in service when nobody is hired, retrained or moved; no more go than are there."""
        change = np.zeros((len(self.instance.locations), len(self.instance.groups), len(self.weeks)))
        stay = np.ones(change.shape[:2])
        for row in self.instance.staff:
            place = self._pair(row.location, row.group)
            change[place][0] += row.people
            stay[place] = 1 - row.leavers_per_year * 7 / DAYS_PER_YEAR
        for known in self.instance.staff_changes:
            if known.week in self.weeks:
                change[self._pair(known.location, known.group)][self.weeks.index(known.week)] += known.people
        people = np.zeros(change.shape)
        before = np.zeros(stay.shape)
        for week in range(len(self.weeks)):
            people[:, :, week] = np.maximum(before * stay + change[:, :, week], 0.0)
            before = people[:, :, week]
        for trainee in self.instance.trainees:
            people[self._pair(trainee.location, trainee.group)] += self._of_trainees(trainee)
        return people

    @cached_property
    def supplied(self) -> Numbers:
        """L x G x T: staff-days: people's worth of work x (deployable share - duties) x calendar x working days.

        In the first week also the parts of a day that are carried over from before.
        """
        factors = {row.week: row.factor for row in self.instance.calendar}
        factor = np.array([factors[week] for week in self.weeks])
        share = np.array([group.deployable_share for group in self.instance.groups])
        left = np.maximum(share[:, None] - self.duties, 0.0)
        supplied: Numbers = self.working * left * (factor * self.working_days)
        for row in self.instance.staff:
            supplied[(*self._pair(row.location, row.group), 0)] += row.carried_days
        return supplied

    @cached_property
    def duties(self) -> Numbers:
        """L x G x T: share of the staff-days that other duties take, counted day by day, the mean of a week's five."""
        taken = np.zeros((len(self.instance.locations), len(self.instance.groups), len(self.weeks)))
        for row in self.instance.duties:
            here = [row.location in (ALL, name) for name in self.location_position]
            who = [row.group in (ALL, name) for name in self.group_position]
            for t, week in enumerate(self.weeks):
                days = [week.monday + timedelta(days=day) for day in range(5)]
                inside = sum(row.first <= day and (row.last is None or day <= row.last) for day in days)
                taken[np.ix_(here, who, [t])] += row.share * inside / 5
        return taken

    @cached_property
    def location_position(self) -> dict[str, int]:
        """The place of each location in the instance."""
        return {row.location: index for index, row in enumerate(self.instance.locations)}

    @cached_property
    def group_position(self) -> dict[str, int]:
        """The place of each group in the instance."""
        return {row.group: index for index, row in enumerate(self.instance.groups)}


def _starts_in(row: Hiring | Retraining | Transfer, week: Week) -> bool:
    """Whether people of the row may start in the week."""
    return row.first <= week <= row.last and (week.monday - row.first.monday).days // 7 % row.every_weeks == 0


def view(figures: Figures, plan: Plan) -> View:
    """The view of a plan."""
    figures = figures.decided(plan.taken, plan.team_open)
    shape = (
        len(figures.instance.locations),
        len(figures.instance.groups),
        len(figures.works),
        len(figures.weeks),
    )
    staff_days = np.zeros(shape, dtype=np.int64)
    team_days = np.zeros((len(figures.teams), *shape[1:]), dtype=np.int64)
    pair, work = figures.arc_pair, figures.arc_work
    outside, inside = figures.arc_team < 0, figures.arc_team >= 0
    where = (figures.supply.location[pair], figures.supply.group[pair], work)
    np.add.at(staff_days, tuple(own[outside] for own in where), plan.staff_days[outside])
    in_team = (figures.arc_team, figures.supply.group[pair], work)
    np.add.at(team_days, tuple(own[inside] for own in in_team), plan.staff_days[inside])
    return view_of(figures, staff_days, team_days, plan.finished)


def view_of(figures: Figures, staff_days: Counts, team_days: Counts, finished: Counts) -> View:
    """The view of decisions by label position, also those that no plan could hold.

    `figures` are those with the people that the plan takes on and the teams that it opens.
    """
    national: Counts = np.cumsum(finished.sum(axis=0), axis=1)
    supply = figures.supply
    everywhere = _everywhere(figures, staff_days, team_days)
    used = everywhere.sum(axis=2)[supply.location, supply.group]
    flows = Flows(figures, national, used, finished, _on_works(figures, staff_days, team_days))
    return View(figures, flows, staff_days, team_days, finished)


def _on_works(figures: Figures, staff_days: Counts, team_days: Counts) -> Counts:
    """H x T: staff-days on each work that stands, by the place of its arcs."""
    own, supply = figures.held, figures.supply
    total = np.zeros_like(own.in_force)
    if not len(own):
        return total
    done = set()
    for arc, (m, w, z) in enumerate(zip(figures.arc_pair, figures.arc_work, figures.arc_team, strict=True)):
        if (m, w, z) not in done:  # a team has two arcs for its work: before and after it has learned
            done.add((m, w, z))
            group = supply.group[m]
            total[own.of_arc[arc]] += team_days[z, group, w] if z >= 0 else staff_days[supply.location[m], group, w]
    return total


def _everywhere(figures: Figures, staff_days: Counts, team_days: Counts) -> Counts:
    """L x G x W x T: staff-days outside teams and inside them."""
    total = staff_days.copy()
    np.add.at(total, figures.teams.location, team_days)
    return total
