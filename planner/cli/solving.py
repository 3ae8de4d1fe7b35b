"""The options of every verb that solves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from planner.solving.options import CAPABILITIES, Engine, SolveOptions

Function = TypeVar("Function", bound=Callable[..., Any])

DEFAULTS = SolveOptions()
ENGINES = "; ".join(f"{engine}: {words}" for engine, words in CAPABILITIES.items())

_OPTIONS = (
    click.option(
        "--gap",
        type=click.FloatRange(0, 1, max_open=True),
        default=DEFAULTS.gap,
        show_default=True,
        help="The proven gap at which an aim counts as solved.",
    ),
    click.option(
        "--time-limit",
        type=click.FloatRange(0, min_open=True),
        help="Seconds after which the best plan so far is kept; none when left out.",
    ),
    click.option(
        "--solver",
        type=click.Choice([engine.value for engine in Engine]),
        default=DEFAULTS.engine.value,
        show_default=True,
        help=f"How to solve. {ENGINES}.",
    ),
    click.option(
        "--threads", type=click.IntRange(1), default=DEFAULTS.threads, show_default=True, help="Cores to use."
    ),
    click.option("--seed", type=click.IntRange(0), default=DEFAULTS.seed, show_default=True, help="Breaks ties."),
)
"""In the order of the help."""


def solving(function: Function) -> Function:
    """The gap, the time, the solver, cores and seed."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function
