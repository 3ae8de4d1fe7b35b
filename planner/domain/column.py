"""A column of a table: what a cell may hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ALL = "all"
"""Stands for every stage, stream, location or group in the tables that say so."""


class Kind(StrEnum):
    """What a cell may hold."""

    LABEL = "label"
    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    DATE = "date"
    WEEK = "week"
    CHOICE = "choice"
    TERM = "term"
    YESNO = "yes or no"


@dataclass(frozen=True)
class Column:
    """One column: its name, what a cell may hold, its unit and its limits.

    `default` is the text that an empty cell stands for; without one an empty cell is an error, unless
    `optional` is set, in which case it means "none".
    `references` names the column (`table.column`) that must hold each label; with `or_all` the word `all` will do too.
    """

    name: str
    kind: Kind
    about: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    references: str = ""
    or_all: bool = False
    default: str | None = None
    optional: bool = False
