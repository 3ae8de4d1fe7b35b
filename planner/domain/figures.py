"""An instance as arrays: what the rules work with, once twins, seasons, terms and calendars are worked out.

Index order is always location, group, stream, stage, week. A *pair* is a location with a group that has staff
there; a *task* is a stage of a stream; a *work* is a stage of a stream of the instance, the tasks of all its parts
together; an *arc* is a pair that may do a work. Cases and staff-days are grid
counts (millionths), hours are floats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.domain.agreements import AgreementFigures, agreements
from planner.domain.arcs import arcs
from planner.domain.chain import ChainFigures, chain
from planner.domain.conversions import ConversionFigures, conversions
from planner.domain.deadlines import Deadlines, deadlines
from planner.domain.grid import SHARE_UNIT, UNIT, Counts, Indices, Numbers
from planner.domain.held import Held, held
from planner.domain.hours import hours, hours_change, output
from planner.domain.instance import Instance
from planner.domain.interpreters import pool_hours, pool_share
from planner.domain.lodgings import lodgings
from planner.domain.open_cases import open_cases, some_above
from planner.domain.pace import blocked, ordinary_pace
from planner.domain.smoothing import SmoothingFigures, smoothing
from planner.domain.stages import STAGES
from planner.domain.start_group import StartGroupFigures, start_group
from planner.domain.streams import StreamFigures, streams_of
from planner.domain.supply import Supply, supply
from planner.domain.tasks import Task, tasks_of
from planner.domain.teams import Teams, teams
from planner.domain.weeks import DAYS_PER_WEEK, WORKING_DAYS, Week, last_week_within, working_days_between


@dataclass(frozen=True)
class Figures:
    """The arrays. Shapes: K streams, N tasks, W works, M pairs, A arcs, L locations, P pools, T weeks."""

    instance: Instance
    weeks: tuple[Week, ...]
    streams: tuple[StreamFigures, ...]
    tasks: tuple[Task, ...]
    works: tuple[tuple[str, str], ...]  # W, stream of the instance and stage
    work_of_task: Indices  # N
    task_of_work: Indices  # W, the first of its tasks, to which all of them are alike for staff
    normal_hours: Numbers  # N, staff hours per finished case at normal output, no-show and written enquiries included
    heard_hours: Numbers  # N, of those the hours with an interpreter: hearings without the written part
    place_hours: Numbers  # L x N, staff hours at the location for each of `normal_hours`: its own no-show
    place_heard_hours: Numbers  # L x N, hours with a room per finished case at the location at normal output
    change: Numbers  # N x T, hours per case as a share of normal: ageing, programmes, automation, new law
    output: Numbers  # T, output of a net hour as a share of normal
    lag: Indices  # N, weeks before the next task of the stream can start
    following: Indices  # N, the next task of the stream, -1 after the last
    entry: Indices  # K, the stream's first task
    final: Indices  # K, the stream's last task
    opening: Counts  # N, open cases that wait for the task when the horizon starts
    underway: Counts  # N x T, open cases on their way to the task when the horizon starts, by the week they reach it
    entering: Counts  # N x T, cases between two streams when the horizon starts, by the week they enter
    lodged: Counts  # K x T, lodged, before withdrawals
    withdrawn_lodged: Counts  # K x T, of those, withdrawn at once
    withdrawn_stock: Counts  # K x T, withdrawn from the stock that waits for the entry task
    conversions: tuple[ConversionFigures, ...]
    supply: Supply
    arc_pair: Indices  # A
    arc_work: Indices  # A
    arc_efficiency: Numbers  # A
    arc_team: Indices  # A, the team in which the pair does the work, -1 outside teams
    arc_learned: NDArray[np.bool_]  # A, whether the arc is that of a team that has learned
    teams: Teams
    team_open: NDArray[np.bool_]  # Z x T, weeks in which each team is open
    arc_most_share: Numbers  # A, largest share of the work's hours at the location that may come from the arc
    rooms: Numbers  # L x T, hours
    pools: Numbers  # P x T, hours
    pool_share: Numbers  # P x N, share of the task's hearing hours
    pace: Numbers  # stages x T, cases of all old streams together before the programme starts, inf where no limit
    blocked: NDArray[np.bool_]  # N x T, whether nothing of the task may be finished in the week
    deadlines: Deadlines
    agreements: AgreementFigures
    start_group: StartGroupFigures
    smoothing: SmoothingFigures
    chain: ChainFigures
    clearance: int  # last week whose output counts for the clearance date
    part_of_week: Numbers  # T, share of the week's five working days inside the horizon

    def decided(self, taken: Indices, team_open: NDArray[np.bool_] | None = None) -> Figures:
        """The figures with so many people in the intakes (D) and these teams open (Z x T).

        Empty arrays stand for nobody and no team, None for the teams that are open in these figures.
        """
        people = self.supply
        if not np.array_equal(taken, people.taken) and (taken.size or people.taken.any()):
            people = supply(self.instance, taken)
        is_open = self.team_open if team_open is None else team_open
        is_open = is_open if is_open.size else np.zeros_like(self.team_open)
        if people is self.supply and np.array_equal(is_open, self.team_open):
            return self
        return replace(self, supply=people, team_open=is_open)

    @cached_property
    def arc_there(self) -> NDArray[np.bool_]:
        """A x T: whether staff can be put on the arc: ordinary ones always, those of a team while it is open."""
        there = np.ones((len(self.arc_pair), len(self.weeks)), dtype=bool)
        inside = self.arc_team >= 0
        learned = self.teams.learned(self.team_open)[self.arc_team[inside]]
        is_open = self.team_open[self.arc_team[inside]]
        there[inside] = is_open & (learned == self.arc_learned[inside, np.newaxis])
        return there

    @cached_property
    def arc_people(self) -> Numbers:
        """A: people in a team, as its size counts them, for each staff-day of a fully deployable person's week."""
        groups = self.instance.groups
        share = np.array([groups[group].deployable_share for group in self.supply.group])
        people: Numbers = 1 / np.maximum(share[self.arc_pair], 1e-9)
        return people

    @cached_property
    def arrivals(self) -> Counts:
        """K x T: cases that enter the stream's first task from outside, withdrawals at lodging taken out."""
        return self.lodged - self.withdrawn_lodged

    @cached_property
    def held(self) -> Held:
        """What of the plan in force stands."""
        names = self.supply.names
        teams = ("", *self.teams.name)
        return held(
            self.instance,
            [
                (*names[m], teams[z + 1], *self.works[w])
                for m, w, z in zip(self.arc_pair, self.arc_work, self.arc_team, strict=True)
            ],
        )

    @cached_property
    def joining(self) -> Counts:
        """N x T: cases that were on their way before the horizon and begin to wait for the task in the week."""
        return self.underway + self.entering

    @cached_property
    def open_at_start(self) -> Counts:
        """N: open cases that wait for the task, or are on their way to it, when the horizon starts."""
        there: Counts = self.opening + self.underway.sum(axis=1)
        return there

    @property
    def all_cases(self) -> float:
        """Every case that there is or will be; no plan has more at any place."""
        return float((self.open_at_start.sum() + self.entering.sum() + self.lodged.sum()) / UNIT)

    def entering_streams(self, until_stage: int = len(STAGES) - 1) -> Counts:
        """K x T: cases between two streams at the start, by the week they enter; those behind a stage left out."""
        total = np.zeros((len(self.streams), len(self.weeks)), dtype=np.int64)
        chosen = self.stage_of_task <= until_stage
        np.add.at(total, self.stream_of_task[chosen], self.entering[chosen])
        return total

    @cached_property
    def hours(self) -> Numbers:
        """N x T: staff hours per finished case, no-show, changes and productivity included.

        Where a location has a no-show of its own, `place_hours` times as many; `arc_hours` takes that into account.
        """
        return self.normal_hours[:, np.newaxis] * self.change / self.output[np.newaxis, :]

    @cached_property
    def room_hours(self) -> Numbers:
        """L x N x T: room hours per finished case, no-show and changes included; 0 outside hearings.

        A hearing that takes longer keeps the room longer; a slow hearing officer (output) does not.
        """
        hours: Numbers = self.place_heard_hours[:, :, np.newaxis] * self.change
        return hours

    @cached_property
    def interpreter_hours(self) -> Numbers:
        """N x T: interpreter hours per finished case; booked before, so with the no-show of the stream everywhere."""
        hours: Numbers = self.heard_hours[:, np.newaxis] * self.change
        return hours

    @cached_property
    def with_beds(self) -> Indices:
        """The locations whose process beds are counted."""
        rows = self.instance.locations
        return np.array([place for place, row in enumerate(rows) if row.process_beds is not None], dtype=np.intp)

    @property
    def remote_share(self) -> float:
        """Share of the country's hearing hours, those of interpreters, that may be held by video."""
        return self.instance.header.remote_share

    @cached_property
    def heard_share(self) -> Numbers:
        """N: interpreter hours for each staff hour at normal output; 1 for a full hearing."""
        share: Numbers = self.heard_hours / self.normal_hours
        return share

    @cached_property
    def arc_room_share(self) -> Numbers:
        """A: room hours for each of the `arc_hours` at normal output."""
        location = self.supply.location[self.arc_pair]
        task = self.task_of_work[self.arc_work]
        share: Numbers = self.place_heard_hours[location, task] / self.normal_hours[task]
        return share

    @cached_property
    def stream_of_task(self) -> Indices:
        """N: the stream of each task."""
        return np.array([task.stream for task in self.tasks], dtype=np.intp)

    @cached_property
    def stream_of_work(self) -> Indices:
        """W: the stream of the first of each work's tasks, that of the instance itself where it has parts."""
        return self.stream_of_task[self.task_of_work]

    @cached_property
    def stage_of_task(self) -> Indices:
        """N: the stage of each task."""
        return np.array([task.stage for task in self.tasks], dtype=np.intp)

    @cached_property
    def stays(self) -> Numbers:
        """N: share of the cases that finish the task and do not convert to another stream."""
        stays = np.ones(len(self.tasks))
        for conversion in self.conversions:
            stays[conversion.source] -= conversion.share / SHARE_UNIT
        return stays

    @cached_property
    def hearing_tasks(self) -> Indices:
        """The tasks that need rooms and interpreters."""
        return np.flatnonzero(self.stage_of_task == STAGES.index("hearing"))

    @cached_property
    def old(self) -> NDArray[np.bool_]:
        """K: which streams were lodged before the Pact's first day."""
        return self._lodged("old")

    @cached_property
    def pact(self) -> NDArray[np.bool_]:
        """K: which streams are lodged under the Pact."""
        return self._lodged("pact")

    @cached_property
    def competing(self) -> NDArray[np.bool_]:
        """K: which streams are neither: other work of the same staff."""
        return self._lodged("other")

    def _lodged(self, when: str) -> NDArray[np.bool_]:
        return np.array([stream.lodged == when for stream in self.streams], dtype=bool)

    @cached_property
    def court(self) -> NDArray[np.bool_]:
        """K: which streams are cases with a date set by a court."""
        return np.array([stream.court for stream in self.streams], dtype=bool)

    @cached_property
    def penalty_per_week(self) -> float:
        """What a court case costs in a week after its date, in euro, without the most for one case."""
        return sum(DAYS_PER_WEEK * row.euro_per_day for row in self.instance.penalties)

    @cached_property
    def chain_per_finished(self) -> Numbers:
        """R x N x T: load that a case brings to a partner by finishing the task in the week."""
        own = self.chain
        load = np.zeros((len(own.partner), len(self.tasks), len(self.weeks)))
        load[:, self.final] += own.per_decision * self.stays[self.final][:, np.newaxis]
        load[:, self.hearing_tasks] += own.per_hearing[:, np.newaxis, np.newaxis]
        return load

    @cached_property
    def waiting_weight(self) -> Numbers:
        """K: how much a week of waiting counts."""
        return np.array([stream.waiting_weight for stream in self.streams])

    @cached_property
    def arc_hours(self) -> Numbers:
        """A: net hours of ordinary output in one staff-day on the arc.

        Counted in hours of the stream's ordinary no-show: where fewer stay away, a day goes further.
        """
        location = self.supply.location[self.arc_pair]
        hours: Numbers = self.supply.hours_per_day[self.arc_pair] * self.arc_efficiency
        return hours / self.place_hours[location, self.task_of_work[self.arc_work]]

    def by_work(self, of_tasks: Numbers) -> Numbers:
        """W x ...: figures of tasks (N x ...) added up over the parts of each stream."""
        total = np.zeros((len(self.works), *of_tasks.shape[1:]))
        np.add.at(total, self.work_of_task, of_tasks)
        return total

    @cached_property
    def task_names(self) -> tuple[tuple[str, str], ...]:
        """N: stream and stage of each task."""
        return tuple((self.streams[task.stream].name, STAGES[task.stage]) for task in self.tasks)


def figures(instance: Instance) -> Figures:
    """Works an instance out into arrays, with nobody in its intakes and no team open."""
    weeks, header = instance.weeks, instance.header
    lodged = lodgings(instance)
    streams = streams_of(instance, with_twins=bool(lodged.excess) or some_above(instance))
    tasks = tasks_of(instance, streams)
    cases = open_cases(instance, tasks, lodged)
    per_case = hours(instance, tasks)
    people, special = supply(instance), teams(instance)
    able = arcs(instance, tasks, people, special)
    part_of_week = np.array([working_days_between(week, header.first, header.last) / WORKING_DAYS for week in weeks])
    return Figures(
        instance=instance,
        weeks=weeks,
        streams=streams,
        tasks=tasks.own,
        works=tasks.works,
        work_of_task=tasks.work,
        task_of_work=tasks.first,
        normal_hours=per_case.normal,
        heard_hours=per_case.heard,
        place_hours=per_case.place,
        place_heard_hours=per_case.place_heard,
        change=hours_change(instance, tasks),
        output=output(instance),
        lag=per_case.lag,
        following=tasks.following,
        entry=tasks.entry,
        final=tasks.final,
        opening=cases.opening,
        underway=cases.underway,
        entering=cases.entering,
        lodged=cases.lodged,
        withdrawn_lodged=cases.withdrawn_lodged,
        withdrawn_stock=cases.withdrawn_stock,
        conversions=conversions(instance, tasks),
        supply=people,
        arc_pair=able.pair,
        arc_work=able.work,
        arc_efficiency=able.efficiency,
        arc_most_share=able.most_share,
        arc_team=able.team,
        arc_learned=able.learned,
        teams=special,
        team_open=np.zeros((len(special), len(weeks)), dtype=bool),
        rooms=np.outer([row.hearing_rooms * row.room_hours for row in instance.locations], part_of_week),
        pools=pool_hours(instance, part_of_week),
        pool_share=pool_share(instance, tasks),
        pace=ordinary_pace(instance, part_of_week),
        blocked=blocked(instance, tasks),
        deadlines=deadlines(instance, streams),
        start_group=start_group(instance, {stream.name: k for k, stream in enumerate(streams)}, cases.stock(tasks)),
        chain=chain(instance, [stream.base for stream in streams]),
        smoothing=smoothing(instance, part_of_week),
        agreements=agreements(instance, [stream.track for stream in streams]),
        clearance=weeks.index(last_week_within(header.clearance)),
        part_of_week=part_of_week,
    )
