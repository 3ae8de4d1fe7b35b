"""`planner generate`: a synthetic instance of any size."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json
from planner.generation.sizes import FEWEST_WEEKS, SIZES, Size

_SIZES = "; ".join(
    f"{name}: {size.locations} locations, {size.streams} streams, {size.weeks} weeks" for name, size in SIZES.items()
)


@click.command(
    epilog=parameters.example(
        "planner generate --size S --seed 1 my-instance",
        "planner generate --weeks 260 --seed 7 my-instance",
        "planner generate --actuals runs/my-instance-weekly/weeks/2026-W24 --seed 3 actuals-2026-W24.csv",
    )
)
@click.argument("folder", type=parameters.FOLDER)
@click.option("--size", type=click.Choice(list(SIZES)), default="M", show_default=True, help=f"{_SIZES}.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Same seed, same instance.")
@click.option("--locations", type=click.IntRange(1), help="Instead of the number that goes with the size.")
@click.option("--streams", type=click.IntRange(1), help="Instead of the number that goes with the size.")
@click.option("--weeks", type=click.IntRange(FEWEST_WEEKS), help="Instead of the number that goes with the size.")
@click.option(
    "--actuals",
    "run",
    type=parameters.FOLDER,
    metavar="RUN",
    help="Instead of an instance: FOLDER becomes a file with actuals of this run's first week, its plan with noise.",
)
@click.option(
    "--noise",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="With --actuals: the spread of a figure around what was planned, as a share of it.",
)
@parameters.common
def command(
    folder: Path,
    size: str,
    seed: int,
    locations: int | None,
    streams: int | None,
    weeks: int | None,
    run: Path | None,
    noise: float,
    as_json: bool,
) -> Exit:
    """Write a synthetic instance: plausible in its proportions, about no service.

    FOLDER must not be there. Every figure is marked as an assumption. With --actuals it writes what might have become
    of a week of a plan, for trying out `planner week`.
    """
    if run is not None:
        return _actuals(folder, run, seed, noise, as_json)
    from planner.files.writing import write_instance
    from planner.generation.synthetic import synthetic_instance

    named = SIZES[size]
    wanted = Size(locations or named.locations, streams or named.streams, weeks or named.weeks)
    instance = synthetic_instance(wanted, seed)
    write_instance(instance, folder)
    if as_json:
        show_json({"instance": instance.header.name, "folder": str(folder), "seed": seed, **asdict(wanted)})
    else:
        show(f"{instance.header.title}: in {folder}.")
    return Exit.DONE


def _actuals(file: Path, run: Path, seed: int, noise: float, as_json: bool) -> Exit:
    """Writes the actuals of a run's first week."""
    from planner.domain.actuals import ACTUALS
    from planner.domain.figures import figures
    from planner.files.run_folder import read_run
    from planner.files.whole_folder import write_whole
    from planner.files.writing import rows_text
    from planner.weekly.continuing import rest_of_plan
    from planner.weekly.simulated import simulated_week

    own = read_run(run)
    f, plan = rest_of_plan(own.tables, figures(own.instance))
    rows = simulated_week(f, plan, seed, noise)
    write_whole(file, rows_text(ACTUALS, rows))
    if as_json:
        show_json({"run": str(run), "file": str(file), "week": str(f.weeks[0]), "seed": seed, "rows": len(rows)})
    else:
        show(f"Actuals of {f.weeks[0]}, synthetic: {len(rows)} rows in {file}.")
    return Exit.DONE
