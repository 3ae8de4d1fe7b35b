"""Specialised teams: staff of a location who do one category of cases only, and get better at it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.instance import Instance
from planner.domain.weeks import working_days_between

NEVER = -1
"""The block of a week in which a team cannot be open."""

CLOSED = -1
"""The age of a team that is not open."""

FREE, TOLD_CLOSED, TOLD_OPEN = -1, 0, 1
"""What people have been told of a block of weeks."""


@dataclass(frozen=True)
class Teams:
    """Z teams that may be open. A team opens and closes between blocks of weeks only.

    It lives for `life` blocks at least (or to the end of its last one), and is learned once it has been open for
    `learning` blocks without a break. One with an `age` is open when the horizon starts, and has been so for that many
    blocks before its first one; the first one may be what is left of the block that is running. Its size is counted in
    people who are there all week: `full_days` staff-days.
    """

    name: tuple[str, ...]  # Z
    location: NDArray[np.intp]  # Z, position in the instance's locations
    category: tuple[str, ...]  # Z
    block: NDArray[np.intp]  # Z x T, the block of each week, NEVER where it cannot be open
    life: NDArray[np.intp]  # Z, blocks
    learning: NDArray[np.intp]  # Z, blocks
    age: NDArray[np.intp]  # Z, blocks; CLOSED for a team that is not open at the start
    told: NDArray[np.int8]  # Z x T, what people have been told, in the week with which a block begins
    running: NDArray[np.bool_]  # Z, whether it is open and its first block began before the horizon
    least: NDArray[np.int64]  # Z, people
    most: NDArray[np.int64]  # Z, people
    output: Numbers  # Z, output of a staff-day as a share of an ordinary one, at first
    learned_output: Numbers  # Z, the same once it is learned
    cost: Numbers  # Z, euro per opening
    full_days: Numbers  # T, staff-days in the week of somebody who is wholly deployable

    def __len__(self) -> int:
        return len(self.name)

    @property
    def blocks(self) -> NDArray[np.intp]:
        """Z: blocks of each team."""
        blocks: NDArray[np.intp] = self.block.max(axis=1, initial=NEVER) + 1
        return blocks

    def weekly(self, open_blocks: tuple[NDArray[np.bool_], ...]) -> NDArray[np.bool_]:
        """Z x T: the weeks in which each team is open, from the blocks in which it is."""
        found = np.zeros(self.block.shape, dtype=bool)
        for z, own in enumerate(open_blocks):
            inside = self.block[z] != NEVER
            found[z, inside] = own[self.block[z, inside]]
        return found

    def by_block(self, open_weeks: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], ...]:
        """Whether each team is open in the first week of each of its blocks."""
        return tuple(own[start] for own, start in zip(open_weeks, self.starts, strict=True))

    @property
    def starts(self) -> tuple[NDArray[np.intp], ...]:
        """The first week of each block of each team."""
        return tuple(
            np.array([int(np.argmax(own == block)) for block in range(count)], dtype=np.intp)
            for own, count in zip(self.block, self.blocks.tolist(), strict=True)
        )

    def learned(self, open_weeks: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Z x T: whether a team that is open in the week has been so in all blocks of its learning before."""
        found = []
        for own, learning, age in zip(self.by_block(open_weeks), self.learning, self.age.tolist(), strict=True):
            run, learned = max(age, 0), np.zeros(len(own), dtype=bool)
            for block, is_open in enumerate(own):
                learned[block] = bool(is_open) and run >= learning
                run = run + 1 if is_open else 0
            found.append(learned)
        return self.weekly(tuple(found))

    def openings(self, open_weeks: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Z: how often each team opens in the horizon."""
        before = (self.age != CLOSED)[:, np.newaxis]
        opened: NDArray[np.int64] = (np.diff(np.hstack([before, open_weeks]).astype(np.int8), axis=1) > 0).sum(axis=1)
        return opened


def teams(instance: Instance) -> Teams:
    """Every team of the table."""
    places = {row.location: index for index, row in enumerate(instance.locations)}
    rows = instance.teams
    weeks = instance.weeks
    calendar = {row.week: row.factor for row in instance.calendar}
    number = np.array([week.monday.toordinal() // 7 for week in weeks])
    block = np.full((len(rows), len(weeks)), NEVER, dtype=np.intp)
    age, running = np.full(len(rows), CLOSED, dtype=np.intp), np.zeros(len(rows), dtype=bool)
    since = {row.team: row.since.monday.toordinal() // 7 for row in instance.open_teams}
    for z, row in enumerate(rows):
        anchor, start = row.first.monday.toordinal() // 7, int(number[0])
        inside = (number >= anchor) & (number <= row.last.monday.toordinal() // 7)
        if row.team in since:
            passed = (start - anchor) // row.every_weeks
            age[z] = passed - (since[row.team] - anchor) // row.every_weeks
            running[z] = (start - anchor) % row.every_weeks > 0
        else:
            passed, anchor = 0, max(anchor, start)
        block[z, inside] = (number[inside] - anchor) // row.every_weeks - passed
    told, of_team = np.full(block.shape, FREE, dtype=np.int8), {row.team: z for z, row in enumerate(rows)}
    at = {week: t for t, week in enumerate(weeks)}
    for own in instance.told_teams:
        told[of_team[own.team], at[own.week]] = TOLD_OPEN if own.open else TOLD_CLOSED
    every = np.array([row.every_weeks for row in rows], dtype=np.intp)
    header = instance.header
    return Teams(
        name=tuple(row.team for row in rows),
        location=np.array([places[row.location] for row in rows], dtype=np.intp),
        category=tuple(row.category for row in rows),
        block=block,
        life=-(-np.array([row.least_weeks for row in rows], dtype=np.intp) // every),
        learning=-(-np.array([row.learning_weeks for row in rows], dtype=np.intp) // every),
        age=age,
        told=told,
        running=running,
        least=np.array([row.least for row in rows], dtype=np.int64),
        most=np.array([row.most for row in rows], dtype=np.int64),
        output=np.array([row.output for row in rows], dtype=np.float64),
        learned_output=np.array([row.learned_output for row in rows], dtype=np.float64),
        cost=np.array([row.cost for row in rows], dtype=np.float64),
        full_days=np.array([calendar[week] * working_days_between(week, header.first, header.last) for week in weeks]),
    )
