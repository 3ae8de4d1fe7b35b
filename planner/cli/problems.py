"""Problems of the input, as lines or as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from planner.cli.output import complain, show_json, warn
from planner.errors import Problem


def show_problems(problems: Iterable[Problem], as_json: bool) -> None:
    """Says what is wrong with the input: all of it."""
    found = list(problems)
    if as_json:
        show_json(problem_document(found))
        return
    head = "the input has a problem." if len(found) == 1 else f"the input has {len(found)} problems."
    complain("\n".join([head, *map(str, found)]))


def show_warnings(warnings: Iterable[Problem]) -> None:
    """Says what a modeller would ask about the input."""
    for problem in warnings:
        warn(str(problem))


def problem_document(problems: Iterable[Problem]) -> dict[str, Any]:
    """The document of a command that found its input wrong."""
    return {"errors": as_objects(problems)}


def as_objects(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems with a key per field."""
    return [asdict(problem) for problem in problems]
