"""Every word of a report, in both languages, from one catalogue (`words.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from planner.domain.weeks import parse_term
from planner.reporting.language import Language

CATALOGUE = "words.toml"


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """The texts by key, then by language."""
    return tomllib.loads(files("planner.reporting").joinpath(CATALOGUE).read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Words:
    """The catalogue in one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in; raises KeyError for a key that is not there."""
        text = catalogue()[key][self.language]
        return text.format(**values) if values else text

    def label(self, kind: str, label: str, name: str = "") -> str:
        """The words for a label of an instance: those of the catalogue, else its name in the instance, else itself."""
        known = catalogue().get(f"{kind}.{label}")
        return known[self.language] if known else name or label.replace("-", " ")

    def name(self, name: str) -> str:
        """A name that an instance gives, in the language where the catalogue knows it."""
        return self.label("name", name, name)

    def listed(self, parts: Sequence[str]) -> str:
        """The parts as a sentence lists them: `a, b and c`."""
        *most, last = parts
        return f"{', '.join(most)} {self('and')} {last}" if most else last

    def weeks(self, number: int) -> str:
        """So many weeks."""
        return self._so_many("w", number)

    def term(self, text: str) -> str:
        """A term of an instance: `6m` is `6 months`."""
        number, unit = parse_term(text)
        return self._so_many(unit, number)

    def _so_many(self, unit: str, number: int) -> str:
        one, several = _SO_MANY[unit]
        return self(one) if number == 1 else self(several, number=self.language.number(number))


_SO_MANY = {"d": ("one_day", "some_days"), "w": ("one_week", "some_weeks"), "m": ("one_month", "some_months")}
