"""`planner export`."""

import click


@click.command()
def command() -> None:
    """To come."""
