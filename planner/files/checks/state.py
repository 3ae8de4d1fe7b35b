"""What weeks before the horizon have left behind: cases on their way, people in their course, open teams, loads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.domain.instance import (
    ChainBefore,
    Converting,
    CourtDate,
    InForce,
    OpenTeam,
    Stock,
    Stream,
    Team,
    ToldIntake,
    ToldTeam,
    Trainee,
)
from planner.domain.lodgings import ABOVE
from planner.domain.stages import STAGES
from planner.domain.weeks import Week
from planner.errors import Problem
from planner.files.checks.streams import stages_of_streams
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed


def stock_arrives_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """Cases that reach a stage in the first week or before wait for it."""
    first, last = Week.of(draft.header.first).plus(1), Week.of(draft.header.last)
    yield from _outside(draft.of(Stock), "ready", first, last)


def court_dates_arrive_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """The same of cases with a date set by a court."""
    first, last = Week.of(draft.header.first).plus(1), Week.of(draft.header.last)
    yield from _outside(draft.of(CourtDate), "ready", first, last)


def converting_enter_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """Cases that have entered their new stream are its stock."""
    yield from _outside(draft.of(Converting), "week", Week.of(draft.header.first), Week.of(draft.header.last))


def converting_wait_for_a_stage_of_their_stream(draft: Draft) -> Iterator[Problem]:
    """A case cannot wait for a stage that its stream skips."""
    yield from _lacking(draft, draft.of(Converting))


def loads_come_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """What has come is over."""
    yield from _outside(draft.of(ChainBefore), "week", Week.of(draft.header.first), Week.of(draft.header.last))


def stock_comes_from_a_stage(draft: Draft) -> Iterator[Problem]:
    """Cases are on their way from one stage of their stream to the next."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Stock):
        row = placed.row
        earlier = [stage for stage in STAGES[: STAGES.index(row.stage)] if (row.stream, stage) in stages]
        if row.ready is not None and (row.stream, row.stage) in stages and not earlier:
            expected = "empty: the stage is the first one of the stream"
            yield placed.place.problem("ready", Code.UNDERWAY_FIRST, row.ready, expected)


def above_the_guarantee_is_split(draft: Draft) -> Iterator[Problem]:
    """Only streams that count and are no lane have cases above the guaranteed volume."""
    split = {placed.row.stream for placed in draft.of(Stream) if placed.row.counts and placed.row.lane == "none"}
    rows: list[Placed[Any]] = [*draft.of(Stock), *draft.of(Converting)]
    for placed in rows:
        if placed.row.part == ABOVE and (placed.row.stream not in split or draft.header.guarantee is None):
            yield placed.place.problem(
                "part", Code.PART_ABOVE, placed.row.part, "ordinary: the stream has no other part"
            )


def trainees_started_before(draft: Draft) -> Iterator[Problem]:
    """Who starts in the horizon is a decision."""
    first = Week.of(draft.header.first)
    for placed in draft.of(Trainee):
        if placed.row.week >= first:
            expected = f"a week before {first}"
            yield placed.place.problem("week", Code.STARTED_LATE, placed.row.week, expected)


def open_teams_could_open(draft: Draft) -> Iterator[Problem]:
    """A team that is open has opened before the horizon, when a block of its weeks began, and may still be open."""
    first = Week.of(draft.header.first)
    rows = {placed.row.team: placed.row for placed in draft.of(Team)}
    for placed in draft.of(OpenTeam):
        since, row = placed.row.since, rows[placed.row.team]
        if since >= first:
            yield placed.place.problem("since", Code.STARTED_LATE, since, f"a week before {first}")
        elif since < row.first or row.last < first or (since.monday - row.first.monday).days // 7 % row.every_weeks:
            expected = f"{row.first} or a whole number of times {row.every_weeks} weeks later, of a team that goes on"
            yield placed.place.problem("since", Code.OPENED_BETWEEN, since, expected)


def in_force_is_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """The weeks that have passed are over."""
    yield from _outside(draft.of(InForce), "week", Week.of(draft.header.first), Week.of(draft.header.last))


def in_force_is_about_stages_of_streams(draft: Draft) -> Iterator[Problem]:
    """Nobody was put on a stage that its stream skips."""
    yield from _lacking(draft, draft.of(InForce))


def told_weeks_are_in_the_horizon(draft: Draft) -> Iterator[Problem]:
    """Who started before it is a trainee, and a team that opened is open."""
    first, last = Week.of(draft.header.first), Week.of(draft.header.last)
    yield from _outside([*draft.of(ToldIntake), *draft.of(ToldTeam)], "week", first, last)


def told_teams_begin_with_a_block(draft: Draft) -> Iterator[Problem]:
    """A team opens and closes between blocks of weeks."""
    rows = {placed.row.team: placed.row for placed in draft.of(Team)}
    running = {placed.row.team for placed in draft.of(OpenTeam)}
    for placed in draft.of(ToldTeam):
        week, row = placed.row.week, rows[placed.row.team]
        anchor = row.first if row.team in running else max(row.first, Week.of(draft.header.first))
        if not row.first <= week <= row.last or (week.monday - anchor.monday).days // 7 % row.every_weeks:
            expected = f"{anchor} or a whole number of times {row.every_weeks} weeks later, to {row.last}"
            yield placed.place.problem("week", Code.OPENED_BETWEEN, week, expected)


def _outside(rows: list[Placed[Any]], column: str, first: Week, last: Week) -> Iterator[Problem]:
    for placed in rows:
        week = getattr(placed.row, column)
        if week is not None and not first <= week <= last:
            yield placed.place.problem(column, Code.WEEK_OUTSIDE, week, f"a week from {first} to {last}")


def _lacking(draft: Draft, rows: list[Placed[Any]]) -> Iterator[Problem]:
    stages = stages_of_streams(draft)
    for placed in rows:
        if (placed.row.stream, placed.row.stage) not in stages:
            expected = f"a stage of {placed.row.stream} in work.csv"
            yield placed.place.problem("stage", Code.STAGE_LACKING, placed.row.stage, expected)
