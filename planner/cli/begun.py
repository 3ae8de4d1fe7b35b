"""The plan of another run, to begin a solve from: read, put in its place by names, and named in the new run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.cli.proven import proven_in
from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.result import Proven, Result
from planner.domain.run_table import DECISION_TABLES, RunTable
from planner.errors import InputError, Problem
from planner.files.run_cells import cell_problems
from planner.files.run_folder import TABLES, file_hashes, read_manifest, read_tables
from planner.solving.options import Engine
from planner.solving.start import NOT_TAKEN
from planner.weekly.continuing import rest_of_plan


@dataclass(frozen=True)
class Decided:
    """The decisions of a run as they were read; `hashes` are those of their tables, by file.

    `proven` is what the run knows of its bounds, where it can be read as a whole.
    """

    name: str
    hashes: Mapping[str, str]
    tables: Mapping[str, RunTable]
    proven: Proven | None


@dataclass(frozen=True)
class Begun:
    """A plan to begin from, and what it is of: of `staff_days` in weeks that are planned, `placed` have a place."""

    run: Decided
    plan: Plan
    staff_days: int
    placed: int

    def facts(self, result: Result) -> dict[str, Any]:
        """What a run says of it."""
        return {
            "run": self.run.name,
            "tables": dict(self.run.hashes),
            "staff_days": self.staff_days,
            "placed": self.placed,
            "taken": self.taken(result),
        }

    def taken(self, result: Result) -> bool:
        """Whether the search began from it: only decomposition does, and only where the plan keeps the rules."""
        return result.engine == Engine.DECOMPOSITION and not any(line.endswith(NOT_TAKEN) for line in result.log)


def read_decided(folder: Path) -> Decided:
    """The decisions of the run in the folder; raises InputError with all that cannot be read of them."""
    read_manifest(folder)
    tables: dict[str, RunTable] = {}
    problems: list[Problem] = []
    for name in DECISION_TABLES:
        try:
            tables |= read_tables(folder, (name,))
            problems += cell_problems(str(folder / TABLES), tables, (name,))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    own = {f"{TABLES}/{name}.csv" for name in DECISION_TABLES}
    hashes = {name: found for name, found in file_hashes(folder).items() if name in own}
    return Decided(folder.resolve().name, hashes, tables, proven_in(folder))


def placed(run: Decided, instance: Instance) -> Begun:
    """The decisions in the instance's weeks, by the names of its places, groups, teams and work.

    What has no place in it is left out, and what the run knows nothing of is nobody's work.
    """
    f, plan = rest_of_plan(run.tables, figures(instance))
    weeks = {str(week) for week in f.weeks}
    rows = (row for name in ("staff", "team_staff") for row in run.tables[name].rows if row[0] in weeks)
    return Begun(run, plan, sum(int(float(row[-1])) for row in rows), int(plan.staff_days.sum()))
