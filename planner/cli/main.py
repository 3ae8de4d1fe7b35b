"""The entry point: finds the verb, runs it, and turns what it raises into words and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from planner import __version__
from planner.cli.exit_codes import exit_of_error
from planner.cli.output import complain, say, show_json
from planner.cli.problems import problem_document, show_problems
from planner.cli.signals import termination_as_exception
from planner.errors import InputError, Interrupted, PlannerError, Problem

VERBS = (
    *("new", "check", "show", "solve", "week", "history", "audit", "baseline", "compare", "report", "publish"),
    *("forecast", "generate", "export"),
)

TRACEBACK = "PLANNER_TRACEBACK"
"""The environment variable that asks for the traceback of a fault."""


class _Verbs(click.Group):
    """Verbs are imported when they are asked for; each is the `command` of the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in VERBS:
            return None
        command: click.Command = import_module(f"planner.cli.{name}").command
        return command


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExample:\n  planner solve instances/ind-2026 --out runs/first",
)
@click.version_option(__version__, prog_name="planner")
def planner() -> None:
    """Plan which staff do what work, every week and at every location, and prove how good the plan is.

    Results go to standard output, as one JSON document with --json; everything else goes to standard error.
    """


def main() -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack letters that labels have
    try:
        with termination_as_exception():
            code: int | None = planner.main(list(arguments), prog_name="planner", standalone_mode=False)
        return int(code or 0)
    except Exception as error:  # noqa: BLE001 - the edge: whatever was not meant to happen ends here, with words
        _show(error, arguments)
        return exit_of_error(error)
    except KeyboardInterrupt as stop:
        say("Stopped.")
        return exit_of_error(stop)


def _show(error: Exception, arguments: Sequence[str]) -> None:
    as_json = "--json" in arguments
    if isinstance(error, click.UsageError):
        _show_usage(error, as_json)
    elif isinstance(error, InputError):
        show_problems(error.problems, as_json)
    elif isinstance(error, Interrupted | click.Abort):
        say("Stopped.")
    elif isinstance(error, PlannerError):
        complain(str(error))
    else:
        _show_fault(error, "--verbose" in arguments or bool(os.environ.get(TRACEBACK)))


def _show_usage(error: click.UsageError, as_json: bool) -> None:
    if not as_json:
        error.show()
        return
    place = error.ctx.command_path if error.ctx else "planner"
    column = getattr(getattr(error, "param", None), "opts", None) or [""]
    show_json(problem_document([Problem(place, 0, column[0], "usage", "", error.format_message(), f"{place} --help")]))


def _show_fault(fault: Exception, with_traceback: bool) -> None:
    where = (
        "".join(traceback.format_exception(fault)).rstrip()
        if with_traceback
        else f"With --verbose, or with {TRACEBACK}=1 in the environment, it says where."
    )
    complain(f"a fault of the planner: {type(fault).__name__}: {fault}\n{where}")
