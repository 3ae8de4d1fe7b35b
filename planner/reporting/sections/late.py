"""Late cases against their terms, and the ledger of every breach."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.indicators import LATE
from planner.evaluation.ledger import Breach
from planner.reporting.contents import Cell, Chart, Column, Form, Kind, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.over_time import over_time
from planner.reporting.words import Words

MOST_ROWS = 400
"""Rows of the ledger on a page; the workbook has them all."""


def late(own: Material, say: Words) -> Section:
    """Late cases over the weeks, by the kind of promise that they break."""
    values = own.late(LATE)
    parts: list[str | Table | Chart] = [say("late.intro")]
    if any(cases.max() >= 0.5 for cases in values.values()):
        name = _kind_of_promise(say)
        parts.append(over_time(own, say, "late", Kind.LINES, values, name, Column("", Form.NUMBER, 1)))
    else:
        parts.append(say("late.none"))
    parts.append(_terms(own, say))
    return Section("late", say("late"), tuple(parts))


def breaches(own: Material, say: Words) -> Section:
    """The ledger: where, which category and stream, due when, how many, how long and what it costs."""
    found = own.breaches
    if not found:
        return Section("ledger", say("ledger"), (say("ledger.intro"), say("ledger.none")))
    worst = set(sorted(found, key=lambda breach: -breach.case_weeks)[:MOST_ROWS])
    shown = tuple(breach for breach in found if breach in worst)
    parts: list[str | Table] = [say("ledger.intro"), _by_category(found, own, say)]
    if len(found) > len(shown):
        parts.append(say("ledger.cut", shown=say.language.number(len(shown)), all=say.language.number(len(found))))
    parts.append(ledger_table(shown, own, say))
    return Section("ledger", say("ledger"), tuple(parts))


def ledger_table(found: tuple[Breach, ...], own: Material, say: Words) -> Table:
    """Breaches as rows."""
    names = Labels(own.instance, say)
    columns = (
        Column(say("due_week"), Form.SHORT),
        Column(say("location")),
        Column(say("category")),
        Column(say("stream")),
        Column(say("cases"), Form.NUMBER, 2),
        Column(say("case_weeks"), Form.NUMBER, 1),
        Column(say("late_until"), Form.SHORT),
        Column(say("penalties"), Form.EURO),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            breach.due,
            names.location(breach.location) or say("several_locations"),
            names.category(breach.category),
            names.stream(breach.stream),
            breach.cases,
            breach.case_weeks,
            breach.until or say("at_the_end"),
            breach.euro,
        )
        for breach in found
    )
    return Table(say("table.ledger"), columns, rows, folded=True)


def _by_category(found: tuple[Breach, ...], own: Material, say: Words) -> Table:
    names = Labels(own.instance, say)
    columns = (
        Column(say("category")),
        Column(say("cases"), Form.NUMBER, 1),
        Column(say("case_weeks"), Form.NUMBER, 1),
        Column(say("penalties"), Form.EURO),
    )
    rows = [
        (
            names.category(category),
            *(sum(getattr(own, what) for own in found if own.category == category) for what in SUMMED),
        )
        for category in dict.fromkeys(breach.category for breach in found)
    ]
    total = (say("total"), *(sum(getattr(own, what) for own in found) for what in SUMMED))
    return Table(say("table.ledger_by_category"), columns, (*rows, total))


SUMMED = ("cases", "case_weeks", "euro")


def _terms(own: Material, say: Words) -> Table:
    """Lateness over the whole horizon, against planned and legal terms."""
    columns = (
        Column(say("promise")),
        Column(say("late_planned"), Form.NUMBER, 1),
        Column(say("late_legal"), Form.NUMBER, 1),
        Column(say("late_peak"), Form.NUMBER, 1),
    )
    name = _kind_of_promise(say)
    rows = tuple(
        (name(term), own.kpi(term), own.kpi(f"{term}_legal"), own.kpi(f"{term}_legal_peak")) for term in own.late(LATE)
    )
    return Table(say("table.late"), columns, rows)


def _kind_of_promise(say: Words) -> Callable[[str], str]:
    return lambda term: say(f"term.{term}")
