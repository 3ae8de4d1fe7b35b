"""`planner history`: the weekly runs so far, plan against actual, and what the actuals say of the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json
from planner.cli.planning import RUNS
from planner.cli.progress import ProgressLines
from planner.cli.text_table import aligned, figure
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.domain.realised import Realised
    from planner.files.history_folder import PastRun
    from planner.weekly.causes import Split

_folder = click.argument("history", type=parameters.FOLDER)
WHERE = f"HISTORY is the folder of `planner week --history`, {RUNS}/INSTANCE-weekly when that was left out."


@click.group(
    epilog=parameters.example(
        "planner history list runs/ind-2026-weekly",
        "planner history show runs/ind-2026-weekly 2026-W30",
        "planner history diff runs/ind-2026-weekly 2026-W29 2026-W30",
    )
)
def command() -> None:
    """The weekly runs so far: their plans, and how these compare with what happened."""


@command.command("list", epilog=parameters.example("planner history list runs/ind-2026-weekly --json"))
@_folder
@parameters.common
def list_(history: Path, as_json: bool) -> Exit:
    """List the runs, with bias and MAPE of plan against actual, and what that suggests.

    Bias is what happened more than was planned, MAPE the mean error of a week without its sign, both as a share of
    what was planned. A suggestion is for a planner to take or to leave: no figure is changed by itself.
    """
    from planner.files.history_index import index_of
    from planner.weekly.accuracy import accuracy, advice

    _refuse_no_history(history)
    with index_of(history) as index:
        columns = ("folder", "in_force", "status", "hard_missed", "corrections", "frozen_days_changed", "share_moved")
        text = f"SELECT {', '.join(columns)}, seconds FROM runs ORDER BY week, attempt"  # noqa: S608 - names only
        runs = [dict(zip((*columns, "seconds"), row, strict=True)) for row in index.execute(text)]
    rows = _realised(_in_force(history))
    measured, suggested = accuracy(rows), advice(rows)
    if as_json:
        show_json(
            {
                "runs": [{**own, "in_force": bool(own["in_force"])} for own in runs],
                "accuracy": [asdict(own) for own in measured],
                "suggested": [asdict(own) for own in suggested],
            }
        )
        return Exit.DONE
    head = (
        "run",
        "in force",
        "status",
        "hard targets missed",
        "corrections",
        "frozen days changed",
        "moved",
        "seconds",
    )
    body = [
        (
            str(own["folder"]),
            "yes" if own["in_force"] else "no",
            str(own["status"]),
            str(own["hard_missed"]),
            str(own["corrections"]),
            str(own["frozen_days_changed"]),
            _share(own["share_moved"]),
            figure(own["seconds"], 1),
        )
        for own in runs
    ]
    show(aligned([head, *body], right=range(3, len(head))))
    if measured:
        show("\n" + _accuracy_table(measured))
    for one in suggested:
        show(
            f"\nSuggested: {one.parameter} of {one.about}, times {one.ratio:.3f} "
            f"(standard error {one.error:.3f}, {one.weeks} weeks)."
        )
    return Exit.DONE


@command.command("show", epilog=parameters.example("planner history show runs/ind-2026-weekly 2026-W30"))
@_folder
@click.argument("week")
@parameters.common
def show_(history: Path, week: str, as_json: bool) -> Exit:
    """Show the run of WEEK: its targets and levels, and plan against actual of the weeks that it closed."""
    from planner.cli.verdict import targets_and_levels
    from planner.files.history_folder import WEEKLY

    run = _run_of(history, week)
    manifest, rows = run.manifest, _realised([run])
    if as_json:
        realised = [{**asdict(own), "week": str(own.week)} for own in rows]
        show_json(
            {
                "run": str(run.folder),
                WEEKLY: manifest[WEEKLY],
                "targets": manifest["targets"],
                "levels": manifest["levels"],
                "euro_together": manifest.get("euro_together"),
                "realised": realised,
            }
        )
        return Exit.DONE
    show(targets_and_levels(manifest))
    if rows:
        head = ("week", "figure", "stream", "stage", "planned", "actual", "correction")
        body = [
            (
                str(own.week),
                own.figure,
                own.stream or "",
                own.stage or "",
                *_numbers(own.planned, own.actual, own.correction),
            )
            for own in rows
        ]
        show("\n" + aligned([head, *body], right=(4, 5, 6)))
    return Exit.DONE


@command.command(epilog=parameters.example("planner history diff runs/ind-2026-weekly 2026-W29 2026-W30"))
@_folder
@click.argument("week")
@click.argument("other")
@parameters.common
@click.pass_context
def diff(context: click.Context, history: Path, week: str, other: str, as_json: bool) -> Any:
    """Put the runs of WEEK and OTHER side by side, as `planner compare` does."""
    from planner.cli import compare

    folders = (_run_of(history, week).folder, _run_of(history, other).folder)
    return context.invoke(compare.command, folders=folders, as_csv=False, as_json=as_json)


@command.command(epilog=parameters.example("planner history why runs/ind-2026-weekly 2026-W30"))
@_folder
@click.argument("week")
@click.option("--order", help="The causes between the two plans in another order, with commas; see the split.")
@parameters.common
def why(history: Path, week: str, order: str | None, as_json: bool) -> Exit:
    """Say why the plan of WEEK differs from the one before: the difference split by cause, so that it adds up.

    Causes: the horizon moved; actual inflow and output; staff; forecast; parameters; and the solver's freedom. Between
    the two plans stand relaxations, with one cause more each time, so the order has a say in what a cause is given.
    """
    from planner.weekly.causes import ABOUT, ORDER

    wanted = tuple(name.strip() for name in order.split(",")) if order else ORDER
    if sorted(wanted) != sorted(ORDER):
        raise click.BadParameter(f"name each of {', '.join(ORDER)} once.", param_hint="--order")
    split, units = _split(history, _run_of(history, week), wanted)
    if as_json:
        show_json(
            {
                "week": week,
                "order": list(wanted),
                "units": units,
                "before": {name: value / 1e6 for name, value in split.before.items()},
                "after": {name: value / 1e6 for name, value in split.after.items()},
                "causes": {
                    cause.name: {name: value / 1e6 for name, value in cause.changes.items()} for cause in split.causes
                },
                "adds_up": _adds_up(split),
            }
        )
        return Exit.DONE
    names = list(split.before)
    head = ("", *names)
    lines = [("before", split.before), *((cause.name, cause.changes) for cause in split.causes), ("after", split.after)]
    body = [(name, *(figure(values[own] / 1e6, 1) for own in names)) for name, values in lines]
    show(aligned([head, *body], right=range(1, len(head))))
    show("\n" + "\n".join(f"{name}: {unit}" for name, unit in units.items()))
    show("\n" + "\n".join(f"{name}: {words}" for name, words in ABOUT.items()))
    show("\nThe causes between horizon and solver freedom are differences of relaxations, not of plans.")
    return Exit.DONE


@command.command(epilog=parameters.example("planner history measures runs/ind-2026-weekly measures.csv"))
@_folder
@click.argument("file", type=parameters.FILE)
@parameters.common
def measures(history: Path, file: Path, as_json: bool) -> Exit:
    """Hold the register of measures in FILE against the weeks: expected effect beside what was realised.

    FILE has the columns measure, since, figure, stream, stage and expected. Realised is by which share the weekly mean
    of the figure changed from that week on; that nothing else changed it is for the reader to judge.
    """
    from planner.domain.gates import MEASURES, Measure
    from planner.files.one_table import rows_of_file
    from planner.weekly.accuracy import effect

    _refuse_no_history(history)
    rows = _realised(_in_force(history))
    found = [
        (own, effect(rows, own.figure, own.stream or "", own.stage or "", own.since))
        for own in rows_of_file(file, MEASURES, Measure)
    ]
    if as_json:
        show_json([{**asdict(own), "since": str(own.since), "realised": realised} for own, realised in found])
        return Exit.DONE
    head = ("measure", "since", "figure", "stream", "stage", "expected", "realised")
    body = [
        (
            *(own.measure, str(own.since), own.figure, own.stream or "", own.stage or ""),
            *(_share(own.expected), _share(realised) or "not known yet"),
        )
        for own, realised in found
    ]
    show(aligned([head, *body], right=(5, 6)))
    return Exit.DONE


@command.command(epilog=parameters.example("planner history reindex runs/ind-2026-weekly"))
@_folder
@parameters.common
def reindex(history: Path, as_json: bool) -> Exit:
    """Make the index anew from the runs. It is also made when it is missing or does not fit them."""
    from planner.files.history_folder import past_runs
    from planner.files.history_index import reindex as made_anew

    _refuse_no_history(history)
    index = made_anew(history)
    runs = len(past_runs(history))
    if as_json:
        show_json({"index": str(index), "runs": runs})
    else:
        show(f"{runs} runs in {index}.")
    return Exit.DONE


@command.command(epilog=parameters.example("planner history prune runs/ind-2026-weekly --keep 104"))
@_folder
@click.option("--keep", type=click.IntRange(2), default=104, show_default=True, help="Weeks of which the run stays.")
@parameters.common
def prune(history: Path, keep: int, as_json: bool) -> Exit:
    """Remove runs that another run of their week has replaced, and all that there is of older weeks.

    That is runs, also those that the audit refused, shadows and logs. The plan in force and the one before it stay.
    """
    from planner.files.history_folder import LOGS, SHADOWS, WEEKS, past_runs, runs_in_force, week_of
    from planner.files.lock import only_run
    from planner.files.whole_folder import remove_whole

    _refuse_no_history(history)
    with only_run(history, "planner history prune"):
        kept = runs_in_force(history)[-keep:]
        oldest = kept[0].week
        gone = [run.folder for run in past_runs(history) if run not in kept]
        beside = [*(history / WEEKS).glob("*.refused*"), *(history / SHADOWS).glob("*")]
        gone += [path for path in beside if (week := week_of(path)) is not None and week < oldest]
        for folder in gone:
            remove_whole(folder)
        logs = [path for path in (history / LOGS).glob("*.log") if (own := week_of(path)) is None or own < oldest]
        for path in logs:
            path.unlink()
    if as_json:
        show_json({"removed": [str(folder) for folder in gone], "logs_removed": len(logs), "kept": len(kept)})
    else:
        show(f"{len(gone)} runs and {len(logs)} logs removed, {len(kept)} runs kept.")
    return Exit.DONE


def _split(history: Path, run: PastRun, order: tuple[str, ...]) -> tuple[Split, dict[str, str]]:
    """The split of a run, with the unit of each measure."""
    from planner.domain.policy import without_replanning
    from planner.files.actuals_file import read_actuals
    from planner.files.findings import Findings
    from planner.files.history_folder import WEEKLY, WEEKS
    from planner.files.run_folder import WEEK, read_run
    from planner.solving.progress import Progress
    from planner.weekly.causes import UNITS, LastWeek, why_changed

    new = read_run(run.folder)
    about = new.manifest[WEEKLY]
    if about["previous"] is None:
        raise click.BadParameter(f"{run.folder.name} is the first plan of all.", param_hint="WEEK")
    before = history / WEEKS / about["previous"]
    if not before.is_dir():
        raise click.BadParameter(f"the plan before it, {before}, is gone.", param_hint="WEEK")
    old, findings = read_run(before), Findings()
    rows = read_actuals(run.folder / WEEK / "actuals.csv", findings, findings)
    if len(findings):
        raise InputError(findings.problems())
    policy = without_replanning(new.policy)
    weeks = [week for week in old.instance.weeks if week < new.instance.weeks[0]]
    last = LastWeek(old.instance, without_replanning(old.policy), old.tables, rows, weeks)
    shown, start = ProgressLines(), perf_counter()

    def report(stage: str) -> None:
        shown(Progress(stage, perf_counter() - start))

    try:
        split = why_changed(last, new.instance, new.tables, policy, {*about["parameters_changed"]}, order, report)
    finally:
        shown.end()
    return split, UNITS | {level.name: level.unit for level in policy.levels}


def _adds_up(split: Split) -> bool:
    return all(
        value + sum(cause.changes[name] for cause in split.causes) == split.after[name]
        for name, value in split.before.items()
    )


def _refuse_no_history(history: Path) -> None:
    from planner.files.history_folder import past_runs

    if not past_runs(history):
        raise click.BadParameter(f"there are no weekly runs in {history}. {WHERE}", param_hint="HISTORY")


def _in_force(history: Path) -> list[PastRun]:
    from planner.files.history_folder import runs_in_force

    return runs_in_force(history)


def _run_of(history: Path, week: str) -> PastRun:
    """The run that was last made of a week, or the one with this very name."""
    from planner.files.history_folder import past_runs

    _refuse_no_history(history)
    named = [run for run in past_runs(history) if week in (run.folder.name, str(run.week))]
    if not named:
        raise click.BadParameter(f"there is no run of {week} in {history}.", param_hint="WEEK")
    exact = [run for run in named if run.folder.name == week and run.attempt > 1]
    return (exact or named)[-1]


def _realised(runs: Sequence[PastRun]) -> list[Realised]:
    from planner.files.history_index import realised_in

    return [row for run in runs for row in realised_in(run)]


def _accuracy_table(measured: Sequence[Any]) -> str:
    head = ("figure", "stream", "stage", "weeks", "planned", "actual", "bias", "MAPE")
    body = [
        (*own.name, str(own.weeks), *_numbers(own.planned, own.actual), _share(own.bias), _share(own.mape))
        for own in measured
    ]
    return aligned([head, *body], right=range(3, len(head)))


def _numbers(*numbers: float) -> list[str]:
    return [figure(number, 2 if abs(number) < 10 else 0) for number in numbers]


def _share(number: float | None) -> str:
    return "" if number is None else f"{number:.1%}"
