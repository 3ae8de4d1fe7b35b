"""Other instances made of one: the same in another order or under other names, or with more of something."""

from dataclasses import replace
from random import Random

from planner.domain.column import ALL, Kind
from planner.domain.instance import Instance, Location, Staff
from planner.domain.tables import TABLES


def shuffled(instance: Instance, seed: int) -> Instance:
    """The rows of every table in another order; locations, groups and streams too."""
    order = Random(seed)
    tables = {table.name: getattr(instance, table.name) for table in TABLES}
    return instance.replace(**{name: tuple(order.sample(rows, len(rows))) for name, rows in tables.items()})


def renamed(instance: Instance) -> Instance:
    """Every label read backwards, so that the alphabet does not put them in the same order."""
    tables = {}
    for table in TABLES:
        labels = [column.name for column in table.columns if column.kind is Kind.LABEL]
        tables[table.name] = tuple(
            replace(row, **{name: label[::-1] for name in labels if (label := getattr(row, name)) not in (None, ALL)})
            for row in getattr(instance, table.name)
        )
    return instance.replace(**tables)


def with_an_empty_office(instance: Instance) -> Instance:
    return instance.replace(locations=(Location("empty", "Empty", 3, 40.0), *instance.locations))


def with_another_team(instance: Instance) -> Instance:
    """People besides, who can do what one of the groups can, where they are needed.

    A group of their own, since whole staff-days are counted by group: with a little more of the same people a whole
    day may fall in a later week.
    """
    like = instance.groups[-1]
    skills = (row for row in instance.eligibility if row.group == like.group)
    return instance.replace(
        groups=(*instance.groups, replace(like, group="more", name="More")),
        staff=(*instance.staff, *(Staff(place.location, "more", 1.7) for place in instance.locations)),
        eligibility=(*instance.eligibility, *(replace(row, group="more") for row in skills)),
        ceilings=tuple(replace(row, people=row.people + 1.7 * len(instance.locations)) for row in instance.ceilings),
    )


def with_more_rooms_and_interpreters(instance: Instance) -> Instance:
    return instance.replace(
        locations=tuple(replace(row, hearing_rooms=row.hearing_rooms + 1) for row in instance.locations),
        interpreters=tuple(replace(row, hours_per_week=row.hours_per_week + 7.5) for row in instance.interpreters),
    )


def with_all_guaranteed(instance: Instance) -> Instance:
    return instance.replace(header=replace(instance.header, guarantee=None))


def without_video(instance: Instance) -> Instance:
    """Every hearing in a room: with a share by video, more hearings in one place let others be heard without one."""
    return instance.replace(header=replace(instance.header, remote_share=0.0))


def with_more_inflow(instance: Instance, seed: int) -> Instance:
    """Half as much again in one period of one stream, and a little more."""
    if not instance.inflow:
        return instance
    rows = list(instance.inflow)
    at = seed % len(rows)
    rows[at] = replace(rows[at], cases=round(1.5 * rows[at].cases + 3, 3))
    return instance.replace(inflow=tuple(rows))
