"""Tiny random instances for tests: right by every check of the reader, odd in every other way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random
from typing import Any

from planner.domain.column import ALL
from planner.domain.instance import (
    Agreement,
    Blocked,
    CalendarWeek,
    Ceiling,
    ChainLoad,
    Conversion,
    CourseStep,
    CourtDate,
    Duty,
    Eligibility,
    Group,
    Guarantee,
    Header,
    Hiring,
    HiringLimit,
    HoursChange,
    Inflow,
    Instance,
    Interpreters,
    Language,
    Location,
    OrdinaryPace,
    Outcome,
    Overtime,
    Partner,
    Penalty,
    Place,
    Productivity,
    Retraining,
    Season,
    Smoothing,
    Staff,
    StaffChange,
    StartGroup,
    Stock,
    Stream,
    Team,
    TeamLimit,
    Transfer,
    TransferLimit,
    Withdrawal,
    Work,
)
from planner.domain.stages import STAGES
from planner.domain.tables.chain import DRIVERS
from planner.domain.weeks import Week, horizon
from planner.generation.marking import marked

FIRST = date(2026, 6, 12)

Stages = dict[str, tuple[str, ...]]

_STAGE_SETS = (STAGES, STAGES, STAGES[1:], (STAGES[0], STAGES[2]), STAGES[2:])
_LANES = ("none", "none", "none", "nuisance", "minors", "safe", "repeated")
_TERMS = ("15d", "3w", "4w", "1m", "2m", "6m", None)
_COURSE = "course"
_SHARES = (0.0, 0.05, 0.1, 0.3333, 0.5)


def random_instance(draw: Random, *, locations: int = 3, streams: int = 4, weeks: int = 20) -> Instance:
    """At most so many locations, streams and weeks (4 or more); anything else may be there or not."""
    last = Week.of(FIRST).plus(draw.randint(4, weeks) - 1).monday + timedelta(days=draw.randint(0, 6))
    own_weeks = horizon(FIRST, last)
    named = tuple(_stream(draw, f"stream-{number}") for number in range(1, draw.randint(1, streams) + 1))
    stages: Stages = {stream.stream: draw.choice(_STAGE_SETS) for stream in named}
    named = tuple(_heard_where_it_can_be(stream, stages) for stream in named)
    places = [f"place-{number}" for number in range(1, draw.randint(1, locations) + 1)]
    groups = [f"group-{number}" for number in range(1, draw.randint(1, 3) + 1)]
    languages = _languages(draw, stages) if _sometimes(draw) else ()
    people = tuple(Staff(place, group, _amount(draw, 4), draw.choice(_SHARES)) for place in places for group in groups)
    changes = _staff_changes(draw, people, own_weeks)
    hiring, retraining, transfers = _intakes(draw, places, groups, own_weeks) if _sometimes(draw) else ((), (), ())
    counting = {stream.stream for stream in named if stream.counts}
    stock, inflow = _stock(draw, named, stages), _inflow(draw, named, last)
    drawn = Instance(
        header=_header(draw, last, sum(row.cases for row in inflow if row.stream in counting)),
        locations=tuple(
            Location(place, place, draw.randint(0, 2), 36.5, *draw.choice([(None, None)] * 3 + [(1, 2.0), (0, 0.5)]))
            for place in places
        ),
        groups=tuple(
            Group(group, group, draw.choice([5.3, 7.2, 8.0]), draw.choice([0.7, 0.85, 1.0])) for group in groups
        ),
        staff=people,
        staff_changes=changes,
        courses=_courses(draw) if hiring or retraining or transfers else (),
        hiring=hiring,
        hiring_limits=(HiringLimit(FIRST, last, draw.randint(0, 3)),) if hiring and _sometimes(draw) else (),
        retraining=retraining,
        transfers=transfers,
        transfer_limits=tuple(
            TransferLimit(place, draw.choice([0.2, 0.5])) for place in places if transfers and _sometimes(draw)
        ),
        ceilings=_ceilings(draw, places, groups, people, changes, last) if _sometimes(draw) else (),
        overtime=_overtime(draw, places, groups) if _sometimes(draw) else (),
        calendar=tuple(CalendarWeek(week, draw.choice([1.0, 1.0, 1.0, 0.6, 0.0])) for week in own_weeks),
        streams=named,
        work=tuple(
            Work(
                stream,
                stage,
                draw.choice([0.7, 2.5, 6.0, 12.0]),
                draw.randint(0, 2),
                draw.choice(_SHARES[:3]) if stage == "hearing" else 0.0,
                *_written(draw, stage),
            )
            for stream, own in stages.items()
            for stage in own
        ),
        productivity=(Productivity(FIRST, FIRST + timedelta(days=draw.randint(0, 30)), draw.choice([0.8, 1.2])),)
        if _sometimes(draw)
        else (),
        hours_changes=_hours_changes(draw, stages, last) if _sometimes(draw) else (),
        stock=stock,
        inflow=inflow,
        season=tuple(Season("year", quarter, draw.choice([0.8, 1.0, 1.3])) for quarter in (1, 2, 3, 4)),
        withdrawals=_withdrawals(draw, stock, inflow, last),
        conversions=_conversions(draw, named, stages) if _sometimes(draw) else (),
        eligibility=_eligibility(draw, groups, stages),
        places=_places(draw, places, stages),
        interpreters=tuple(
            Interpreters(language, _amount(draw, 60)) for language in sorted({row.language for row in languages})
        ),
        languages=languages,
        ordinary_pace=tuple(OrdinaryPace(stage, _amount(draw, 10)) for stage in STAGES if _sometimes(draw)),
        duties=_duties(draw, places, groups, last) if draw.random() < 0.4 else (),
        blocked=_blocked(draw, stages, last) if draw.random() < 0.3 else (),
    )
    drawn = drawn.replace(agreements=_agreements(draw, last) if _sometimes(draw) else ())
    drawn = drawn.replace(start_group=_start_group(draw, stock, last) if _sometimes(draw) else ())
    drawn = drawn.replace(court_dates=_court_dates(draw, stock, own_weeks) if _sometimes(draw) else ())
    drawn = drawn.replace(penalties=(Penalty("judicial", 100.0, 7500.0, 453.5),) if _sometimes(draw) else ())
    drawn = _with_chain(draw, drawn) if _sometimes(draw) else drawn
    drawn = drawn.replace(**_teams(draw, places, named, own_weeks) if draw.random() < 0.3 else {})
    drawn = drawn.replace(smoothing=(Smoothing("decisions", 0.15, 0.1),) if draw.random() < 0.3 else ())
    return marked(drawn, "Drawn at random for a test")


def _teams(draw: Random, places: list[str], streams: tuple[Stream, ...], weeks: tuple[Week, ...]) -> dict[str, Any]:
    """One or two teams that may be as small as nobody, and mostly a limit of one."""
    categories = sorted({stream.category for stream in streams})
    teams = tuple(
        Team(
            f"team-{number}",
            draw.choice(places),
            draw.choice(categories),
            weeks[draw.randrange(len(weeks))],
            weeks[-1],
            draw.randint(1, 3),
            0,
            draw.randint(1, 3),
            draw.randint(0, 4),
            draw.randint(0, 3),
            draw.choice([0.8, 1.0]),
            draw.choice([1.2, 1.5]),
            draw.choice([0.0, 500.0]),
        )
        for number in range(1, draw.randint(1, 2) + 1)
    )
    return {"teams": teams, "team_limits": tuple(TeamLimit(place, 1) for place in places if _sometimes(draw))}


def _sometimes(draw: Random) -> bool:
    return draw.random() < 0.5


def _amount(draw: Random, most: float) -> float:
    """Round and fractional numbers, and now and then none."""
    number = draw.uniform(0, most)
    return draw.choice([0.0, float(round(number)), round(number, 1), round(number, 3), most])


def _header(draw: Random, last: date, counting: float) -> Header:
    """The guaranteed volume is often below what is lodged, so that some cases are above it."""
    days = (last - FIRST).days
    clearance = FIRST + timedelta(days=draw.randint(7, days))
    volume = draw.choice([None, 0.0, 0.3, 0.8, 1.5])
    order = draw.choice(["first", "even"])
    return Header(
        name="random",
        title="Random",
        synthetic=True,
        counting_unit="case",
        description="Drawn at random for a test",
        first=FIRST,
        programme_start=FIRST + timedelta(days=draw.randint(0, (clearance - FIRST).days)),
        clearance=clearance,
        last=last,
        guarantee=Guarantee(round(counting * volume, 1), order) if counting and volume is not None else None,
        hours_factor=draw.choice([1.0, 1.0, 1.1]),
        remote_share=draw.choice([0.0, 0.0, 0.2, 1.0]),
    )


def _stream(draw: Random, name: str) -> Stream:
    lodged = draw.choice(["old", "old", "pact", "pact", "other"])
    lane = draw.choice(_LANES) if lodged != "other" else "none"
    return Stream(
        name,
        name,
        draw.choice(["ordinary", "transfer"]),
        "track-4",
        lodged,
        lane=lane,
        counts=lodged == "pact" and _sometimes(draw),
        term=draw.choice(_TERMS),
        buffer_weeks=draw.randint(0, 2),
        hear_within_weeks=draw.randint(0, 4) if lane != "none" else None,
        waiting_weight=draw.choice([0.0, 1.0, 2.5]),
        screen_within_weeks=draw.randint(0, 4) if lodged != "other" and draw.random() < 0.3 else None,
    )


def _heard_where_it_can_be(stream: Stream, stages: Stages) -> Stream:
    own = stages[stream.stream]
    stream = stream if "hearing" in own else replace(stream, hear_within_weeks=None)
    return stream if "preparation" in own else replace(stream, screen_within_weeks=None)


def _staff_changes(draw: Random, people: tuple[Staff, ...], weeks: tuple[Week, ...]) -> tuple[StaffChange, ...]:
    """Some come, some go, never more than are there."""
    return tuple(
        StaffChange(row.location, row.group, draw.choice(weeks), draw.choice([1.5, -round(row.people / 2, 3)]))
        for row in people
        if draw.random() < 0.25
    )


def _written(draw: Random, stage: str) -> tuple[float, float | None]:
    """Share and hours of written enquiries: mostly none, now and then all."""
    if stage != "hearing" or draw.random() < 0.6:
        return 0.0, None
    return draw.choice([0.2, 0.5, 1.0]), draw.choice([0.5, 3.0])


def _hours_changes(draw: Random, stages: Stages, last: date) -> tuple[HoursChange, ...]:
    """Some overlap, some have no end, some are over before they begin to count."""
    rows = []
    for stream in (ALL, *stages):
        if draw.random() < 0.5:
            first = FIRST + timedelta(days=draw.randint(-10, (last - FIRST).days))
            end = draw.choice([None, first + timedelta(days=draw.randint(0, 30))])
            stage = draw.choice([ALL, *stages.get(stream, STAGES)])
            rows.append(HoursChange(stream, stage, first, end, draw.choice([0.7, 1.25, 2.0]), "Drawn"))
    return tuple(rows)


def _blocked(draw: Random, stages: Stages, last: date) -> tuple[Blocked, ...]:
    """A stream or a stage of it, for a few weeks or for good."""
    stream = draw.choice([ALL, *stages])
    first = FIRST + timedelta(days=draw.randint(0, (last - FIRST).days))
    end = draw.choice([None, first + timedelta(days=draw.randint(0, 30))])
    return (Blocked(stream, draw.choice([ALL, *stages.get(stream, STAGES)]), first, end),)


def _courses(draw: Random) -> tuple[CourseStep, ...]:
    """One course in two or three steps, each better than the one before."""
    first, second = draw.randint(1, 3), draw.randint(1, 3)
    return (
        CourseStep(_COURSE, 0, draw.choice([0.0, 0.3]), draw.choice([0.0, 0.25])),
        CourseStep(_COURSE, first, draw.choice([0.5, 0.75]), draw.choice([0.0, 0.1])),
        CourseStep(_COURSE, first + second, 1.0),
    )


Intakes = tuple[tuple[Hiring, ...], tuple[Retraining, ...], tuple[Transfer, ...]]


def _intakes(draw: Random, places: list[str], groups: list[str], weeks: tuple[Week, ...]) -> Intakes:
    """A few classes and moves of a few people, so that the whole model stays small."""

    def terms() -> tuple[Week, Week, int, int, str | None, float]:
        first = draw.randrange(len(weeks))
        last = min(first + draw.randint(0, 6), len(weeks) - 1)
        course = draw.choice([None, _COURSE, _COURSE])
        return weeks[first], weeks[last], draw.randint(2, 4), draw.randint(1, 2), course, draw.choice([0.0, 90.0, 4e3])

    hiring = tuple(Hiring(place, group, *terms()) for place in places for group in groups if draw.random() < 0.4)
    retraining = tuple(
        Retraining(place, group, other, *terms())
        for place in places
        for group, other in pairwise(groups)
        if _sometimes(draw)
    )
    transfers = tuple(
        Transfer(place, other, draw.choice(groups), *terms()) for place, other in pairwise(places) if _sometimes(draw)
    )
    return hiring, retraining, transfers


def _ceilings(
    draw: Random,
    places: list[str],
    groups: list[str],
    people: tuple[Staff, ...],
    changes: tuple[StaffChange, ...],
    last: date,
) -> tuple[Ceiling, ...]:
    """At or a little above the most people who may be there without anybody who is taken on."""
    place, group = draw.choice([ALL, *places]), draw.choice([ALL, *groups])
    rows: list[Staff | StaffChange] = [*people, *changes]
    there = sum(max(row.people, 0.0) for row in rows if place in (ALL, row.location) and group in (ALL, row.group))
    first = FIRST - timedelta(days=draw.randint(0, 60))
    return (Ceiling(first, last, place, group, round(there, 3) + draw.choice([0.0, 1.0, 2.5])),)


def _overtime(draw: Random, places: list[str], groups: list[str]) -> tuple[Overtime, ...]:
    """For all or for some, from the start or later, at a price or none."""
    first = FIRST + timedelta(days=draw.randint(0, 20))
    return (
        Overtime(
            draw.choice([ALL, *places]),
            draw.choice([ALL, *groups]),
            first,
            first + timedelta(days=draw.randint(0, 40)),
            draw.choice(_SHARES),
            draw.choice([0.0, 60.0]),
        ),
    )


def _duties(draw: Random, places: list[str], groups: list[str], last: date) -> tuple[Duty, ...]:
    first = FIRST + timedelta(days=draw.randint(-10, (last - FIRST).days))
    end = draw.choice([None, first + timedelta(days=draw.randint(0, 30))])
    where, who = draw.choice([ALL, *places]), draw.choice([ALL, *groups])
    return (
        Duty(where, who, first, end, draw.choice([0.1, 0.8]), "Drawn"),
        Duty(ALL, ALL, FIRST, None, 0.1, "Drawn too"),
    )


def _stock(draw: Random, streams: tuple[Stream, ...], stages: Stages) -> tuple[Stock, ...]:
    rows = []
    for stream in streams:
        for stage in stages[stream.stream]:
            if draw.random() < (0.8 if stream.lodged == "old" else 0.2):
                last = FIRST - timedelta(days=draw.randint(1, 300))
                rows.append(
                    Stock(stream.stream, stage, last - timedelta(days=draw.randint(0, 200)), last, _amount(draw, 30))
                )
    return tuple(rows)


def _inflow(draw: Random, streams: tuple[Stream, ...], last: date) -> tuple[Inflow, ...]:
    return tuple(
        Inflow(
            stream.stream,
            FIRST + timedelta(days=draw.randint(0, 10)),
            last + timedelta(days=draw.choice([0, 0, 40, 300])),
            _amount(draw, 80),
            draw.choice([None, "year"]),
        )
        for stream in streams
        if stream.lodged != "old" and draw.random() < 0.9
    )


def _withdrawals(
    draw: Random, stock: tuple[Stock, ...], inflow: tuple[Inflow, ...], last: date
) -> tuple[Withdrawal, ...]:
    waiting = [row.stream for row in stock if row.stage == STAGES[0] and row.cases > 0]
    pairs = [(stream, "stock") for stream in waiting] + [(row.stream, "lodged") for row in inflow]
    return tuple(
        Withdrawal(stream, share_of, FIRST, last - timedelta(days=draw.randint(0, 10)), draw.choice(_SHARES))
        for stream, share_of in pairs
        if draw.random() < 0.3
    )


def _conversions(draw: Random, streams: tuple[Stream, ...], stages: Stages) -> tuple[Conversion, ...]:
    """From a stream to a later one of the same regime, so that no case goes round."""
    return tuple(
        Conversion(
            source.stream,
            draw.choice(stages[source.stream]),
            target.stream,
            draw.choice(stages[target.stream]),
            draw.choice(_SHARES[1:4]),
            draw.randint(0, 5),
        )
        for source, target in combinations(streams, 2)
        if source.lodged == target.lodged and _sometimes(draw)
    )


def _eligibility(draw: Random, groups: list[str], stages: Stages) -> tuple[Eligibility, ...]:
    """Most groups may do most work, a stage now and then with an efficiency of its own; one row at least."""
    rows = [
        Eligibility(group, stream, stage, draw.choice([0.8, 1.0, 1.0, 1.2]), draw.choice([1.0] * 6 + [0.5, 0.2, 0.0]))
        for group in groups
        for stream, own in stages.items()
        for stage in (ALL, draw.choice(own))
        if draw.random() < (0.85 if stage == ALL else 0.3)
    ]
    return tuple(rows) or (Eligibility(groups[0], next(iter(stages)), ALL),)


def _places(draw: Random, places: list[str], stages: Stages) -> tuple[Place, ...]:
    """Most work is done at most locations; one row at least."""
    rows = [
        Place(place, stream, draw.choice([ALL, ALL, ALL, *own]), draw.choice([1.0, 1.0, 0.6, 0.0]))
        for place in places
        for stream, own in stages.items()
        if draw.random() < 0.9
    ]
    return tuple(rows) or (Place(places[0], next(iter(stages)), ALL),)


def _languages(draw: Random, stages: Stages) -> tuple[Language, ...]:
    """The shares of a stream add up to 1."""
    rows: list[Language] = []
    for stream, own in stages.items():
        if "hearing" in own and draw.random() < 0.7:
            share = draw.choice([0.25, 0.5, 1.0])
            rows.append(Language(stream, "arabic", share))
            rows += [Language(stream, "tigrinya", 1 - share)] * (share < 1)
    return tuple(rows)


def _agreements(draw: Random, last: date) -> tuple[Agreement, ...]:
    """A period that touches the horizon, in part perhaps outside it."""
    first = FIRST + timedelta(days=draw.randint(-30, (last - FIRST).days))
    return (Agreement("track-4", first, max(first, FIRST) + timedelta(days=draw.randint(0, 60)), _amount(draw, 80)),)


def _start_group(draw: Random, stock: tuple[Stock, ...], last: date) -> tuple[StartGroup, ...]:
    """Of some streams with stock a share by a date, after the first week at the earliest."""
    first = Week.of(FIRST).sunday
    return tuple(
        StartGroup(stream, first + timedelta(days=draw.randint(0, (last - first).days)), draw.choice([0.3, 0.6, 1.0]))
        for stream in dict.fromkeys(row.stream for row in stock if row.cases > 0)
        if _sometimes(draw)
    )


def _court_dates(draw: Random, stock: tuple[Stock, ...], weeks: tuple[Week, ...]) -> tuple[CourtDate, ...]:
    """For a part of some stocks, in a week of the horizon, or before or after it."""
    return tuple(
        CourtDate(
            row.stream, row.stage, draw.choice(weeks).plus(draw.choice([-3, 0, 0, 3])), round(share * row.cases, 3)
        )
        for row in stock
        if draw.random() < 0.4
        for share in [draw.choice([0.2, 0.5, 1.0])]
    )


def _with_chain(draw: Random, drawn: Instance) -> Instance:
    """Outcomes of some streams, and two partners: one with a limit on what decisions or hearings bring."""
    outcomes = tuple(
        Outcome(
            stream.stream,
            FIRST + timedelta(days=draw.randint(-20, 30)),
            draw.choice([0.0, 0.3, 1.0]),
            draw.choice(_SHARES),
            draw.choice(_SHARES),
        )
        for stream in drawn.streams
        if draw.random() < 0.8
    )
    partners = (
        Partner("courts", "units", _amount(draw, 5), None, draw.choice([0.0, 10.0, 500.0])),
        Partner("housing", "units", draw.choice([None, 1.0]), 2.0 + _amount(draw, 20), 100.0),
    )
    loads = tuple(
        ChainLoad(partner, draw.choice(drivers), draw.choice([0.05, 0.8, 1.0, 2.0]), lag)
        for partner, drivers in (("courts", DRIVERS), ("housing", DRIVERS[:-1]))
        for lag in draw.sample(range(4), draw.randint(1, 2))
    )
    return drawn.replace(outcomes=outcomes, chain=partners, chain_loads=loads)
