"""The page of a location: its staff, its work, its rooms and its coming weeks."""

from __future__ import annotations

from planner.reporting.contents import Chart, Column, Form, Kind, Limit, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import ByName, Material, grouped
from planner.reporting.over_time import over_time
from planner.reporting.run_page import Make
from planner.reporting.sections.coming_weeks import MONTH, location_weeks
from planner.reporting.sections.staff import starters_table
from planner.reporting.words import Words

DAYS = Column("", Form.NUMBER, 0)


def location_sections(own: Material, location: str) -> tuple[Make, ...]:
    """The sections of the page."""

    def coming(_: Material, say: Words) -> Section:
        tables = tuple(location_weeks(own, say, location, MONTH))
        first, last = own.weeks[0], own.weeks[:MONTH][-1]
        intro = say("tower.coming", first=first, last=last) if tables else say("tower.idle", first=first, last=last)
        return Section("headline", say("tower.coming_title"), (intro, *(_opened(table) for table in tables)))

    def work(_: Material, say: Words) -> Section:
        names = Labels(own.instance, say)
        days = own.view.all_days[own.view.location_position[location]]
        figures = own.view.figures
        by_group = {row.group: days[g].sum(axis=0) for g, row in enumerate(own.instance.groups)}
        categories = [figures.streams[k].category for k in figures.stream_of_work]
        by_category = grouped(categories, days.sum(axis=0), unit=1)
        return Section(
            "staff",
            say("staff"),
            (
                say("staff.intro"),
                over_time(own, say, "staff_by_group", Kind.STACK, by_group, names.group, DAYS),
                over_time(own, say, "staff_by_category", Kind.STACK, by_category, names.category, DAYS),
            ),
        )

    def rooms(_: Material, say: Words) -> Section:
        values = own.weekly("places", "location", "room_hours_used")
        used: ByName = {"rooms.used": values[location]}
        limits = [Limit(max(own.weekly("places", "location", "room_hours")[location]), say("tower.full_week"), True)]
        return Section(
            "rooms",
            say("tower.rooms"),
            (over_time(own, say, "rooms", Kind.LINES, used, say, DAYS, limits=limits, keep_empty=True),),
        )

    def joining(_: Material, say: Words) -> Section:
        name = Labels(own.instance, say).location(location)
        every = starters_table(own, say)
        rows = tuple(row for row in every.rows if name in (row[3], row[5]))
        parts: tuple[str | Chart | Table, ...] = (
            (Table(every.caption, every.columns, rows),) if rows else (say("people.nobody"),)
        )
        return Section("people", say("people"), parts)

    return coming, work, rooms, joining


def _opened(table: Table) -> Table:
    return Table(table.caption, table.columns, table.rows)
