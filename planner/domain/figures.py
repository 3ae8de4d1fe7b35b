"""An instance as arrays: what the rules work with, once twins, seasons, terms and calendars are worked out.

Index order is always location, group, stream, stage, week. A *pair* is a location with a group that has staff
there; a *task* is a stage of a stream; an *arc* is a pair that may do a task. Cases and staff-days are grid
counts (millionths), hours are floats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.agreements import AgreementFigures, agreements
from planner.domain.chain import ChainFigures, chain
from planner.domain.column import ALL
from planner.domain.court_dates import COURT, kept_stock, with_court_dates
from planner.domain.deadlines import Deadlines, deadlines
from planner.domain.grid import SHARE_UNIT, UNIT, Counts, Numbers, part, spread
from planner.domain.instance import Eligibility, Instance, Stream, Work
from planner.domain.lodgings import EXCESS, lodgings
from planner.domain.smoothing import SmoothingFigures, smoothing
from planner.domain.stages import STAGES
from planner.domain.start_group import StartGroupFigures, start_group
from planner.domain.supply import Supply, supply
from planner.domain.teams import Teams, teams
from planner.domain.weeks import WORKING_DAYS, Week, last_week_within, working_days_between

DAYS_PER_WEEK = 7

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class StreamFigures:
    """A stream as the model sees it: of the instance, its twin above the guaranteed volume, or its court cases."""

    name: str
    base: str
    lodged: str
    lane: str
    late_term: str
    waiting_weight: float
    term: str | None
    buffer_weeks: int
    hear_within_weeks: int | None
    screen_within_weeks: int | None
    category: str
    track: str
    court: bool = False

    @property
    def old(self) -> bool:
        """Whether its cases were lodged before the Pact's first day."""
        return self.lodged == "old"


@dataclass(frozen=True)
class Task:
    """A stage of a stream: positions in `streams` and in the stage order."""

    stream: int
    stage: int


@dataclass(frozen=True)
class ConversionFigures:
    """Cases that finish task `source` and go over to task `target`; `share` in ten-thousandths."""

    source: int
    target: int
    share: int
    lag: int


@dataclass(frozen=True)
class Figures:
    """The arrays. Shapes: K streams, N tasks, M pairs, A arcs, L locations, P pools, T weeks."""

    instance: Instance
    weeks: tuple[Week, ...]
    streams: tuple[StreamFigures, ...]
    tasks: tuple[Task, ...]
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
    lodged: Counts  # K x T, lodged, before withdrawals
    withdrawn_lodged: Counts  # K x T, of those, withdrawn at once
    withdrawn_stock: Counts  # K x T, withdrawn from the stock that waits for the entry task
    conversions: tuple[ConversionFigures, ...]
    supply: Supply
    arc_pair: Indices  # A
    arc_task: Indices  # A
    arc_efficiency: Numbers  # A
    arc_team: Indices  # A, the team in which the pair does the task, -1 outside teams
    arc_learned: NDArray[np.bool_]  # A, whether the arc is that of a team that has learned
    teams: Teams
    team_open: NDArray[np.bool_]  # Z x T, weeks in which each team is open
    arc_most_share: Numbers  # A, largest share of the task's hours at the location that may come from the arc
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
        share: Numbers = self.place_heard_hours[location, self.arc_task] / self.normal_hours[self.arc_task]
        return share

    @cached_property
    def stream_of_task(self) -> Indices:
        """N: the stream of each task."""
        return np.array([task.stream for task in self.tasks], dtype=np.intp)

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
        return hours / self.place_hours[location, self.arc_task]

    @cached_property
    def task_names(self) -> tuple[tuple[str, str], ...]:
        """N: stream and stage of each task."""
        return tuple((self.streams[task.stream].name, STAGES[task.stage]) for task in self.tasks)


def figures(instance: Instance) -> Figures:
    """Works an instance out into arrays, with nobody in its intakes and no team open."""
    weeks = instance.weeks
    lodged = lodgings(instance)
    streams = _streams(instance, bool(lodged.excess))
    position = {stream.name: index for index, stream in enumerate(streams)}
    tasks, task_position = _tasks(instance, streams)
    arrivals = np.zeros((len(streams), len(weeks)), dtype=np.int64)
    for name, counts in lodged.ordinary.items():
        arrivals[position[name]] = counts
    for name, counts in lodged.excess.items():
        arrivals[position[name + EXCESS]] = counts
    opening = _opening(instance, tasks, task_position)
    entry = np.array([min(n for n, task in enumerate(tasks) if task.stream == k) for k in range(len(streams))])
    final = np.array([max(n for n, task in enumerate(tasks) if task.stream == k) for k in range(len(streams))])
    at_lodging, from_stock = _withdrawals(instance, streams, arrivals, opening[entry])
    hours, heard, lag = _work(instance, streams, tasks)
    hours_there, heard_there = _work_at_places(instance, streams, tasks)
    worked_out_supply = supply(instance)
    worked_out_teams = teams(instance)
    arcs = _with_teams(
        worked_out_teams, streams, tasks, worked_out_supply, *_arcs(instance, streams, task_position, worked_out_supply)
    )
    part_of_week = np.array(
        [working_days_between(week, instance.header.first, instance.header.last) / 5 for week in weeks]
    )
    pools, pool_share = _pools(instance, streams, tasks, part_of_week)
    following = np.array([_next(tasks, n) for n in range(len(tasks))], dtype=np.intp)
    return Figures(
        instance=instance,
        weeks=weeks,
        streams=streams,
        tasks=tasks,
        normal_hours=hours,
        heard_hours=heard,
        place_hours=hours_there / hours,
        place_heard_hours=heard_there,
        change=_change(instance, streams, tasks),
        output=np.array([_output(instance, week) for week in weeks]),
        lag=lag,
        following=following,
        entry=entry.astype(np.intp),
        final=final.astype(np.intp),
        opening=opening,
        lodged=arrivals,
        withdrawn_lodged=at_lodging,
        withdrawn_stock=from_stock,
        conversions=_conversions(instance, position, task_position),
        supply=worked_out_supply,
        arc_pair=arcs.pair,
        arc_task=arcs.task,
        arc_efficiency=arcs.efficiency,
        arc_most_share=arcs.most_share,
        arc_team=arcs.team,
        arc_learned=arcs.learned,
        teams=worked_out_teams,
        team_open=np.zeros((len(worked_out_teams), len(weeks)), dtype=bool),
        rooms=np.outer([row.hearing_rooms * row.room_hours for row in instance.locations], part_of_week),
        pools=pools,
        pool_share=pool_share,
        pace=_pace(instance, part_of_week),
        blocked=_blocked(instance, streams, tasks),
        deadlines=deadlines(instance, streams),
        start_group=start_group(instance, position, _stock(tasks, opening, from_stock)),
        chain=chain(instance, [stream.base for stream in streams]),
        smoothing=smoothing(instance, part_of_week),
        agreements=agreements(instance, [stream.track for stream in streams]),
        clearance=weeks.index(last_week_within(instance.header.clearance)),
        part_of_week=part_of_week,
    )


def _streams(instance: Instance, with_twins: bool) -> tuple[StreamFigures, ...]:
    """The instance's streams, each followed by its twin above the guaranteed volume and by its court cases.

    The date that a court has set takes the place of every term.
    """
    streams = []
    court = with_court_dates(instance)
    for row in instance.streams:
        ordinary = StreamFigures(
            name=row.stream,
            base=row.stream,
            lodged=row.lodged,
            lane=row.lane,
            late_term=_late_term(row),
            waiting_weight=row.waiting_weight,
            term=row.term,
            buffer_weeks=row.buffer_weeks,
            hear_within_weeks=row.hear_within_weeks,
            screen_within_weeks=row.screen_within_weeks,
            category=row.category,
            track=row.track,
        )
        streams.append(ordinary)
        if with_twins and row.counts and row.lane == "none":
            streams.append(replace(ordinary, name=row.stream + EXCESS, late_term="late_excess"))
        if row.stream in court:
            streams.append(
                replace(
                    ordinary,
                    name=row.stream + COURT,
                    late_term="late_court",
                    term=None,
                    buffer_weeks=0,
                    hear_within_weeks=None,
                    screen_within_weeks=None,
                    court=True,
                )
            )
    return tuple(streams)


def _late_term(row: Stream) -> str:
    """The term of the policy in which the stream's lateness counts."""
    if row.lodged == "old":
        return ""
    if row.lodged == "other":
        return "late_competing"
    if row.lane != "none":
        return "late_nuisance" if row.lane == "nuisance" else "late_lane"
    return "late_guaranteed" if row.counts else "late_other"


def _tasks(
    instance: Instance, streams: tuple[StreamFigures, ...]
) -> tuple[tuple[Task, ...], dict[tuple[str, str], int]]:
    stages = {(row.stream, row.stage) for row in instance.work}
    tasks = tuple(
        Task(k, s)
        for k, stream in enumerate(streams)
        for s, stage in enumerate(STAGES)
        if (stream.base, stage) in stages
    )
    return tasks, {(streams[task.stream].name, STAGES[task.stage]): n for n, task in enumerate(tasks)}


def _next(tasks: tuple[Task, ...], n: int) -> int:
    return n + 1 if n + 1 < len(tasks) and tasks[n + 1].stream == tasks[n].stream else -1


def _opening(instance: Instance, tasks: tuple[Task, ...], task_position: dict[tuple[str, str], int]) -> Counts:
    opening = np.zeros(len(tasks), dtype=np.int64)
    for row in kept_stock(instance):
        opening[task_position[row.stream, row.stage]] += round(row.cases * UNIT)
    for date_set in instance.court_dates:
        opening[task_position[date_set.stream + COURT, date_set.stage]] += round(date_set.cases * UNIT)
    return opening


def _stock(tasks: tuple[Task, ...], opening: Counts, withdrawn: Counts) -> Counts:
    """K: opening stock of each stream, less what withdraws from it in the horizon."""
    stock: Counts = -withdrawn.sum(axis=1)
    np.add.at(stock, [task.stream for task in tasks], opening)
    return stock


def _withdrawals(
    instance: Instance,
    streams: tuple[StreamFigures, ...],
    lodged: Counts,
    waiting: Counts,
) -> tuple[Counts, Counts]:
    """Withdrawn at lodging, and withdrawn from the opening stock that waits for the first task; both K x T."""
    weeks = instance.weeks
    at_lodging = np.zeros_like(lodged)
    from_stock = np.zeros_like(lodged)
    length = [_days_inside(week, instance.header.first, week.sunday) for week in weeks]
    for row in instance.withdrawals:
        share = np.array(
            [_days_inside(week, row.first, row.last) / days for week, days in zip(weeks, length, strict=True)]
        )
        for k, stream in enumerate(streams):
            if stream.base != row.stream:
                continue
            if row.share_of == "lodged":
                at_lodging[k] += part(np.rint(lodged[k] * share).astype(np.int64), row.share)
            elif stream.name == stream.base:
                days = (row.last - row.first).days + 1
                cumulative = np.cumsum([_days_inside(week, row.first, row.last) for week in weeks]) / days
                from_stock[k] += spread(waiting[k] / UNIT * row.share, cumulative)
    return at_lodging, from_stock


def _days_inside(week: Week, first: date, last: date) -> int:
    return max(0, (min(week.sunday, last) - max(week.monday, first)).days + 1)


def _work(
    instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...]
) -> tuple[Numbers, Numbers, Indices]:
    """N: staff hours, those of them with an interpreter, and lags; with the ordinary no-show."""
    rows = _work_rows(instance, streams, tasks)
    full, written, hearing = _full_and_written(instance, rows, np.array([row.no_show for row in rows]))
    return full + written, full * hearing, np.array([row.lag_weeks for row in rows], dtype=np.intp)


def _work_at_places(
    instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...]
) -> tuple[Numbers, Numbers]:
    """L x N: staff hours, and those of them with a room, with the no-show of each location."""
    rows = _work_rows(instance, streams, tasks)
    locations = {row.location: index for index, row in enumerate(instance.locations)}
    factor = np.ones((len(locations), len(tasks)))
    for place in sorted(instance.places, key=lambda row: row.stage != ALL):  # a row for one stage goes first
        own = [row.stream == place.stream and place.stage in (ALL, row.stage) for row in rows]
        factor[locations[place.location], own] = place.no_show_factor
    full, written, hearing = _full_and_written(instance, rows, factor * [row.no_show for row in rows])
    return full + written, full * hearing


def _work_rows(instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...]) -> list[Work]:
    rows = {(row.stream, row.stage): row for row in instance.work}
    return [rows[streams[task.stream].base, STAGES[task.stage]] for task in tasks]


def _full_and_written(instance: Instance, rows: list[Work], no_show: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Hours of the part with an appointment and of that in writing, and whether it is a hearing (1 or 0)."""
    factor = instance.header.hours_factor
    full = np.array([(1 - row.written_share) * row.hours * factor for row in rows]) / (1 - no_show)
    written = np.array([row.written_share * (row.written_hours or 0.0) * factor for row in rows])
    return full, written, np.array([float(row.stage == "hearing") for row in rows])


def _change(instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...]) -> Numbers:
    """N x T: the product of all changes of the task's hours on a day, its mean over the five working days of a week."""
    days = [week.monday + timedelta(days=day) for week in instance.weeks for day in range(WORKING_DAYS)]
    change = np.ones((len(tasks), len(days)))
    for row in instance.hours_changes:
        touched = [
            row.stream in (ALL, streams[task.stream].base) and row.stage in (ALL, STAGES[task.stage]) for task in tasks
        ]
        inside = [row.first <= day and (row.last is None or day <= row.last) for day in days]
        change[np.ix_(touched, inside)] *= row.factor
    weekly: Numbers = change.reshape(len(tasks), len(instance.weeks), WORKING_DAYS).mean(axis=2)
    return weekly


def _output(instance: Instance, week: Week) -> float:
    """Output of a net hour in a week, the mean over its working days."""
    output = 1.0
    for row in instance.productivity:
        output += (row.output - 1) * working_days_between(week, row.first, row.last) / WORKING_DAYS
    return output


def _arcs(
    instance: Instance,
    streams: tuple[StreamFigures, ...],
    task_position: dict[tuple[str, str], int],
    worked_out_supply: Supply,
) -> tuple[Indices, Indices, Numbers, Numbers]:
    """Rule `skills`: who may do what, where, and how well."""
    names: dict[str, list[str]] = {}
    for stream in streams:
        names.setdefault(stream.base, []).append(stream.name)

    def tasks_of(stream: str, stage: str) -> list[int]:
        stages = STAGES if stage == ALL else (stage,)
        return [task_position[name, own] for name in names[stream] for own in stages if (name, own) in task_position]

    can: dict[str, dict[int, Eligibility]] = {}
    for skill in sorted(instance.eligibility, key=lambda row: row.stage != ALL):  # a row for one stage goes first
        for n in tasks_of(skill.stream, skill.stage):
            can.setdefault(skill.group, {})[n] = skill
    allowed: dict[str, set[int]] = {}
    for place in instance.places:
        allowed.setdefault(place.location, set()).update(tasks_of(place.stream, place.stage))
    arcs = [
        (m, n, skill)
        for m, (location, group) in enumerate(worked_out_supply.names)
        for n, skill in sorted(can.get(group, {}).items(), key=lambda item: item[0])
        if n in allowed.get(location, set())
    ]
    return (
        np.array([m for m, _, _ in arcs], dtype=np.intp),
        np.array([n for _, n, _ in arcs], dtype=np.intp),
        np.array([skill.efficiency for _, _, skill in arcs], dtype=np.float64),
        np.array([skill.most_share for _, _, skill in arcs], dtype=np.float64),
    )


class _Arcs(NamedTuple):
    pair: Indices
    task: Indices
    efficiency: Numbers
    most_share: Numbers
    team: Indices
    learned: NDArray[np.bool_]


def _with_teams(
    own: Teams,
    streams: tuple[StreamFigures, ...],
    tasks: tuple[Task, ...],
    worked_out_supply: Supply,
    pair: Indices,
    task: Indices,
    efficiency: Numbers,
    most_share: Numbers,
) -> _Arcs:
    """The ordinary arcs, then those of each team: the same ones at its place for its category, before and after."""
    outside = np.full(len(pair), -1, dtype=np.intp)
    found = [_Arcs(pair, task, efficiency, most_share, outside, outside >= 0)]
    category = np.array([streams[task.stream].category for task in tasks])
    place = worked_out_supply.location[pair]
    for z in range(len(own)):
        inside = np.flatnonzero((place == own.location[z]) & (category[task] == own.category[z]))
        for learned, output in ((False, own.output[z]), (True, own.learned_output[z])):
            count = len(inside)
            found.append(
                _Arcs(
                    pair[inside],
                    task[inside],
                    efficiency[inside] * output,
                    most_share[inside],
                    np.full(count, z, dtype=np.intp),
                    np.full(count, learned),
                )
            )
    return _Arcs(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _pools(
    instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...], part_of_week: Numbers
) -> tuple[Numbers, Numbers]:
    languages = [row.language for row in instance.interpreters]
    share = np.zeros((len(languages), len(tasks)))
    for row in instance.languages:
        for n, task in enumerate(tasks):
            if streams[task.stream].base == row.stream and STAGES[task.stage] == "hearing":
                share[languages.index(row.language), n] = row.share
    hours = np.outer([row.hours_per_week for row in instance.interpreters], part_of_week)
    return hours.reshape(len(languages), len(part_of_week)), share


def _pace(instance: Instance, part_of_week: Numbers) -> Numbers:
    """Rule `programme_start`: the whole week's pace until the week that holds the start, then none."""
    pace = np.full((len(STAGES), len(part_of_week)), np.inf)
    start = Week.of(instance.header.programme_start)
    before = np.array([week < start for week in instance.weeks])
    for row in instance.ordinary_pace:
        pace[STAGES.index(row.stage), before] = row.cases_per_week * part_of_week[before]
    return pace


def _blocked(instance: Instance, streams: tuple[StreamFigures, ...], tasks: tuple[Task, ...]) -> NDArray[np.bool_]:
    """N x T, rule `blocked_category`: a week of which any working day lies in a period."""
    blocked = np.zeros((len(tasks), len(instance.weeks)), dtype=bool)
    for row in instance.blocked:
        touched = [
            row.stream in (ALL, streams[task.stream].base) and row.stage in (ALL, STAGES[task.stage]) for task in tasks
        ]
        inside = [working_days_between(week, row.first, row.last or date.max) > 0 for week in instance.weeks]
        blocked[np.ix_(touched, inside)] = True
    return blocked


def _conversions(
    instance: Instance, position: dict[str, int], task_position: dict[tuple[str, str], int]
) -> tuple[ConversionFigures, ...]:
    """Conversions of every stream; those of a twin above the guarantee go to the twin of the target where there is one.

    Cases with a date set by a court leave it behind when they go over.
    """
    found = []
    for row in instance.conversions:
        for suffix in ("", EXCESS, COURT):
            if row.stream + suffix not in position:
                continue
            twin = suffix == EXCESS and row.to_stream + suffix in position
            target = row.to_stream + suffix if twin else row.to_stream
            found.append(
                ConversionFigures(
                    task_position[row.stream + suffix, row.stage],
                    task_position[target, row.to_stage],
                    round(row.share * SHARE_UNIT),
                    row.lag_weeks,
                )
            )
    return tuple(found)
