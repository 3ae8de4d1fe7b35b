"""The weekly run, step by step: lock, state, actuals, plan, audit, publication, log."""

from __future__ import annotations

import errno
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from planner.cli.exit_codes import Exit, exit_of_error
from planner.cli.gate_check import gates_of, through
from planner.cli.new_name import free_name
from planner.cli.output import say, show, show_json, warn
from planner.cli.planning import Beside, Clock, conclude, exit_of_targets, read_inputs
from planner.cli.proven import proven_in
from planner.cli.run_record import Request
from planner.cli.solve import no_plan
from planner.cli.weekly_actuals import Actuals, actuals_at
from planner.cli.weekly_search import searched
from planner.domain.actuals import ACTUALS
from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import Policy, for_replanning
from planner.domain.realised import REALISED
from planner.domain.result import Proven
from planner.domain.weeks import Week
from planner.errors import AuditError, InputError
from planner.files.actuals_file import PlacedActual
from planner.files.codes import Code
from planner.files.history_folder import LOGS, SHADOWS, WEEKLY, PastRun, file_hash, key_of, next_folder, past_runs
from planner.files.instance import check_instance
from planner.files.lock import only_run
from planner.files.place import Place
from planner.files.run_folder import Run, changed_files, input_hashes, read_run
from planner.files.writing import rows_text, write_instance
from planner.solving.options import SolveOptions
from planner.weekly.closed import Closed, closed_weeks, share_moved
from planner.weekly.continuing import rest_of_plan
from planner.weekly.frozen import frozen_changes
from planner.weekly.parameters import STATE, with_parameters
from planner.weekly.told import still_told

INPUTS = "instance_files"
"""The part of the manifest with the hashes of the planner's own instance, to see next week what was changed."""

FULL_OR_CLOSED = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
"""What the system says of a disk that is full, or of a folder in which nothing may be written."""

ACCEPTED = (Code.NOT_CONSERVED.value, Code.IMPROBABLE.value)
"""What --accept-corrections takes."""


@dataclass(frozen=True)
class Asked:
    """What the command was asked."""

    instance: Path
    actuals: Path | None
    coming: Week | None
    history: Path
    policy_file: Path | None
    accept: bool
    force: bool
    dry_run: bool
    shadow: str | None
    gate: Path | None
    options: SolveOptions
    as_json: bool


@dataclass(frozen=True)
class Prepared:
    """What is planned, what is kept beside the plan, and what there is of the plan in force to begin from."""

    instance: Instance
    policy: Policy
    beside: Beside
    start: Plan | None = None
    proven: Proven | None = None


def run_week(asked: Asked) -> int:
    """Does it, alone in the history's folder; gives the exit code."""
    what = f"planner week, actuals {asked.actuals.name if asked.actuals else 'none'}"
    with _disk_told(asked.history), nullcontext() if asked.dry_run else only_run(asked.history, what):
        return _Run(asked).logged()


@contextmanager
def _disk_told(history: Path) -> Iterator[None]:
    """Turns what the system says of a full disk, or of one that may not be written, into a problem."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL_OR_CLOSED:
            raise
        place = Place(str(error.filename or history))
        expected = "a folder in which there is room and leave to write; what was in force is in force"
        raise InputError([place.problem("", Code.NOT_WRITTEN, error.strerror or error, expected)]) from error


class _Run:
    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.clock = Clock()
        self.started = datetime.now(UTC)
        self.past = past_runs(asked.history)
        self.week = asked.coming or (self.past[-1].week.plus(1) if self.past else None)
        self.sources: tuple[Path, ...] = ()
        self.files: Mapping[str, str] = {}
        self.summary: dict[str, Any] = {}
        self.lines: tuple[str, ...] = ()
        self.made: Path | None = None

    def logged(self) -> int:
        """Does it; keeps a log of what was done, and of what stopped it."""
        try:
            with _disk_told(self.asked.history):
                code = self.run()
        except BaseException as error:
            self._log(exit_of_error(error), str(error) or type(error).__name__)
            raise
        if self.summary:
            self._log(code)
        return code

    def run(self) -> int:
        """The exit code."""
        asked = self.asked
        with self.clock.phase("read"):
            own, policy = read_inputs(asked.instance, None, asked.policy_file)
            self.files = input_hashes(asked.instance, None)
        actuals = self._actuals(own)
        coming = own.weeks[0] if actuals is None else actuals.coming(asked.coming)
        key = self._key(policy, coming)
        done = [run for run in self.past if run.week == coming]
        if asked.shadow is not None and not done:
            raise click.BadParameter(f"{coming} has no plan in force yet to stand beside.", param_hint="--shadow")
        if asked.shadow is None and done and not asked.force and not done[-1].manifest[WEEKLY].get("interrupted"):
            return self._already(done[-1], key)
        gates = gates_of(asked.gate, done[-1].folder) if done else []
        previous = max((run for run in self.past if run.week < coming), default=None)
        if previous is None and actuals:
            expected = f"{self.past[0].week}, the first week that was planned, or a later one"
            raise InputError([actuals.problem(coming.plus(-1), expected)])
        self.week = coming
        self.summary = self._summary(coming, key, previous)
        if actuals is None or previous is None:
            prepared = Prepared(own, policy, Beside({WEEKLY: self.summary}, {INPUTS: dict(self.files)}))
        else:
            prepared = self._again(own, policy, actuals, previous, coming)
        code = self._plan(prepared, coming)
        return through(gates, self.made, done[-1].folder, code) if self.made and gates else code

    def _actuals(self, own: Instance) -> Actuals | None:
        """What happened; None for the first plan of all."""
        asked = self.asked
        if asked.actuals is None:
            if self.past and self.past[-1].week != own.weeks[0]:
                words = f"There is a plan in force in {asked.history}: --actuals says what became of it."
                raise click.UsageError(words)
            if asked.coming not in (None, own.weeks[0]):
                raise click.BadParameter(f"the horizon of the instance begins in {own.weeks[0]}.", param_hint="--week")
            return None
        if not self.past:
            words = f"no plan in force in {asked.history}"
            expected = "a first plan, from the same command without --actuals"
            raise InputError([Place(str(asked.actuals)).problem("week", Code.ACTUALS_WEEK, words, expected)])
        actuals = actuals_at(asked.actuals, own, self.past[-1])
        self.sources = actuals.sources
        return actuals

    def _key(self, policy: Policy, coming: Week) -> str:
        """The same when everything is the same that a plan of the week follows from.

        That corrections are accepted is no part of it: where it matters there is no plan without that.
        """
        before = [run for run in self.past if run.week < coming]
        options = {name: value for name, value in asdict(self.asked.options).items() if name != "threads"}
        return key_of(
            {
                "week": coming,
                "previous": file_hash(before[-1].folder / "manifest.json") if before else "",
                "actuals": [file_hash(path) for path in self.sources],
                "files": json.dumps(self.files, sort_keys=True),
                "policy": policy,
                "options": sorted(options.items()),
            }
        )

    def _already(self, done: PastRun, key: str) -> int:
        """A week that is planned: from the same inputs that is all there is to say."""
        manifest = done.manifest
        if manifest[WEEKLY]["key"] != key:
            expected = "the inputs from which it was planned; with --force it is planned again from these"
            place = Place(str(done.folder))
            raise InputError([place.problem("", Code.TARGET_EXISTS, "a plan of the week from other inputs", expected)])
        said = ("instance", "status", "levels", "euro_together", "targets", "audit", "seconds", WEEKLY)
        if self.asked.as_json:
            show_json({name: manifest.get(name) for name in said} | {"run": str(done.folder), "already": True})
        else:
            show(f"{done.week} is planned already, from the same inputs: {done.folder}.")
        return exit_of_targets(manifest)

    def _summary(self, week: Week, key: str, previous: PastRun | None) -> dict[str, Any]:
        return {
            "week": str(week),
            "key": key,
            "previous": previous.folder.name if previous else None,
            "closed": [],
            "corrections": [],
            "told_otherwise": [],
            "actuals": {path.name: file_hash(path) for path in self.sources},
        }

    def _again(self, own: Instance, policy: Policy, actuals: Actuals, previous: PastRun, coming: Week) -> Prepared:
        """The state of the coming week with the planner's own parameters."""
        with self.clock.phase("close"):
            run = _unchanged(previous)
            closed = self._closed(run, actuals, previous.week, coming)
            before = run.manifest[INPUTS]
            changed = {Path(name).stem for name in {*before, *self.files} if before.get(name) != self.files.get(name)}
            for name in sorted(changed & {*STATE}):
                warn(f"{name}.csv was changed, but it is state: the weeks carry it on, and the change has no effect.")
            instance, given_up = still_told(_checked(with_parameters(closed.instance, own, changed)))
            _, start = rest_of_plan(run.tables, figures(instance))
        wanted = for_replanning(policy)
        changed |= {"policy"} if for_replanning(run.policy) != wanted else set()
        for problem in closed.corrections:
            warn(f"corrected: {problem}")
        for words in given_up:
            warn(f"not as told: {words}.")
        self.summary |= {
            "told_otherwise": given_up,
            "closed": sorted({str(own.week) for own in closed.realised}),
            "corrections": [asdict(problem) for problem in closed.corrections],
            "parameters_changed": sorted(changed),
        }
        beside = Beside({WEEKLY: self.summary}, {INPUTS: dict(self.files)}, _files(closed, actuals.rows))
        return Prepared(instance, wanted, beside, start, proven_in(previous.folder, run))

    def _closed(self, run: Run, actuals: Actuals, first: Week, coming: Week) -> Closed:
        """The weeks since the plan in force, closed one after the other; raises InputError for what does not fit."""
        weeks = [first.plus(number) for number in range((coming.monday - first.monday).days // 7)]
        actuals.refuse_other_weeks(weeks)
        if run.instance.header.clearance < coming.sunday:
            words = f"the clearance date, {run.instance.header.clearance}, has come: make a new instance"
            raise InputError([actuals.problem(coming, words)])
        file, accept = actuals.path.name, self.asked.accept
        closed = closed_weeks(run.instance, run.tables, actuals.rows, weeks, file, accept=accept)
        if closed.problems:
            if all(problem.code in ACCEPTED for problem in closed.problems):
                say("With --accept-corrections what does not fit the state is booked as a correction.")
            raise InputError(closed.problems)
        return closed

    def _plan(self, prepared: Prepared, week: Week) -> int:
        asked = self.asked
        folder = None if asked.dry_run else self._folder(week)
        with self.clock.phase("solve"):
            request = Request(asked.instance, None, prepared.instance, prepared.policy, asked.options)
            told = self.summary["told_otherwise"]
            request, result = searched(request, asked.options, prepared.start, prepared.proven, told)
        self.lines = result.log
        if result.plan is None:
            return no_plan(request, result, self.clock, asked.as_json)
        f = figures(request.instance)
        frozen, moved = share_moved(f, result.plan)
        self.summary |= {
            "frozen_days_changed": frozen,
            "frozen_changes": [asdict(change) for change in frozen_changes(f, result.plan)],
            "share_moved": round(moved, 6),
            "interrupted": result.signal_number is not None,
        }
        code = conclude(request, result, result.plan, folder, self.clock, asked.as_json, prepared.beside)
        self.made = folder if code != Exit.REFUSED else None
        return code

    def _folder(self, week: Week) -> Path:
        """Where the run goes: among the weeks, or beside them."""
        asked = self.asked
        if asked.shadow is None:
            return next_folder(asked.history, week)
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", asked.shadow).strip(".-") or "shadow"
        return free_name(asked.history / SHADOWS / f"{week}-{name}")

    def _log(self, code: int, error: str | None = None) -> None:
        """A file for each run: how the search went, and one JSON line in the end. Without it the run counts as well."""
        if self.asked.dry_run:
            return
        logs = self.asked.history / LOGS
        last = {"week": str(self.week) if self.week else None} | self.summary
        last |= {
            "run": None if self.made is None else str(self.made),
            "exit_code": int(code),
            "error": error,
            "seconds": {name: round(own, 3) for name, own in self.clock.seconds.items()},
        }
        text = "".join(f"{line}\n" for line in (*self.lines, json.dumps(last, allow_nan=False)))
        path = logs / f"{self.week or 'first'}-{self.started:%Y%m%dT%H%M%SZ}-{os.getpid()}.log"
        try:
            logs.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as fault:
            warn(f"no log could be written ({path}: {fault.strerror}).")


def _unchanged(previous: PastRun) -> Run:
    """The run of the plan in force; raises AuditError when it is not as it was saved."""
    wrong = list(changed_files(previous.folder, previous.manifest))
    if wrong:
        raise AuditError([f"the plan in force is not as it was saved ({previous.folder}):", *wrong])
    return read_run(previous.folder)


def _files(closed: Closed, rows: Sequence[PlacedActual]) -> dict[str, str]:
    """What the run keeps of the weeks that it closed."""
    return {
        "actuals.csv": rows_text(ACTUALS, [placed.row for placed in rows]),
        "realised.csv": rows_text(REALISED, closed.realised),
    }


def _checked(instance: Instance) -> Instance:
    """The instance, read as every instance is; its problems are those of what a planner changed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "state"
        write_instance(instance, path)
        checked = check_instance(path)
    if checked.instance is None:
        raise InputError(list(checked.problems))
    return checked.instance
