"""The page of a week: who works where, what happens to each stream, what partners get."""

from __future__ import annotations

from planner.domain.grid import UNIT
from planner.evaluation.chain import chain_load
from planner.reporting.contents import Cell, Column, Form, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.run_page import Make
from planner.reporting.words import Words

SMALL = 0.05
"""Rows with nothing above this are left out."""

Rows = tuple[tuple[Cell, ...], ...]


def week_sections(own: Material, t: int) -> tuple[Make, ...]:
    """The sections of the page of the week at a position."""

    def week(_: Material, say: Words) -> Section:
        day = say.language.day
        period = say("tower.week", first=day(own.weeks[t].monday), last=day(own.weeks[t].sunday))
        return Section("headline", say("tower.week_title"), (period, _staff(own, say, t), _streams(own, say, t)))

    def partners(_: Material, say: Words) -> Section:
        names, loads = Labels(own.instance, say), chain_load(own.flows)[:, t] / UNIT
        rows: Rows = tuple(
            (names.partner(row.partner), say.label("unit", row.unit), float(load), row.signal_per_week)
            for row, load in zip(own.instance.chain, loads, strict=True)
        )
        heads = (Column(say("partner")), Column(say("unit")))
        columns = (*heads, Column(say("tower.load"), Form.NUMBER), Column(say("signal"), Form.NUMBER))
        return Section(
            "chain", say("chain"), (Table(say("table.chain"), columns, rows),) if rows else (say("chain.none"),)
        )

    return week, partners


def _staff(own: Material, say: Words, t: int) -> Table:
    """Staff-days supplied and used in the week, by location and group."""
    names, supply = Labels(own.instance, say), own.view.figures.supply
    rows: Rows = tuple(
        (
            names.location(location),
            names.group(group),
            float(supply.people[m, t]),
            float(supply.staff_days[m, t]) / UNIT,
            int(own.flows.used_days[m, t]),
        )
        for m, (location, group) in enumerate(supply.names)
    )
    columns = (
        Column(say("location")),
        Column(say("group")),
        Column(say("tower.people"), Form.NUMBER, 1),
        Column(say("supplied"), Form.NUMBER, 1),
        Column(say("used"), Form.NUMBER),
    )
    return Table(say("tower.staff"), columns, rows)


def _streams(own: Material, say: Words, t: int) -> Table:
    """What comes in, is decided, is open and is late, by stream."""
    names, flows, figures = Labels(own.instance, say), own.flows, own.view.figures
    counts = (figures.lodged, flows.decided, flows.open_by_stream, flows.late_legal)
    rows: Rows = tuple(
        (names.stream(stream.name), *cases)
        for stream, cases in (
            (stream, [float(own_counts[k, t]) / UNIT for own_counts in counts])
            for k, stream in enumerate(figures.streams)
        )
        if max(cases) >= SMALL
    )
    keys = ("moving.lodged", "moving.decided", "open", "late")
    columns = (Column(say("stream")), *(Column(say(key), Form.NUMBER, 1) for key in keys))
    return Table(say("tower.streams_table"), columns, rows)
