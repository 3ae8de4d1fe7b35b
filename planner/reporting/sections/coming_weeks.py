"""What each location does in the coming weeks: who works on what, and what should be finished."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.grid import UNIT
from planner.domain.weeks import Week
from planner.reporting.contents import Cell, Column, Form, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.words import Words

MONTH = 4
"""Weeks on a page."""


def coming_weeks(own: Material, say: Words) -> Section:
    """The first weeks of every location: streams down, weeks across."""
    tables = [table for row in own.instance.locations for table in location_weeks(own, say, row.location, MONTH)]
    first, last = own.weeks[0], own.weeks[:MONTH][-1]
    return Section("coming", say("coming"), (say("coming.intro", first=first, last=last), *tables))


def location_weeks(own: Material, say: Words, location: str, weeks: int) -> Iterator[Table]:
    """The staff-days and the cases of a location in its first weeks."""
    name = Labels(own.instance, say).location(location)
    shown = own.weeks[:weeks]
    staff, cases = staff_rows(own, say, location, weeks), case_rows(own, say, location, weeks)
    keys = ["stream", "stage", "group", "team"]
    if not any(team for _, _, _, team, *_ in staff):
        keys.remove("team")
        staff = [(*row[:3], *row[4:]) for row in staff]
    for what, before, rows, digits in (("staff_days", keys, staff, 0), ("cases", keys[:2], cases, 1)):
        if rows:
            columns = tuple(Column(say(key)) for key in before)
            yield Table(f"{name}: {say(f'table.{what}')}", (*columns, *_weeks(shown, digits)), tuple(rows), folded=True)


def staff_rows(own: Material, say: Words, location: str, weeks: int) -> list[tuple[Cell, ...]]:
    """Stream, stage, group and team, then the staff-days of each week."""
    names, view, instance = Labels(own.instance, say), own.view, own.instance
    place = view.location_position[location]
    kinds = [("", view.staff_days[place])] + [
        (names.team(team.team, team.category, location), view.team_days[z])
        for z, team in enumerate(instance.teams)
        if team.location == location
    ]
    rows: list[tuple[Cell, ...]] = []
    for w, (stream, stage) in enumerate(view.works):
        for team, days in kinds:
            for g, group in enumerate(instance.groups):
                own_days = days[g, w, :weeks].tolist()
                if any(own_days):
                    head = (names.stream(stream), say(f"stage.{stage}"), names.group(group.group), team)
                    rows.append((*head, *(day or None for day in own_days)))
    return rows


def case_rows(own: Material, say: Words, location: str, weeks: int) -> list[tuple[Cell, ...]]:
    """Stream and stage, then the cases that should be finished in each week."""
    names, view = Labels(own.instance, say), own.view
    finished = view.finished[view.location_position[location], :, :weeks] / UNIT
    return [
        (names.stream(stream), say(f"stage.{stage}"), *(round(cases, 2) or None for cases in own_cases))
        for (stream, stage), own_cases in zip(view.figures.task_names, finished.tolist(), strict=True)
        if max(own_cases) >= 0.005
    ]


def _weeks(weeks: tuple[Week, ...], digits: int) -> tuple[Column, ...]:
    return tuple(Column(str(week), Form.NUMBER, digits) for week in weeks)
