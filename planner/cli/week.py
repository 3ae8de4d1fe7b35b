"""`planner week`: closes the weeks that have passed, plans again, and publishes the new plan in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.planning import RUNS
from planner.cli.solving import solving
from planner.solving.options import Engine, SolveOptions

if TYPE_CHECKING:
    from planner.domain.weeks import Week


class _WeekParameter(click.ParamType[Any]):
    """An ISO week."""

    name = "week"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Week:
        """The week; a usage error where there is none such."""
        from planner.domain.weeks import Week

        try:
            return Week.parse(value)
        except ValueError:
            self.fail(f"{value} is not an ISO week such as 2026-W48.", param, ctx)


@click.command(
    epilog=parameters.example(
        "planner week instances/ind-2026",
        "planner week instances/ind-2026 --actuals actuals-2026-W24.csv --json",
    )
)
@parameters.instance
@click.option(
    "--actuals",
    type=click.Path(path_type=Path, exists=True),
    help="What happened since the plan in force: a CSV file, or a folder with one for each week, named after it "
    "(2026-W24.csv). Left out only for the first plan of all.",
)
@click.option("--week", "coming", type=_WeekParameter(), help="The week that the plan begins with; the actuals say it.")
@click.option(
    "--history",
    type=parameters.FOLDER,
    help=f"The folder with the runs of all weeks; {RUNS}/INSTANCE-weekly when left out.",
)
@click.option("--policy", "policy_file", type=parameters.FILE, help="A policy in TOML; the shipped one when left out.")
@click.option(
    "--accept-corrections", is_flag=True, help="Book what does not fit the state of last week as corrections."
)
@click.option("--force", is_flag=True, help="Plan a week again that is planned from the same or from other inputs.")
@click.option(
    "--shadow",
    metavar="NAME",
    help="Plan a week that is planned once more, beside the plan in force and under this name; nothing is published.",
)
@click.option(
    "--gate",
    type=parameters.FILE,
    help="With --shadow: a CSV table with metric, operator and tolerance; exit code 7 where it says no.",
)
@click.option("--dry-run", is_flag=True, help="Do everything, but write nothing.")
@solving
@parameters.common
def command(
    instance: Path,
    actuals: Path | None,
    coming: Week | None,
    history: Path | None,
    policy_file: Path | None,
    accept_corrections: bool,
    force: bool,
    dry_run: bool,
    shadow: str | None,
    gate: Path | None,
    gap: float,
    time_limit: float | None,
    solver: str,
    threads: int,
    seed: int,
    as_json: bool,
) -> int:
    """Take the actuals of the week that has passed, plan what is left again, and publish the new plan in force.

    The first time, without actuals, it plans INSTANCE as it is. From then on last week's state goes on by itself;
    tables of INSTANCE that are no state may be changed from one week to the next. A week that is planned already is
    left alone, and asking once more is no failure. Several missed weeks are closed one after the other.

    The exit code is 0 when every hard target is met, 3 when one is missed, 6 when another run holds the folder.
    """
    from planner.cli.weekly import Asked, run_week
    from planner.evaluation.targets import MET_BELOW

    if gate is not None and shadow is None:
        raise click.UsageError("A gate is for a plan beside the one in force: name it with --shadow.")
    if gate is not None and dry_run:
        raise click.UsageError("A dry run writes no plan that could be held against a gate.")

    asked = Asked(
        instance=instance,
        actuals=actuals,
        coming=coming,
        history=history or RUNS / f"{instance.resolve().name}-weekly",
        policy_file=policy_file,
        accept=accept_corrections,
        force=force,
        dry_run=dry_run,
        shadow=shadow,
        gate=gate,
        options=SolveOptions(Engine(solver), gap, time_limit, threads, seed, enough=MET_BELOW),
        as_json=as_json,
    )
    return run_week(asked)
