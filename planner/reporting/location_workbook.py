"""The workbook of a location: its weeks as people lay them out, weeks across and streams down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.reporting.contents import Cell, Column, Form, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.run_page import notices
from planner.reporting.sections.coming_weeks import location_weeks
from planner.reporting.words import Words
from planner.reporting.workbook import Book


def location_workbook(own: Material, say: Words, location: str) -> bytes:
    """Staff-days, cases, people and rooms of a location in every week."""
    name = Labels(own.instance, say).location(location)
    title = say("book.location", name=name)
    book = Book(say, title, [say("page.title", name=own.name), *notices(own, say)], own.header.first)
    for table in (*location_weeks(own, say, location, len(own.weeks)), *_people(own, say, location)):
        sheet = table.caption.removeprefix(f"{name}: ")
        adds_up = sheet not in (say("table.cases"), say("table.rooms"))
        book.add_across(table, own.weeks, sheet, say("total") if adds_up else "")
    return book.content()


def _people(own: Material, say: Words, location: str) -> Iterator[Table]:
    """People in service and staff-days left over, by group; hours of hearing rooms."""
    supply, names = own.view.figures.supply, Labels(own.instance, say)
    pairs = [m for m, (place, _) in enumerate(supply.names) if place == location]
    for key, values, digits in (
        ("table.people", supply.people, 1),
        ("table.supplied", supply.staff_days / UNIT, 1),
    ):
        rows: list[tuple[Cell, ...]] = [(names.group(supply.names[m][1]), *_rounded(values[m])) for m in pairs]
        if rows:
            yield _across(own, say, say(key), "group", rows, digits)
    there, used = (own.weekly("places", "location", column) for column in ("room_hours", "room_hours_used"))
    if location in there:
        rooms: list[tuple[Cell, ...]] = [
            (say("rooms.there"), *_rounded(there[location])),
            (say("rooms.used"), *_rounded(used[location])),
        ]
        yield _across(own, say, say("table.rooms"), "what", rooms, 0)


def _across(own: Material, say: Words, caption: str, key: str, rows: Sequence[tuple[Cell, ...]], digits: int) -> Table:
    weeks = tuple(Column(str(week), Form.NUMBER, digits) for week in own.weeks)
    return Table(caption, (Column(say(key)), *weeks), tuple(rows))


def _rounded(values: Numbers) -> list[float]:
    found: list[float] = np.round(values, 3).tolist()
    return found
