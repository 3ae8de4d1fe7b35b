"""The actuals of a weekly run: which files, which rows, and for which week a plan follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.cli.output import warn
from planner.domain.instance import Instance
from planner.domain.weeks import Week
from planner.errors import InputError, Problem
from planner.files.actuals_file import PlacedActual, check_rows, read_actuals
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.history_folder import WEEKLY, PastRun
from planner.files.place import Place


@dataclass(frozen=True)
class Actuals:
    """The rows of a file, or of the files of a folder."""

    path: Path
    sources: tuple[Path, ...]
    rows: tuple[PlacedActual, ...]

    def problem(self, found: object, expected: str) -> Problem:
        """What is wrong with its weeks as a whole."""
        return Place(self.path.name).problem("week", Code.ACTUALS_WEEK, found, expected)

    def coming(self, asked: Week | None) -> Week:
        """The week after the last one that they are about; raises InputError when another one was asked for."""
        if not self.rows:
            raise InputError([self.problem("no rows", "the figures of a week")])
        coming = max(placed.row.week for placed in self.rows).plus(1)
        if asked not in (None, coming):
            expected = f"figures to {asked.plus(-1)}, the week before {asked} (--week)"
            raise InputError([self.problem(coming.plus(-1), expected)])
        return coming

    def refuse_other_weeks(self, weeks: Sequence[Week]) -> None:
        """Raises InputError where they are about other weeks than these, or leave one out."""
        expected = f"weeks from {weeks[0]}, with which the plan in force begins, to {weeks[-1]}"
        there = {placed.row.week for placed in self.rows}
        problems = [
            placed.place.problem("week", Code.ACTUALS_WEEK, placed.row.week, expected)
            for placed in self.rows
            if placed.row.week not in weeks
        ]
        problems += [self.problem(f"nothing about {week}", expected) for week in weeks if week not in there]
        if problems:
            raise InputError(problems)


def actuals_at(path: Path, own: Instance, in_force: PastRun) -> Actuals:
    """What stands there; raises InputError with every problem that a row has by itself."""
    sources = _sources(path, in_force)
    findings, doubts = Findings(), Findings()
    rows: list[PlacedActual] = []
    for source in sources:
        of_file = read_actuals(source, findings, doubts)
        findings.extend(_of_other_weeks(source, of_file) if path.is_dir() else ())
        rows += of_file
    findings.extend(check_rows(own, rows))
    if len(findings):
        raise InputError(findings.problems())
    for doubt in doubts.problems():
        warn(str(doubt))
    return Actuals(path, tuple(sources), tuple(rows))


def _sources(path: Path, in_force: PastRun) -> list[Path]:
    """The file; of a folder those named after weeks that are not closed yet, or else the ones closed last."""
    if not path.is_dir():
        return [path]
    closed = in_force.manifest[WEEKLY]["closed"]
    named = {week: file for file in sorted(path.glob("*.csv")) if (week := _week_named(file)) is not None}
    fresh = [file for week, file in sorted(named.items()) if week >= in_force.week]
    return fresh or [file for week, file in sorted(named.items()) if str(week) in closed]


def _of_other_weeks(path: Path, rows: Sequence[PlacedActual]) -> Iterator[Problem]:
    """Rows about another week than the one that their file is named after."""
    named = _week_named(path)
    for placed in rows:
        if placed.row.week != named:
            expected = f"{named}, the week that the file is named after"
            yield placed.place.problem("week", Code.ACTUALS_WEEK, placed.row.week, expected)


def _week_named(path: Path) -> Week | None:
    try:
        return Week.parse(path.stem)
    except ValueError:
        return None
