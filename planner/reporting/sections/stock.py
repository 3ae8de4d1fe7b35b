"""The stock: how the old cases melt to the date, by category, and what is open of the rest."""

from __future__ import annotations

from datetime import date

import numpy as np

from planner.domain.weeks import Week
from planner.evaluation.targets import MET_BELOW
from planner.reporting.contents import Cell, Chart, Column, Form, Kind, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import ByName, Material
from planner.reporting.over_time import over_time
from planner.reporting.words import Words

Rows = tuple[tuple[Cell, ...], ...]

CASES = Column("", Form.NUMBER, 0)


def stock(own: Material, say: Words) -> Section:
    """Old stock, when each category is gone, decisions, and the other stock."""
    names = Labels(own.instance, say)
    parts: list[str | Table | Chart] = [say("stock.intro", unit=say.name(own.header.counting_unit))]
    if own.old_stock:
        parts += [
            over_time(own, say, "old_stock", Kind.STACK, own.old_stock, names.category, CASES, marked=True),
            _clearance(own, say, names),
        ]
    decided: ByName = {"decided.old": own.decided(True), "decided.other": own.decided(False)}
    parts.append(over_time(own, say, "decided", Kind.LINES, decided, say, CASES, marked=True))
    if own.new_stock:
        parts.append(over_time(own, say, "new_stock", Kind.STACK, own.new_stock, names.track, CASES, marked=True))
    parts += [*_start_group(own, say, names), *_agreements(own, say, names), _health(own, say, names)]
    return Section("stock", say("stock"), tuple(parts))


def cleared_in(own: Material, category: str) -> Week | None:
    """The first week from whose end on fewer than half a case of the category is open."""
    still = np.flatnonzero(own.old_stock[category] >= MET_BELOW)
    after = int(still[-1]) + 1 if len(still) else 0
    return own.weeks[after] if after < len(own.weeks) else None


def _clearance(own: Material, say: Words, names: Labels) -> Table:
    columns = (
        Column(say("category")),
        Column(say("at_start"), Form.NUMBER),
        Column(say("left_on", date=say.language.day(own.header.clearance)), Form.NUMBER, 1),
        Column(say("cleared_in"), Form.SHORT),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            names.category(name),
            own.old_at_start[name],
            float(values[own.clearance_at]),
            cleared_in(own, name) or say("not_cleared"),
        )
        for name, values in own.old_stock.items()
    ]
    total = (say("total"), sum(own.old_at_start.values()), own.kpi("old_left_at_clearance"))
    return Table(say("table.clearance"), columns, (*rows, (*total, own.cleared or say("not_cleared"))))


def _start_group(own: Material, say: Words, names: Labels) -> list[Table]:
    rows: Rows = tuple(
        (
            names.stream(row["stream"]),
            date.fromisoformat(row["date"]),
            *(float(row[column]) for column in ("asked", "done", "missed")),
        )
        for row in own.rows("start_group")
    )
    columns = (Column(say("stream")), Column(say("date"), Form.SHORT), *_numbers(say, "asked", "done", "missed"))
    return [Table(say("table.start_group"), columns, rows)] if rows else []


def _agreements(own: Material, say: Words, names: Labels) -> list[Table]:
    rows: Rows = tuple(
        (
            names.track(row["track"]),
            date.fromisoformat(row["first"]),
            *(float(row[name]) for name in ("agreed", "decided", "missed")),
        )
        for row in own.rows("agreements")
    )
    columns = (
        Column(say("track")),
        Column(say("year_from"), Form.SHORT),
        *_numbers(say, "agreed", "decided", "missed"),
    )
    return [Table(say("table.agreements"), columns, rows)] if rows else []


def _health(own: Material, say: Words, names: Labels) -> Table:
    """What is open at the end, against what inflow and terms account for; streams without anything left out."""
    rows: Rows = tuple(
        (
            names.stream(row["stream"]),
            float(row["open"]),
            float(row["least"]),
            float(row["most"]) if row["most"] else None,
            float(row["above"]),
            int(row["oldest_weeks"]) if float(row["open"]) >= MET_BELOW else None,
        )
        for row in own.rows("health")
        if max(float(row["open"]), float(row["above"])) >= MET_BELOW
    )
    columns = (Column(say("stream")), *_numbers(say, "open", "steady_least", "steady_most", "above_steady", "oldest"))
    return Table(say("table.health"), columns, rows)


def _numbers(say: Words, *keys: str) -> tuple[Column, ...]:
    return tuple(Column(say(key), Form.NUMBER) for key in keys)
