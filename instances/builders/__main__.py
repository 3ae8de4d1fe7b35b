"""Writes a shipped instance again: `python -m instances.builders NAME [--data FOLDER] [--out FOLDER]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from instances.builders import ind_2023, ind_2026, uk_2023
from instances.builders.uk_2023.raw import read_raw

BUILDERS = {"ind-2023": ind_2023.build, "ind-2026": ind_2026.build}
FROM_DATA = "uk-2023"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m instances.builders", description="Writes a shipped instance.")
    parser.add_argument("name", choices=sorted([*BUILDERS, FROM_DATA]))
    parser.add_argument("--data", type=Path, help=f"folder of the five public tables that {FROM_DATA} is made from")
    parser.add_argument("--out", type=Path, help="folder to write into; the instance's own unless it is said")
    arguments = parser.parse_args()
    if (arguments.name == FROM_DATA) != (arguments.data is not None):
        parser.error(f"--data goes with {FROM_DATA}, and {FROM_DATA} with --data")
    built = uk_2023.build(read_raw(arguments.data)) if arguments.data else BUILDERS[arguments.name]()
    built.write(arguments.out or Path(__file__).parents[1] / arguments.name)


if __name__ == "__main__":
    main()
