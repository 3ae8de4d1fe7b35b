"""Arguments and options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from planner.cli.output import want_quiet

Function = TypeVar("Function", bound=Callable[..., Any])

FOLDER = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

instance = click.argument("instance", type=FOLDER)
scenario = click.option(
    "--scenario",
    metavar="NAME",
    help="Lay a scenario of the instance over it; several with commas, in order.",
)
language = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="en", show_default=True, help="The language: Dutch or English."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Give the result as one JSON document.")
_quiet = click.option(
    "--quiet",
    is_flag=True,
    expose_value=False,
    callback=want_quiet,
    help="Nothing on standard error but errors.",
)
_verbose = click.option(
    "--verbose", is_flag=True, expose_value=False, help="Say where it happened when the planner itself fails."
)


def common(function: Function) -> Function:
    """The options that every verb has."""
    return as_json(_quiet(_verbose(function)))


def example(*lines: str) -> str:
    """The end of a verb's help."""
    return "\b\n" + "\n".join(["Example:", *(f"  {line}" for line in lines)])
