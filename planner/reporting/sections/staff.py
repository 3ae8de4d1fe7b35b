"""Staff over the weeks: by location, by group and by category; who joins, and which teams are open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from planner.reporting.contents import Cell, Chart, Column, Form, Kind, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import ByName, Material
from planner.reporting.over_time import by_block, by_blocks, over_time
from planner.reporting.words import Words

DAYS = Column("", Form.NUMBER, 0)
BLOCK = 4


def staff(own: Material, say: Words) -> Section:
    """Staff-days put on work."""
    names = Labels(own.instance, say)
    return Section(
        "staff",
        say("staff"),
        (
            say("staff.intro"),
            over_time(own, say, "staff_by_location", Kind.STACK, own.staff_by_location, names.location, DAYS),
            over_time(own, say, "staff_by_group", Kind.STACK, own.staff_by_group, names.group, DAYS),
            over_time(own, say, "staff_by_category", Kind.STACK, own.staff_by_category, names.category, DAYS),
            _use(own, say, names),
        ),
    )


def people(own: Material, say: Words) -> Section:
    """People in service, those who join, and specialised teams."""
    names = Labels(own.instance, say)
    column = Column("", Form.NUMBER, 1)
    parts: list[str | Chart | Table] = [
        say("people.intro"),
        over_time(own, say, "people", Kind.LINES, own.people_by_group, names.group, column),
    ]
    starters = starters_table(own, say)
    parts.append(starters if starters.rows else say("people.nobody"))
    parts += list(_teams(own, say, names)) or [say("teams.none")]
    return Section("people", say("people"), tuple(parts))


def starters_table(own: Material, say: Words) -> Table:
    """Who is hired, retrained and moved, when and where."""
    names = Labels(own.instance, say)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            row["week"],
            say(f"intake.{row['kind']}"),
            names.group(row["group"]),
            names.location(row["location"]),
            _left(row["from_group"], row["group"], names.group),
            _left(row["from_location"], row["location"], names.location),
            int(row["people"]),
        )
        for row in own.rows("intakes")
    )
    keys = ("how", "group", "location", "from_group", "from_location")
    columns = (Column(say("week"), Form.SHORT), *(Column(say(key)) for key in keys))
    return Table(say("table.starters"), (*columns, Column(say("people.count"), Form.NUMBER)), rows, folded=True)


def _left(before: str, now: str, name: Callable[[str], str]) -> str:
    """What someone leaves, where it is another than the one joined."""
    return name(before) if before and before != now else ""


def _teams(own: Material, say: Words, names: Labels) -> Iterator[Chart]:
    """The people in each team, by block of four weeks: the mean over its weeks."""
    rows = list(own.rows("teams"))
    if not rows:
        return
    found = own.weekly("teams", "team", "people")
    about = {row["team"]: names.team(row["team"], row["category"], row["location"]) for row in rows}
    lengths = by_blocks(own.weeks, np.ones(len(own.weeks)), BLOCK)
    blocks: ByName = {about[team]: by_blocks(own.weeks, found[team], BLOCK) / lengths for team in sorted(found)}
    full = max(float(values.max()) for values in blocks.values()) or 1.0
    yield by_block(own, say, "teams", blocks, Column("", Form.NUMBER, 1), BLOCK, full)


def _use(own: Material, say: Words, names: Labels) -> Table:
    """Staff-days supplied, used, beyond and idle over the horizon, by group."""
    columns = (
        Column(say("group")),
        *(Column(say(key), Form.NUMBER) for key in ("supplied", "used", "overtime")),
        Column(say("used_share"), Form.SHARE, 1),
    )
    overtime = own.weekly("workforce", "group", "overtime")
    rows = [
        (names.group(group), own.supplied_by_group[group].sum(), used.sum(), overtime[group].sum())
        for group, used in own.staff_by_group.items()
    ]
    rows.append((say("total"), *(sum(own_cells) for own_cells in list(zip(*rows, strict=True))[1:])))
    return Table(
        say("table.use"),
        columns,
        tuple((name, *map(float, days), float(days[1] / days[0]) if days[0] else None) for name, *days in rows),
    )
