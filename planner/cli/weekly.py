"""The weekly run, step by step: lock, state, actuals, plan, audit, publication, log."""

from __future__ import annotations

import errno
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from planner.cli.exit_codes import Exit
from planner.cli.new_name import free_name
from planner.cli.output import complain, say, show, show_json, warn
from planner.cli.planning import Beside, Clock, conclude, exit_of_targets, read_inputs
from planner.cli.run_record import Request
from planner.cli.solve import no_plan, solve_shown
from planner.domain.actuals import ACTUALS
from planner.domain.gates import GATES, Gate
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import Policy, for_replanning
from planner.domain.realised import REALISED
from planner.domain.weeks import Week
from planner.errors import AuditError, InputError
from planner.files.actuals_file import PlacedActual, check_rows, read_actuals
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.history_folder import LOGS, SHADOWS, WEEKLY, PastRun, file_hash, key_of, next_folder, past_runs
from planner.files.history_index import metrics_of
from planner.files.instance import check_instance
from planner.files.lock import only_run
from planner.files.one_table import rows_of_file
from planner.files.place import Place
from planner.files.run_folder import changed_files, input_hashes, read_run
from planner.files.writing import rows_text, write_instance
from planner.solving.options import SolveOptions
from planner.weekly.closed import Closed, closed_weeks, share_moved
from planner.weekly.continuing import rest_of_plan
from planner.weekly.parameters import STATE, with_parameters

INPUTS = "instance_files"
"""The part of the manifest with the hashes of the planner's own instance, to see next week what was changed."""

FULL_OR_CLOSED = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM)
"""What the system says of a disk that is full, or of a folder in which nothing may be written."""


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


def run_week(asked: Asked) -> int:
    """Does it, alone in the history's folder; gives the exit code."""
    what = f"planner week, actuals {asked.actuals.name if asked.actuals else 'none'}"
    try:
        with nullcontext() if asked.dry_run else only_run(asked.history, what):
            return _Run(asked).run()
    except OSError as error:
        if error.errno not in FULL_OR_CLOSED:
            raise
        place = Place(str(error.filename or asked.history))
        expected = "a folder in which there is room and leave to write; what was in force is in force"
        raise InputError([place.problem("", Code.NOT_WRITTEN, error.strerror or error, expected)]) from error


class _Run:
    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.clock = Clock()
        self.started = datetime.now(UTC)
        self.made: Path | None = None
        self.sources: list[Path] = []

    def run(self) -> int:
        asked = self.asked
        past = past_runs(asked.history)
        with self.clock.phase("read"):
            own, policy = read_inputs(asked.instance, None, asked.policy_file)
            files = input_hashes(asked.instance, None)
        if not past:
            return self._first(own, policy, files)
        if asked.actuals is None:
            raise click.UsageError(f"There is a plan in force in {asked.history}: --actuals says what became of it.")
        self.sources = _sources(asked.actuals, past[-1])
        rows = self._rows(own)
        coming = self._coming(rows)
        key = self._key(policy, files, past, coming)
        done = [run for run in past if run.week == coming]
        if asked.shadow is not None and not done:
            raise click.BadParameter(f"{coming} has no plan in force yet to stand beside.", param_hint="--shadow")
        if done and asked.shadow is None and not asked.force:
            return self._already(done[-1], key)
        before = [run for run in past if run.week < coming]
        if not before:
            expected = f"{past[0].week}, the first week that was planned, or a later one"
            raise InputError([Place(self._file).problem("week", Code.ACTUALS_WEEK, coming.plus(-1), expected)])
        gates = self._gates(done)
        code = self._again(own, policy, files, rows, before[-1], coming, key)
        return self._through(gates, done[-1]) if gates and code in (Exit.DONE, Exit.TARGET_MISSED) else code

    def _first(self, own: Instance, policy: Policy, files: Mapping[str, str]) -> int:
        """The first plan in force: that of the instance as it is."""
        asked = self.asked
        week = own.weeks[0]
        if asked.actuals is not None:
            words = f"no plan in force in {asked.history}"
            expected = "a first plan, from the same command without --actuals"
            raise InputError([Place(str(asked.actuals)).problem("week", Code.ACTUALS_WEEK, words, expected)])
        if asked.coming is not None and asked.coming != week:
            raise click.BadParameter(f"the horizon of the instance begins in {week}.", param_hint="--week")
        key = key_of({"files": json.dumps(files, sort_keys=True), "policy": policy, "week": week})
        beside = Beside(self._summary(week, key, None, None), {INPUTS: dict(files)})
        return self._plan(own, policy, beside, week)

    def _rows(self, own: Instance) -> list[PlacedActual]:
        findings, doubts = Findings(), Findings()
        rows = [row for path in self.sources for row in read_actuals(path, findings, doubts)]
        findings.extend(check_rows(own, rows))
        if len(findings):
            raise InputError(findings.problems())
        for doubt in doubts.problems():
            warn(str(doubt))
        return rows

    def _coming(self, rows: Sequence[PlacedActual]) -> Week:
        """The week after the last one that the actuals are about."""
        file = Place(self._file)
        if not rows:
            raise InputError([file.problem("week", Code.ACTUALS_WEEK, "no rows", "the figures of a week")])
        coming = max(placed.row.week for placed in rows).plus(1)
        if self.asked.coming is not None and self.asked.coming != coming:
            expected = f"figures to {self.asked.coming.plus(-1)}, the week before {self.asked.coming} (--week)"
            raise InputError([file.problem("week", Code.ACTUALS_WEEK, coming.plus(-1), expected)])
        return coming

    def _key(self, policy: Policy, files: Mapping[str, str], past: Sequence[PastRun], coming: Week) -> str:
        """The same when everything is the same that a plan of the week follows from."""
        asked = self.asked
        before = [run for run in past if run.week < coming]
        options = {name: value for name, value in asdict(asked.options).items() if name != "threads"}
        return key_of(
            {
                "week": coming,
                "previous": file_hash(before[-1].folder / "manifest.json") if before else "",
                "actuals": [file_hash(path) for path in self.sources],
                "files": json.dumps(files, sort_keys=True),
                "policy": policy,
                "options": sorted(options.items()),
                "accept": asked.accept,
            }
        )

    @property
    def _file(self) -> str:
        return self.asked.actuals.name if self.asked.actuals else str(self.asked.history)

    def _already(self, done: PastRun, key: str) -> int:
        """A week that is planned: from the same inputs that is all there is to say."""
        manifest = done.manifest
        if manifest[WEEKLY]["key"] != key:
            expected = "the inputs from which it was planned; with --force it is planned again from these"
            place = Place(str(done.folder))
            raise InputError([place.problem("", Code.TARGET_EXISTS, "a plan of the week from other inputs", expected)])
        names = ("instance", "status", "levels", "euro_together", "targets", "audit", "seconds", WEEKLY)
        found = {name: manifest.get(name) for name in names}
        if self.asked.as_json:
            show_json(found | {"run": str(done.folder), "already": True})
        else:
            show(f"{done.week} is planned already, from the same inputs: {done.folder}.")
        return exit_of_targets(manifest)

    def _again(
        self,
        own: Instance,
        policy: Policy,
        files: Mapping[str, str],
        rows: Sequence[PlacedActual],
        previous: PastRun,
        coming: Week,
        key: str,
    ) -> int:
        with self.clock.phase("close"):
            closed, changed, start = self._close(own, files, rows, previous, coming)
        for problem in closed.corrections:
            warn(f"corrected: {problem}")
        wanted = for_replanning(policy)
        summary = self._summary(coming, key, previous, closed)
        summary[WEEKLY]["parameters_changed"] = sorted(changed)
        beside = Beside(summary, {INPUTS: dict(files)}, _files(closed, rows))
        return self._plan(closed.instance, wanted, beside, coming, start)

    def _close(
        self,
        own: Instance,
        files: Mapping[str, str],
        rows: Sequence[PlacedActual],
        previous: PastRun,
        coming: Week,
    ) -> tuple[Closed, set[str], Plan]:
        """The state of the coming week with the planner's own parameters; which tables of those were changed.

        With what is left of the plan in force, to begin from.
        """
        manifest = previous.manifest
        wrong = list(changed_files(previous.folder, manifest))
        if wrong:
            raise AuditError([f"the plan in force is not as it was saved ({previous.folder}):", *wrong])
        run = read_run(previous.folder)
        weeks = [previous.week.plus(number) for number in range((coming.monday - previous.week.monday).days // 7)]
        self._refuse_other_weeks(rows, weeks)
        if run.instance.header.clearance < coming.sunday:
            words = f"the clearance date, {run.instance.header.clearance}, has come: make a new instance"
            raise InputError([Place(self._file).problem("week", Code.ACTUALS_WEEK, coming, words)])
        closed = closed_weeks(run.instance, run.tables, rows, weeks, self._file, accept=self.asked.accept)
        if closed.problems:
            hint = "With --accept-corrections what is not conserved is booked as a correction."
            conserved = Code.NOT_CONSERVED.value
            if all(problem.code == conserved for problem in closed.problems):
                say(hint)
            raise InputError(closed.problems)
        before = manifest[INPUTS]
        changed = {Path(name).stem for name in {*before, *files} if before.get(name) != files.get(name)}
        for name in sorted(changed & {*STATE}):
            warn(f"{name}.csv was changed, but it is state: the weeks carry it on, and the change has no effect.")
        closed.instance = _checked(with_parameters(closed.instance, own, changed))
        _, start = rest_of_plan(run.tables, _figures(closed.instance))
        return closed, changed, start

    def _refuse_other_weeks(self, rows: Sequence[PlacedActual], weeks: Sequence[Week]) -> None:
        expected = f"weeks from {weeks[0]}, with which the plan in force begins, to {weeks[-1]}"
        problems = [
            placed.place.problem("week", Code.ACTUALS_WEEK, placed.row.week, expected)
            for placed in rows
            if placed.row.week not in weeks
        ]
        there = {placed.row.week for placed in rows}
        problems += [
            Place(self._file).problem("week", Code.ACTUALS_WEEK, f"nothing about {week}", expected)
            for week in weeks
            if week not in there
        ]
        if problems:
            raise InputError(problems)

    def _summary(self, week: Week, key: str, previous: PastRun | None, closed: Closed | None) -> dict[str, Any]:
        return {
            WEEKLY: {
                "week": str(week),
                "key": key,
                "previous": previous.folder.name if previous else None,
                "closed": sorted({str(own.week) for own in closed.realised}) if closed else [],
                "corrections": [asdict(problem) for problem in closed.corrections] if closed else [],
                "actuals": {path.name: file_hash(path) for path in self.sources},
            }
        }

    def _plan(self, instance: Instance, policy: Policy, beside: Beside, week: Week, start: Plan | None = None) -> int:
        asked = self.asked
        request = Request(asked.instance, None, instance, policy, asked.options)
        folder = None if asked.dry_run else self._folder(week)
        with self.clock.phase("solve"):
            result = solve_shown(request, asked.options, start)
        if result.plan is None:
            code = no_plan(request, result, self.clock, asked.as_json)
        else:
            frozen, moved = share_moved(_figures(instance), result.plan)
            beside.summary[WEEKLY].update({"frozen_days_changed": frozen, "share_moved": round(moved, 6)})
            if folder:
                folder.parent.mkdir(parents=True, exist_ok=True)
            code = conclude(request, result, result.plan, folder, self.clock, asked.as_json, beside)
            self.made = folder
        if not asked.dry_run:
            self._log(beside.summary[WEEKLY], folder, code, result.log)
        return code

    def _folder(self, week: Week) -> Path:
        """Where the run goes: among the weeks, or beside them."""
        asked = self.asked
        if asked.shadow is None:
            return next_folder(asked.history, week)
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", asked.shadow).strip(".-") or "shadow"
        return free_name(asked.history / SHADOWS / f"{week}-{name}")

    def _gates(self, done: Sequence[PastRun]) -> list[Gate]:
        """The gates of the file; raises InputError for what no run has."""
        path = self.asked.gate
        if path is None:
            return []
        gates, known = rows_of_file(path, GATES, Gate), metrics_of(done[-1].folder)
        unknown = sorted({gate.metric for gate in gates} - known.keys())
        if unknown:
            expected, place = "a metric of the plan in force: " + ", ".join(sorted(known)), Place(str(path))
            raise InputError([place.problem("metric", Code.REFERENCE, name, expected) for name in unknown])
        return gates

    def _through(self, gates: Sequence[Gate], in_force: PastRun) -> int:
        """Holds the plan beside against the one in force; says where it may not stand."""
        if self.made is None:
            raise click.UsageError("A dry run writes no plan that could be held against a gate.")
        ours, theirs = metrics_of(self.made), metrics_of(in_force.folder)
        failed = [gate for gate in gates if not gate.passed(ours[gate.metric], theirs[gate.metric])]
        for gate in failed:
            complain(
                f"gate {gate.metric}: {ours[gate.metric]:g} beside {theirs[gate.metric]:g} in force, asked for "
                f"{gate.operator} that (tolerance {gate.tolerance:g}, or {gate.tolerance_share:.2%})."
            )
        return Exit.NOT_TOLERATED if failed else Exit.DONE

    def _log(self, found: Mapping[str, Any], folder: Path | None, code: int, lines: Sequence[str]) -> None:
        """A file for each run: how the search went, and one JSON line in the end."""
        logs = self.asked.history / LOGS
        logs.mkdir(parents=True, exist_ok=True)
        seconds = {name: round(own, 3) for name, own in self.clock.seconds.items()}
        last = json.dumps({**found, "run": str(folder), "exit_code": int(code), "seconds": seconds}, allow_nan=False)
        path = logs / f"{found['week']}-{self.started:%Y%m%dT%H%M%S}Z.log"
        path.write_text("".join(f"{line}\n" for line in (*lines, last)), encoding="utf-8", newline="\n")


def _sources(actuals: Path, in_force: PastRun) -> list[Path]:
    """The file; of a folder those named after weeks that are not closed yet, or else the ones closed last."""
    if not actuals.is_dir():
        return [actuals]
    closed = in_force.manifest[WEEKLY]["closed"]
    named = {week: path for path in sorted(actuals.glob("*.csv")) if (week := _week_named(path)) is not None}
    fresh = [path for week, path in sorted(named.items()) if week >= in_force.week]
    return fresh or [path for week, path in sorted(named.items()) if str(week) in closed]


def _week_named(path: Path) -> Week | None:
    try:
        return Week.parse(path.stem)
    except ValueError:
        return None


def _figures(instance: Instance) -> Any:
    from planner.domain.figures import figures

    return figures(instance)


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
