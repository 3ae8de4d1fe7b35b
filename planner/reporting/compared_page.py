"""The page of a comparison: what runs reach, what it takes, and where they differ, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from planner import __version__
from planner.domain.weeks import Week
from planner.evaluation.audit import refused
from planner.evaluation.comparison import WEEK_UNIT, Compared
from planner.evaluation.curves import CURVES, Curve
from planner.reporting.compared_words import figure_name, section_name, told, written
from planner.reporting.contents import Cell, Chart, Column, Content, Form, Kind, Part, Section, Series, Table
from planner.reporting.language import Language
from planner.reporting.page import page
from planner.reporting.run_page import both
from planner.reporting.words import Words

DRAWN = 8
"""Runs in a picture; tables have them all."""

OPEN = 40
"""Rows of a table that is not folded."""


@dataclass(frozen=True)
class Beside:
    """A run that stands beside others: its name, its manifest, whether its figures are synthetic, and its curves."""

    name: str
    manifest: Mapping[str, Any]
    synthetic: bool
    curves: Mapping[str, Curve]


def compared_page(runs: Sequence[Beside], figures: Sequence[Compared], language: Language) -> str:
    """The page; it opens in the language."""
    contents = [_content(runs, figures, Words(shown)) for shown in both(language)]
    return page(contents)


def _content(runs: Sequence[Beside], figures: Sequence[Compared], say: Words) -> Content:
    names = [run.name for run in runs]
    telling = [own for own in figures if own.says_something]
    targets, *others = (
        Section(f"section-{place}", section_name(name, say), (_figures(list(rows), names, name, say),))
        for place, (name, rows) in enumerate(groupby(telling, key=lambda own: own.label.section))
    )
    return Content(
        language=say.language,
        title=say("compare.title", first=names[0]),
        subtitle=say("compare.subtitle", first=names[0], others=say.listed(names[1:])),
        notices=tuple(_notices(runs, say)),
        sections=(
            Section("headline", say("compare.runs"), (_runs(runs, say),)),
            targets,
            Section("differ", say("compare.differ"), tuple(_differences(figures, names, say))),
            Section("curves", say("compare.curves"), tuple(_charts(runs, say))),
            *others,
        ),
        footer=say("compare.footer", version=__version__),
    )


def _notices(runs: Sequence[Beside], say: Words) -> Iterator[str]:
    for run in runs:
        if refused(run.manifest):
            yield say("compare.refused", run=run.name)
    if any(run.synthetic for run in runs):
        yield say("compare.synthetic")


def _runs(runs: Sequence[Beside], say: Words) -> Table:
    keys = ("instance", "scenario", "engine")
    columns = (
        Column(say("compare.run")),
        *(Column(say(f"fact.{key}"), Form.SHORT) for key in keys),
        Column(say("fact.status")),
        Column(say("compare.hard_met")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            run.name,
            *(str(run.manifest.get(key) or "") for key in keys),
            say.label("status", str(run.manifest.get("status") or "")),
            _hard_met(run.manifest, say),
        )
        for run in runs
    )
    return Table(say("compare.runs"), columns, rows)


def _hard_met(manifest: Mapping[str, Any], say: Words) -> str:
    hard = [target for target in manifest.get("targets") or () if target.get("hard")]
    return say("compare.of", met=sum(bool(target.get("met")) for target in hard), number=len(hard))


def _differences(figures: Sequence[Compared], names: Sequence[str], say: Words) -> list[Part]:
    return [
        Table(
            say("compare.against", run=names[run], first=names[0]),
            (Column(say("compare.where")),),
            tuple((text,) for text in told(figures, names, run, say)),
        )
        for run in range(1, len(names))
    ]


def _charts(runs: Sequence[Beside], say: Words) -> list[Part]:
    drawn = runs[:DRAWN]
    weeks = sorted({week for run in drawn for curve in run.curves.values() for week in curve})
    parts: list[Part] = []
    if len(runs) > DRAWN:
        parts.append(say("compare.first_runs", number=DRAWN))
    for name in CURVES:
        series = tuple(
            Series(run.name, tuple(round(run.curves[name].get(week, 0.0), 3) for week in weeks)) for run in drawn
        )
        parts.append(
            Chart(
                key=name,
                title=say(f"beside.{name}"),
                about=say(f"beside.{name}.about"),
                kind=Kind.LINES,
                head=say("week"),
                weeks=tuple(Week.parse(week) for week in weeks),
                series=series,
                column=Column("", Form.NUMBER, 0),
            )
        )
    return parts


def _figures(rows: Sequence[Compared], names: Sequence[str], section: str, say: Words) -> Table:
    columns = [Column(say("indicator")), Column(names[0], Form.NUMBER)]
    for name in names[1:]:
        columns += [Column(name, Form.NUMBER), Column(say("compare.difference"), Form.NUMBER)]
    cells = tuple(tuple(_cells(own, say)) for own in rows)
    return Table(section_name(section, say), tuple(columns), cells, folded=len(rows) > OPEN)


def _cells(own: Compared, say: Words) -> list[Cell]:
    """Written out here, so that one column can hold shares, weeks, cases and euro."""
    unit = "" if own.label.unit in ("fraction", WEEK_UNIT) else f" ({say.label('unit', own.label.unit)})"
    cells: list[Cell] = [f"{figure_name(own.label, say)}{unit}", written(own.values[0], own, say)]
    for value, difference in zip(own.values[1:], own.differences[1:], strict=True):
        cells += [written(value, own, say), None if difference is None else _change(difference, own, say)]
    return cells


def _change(difference: float, own: Compared, say: Words) -> str:
    """A difference with its sign."""
    weeks = own.label.unit == WEEK_UNIT
    size = say.weeks(int(abs(difference))) if weeks else written(abs(difference), own, say)
    return say.language.signed(difference, size)
