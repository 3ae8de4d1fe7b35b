"""Figures of a comparison in words: their names, and where runs differ most."""

from __future__ import annotations

from collections.abc import Sequence

from planner.evaluation.comparison import TARGETS, Compared, differ_most
from planner.evaluation.run_figures import Label, Value
from planner.reporting.words import Words, catalogue

KINDS = {"targets": "target", "levels": "level", "indicators": "kpi", "plan distance": "apart"}
"""The kind of key that the names of a section have in the catalogue."""

PARTS = ("track", "category", "partner", "intake")
"""The kinds of labels that other names are made of."""


def figure_name(label: Label, say: Words) -> str:
    """The name of a figure in the language; labels that the catalogue lacks stand as they are."""
    kind = KINDS.get(label.section)
    if kind:
        stem, tail = _without_tail(label.name)
        key = f"{kind}.{stem}.short" if kind == "target" else f"{kind}.{stem}"
        return (catalogue()[key][say.language] if key in catalogue() else stem) + (f": {say(tail)}" if tail else "")
    return ", ".join(dict.fromkeys(_part(part, say) for part in label.name.split(", ")))


def section_name(section: str, say: Words) -> str:
    """The heading of a section."""
    return say(f"section.{section}")


def told(figures: Sequence[Compared], names: Sequence[str], run: int, say: Words) -> list[str]:
    """Where a run differs most from the first, a sentence for each figure."""
    found = differ_most(figures, run)
    if not found:
        return [say("compare.same", run=names[run], first=names[0])]
    return [_sentence(own, names, run, say) for own in found]


def written(value: Value, own: Compared, say: Words) -> str:
    """A figure as it is shown; nothing where there is none."""
    if not isinstance(value, float):
        return value or ""
    return say.language.share(value, 1) if own.label.unit == "fraction" else say.language.number(value, _digits(own))


def _sentence(own: Compared, names: Sequence[str], run: int, say: Words) -> str:
    difference = own.differences[run] or 0.0
    key = "target" if own.label.section == TARGETS else "more" if difference > 0 else "less"
    return say(
        f"compare.{key}",
        section=section_name(own.label.section, say),
        name=figure_name(own.label, say),
        unit=say.label("unit", own.label.unit),
        run=names[run],
        first=names[0],
        difference=say.language.number(abs(difference), _digits(own)),
        value=written(own.values[run], own, say),
        reference=written(own.values[0], own, say),
    )


def _without_tail(name: str) -> tuple[str, str]:
    for tail in ("bound", "gap"):
        if name.endswith(f" {tail}"):
            return name.removesuffix(f" {tail}"), f"compare.{tail}"
    return name, ""


def _part(part: str, say: Words) -> str:
    keys = [f"{kind}.{part}" for kind in PARTS if f"{kind}.{part}" in catalogue()]
    return catalogue()[keys[0]][say.language] if keys else say.label("figure", part, part)


def _digits(own: Compared) -> int:
    return 0 if max((abs(value) for value in own.values if isinstance(value, float)), default=0.0) >= 100 else 1
