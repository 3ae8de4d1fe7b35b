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
        "planner generate --size S --seed 1 my-instance", "planner generate --weeks 260 --seed 7 my-instance"
    )
)
@click.argument("folder", type=parameters.FOLDER)
@click.option("--size", type=click.Choice(list(SIZES)), default="M", show_default=True, help=f"{_SIZES}.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Same seed, same instance.")
@click.option("--locations", type=click.IntRange(1), help="Instead of the number that goes with the size.")
@click.option("--streams", type=click.IntRange(1), help="Instead of the number that goes with the size.")
@click.option("--weeks", type=click.IntRange(FEWEST_WEEKS), help="Instead of the number that goes with the size.")
@parameters.common
def command(
    folder: Path,
    size: str,
    seed: int,
    locations: int | None,
    streams: int | None,
    weeks: int | None,
    as_json: bool,
) -> Exit:
    """Write a synthetic instance: plausible in its proportions, about no service.

    FOLDER must not be there. Every figure is marked as an assumption.
    """
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
