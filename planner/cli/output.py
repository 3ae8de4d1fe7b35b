"""Where words go: results to standard output, all else to standard error; colour on a terminal only."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click

_QUIET = "planner.quiet"


def show(text: str) -> None:
    """A result."""
    _write(sys.stdout, [text, "\n"])


def show_lines(lines: Iterable[str]) -> None:
    """A long result, line by line."""
    _write(sys.stdout, (f"{line}\n" for line in lines))


def show_json(document: object) -> None:
    """A result as one JSON document."""
    _write(sys.stdout, [json.dumps(document, indent=2, allow_nan=False), "\n"])


def say(text: str) -> None:
    """Anything that is neither a result nor an error; left out when the user wants quiet."""
    if not quiet():
        _write(sys.stderr, [text, "\n"])


def complain(text: str) -> None:
    """What stopped the command."""
    _write(sys.stderr, [f"{paint('Error:', 'red', sys.stderr)} {text}", "\n"])


def warn(text: str) -> None:
    """What the reader should know, though it stopped nothing."""
    say(f"{paint('Warning:', 'yellow', sys.stderr)} {text}")


def want_quiet(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Remembers for the rest of the command whether the user wants quiet."""
    context.meta[_QUIET] = wanted


def quiet() -> bool:
    """Whether the user wants nothing on standard error but errors."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(_QUIET))


def paint(text: str, colour: str, stream: TextIO | None) -> str:
    """The text in a colour where the stream takes one."""
    return click.style(text, fg=colour) if takes_colour(stream) else text


def takes_colour(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal whose user has not said no to colour."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal that can do more than plain lines."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def finite(number: float) -> float | None:
    """The number as JSON has it; None where JSON has none."""
    return number if abs(number) < float("inf") else None


def _write(stream: TextIO | None, parts: Iterable[str]) -> None:
    """A reader who left early (`planner show ... | head`), or who never was, changes nothing about what is done."""
    if stream is None:
        return
    try:
        stream.writelines(parts)
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
