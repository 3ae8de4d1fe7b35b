"""What follows from a plan: stock, decisions, conversions and lateness of every week, exact on the grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.domain.deadlines import DueCurve
from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Indices, converted
from planner.domain.plan import Plan
from planner.domain.stages import STAGES


@dataclass(frozen=True)
class Flows:
    """Grid counts that follow from the cases finished. K streams, N tasks, C conversions, T weeks.

    "To date" counts run from the start of the horizon to the end of the week. Cases that have left one stream by
    conversion and have not entered the next are open in neither; `converting` counts them.
    """

    figures: Figures
    finished_to_date: Counts  # N x T
    used_days: Counts  # M x T, whole staff-days put on work
    at_places: Counts | None = None  # L x N x T, cases finished at each location; None where work has no place
    on_works: Counts | None = None  # H x T, whole staff-days on each work that stands; None where staff have no place

    @cached_property
    def changed_days(self) -> Counts:
        """H x T: staff-days by which each work differs from the plan in force; 0 where nothing stands."""
        own = self.figures.held
        if self.on_works is None or not len(own):
            return np.zeros_like(own.in_force)
        changed: Counts = np.abs(self.on_works - own.in_force) * (own.frozen | own.calm)
        return changed

    @cached_property
    def overtime_days(self) -> Counts:
        """M x T: staff-days put on work beyond the whole ones supplied."""
        beyond: Counts = np.maximum(self.used_days - self.figures.supply.whole_days, 0)
        return beyond

    @cached_property
    def finished(self) -> Counts:
        """N x T: cases that finish the task in the week."""
        return weekly(self.finished_to_date)

    @cached_property
    def converted_out_to_date(self) -> Counts:
        """C x T: cases that have left their stream, the week in which they finish the source task counted."""
        return _stack(
            [converted(self.finished_to_date[own.source], own.share) for own in self.figures.conversions],
            self.finished_to_date,
        )

    @cached_property
    def converted_in_to_date(self) -> Counts:
        """C x T: of those, the ones that have entered their new stream after the lag."""
        own = self.figures.conversions
        return _stack(
            [later(out, own[c].lag) for c, out in enumerate(self.converted_out_to_date)],
            self.finished_to_date,
        )

    @cached_property
    def converting(self) -> Counts:
        """T: cases between two streams at the end of the week."""
        away: Counts = (self.converted_out_to_date - self.converted_in_to_date).sum(axis=0)
        entering = self.figures.entering.sum(axis=0)
        away += entering.sum() - np.cumsum(entering)
        return away

    @cached_property
    def converted_to_date(self) -> Counts:
        """N x T: of the cases that have finished the task, those that went over to another stream."""
        total = np.zeros_like(self.finished_to_date)
        np.add.at(total, [conversion.source for conversion in self.figures.conversions], self.converted_out_to_date)
        return total

    @cached_property
    def passed_on_to_date(self) -> Counts:
        """N x T: finished less converted: what goes on to the next task, or is decided after the last one."""
        return self.finished_to_date - self.converted_to_date

    @cached_property
    def handed_over_to_date(self) -> Counts:
        """N x T: of those passed on, the ones that the task's lag has brought to the next task; 0 after the last."""
        return _stack(
            [
                later(self.passed_on_to_date[n], lag) if following >= 0 else self.passed_on_to_date[n] * 0
                for n, (lag, following) in enumerate(zip(self.figures.lag, self.figures.following, strict=True))
            ],
            self.finished_to_date,
        )

    @cached_property
    def entered_to_date(self) -> Counts:
        """N x T: cases that have begun to wait for the task, opening stock included, withdrawals at lodging not."""
        own = self.figures
        entered = own.opening[:, None] + np.cumsum(own.joining, axis=1)
        entered[own.entry] += np.cumsum(own.arrivals, axis=1)
        first = np.flatnonzero(own.following >= 0)
        entered[own.following[first]] += self.handed_over_to_date[first]
        np.add.at(entered, [conversion.target for conversion in own.conversions], self.converted_in_to_date)
        return entered

    @cached_property
    def entered(self) -> Counts:
        """N x T: cases that begin to wait for the task in the week."""
        return weekly(self.entered_to_date) - _at_start(self.figures.opening, self.entered_to_date)

    @cached_property
    def withdrawn(self) -> Counts:
        """N x T: cases withdrawn in the week from the stock that waits for the task (a stream's first one only)."""
        withdrawn = np.zeros_like(self.finished_to_date)
        withdrawn[self.figures.entry] = self.figures.withdrawn_stock
        return withdrawn

    @cached_property
    def open(self) -> Counts:
        """N x T: cases that wait for the task at the end of the week."""
        return self.entered_to_date - self.finished_to_date - np.cumsum(self.withdrawn, axis=1)

    @cached_property
    def between(self) -> Counts:
        """N x T: cases that have finished the task and not reached the next one, at the end of the week."""
        own = self.figures
        between = np.where((own.following < 0)[:, None], 0, self.passed_on_to_date - self.handed_over_to_date)
        first = np.flatnonzero(own.following >= 0)
        coming = own.underway[own.following[first]]
        between[first] += coming.sum(axis=1, keepdims=True) - np.cumsum(coming, axis=1)
        return between

    @cached_property
    def in_transit(self) -> Counts:
        """K x T: cases between two stages of the stream at the end of the week."""
        return self.by_stream(self.between)

    @cached_property
    def open_by_stream(self) -> Counts:
        """K x T: cases of the stream without a first decision at the end of the week, in stages or between."""
        return self.by_stream(self.open + self.between)

    @cached_property
    def decided(self) -> Counts:
        """K x T: first decisions in the week, those that go over to another stream left out."""
        return weekly(self.passed_on_to_date[self.figures.final])

    @cached_property
    def withdrawn_by_stream(self) -> Counts:
        """K x T: cases withdrawn in the week, at lodging or from the opening stock."""
        return self.figures.withdrawn_lodged + self.figures.withdrawn_stock

    @cached_property
    def converted_in(self) -> Counts:
        """K x T: cases that enter the stream in the week from another one."""
        own = self.figures
        return self._by_stream_of_task([one.target for one in own.conversions], True) + own.entering_streams()

    @cached_property
    def converted_out(self) -> Counts:
        """K x T: cases that leave the stream in the week for another one."""
        return self._by_stream_of_task([own.source for own in self.figures.conversions], False)

    @cached_property
    def done_to_date(self) -> Counts:
        """K x T: cases of the stream that are past its last task, or went over to another stream before it."""
        return self.by_stream(self.converted_to_date) + self.passed_on_to_date[self.figures.final]

    @cached_property
    def due(self) -> Counts:
        """K x T: cases due to date by the planned terms."""
        return self.figures.deadlines.planned.due(self.figures.arrivals + self.converted_in)

    @cached_property
    def late(self) -> Counts:
        """K x T: cases past the planned due week and not done, at the end of the week (rule `decision_deadline`)."""
        return _late(self.figures.deadlines.planned, self.due, self.done_to_date)

    @cached_property
    def due_legal(self) -> Counts:
        """K x T: cases due to date by the legal terms."""
        return self.figures.deadlines.legal.due(self.figures.arrivals + self.converted_in)

    @cached_property
    def late_legal(self) -> Counts:
        """K x T: cases past the legal due week and not done, at the end of the week."""
        return _late(self.figures.deadlines.legal, self.due_legal, self.done_to_date)

    @cached_property
    def reaction_due(self) -> Counts:
        """K x T: cases that should have been heard by the end of the week; 0 for streams without hearings."""
        return self._due_for("hearing", self.figures.deadlines.reaction)

    @cached_property
    def heard_to_date(self) -> Counts:
        """K x T: cases heard, and those that went over to another stream before their hearing."""
        return self._past("hearing")

    @cached_property
    def reaction_late(self) -> Counts:
        """K x T: cases past their hearing time and not heard, at the end of the week (rule `lane_reaction`)."""
        return _late(self.figures.deadlines.reaction, self.reaction_due, self.heard_to_date)

    @cached_property
    def screening_due(self) -> Counts:
        """K x T: cases that should have been screened by the end of the week; 0 for streams without preparation."""
        return self._due_for("preparation", self.figures.deadlines.screening)

    @cached_property
    def screened_to_date(self) -> Counts:
        """K x T: cases whose preparation is finished."""
        return self._past("preparation")

    @cached_property
    def screening_late(self) -> Counts:
        """K x T: cases past their screening time and not prepared, at the end of the week (rule `early_screening`)."""
        return _late(self.figures.deadlines.screening, self.screening_due, self.screened_to_date)

    @cached_property
    def left(self) -> Counts:
        """K: old cases without a first decision at the clearance date (rule `clearance`); 0 for other streams."""
        return self.open_by_stream[:, self.figures.clearance] * self.figures.old

    @cached_property
    def beds_excess(self) -> Counts:
        """L x T: stays around hearings above the process beds (rule `process_beds`); 0 where beds are not counted."""
        own = self.figures
        excess = np.zeros((len(own.instance.locations), len(own.weeks)), dtype=np.int64)
        if self.at_places is not None:
            hearings = self.at_places[:, own.hearing_tasks].sum(axis=1)
            for place in own.with_beds:
                row = own.instance.locations[place]
                stays = np.rint(hearings[place] * (row.stay_weeks or 0.0)).astype(np.int64)
                excess[place] = np.maximum(stays - (row.process_beds or 0) * UNIT, 0)
        return excess

    @cached_property
    def agreement_decided(self) -> Counts:
        """A: first decisions of the track in the weeks of each agreement."""
        own = self.figures.agreements
        decided = [
            int(self.decided[np.ix_(streams, weeks)].sum())
            for streams, weeks in zip(own.streams, own.weeks, strict=True)
        ]
        return np.array(decided, dtype=np.int64)

    @cached_property
    def agreement_missed(self) -> Counts:
        """A: first decisions short of each agreement (rule `yearly_agreement`)."""
        missed: Counts = np.maximum(self.figures.agreements.agreed - self.agreement_decided, 0)
        return missed

    @cached_property
    def start_group_done(self) -> Counts:
        """G: cases of each start stream done to date at its date."""
        own = self.figures.start_group
        done: Counts = self.done_to_date[own.stream, own.week]
        return done

    @cached_property
    def start_group_missed(self) -> Counts:
        """G: cases of the start group not done by their date (rule `start_group`)."""
        missed: Counts = np.maximum(self.figures.start_group.asked - self.start_group_done, 0)
        return missed

    def by_stream(self, counts: Counts) -> Counts:
        """K x T: the sum of N x T counts over the tasks of each stream."""
        total = np.zeros((len(self.figures.streams), counts.shape[1]), dtype=np.int64)
        np.add.at(total, self.figures.stream_of_task, counts)
        return total

    def _due_for(self, stage: str, curve: DueCurve) -> Counts:
        """K x T: cases due to date for a stage; conversions behind it do not count."""
        own = self.figures
        converted_in = np.cumsum(own.entering_streams(STAGES.index(stage)), axis=1)
        for conversion, entered in zip(own.conversions, self.converted_in_to_date, strict=True):
            if own.tasks[conversion.target].stage <= STAGES.index(stage):
                converted_in[own.tasks[conversion.target].stream] += entered
        return curve.due(own.arrivals + weekly(converted_in)) * (_task_of(own, stage) >= 0)[:, None]

    def _past(self, stage: str) -> Counts:
        """K x T: cases that have finished the stage to date, or went over to another stream before it."""
        own = self.figures
        task, earlier = _task_of(own, stage), (own.stage_of_task < STAGES.index(stage)).astype(np.intp)
        gone = self.by_stream(self.converted_to_date * earlier[:, None])
        return (self.finished_to_date[task] + gone) * (task >= 0)[:, None]

    def _by_stream_of_task(self, tasks: list[int], inward: bool) -> Counts:
        total = np.zeros((len(self.figures.streams), len(self.figures.weeks)), dtype=np.int64)
        counts = self.converted_in_to_date if inward else self.converted_out_to_date
        np.add.at(total, self.figures.stream_of_task[tasks], counts)
        return weekly(total)


def flows(figures: Figures, plan: Plan) -> Flows:
    """The flows that follow from a plan."""
    own = figures.decided(plan.taken, plan.team_open)
    used = np.zeros_like(own.supply.staff_days)
    np.add.at(used, own.arc_pair, plan.staff_days)
    finished = np.cumsum(plan.finished.sum(axis=0), axis=1)
    return Flows(own, finished, used, plan.finished, own.held.days(plan.staff_days))


def earliest(figures: Figures) -> Flows:
    """The flows when every case finishes every task as soon as lags, withdrawals and blocks allow, staff without end.

    No plan is ahead of it in any task and week; some wait less all the same (`patience`). Found by repetition: each
    round lets what the last one finished go on to the next task; a chain of stages and conversions needs as many
    rounds as it is long.
    """
    nobody = np.zeros_like(figures.supply.staff_days)
    result = Flows(figures, np.zeros((len(figures.tasks), len(figures.weeks)), dtype=np.int64), nobody)
    while True:
        free = result.entered_to_date - np.cumsum(result.withdrawn, axis=1)
        finished = np.maximum(np.minimum.accumulate(free[:, ::-1], axis=1)[:, ::-1], 0)
        finished = _at_a_standstill(figures, finished)
        if np.array_equal(finished, result.finished_to_date):
            return result
        result = Flows(figures, finished, nobody)


def later(to_date: Counts, lag: int) -> Counts:
    """Running totals (over the last axis) as they stand `lag` weeks later."""
    weeks = to_date.shape[-1]
    shifted = np.zeros_like(to_date)
    if lag < weeks:
        shifted[..., lag:] = to_date[..., : weeks - lag]
    return shifted


def weekly(to_date: Counts) -> Counts:
    """The weekly counts behind running totals."""
    counts: Counts = np.diff(to_date, prepend=np.int64(0), axis=-1)
    return counts


def _at_a_standstill(figures: Figures, to_date: Counts) -> Counts:
    """Running totals that stay as they are in the weeks in which a task is blocked."""
    for week in np.flatnonzero(figures.blocked.any(axis=0)):
        before = to_date[:, week - 1] if week else 0
        to_date[:, week] = np.where(figures.blocked[:, week], before, to_date[:, week])
    return to_date


def _late(curve: DueCurve, due: Counts, done: Counts) -> Counts:
    late: Counts = np.maximum(due - done, 0) * curve.bound[:, None]
    return late


def _task_of(figures: Figures, stage: str) -> Indices:
    """K: the stream's task of that stage, -1 where it has none."""
    task = np.full(len(figures.streams), -1, dtype=np.intp)
    own = np.flatnonzero(figures.stage_of_task == STAGES.index(stage))
    task[figures.stream_of_task[own]] = own
    return task


def _at_start(counts: Counts, like: Counts) -> Counts:
    start = np.zeros_like(like)
    start[:, 0] = counts
    return start


def _stack(rows: list[Counts], like: Counts) -> Counts:
    return np.stack(rows) if rows else np.zeros((0, like.shape[1]), dtype=np.int64)
