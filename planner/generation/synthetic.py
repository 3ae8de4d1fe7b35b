"""A synthetic instance of any size: plausible in its proportions, the same for the same seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from planner.domain.instance import Instance, Productivity
from planner.domain.weeks import Week
from planner.generation.dates import calendar, header
from planner.generation.kinds import draw_conversions, draw_streams
from planner.generation.load import (
    draw_load,
    guarantee,
    inflow,
    ordinary_pace,
    season,
    stock,
    withdrawals,
)
from planner.generation.marking import marked
from planner.generation.sizes import Size
from planner.generation.staff import (
    HOURS_PER_PERSON,
    PEOPLE_PER_LOCATION,
    draw_languages,
    draw_sites,
    eligibility,
    groups,
    interpreters,
    location_names,
    rooms,
    staff,
    staff_changes,
)

TIGHTNESS = (0.9, 0.97)
"""Hours asked for one hour that there is, up to the clearance date: neither idle nor hopeless."""


def synthetic_instance(size: Size, seed: int) -> Instance:
    """The instance; every figure is marked as an assumption."""
    draw = Random(seed)  # noqa: S311 - not for secrets; the same seed gives the same instance
    locations = location_names(size.locations)
    name = f"synthetic-{size.locations}x{size.streams}x{size.weeks}-{seed}"
    title = f"Synthetic, {size.locations} locations, {size.streams} streams, {size.weeks} weeks, seed {seed}"
    dates = header(name, title, size.weeks)
    streams = draw_streams(draw, size.streams, size.weeks)
    people_wanted = sum(draw.uniform(*PEOPLE_PER_LOCATION) for _ in locations)
    tightness = draw.uniform(*TIGHTNESS)
    load = draw_load(draw, streams, people_wanted * HOURS_PER_PERSON * tightness, dates)
    sites = draw_sites(draw, streams, locations)
    people = staff(draw, streams, sites, load, tightness)
    languages = draw_languages(draw, streams)
    source = f"Synthetic: drawn at random by planner generate, seed {seed}"
    return marked(
        Instance(
            header=replace(dates, guarantee=guarantee(draw, streams, load)),
            locations=rooms(locations, streams, sites, load),
            groups=groups(streams),
            staff=people,
            staff_changes=staff_changes(people, dates, size.weeks),
            calendar=calendar(dates),
            streams=tuple(drawn.stream for drawn in streams),
            work=tuple(row for drawn in streams for row in drawn.work),
            productivity=_change_over(size.weeks),
            stock=stock(streams, load),
            inflow=inflow(draw, streams, load, dates),
            season=season(draw),
            withdrawals=withdrawals(draw, streams, dates),
            conversions=draw_conversions(draw, streams, size.weeks),
            eligibility=eligibility(streams),
            places=sites.rows(),
            interpreters=interpreters(languages, load),
            languages=languages,
            ordinary_pace=ordinary_pace(streams, load, dates),
        ),
        source,
    )


def _change_over(weeks: int) -> tuple[Productivity, ...]:
    """New rules cost some output in the first weeks."""
    last = Week.of(date(2026, 6, 12)).plus(weeks // 20).sunday
    return (Productivity(date(2026, 6, 12), last, 0.9),)
