"""From rows of actuals to what happened, held against the conservation of cases and the state of last week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.domain.actuals import (
    AGED,
    CONVERTED,
    FINISHED,
    LODGED,
    OPEN,
    PEOPLE,
    STAFF_DAYS,
    WITHDRAWN,
    Actual,
)
from planner.domain.court_dates import COURT
from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers, converted, decimal
from planner.domain.lodgings import EXCESS
from planner.domain.stages import STAGES
from planner.errors import Problem
from planner.files.actuals_file import PlacedActual
from planner.files.codes import Code
from planner.files.place import Place
from planner.solving.cases import same_week_order
from planner.weekly.closing import Closing, closing
from planner.weekly.cohorts import Cohort
from planner.weekly.happened import Happened

CLOSE = 1000
"""Grid units, a thousandth of a case, that are no mismatch: what was in state is counted in millionths."""

FAR, FEW, FEW_PEOPLE = 3.0, 20.0, 5.0
"""A figure is improbable when it is more than so many times what was expected and so many (cases, people) on top of
that; or when what was expected is that much more than the figure."""

Key = tuple[str | None, ...]


def improbable(number: float, expected: float, few: float = FEW) -> bool:
    """Whether the number is rather a slip than a week that went otherwise."""
    low, high = sorted((number, expected))
    return high > FAR * low + few


@dataclass(frozen=True)
class Mismatch:
    """A figure that does not fit the state: the problem, and the correction that would make it fit."""

    problem: Problem
    task: int
    cases: int  # grid units that the stock of the task is moved by


@dataclass
class Reckoned:
    """What happened, all problems that nothing corrects, and all mismatches that a correction line would book."""

    happened: Happened
    problems: list[Problem] = field(default_factory=list)
    mismatches: list[Mismatch] = field(default_factory=list)

    def corrected(self) -> Happened:
        """The same with every correction booked."""
        return with_corrections(self.happened, self.mismatches)


def with_corrections(happened: Happened, mismatches: Iterable[Mismatch]) -> Happened:
    """The same with the correction of every mismatch booked."""
    corrections = np.zeros_like(happened.corrections)
    for own in mismatches:
        corrections[own.task] += own.cases
    return replace(happened, corrections=corrections)


def reckoned(f: Figures, planned: Happened, rows: Sequence[PlacedActual], file: str) -> Reckoned:
    """The first week of `f` by the rows of that week; the plan in force says how parts of a stream share it."""
    return _Week(f, planned, rows, file).reckon()


class _Week:
    def __init__(self, f: Figures, planned: Happened, rows: Sequence[PlacedActual], file: str) -> None:
        self.f, self.planned, self.file = f, planned, file
        self.rows: dict[str, dict[Key, PlacedActual]] = {}
        for placed in rows:
            self.rows.setdefault(placed.row.figure, {})[_key(placed.row)] = placed
        self.names = {name: n for n, name in enumerate(f.task_names)}
        self.streams = {stream.name: k for k, stream in enumerate(f.streams)}
        self.problems: list[Problem] = []
        self.mismatches: list[Mismatch] = []

    def reckon(self) -> Reckoned:
        lodged, at_once, from_stock = self._came()
        finished, over = self._done(lodged - at_once, from_stock)
        happened = Happened(lodged, at_once, from_stock, finished, over, np.zeros_like(finished), self._people())
        self._hold_against_open(happened)
        happened = replace(happened, ages=self._ages(happened))
        return Reckoned(happened, self.problems, self.mismatches)

    def _number(self, figure: str, key: Key, needed: bool, about: str) -> tuple[int, Place] | None:
        """The number on the grid, or None where there is no row; one that is needed is then a problem."""
        placed = self.rows.get(figure, {}).get(key)
        if placed is not None:
            return round(placed.row.number * UNIT), placed.place
        if needed:
            words = " ".join(part for part in key if part)
            problem = Place(self.file).problem("figure", Code.ACTUALS_MISSING, "no row", f"a row {figure} for {words}")
            self.problems.append(replace(problem, hint=about))
        return None

    def _came(self) -> tuple[Counts, Counts, Counts]:
        """K each: lodged, withdrawn at once, withdrawn from stock."""
        f = self.f
        lodged, at_once, from_stock = (np.zeros(len(f.streams), dtype=np.int64) for _ in range(3))
        for row in f.instance.streams:
            k = self.streams[row.stream]
            above = self.streams.get(row.stream + EXCESS)
            expected = int(f.lodged[k, 0]) + (int(f.lodged[above, 0]) if above is not None else 0)
            given = self._number(LODGED, (row.stream,), expected > 0, f"The plan expects {decimal(expected)}.")
            count = given[0] if given else 0
            if given and improbable(count / UNIT, expected / UNIT):
                about = f"about {decimal(expected)}, as the plan expects"
                self._doubt(given[1], decimal(count), about, int(f.entry[k]))
            share = int(f.lodged[above, 0]) / expected if above is not None and expected else 0.0
            parts = {k: count - round(count * share)} | ({above: round(count * share)} if above is not None else {})
            withdrawn = self._withdrawn(row.stream, k, above, count)
            for part, cases in parts.items():
                lodged[part] = cases
                usual = f.withdrawn_lodged[part, 0] / f.lodged[part, 0] if f.lodged[part, 0] else 0.0
                at_once[part] = min(round(cases * usual), withdrawn)
                withdrawn -= int(at_once[part])
            from_stock[k] = withdrawn
        return lodged, at_once, from_stock

    def _doubt(self, place: Place, found: str, expected: str, task: int) -> None:
        """A figure that is rather a slip: booked as it stands, it moves no stock."""
        self.mismatches.append(Mismatch(place.problem("number", Code.IMPROBABLE, found, expected), task, 0))

    def _withdrawn(self, stream: str, k: int, above: int | None, lodged: int) -> int:
        """Cases withdrawn; no more than there are to withdraw."""
        f = self.f
        parts = [k] if above is None else [k, above]
        expected = int(f.withdrawn_lodged[parts, 0].sum() + f.withdrawn_stock[parts, 0].sum())
        given = self._number(WITHDRAWN, (stream,), expected > 0, f"The plan expects {decimal(expected)}.")
        if given is None:
            return 0
        most = lodged + int((f.opening + f.joining[:, 0])[f.entry[parts]].sum())
        if given[0] > most + CLOSE:
            expected_words = f"at most {decimal(most)}: those that waited for the first stage and those lodged"
            problem = given[1].problem("number", Code.NOT_CONSERVED, decimal(given[0]), expected_words)
            self.mismatches.append(Mismatch(problem, int(f.entry[k]), given[0] - most))
        return given[0]

    def _done(self, arrivals: Counts, from_stock: Counts) -> tuple[Counts, Counts]:
        """N and C: finished and gone over, stage by stage: what is passed on without a lag counts for the next."""
        f = self.f
        there = f.opening + f.joining[:, 0]
        there[f.entry] += arrivals - from_stock
        finished, over = np.zeros(len(f.tasks), dtype=np.int64), np.zeros(len(f.conversions), dtype=np.int64)
        for stream, stage in works_in_order(f):
            parts = [self.names[name] for name in self._parts(stream, stage) if name in self.names]
            finished[parts] = self._finished(stream, stage, parts, there)
            self._pass_on(stream, stage, parts, finished, over, there)
        return finished, over

    def _parts(self, stream: str, stage: str) -> tuple[tuple[str, str], ...]:
        """Cases with a date set by a court first, then those within the guarantee, then those above it."""
        return (stream + COURT, stage), (stream, stage), (stream + EXCESS, stage)

    def _finished(self, stream: str, stage: str, parts: list[int], there: Counts) -> list[int]:
        """What each part finished: as planned, and what is more by the order of the parts."""
        planned = [int(self.planned.finished[n]) for n in parts]
        available = [max(int(there[n]), 0) for n in parts]
        needed = sum(planned) > 0
        given = self._number(FINISHED, (stream, stage), needed, f"The plan has {decimal(sum(planned))}.")
        left = given[0] if given else 0
        done = []
        for own, most in zip(planned, available, strict=True):
            done.append(min(own, most, left))
            left -= done[-1]
        for index, most in enumerate(available):
            more = min(most - done[index], left)
            done[index] += more
            left -= more
        if left > CLOSE and given:
            words = f"at most {decimal(sum(available))}: those that waited for the stage or reached it"
            problem = given[1].problem("number", Code.NOT_CONSERVED, decimal(given[0]), words)
            ordinary = self.names[stream, stage]
            self.mismatches.append(Mismatch(problem, ordinary, left))
        if left:
            done[parts.index(self.names[stream, stage])] += left
        return done

    def _pass_on(
        self, stream: str, stage: str, parts: list[int], finished: Counts, over: Counts, there: Counts
    ) -> None:
        f = self.f
        total = int(finished[parts].sum())
        given = self._converted(stream, stage, total)
        passed = {n: int(finished[n]) for n in parts}
        for c, conversion in enumerate(f.conversions):
            if conversion.source not in parts:
                continue
            own = int(finished[conversion.source])
            cases = given.get(f.streams[f.tasks[conversion.target].stream].base)
            if cases is None:
                over[c] = int(converted(np.array([own]), conversion.share)[0])
            else:
                over[c] = cases * own // total if total else 0
            over[c] = min(int(over[c]), passed[conversion.source])
            passed[conversion.source] -= int(over[c])
            if conversion.lag == 0:
                there[conversion.target] += over[c]
        for n in parts:
            if f.following[n] >= 0 and f.lag[n] == 0:
                there[f.following[n]] += passed[n]

    def _converted(self, stream: str, stage: str, total: int) -> dict[str | None, int]:
        """By the stream to which they went over: cases, in all no more than those that finished the stage."""
        rows = [placed for key, placed in self.rows.get(CONVERTED, {}).items() if key[:2] == (stream, stage)]
        found = {placed.row.to_stream: round(placed.row.number * UNIT) for placed in rows}
        if sum(found.values()) > total + CLOSE:
            words = f"at most {decimal(total)}, those that finished the stage"
            every = decimal(sum(found.values()))
            self.problems.append(rows[-1].place.problem("number", Code.ACTUALS_ABOVE, every, words))
        return found

    def _people(self) -> Numbers:
        """M: people in service at the end of the week, NaN where nobody counted them."""
        f = self.f
        names = {name: m for m, name in enumerate(f.supply.names)}
        people = np.full(len(names), np.nan)
        for figure in (PEOPLE, STAFF_DAYS):
            for (location, group), placed in ((key[:2], own) for key, own in self.rows.get(figure, {}).items()):
                m, number = names.get((str(location), str(group))), placed.row.number
                if m is None:
                    if number:
                        words = f"a location and group with staff; {group} has none at {location}"
                        self.problems.append(placed.place.problem("group", Code.REFERENCE, group, words))
                elif figure == PEOPLE:
                    people[m] = number
                    expected = float(f.supply.people[m, 0])
                    if improbable(number, expected, FEW_PEOPLE):
                        about = f"about {round(expected, 1):g}, as in last week's state"
                        self._doubt(placed.place, f"{number:g}", about, 0)
        return people

    def _end(self, happened: Happened) -> Closing:
        """The end of the week with the corrections booked so far."""
        return closing(self.f, with_corrections(happened, self.mismatches))

    def _hold_against_open(self, happened: Happened) -> None:
        """Where open cases were counted, they are those that follow; the count holds."""
        end = self._end(happened)
        for (stream, stage), placed in ((key[:2], placed) for key, placed in self.rows.get(OPEN, {}).items()):
            parts = [self.names[name] for name in self._parts(str(stream), str(stage)) if name in self.names]
            follows = int(end.waiting[parts].sum() + end.underway[parts].sum())
            counted = round(placed.row.number * UNIT)
            if abs(counted - follows) > CLOSE:
                before = f"{decimal(follows)}: open before + entered - finished - withdrawn"
                problem = placed.place.problem("number", Code.NOT_CONSERVED, decimal(counted), before)
                ordinary = self.names[str(stream), str(stage)]
                for n, cases in _spread(counted - follows, ordinary, parts, end.waiting):
                    self.mismatches.append(Mismatch(problem, n, cases))

    def _ages(self, happened: Happened) -> dict[str, tuple[Cohort, ...]]:
        """By stream the open cases by time of lodging: their sum has to be what is open."""
        found: dict[str, list[PlacedActual]] = {}
        for placed in self.rows.get(AGED, {}).values():
            found.setdefault(str(placed.row.stream), []).append(placed)
        end = self._end(happened)
        ages = {}
        for stream, counted in found.items():
            tasks = [n for n, task in enumerate(self.f.tasks) if self.f.streams[task.stream].base == stream]
            follows = int((end.waiting + end.underway.sum(axis=1))[tasks].sum())
            ages[stream] = tuple(_cohort(placed.row) for placed in counted)
            total = sum(own.cases for own in ages[stream])
            if abs(total - follows) > CLOSE:
                expected = f"{decimal(follows)} open cases of {stream} in all; ages are taken in proportion"
                problem = counted[0].place.problem("number", Code.NOT_CONSERVED, decimal(total), expected)
                self.mismatches.append(Mismatch(problem, tasks[0], 0))
        return ages


def _cohort(row: Actual) -> Cohort:
    if row.first is None or row.last is None:
        raise ValueError(f"ages without a period: {row}")
    return Cohort(row.first, row.last, round(row.number * UNIT))


def _spread(difference: int, ordinary: int, parts: list[int], waiting: Counts) -> Iterator[tuple[int, int]]:
    """On which parts of a stream a difference is booked: more on the ordinary one, fewer where they wait."""
    if difference > 0:
        yield ordinary, difference
        return
    for n in reversed(parts):
        taken = min(max(int(waiting[n]), 0), -difference)
        if taken:
            yield n, -taken
            difference += taken
    if difference < 0:
        yield ordinary, difference


def works_in_order(f: Figures) -> list[tuple[str, str]]:
    """Stream and stage of every task, its parts together, behind those whose cases can reach it within the week."""
    found = [(f.streams[f.tasks[n].stream].base, STAGES[f.tasks[n].stage]) for n in reversed(same_week_order(f))]
    return list(dict.fromkeys(found))[::-1]


def _key(row: Actual) -> Key:
    if row.figure in (LODGED, WITHDRAWN):
        return (row.stream,)
    if row.figure in (FINISHED, OPEN):
        return (row.stream, row.stage)
    if row.figure == CONVERTED:
        return (row.stream, row.stage, row.to_stream)
    if row.location is not None:
        return (row.location, row.group)
    return (row.stream, row.stage, str(row.first), str(row.last), str(row.due_week))
