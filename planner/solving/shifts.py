"""More or less staff-days for every work in some weeks: all changes of days at once, none chosen before.

Moves from one work to another have to be chosen by prices, and where days of three stages lack, one has no price until
the others are there. Here each work has a column for more days and one for less in each week, and a row says that no
more days are there than people have. Crews that do the same works equally well share them: they are a company.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.formulation.draft import Ids, LinearModel
from planner.solving.diving import Wholes
from planner.solving.fixed_staff import FixedStaff
from planner.solving.moves import crew_of_arcs


@dataclass(frozen=True)
class Shifts:
    """G works of companies in weeks, with E arcs; Q companies in weeks. A company's crews stand for each other.

    Columns of the model are G for more days, then G for less.
    """

    arc: Ids  # E
    crew: Ids  # E
    week: Ids  # E
    of_work: Ids  # E, of the G
    row: Ids  # G, of the hours that staff-days make
    hours: Numbers  # G, of a staff-day
    days: NDArray[np.int64]  # G, that stand there
    changes: Numbers  # 2G, days that differ more from the plan in force for a day more and for a day less
    company: Ids  # G, of the Q
    idle: Counts  # Q, days that nobody works
    team: NDArray[np.bool_]  # Q, whether days stay as many as they are

    def __len__(self) -> int:
        return len(self.row)

    @property
    def week_of_work(self) -> Ids:
        """G: the week of each work."""
        week = np.zeros(len(self), dtype=np.intp)
        week[self.of_work] = self.week
        return week

    def wholes(self, first: int) -> Wholes:
        """What becomes whole where the columns begin with `first`: fractions of a company go together."""
        more = first + np.arange(len(self))
        week, own = self.week_of_work, self.company
        return Wholes(week=week, columns=more, less=more + len(self), group=own, source=own, room=self.idle)


def shifts(f: Figures, model: FixedStaff, there: Counts, weeks: NDArray[np.bool_]) -> Shifts:
    """What can change in some `weeks` (T); `there` (M x T) are the days that can be used.

    Support stays where it is, and so does what is frozen. Where the plan in force should stay, each crew is a company
    of its own.
    """
    movable = f.arc_there & (f.arc_most_share >= 1)[:, np.newaxis] & weeks
    calm = np.zeros_like(movable)
    if len(f.held):
        movable &= ~f.held.frozen[f.held.of_arc]
        calm = f.held.calm[f.held.of_arc]
    arc, week = np.nonzero(movable)
    crew, row = crew_of_arcs(f)[arc], model.rows_of_arcs()[arc, week]
    order = np.lexsort((f.arc_hours[arc], row, crew, week))
    arc, week, crew, row = arc[order], week[order], crew[order], row[order]
    company = _companies(crew, week, np.column_stack([row, f.arc_hours[arc], f.arc_team[arc] >= 0]), calm[arc, week])
    _, at, of_work = np.unique(company * len(model.linear.row_lower) + row, return_index=True, return_inverse=True)
    _, of_company = np.unique(company, return_index=True)
    _, of_crew = np.unique(crew * len(f.weeks) + week, return_index=True)
    used = np.zeros_like(there)
    np.add.at(used, f.arc_pair, model.staff_days)
    left = (there - used)[f.arc_pair[arc[of_crew]], week[of_crew]] * (f.arc_team[arc[of_crew]] < 0)
    idle = np.zeros(len(of_company), dtype=np.int64)
    np.add.at(idle, company[of_crew], left)
    days = np.zeros(len(at), dtype=np.int64)
    np.add.at(days, of_work, model.staff_days[arc, week])
    return Shifts(
        arc=arc,
        crew=crew,
        week=week,
        of_work=of_work,
        row=row[at],
        hours=f.arc_hours[arc[at]],
        days=days,
        changes=_changes(f, model.staff_days, arc[at], week[at]),
        company=company[at],
        idle=idle,
        team=f.arc_team[arc[of_company]] >= 0,
    )


def with_shifts(
    linear: LinearModel, costs: Numbers, own: Shifts, bother: float | Numbers, charge: float
) -> tuple[LinearModel, Numbers]:
    """The model of the flows (`linear` may have more columns) with those of the shifts, and the costs with theirs.

    `bother` is what a day more costs, of all works or of each (G); `charge` what a day does that differs more from the
    plan in force.
    """
    more = len(linear.column_lower) + np.arange(len(own))
    less, ones = more + len(own), np.ones(len(own))
    rooms = len(linear.row_lower) + own.company
    kept = own.team[own.company]
    no_less = len(linear.row_lower) + len(own.idle) + (np.cumsum(own.team) - 1)[own.company[kept]]
    in_all = own.idle + np.bincount(own.company, own.days, minlength=len(own.idle))
    wider = linear.extended(
        np.append(in_all[own.company], own.days),
        np.append(own.idle, np.zeros(int(own.team.sum()))),
        np.concatenate([own.row, own.row, rooms, rooms, no_less, no_less]),
        np.concatenate([more, less, more, less, more[kept], less[kept]]),
        np.concatenate([-own.hours, own.hours, ones, -ones, -ones[kept], ones[kept]]),
    )
    of_more = np.append(np.broadcast_to(bother, len(own)), np.zeros(len(own)))
    return wider, np.append(costs, of_more + charge * own.changes)


def carried_out(
    f: Figures, staff_days: NDArray[np.int64], there: Counts, own: Shifts, days: NDArray[np.int64]
) -> NDArray[np.int64]:
    """A x T: the staff-days with so many more of each of the G works, or, below zero, less."""
    changed, change = staff_days.copy(), days.copy()
    idle = there.copy()
    np.subtract.at(idle, f.arc_pair, staff_days)
    company = own.company[own.of_work]
    for number in np.unique(own.company[change != 0]):
        entries = np.flatnonzero(company == number)
        arcs, crews, week = own.arc[entries], own.crew[entries], own.week[entries[0]]
        free = dict(zip(crews.tolist(), (idle[f.arc_pair[arcs], week] * (not own.team[number])).tolist(), strict=True))
        works = own.of_work[entries]
        for e in np.lexsort((works, change[works])):  # those that give come first
            left, arc = change[works[e]], arcs[e]
            moved = max(left, -changed[arc, week]) if left < 0 else min(left, free[int(crews[e])])
            changed[arc, week] += moved
            free[int(crews[e])] -= moved
            change[works[e]] -= moved
    return changed


def _companies(crew: Ids, week: Ids, does: Numbers, calm: NDArray[np.bool_]) -> Ids:
    """E: the number of the company of each arc in a week; what a crew `does` (E x 3) in a week stands together."""
    begins = np.flatnonzero((np.diff(crew, prepend=-1) != 0) | (np.diff(week, prepend=-1) != 0))
    numbers: dict[tuple[int, int, bytes], int] = {}
    company = np.empty(len(crew), dtype=np.intp)
    for start, end in pairwise([*begins.tolist(), len(crew)]):
        alone = int(crew[start]) if calm[start:end].any() else -1
        alike = (int(week[start]), alone, does[start:end].tobytes())
        company[start:end] = numbers.setdefault(alike, len(numbers))
    return company


def _changes(f: Figures, staff_days: NDArray[np.int64], arc: Ids, week: Ids) -> Numbers:
    """2G: days that differ more from the plan in force for a day more, then for a day less; as in `further`."""
    own = f.held
    if not len(own):
        return np.zeros(2 * len(arc))
    days, in_force = own.days(staff_days)[own.of_arc[arc], week], own.in_force[own.of_arc[arc], week]
    calm = own.calm[own.of_arc[arc], week]
    return np.append(calm & (days >= in_force), calm & (days <= in_force)).astype(np.float64)
