"""Random small instances."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

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
    Smoothing,
    Staff,
    StartGroup,
    Stock,
    Stream,
    Transfer,
    TransferLimit,
    Withdrawal,
    Work,
)
from planner.domain.stages import STAGES
from planner.domain.tables.chain import DRIVERS
from planner.domain.weeks import horizon
from tests.evaluation.build import header

FIRST = date(2026, 6, 12)

SHARES = st.sampled_from([0.0, 0.1, 0.3333, 0.5])
STAGE_SETS = st.sampled_from([STAGES, STAGES[1:], STAGES[:1] + STAGES[2:], STAGES[2:]])


def amounts(most: float):
    return st.floats(0, most).map(lambda number: round(number, 3))


@st.composite
def instances(draw) -> Instance:
    """One or two offices and groups, up to three streams, 3 to 9 weeks, with every kind of rule at times."""
    last = FIRST + timedelta(days=draw(st.integers(14, 60)))
    weeks = horizon(FIRST, last)
    streams = [_stream(draw, name) for name in ("first", "second", "third")[: draw(st.integers(1, 3))]]
    stages = {stream.stream: draw(STAGE_SETS) for stream in streams}
    locations = ("here", "there")[: draw(st.integers(1, 2))]
    groups = ("one", "two")[: draw(st.integers(1, 2))]
    days = st.integers(0, (last - FIRST).days).map(lambda day: FIRST + timedelta(days=day))
    guarantee = draw(st.none() | st.builds(Guarantee, amounts(60), st.sampled_from(["first", "even"])))
    people = tuple(Staff(location, group, draw(amounts(6)), draw(SHARES)) for location in locations for group in groups)
    stock = tuple(
        Stock(name, stage, date(2025, 1, 1), FIRST - timedelta(days=draw(st.integers(1, 300))), draw(amounts(30)))
        for name, own in stages.items()
        for stage in own
    )
    return Instance(
        header=header(
            FIRST,
            last,
            programme_start=draw(days),
            clearance=last - timedelta(days=draw(st.integers(0, 5))),
            guarantee=guarantee,
            pact_start=draw(st.none() | st.dates(FIRST - timedelta(days=730), FIRST)),
            hours_factor=draw(st.sampled_from([1.0, 1.1])),
            remote_share=draw(st.sampled_from([0.0, 0.2, 1.0])),
        ),
        locations=tuple(
            Location(
                name, name, draw(st.integers(0, 2)), 30.0, *draw(st.sampled_from([(None, None), (1, 1.5), (0, 0.5)]))
            )
            for name in locations
        ),
        groups=tuple(Group(name, name, 7.2, draw(st.sampled_from([0.7, 1.0]))) for name in groups),
        staff=people,
        **_people_who_may_start(draw, locations, groups, weeks, sum(row.people for row in people)),
        calendar=tuple(CalendarWeek(week, draw(st.sampled_from([1.0, 1.0, 0.6]))) for week in weeks),
        streams=tuple(streams),
        work=tuple(
            Work(name, stage, draw(st.sampled_from([0.7, 3.0, 7.5])), draw(st.integers(0, 2)), draw(SHARES))
            if stage != "hearing" or draw(st.booleans())
            else Work(name, stage, 3.0, 0, draw(SHARES), draw(st.sampled_from([0.2, 0.9, 1.0])), 1.1)
            for name, own in stages.items()
            for stage in own
        ),
        productivity=draw(st.just(()) | st.just((Productivity(FIRST, FIRST + timedelta(days=9), 0.8),))),
        hours_changes=tuple(
            HoursChange(name, ALL, draw(days), draw(st.none() | st.just(last)), draw(st.sampled_from([0.5, 1.5])), "")
            for name in (ALL, *stages)
            if draw(st.booleans())
        ),
        stock=stock,
        inflow=tuple(Inflow(name, FIRST, last, draw(amounts(80))) for name in stages if draw(st.booleans())),
        withdrawals=_withdrawals(draw, stages, last),
        conversions=_conversions(draw, streams, stages),
        eligibility=tuple(
            Eligibility(
                group, name, ALL, draw(st.sampled_from([0.8, 1.0, 1.2])), draw(st.sampled_from([1.0, 1.0, 0.3, 0.0]))
            )
            for group in groups
            for name in stages
            if draw(st.integers(0, 3))
        ),
        places=tuple(
            Place(location, name, ALL, draw(st.sampled_from([1.0, 0.6, 0.0])))
            for location in locations
            for name in stages
            if draw(st.integers(0, 3))
        ),
        interpreters=(Interpreters("arabic", draw(amounts(60))),),
        languages=tuple(Language(name, "arabic", draw(SHARES)) for name in stages),
        ordinary_pace=tuple(OrdinaryPace(stage, draw(amounts(10))) for stage in STAGES if draw(st.booleans())),
        duties=tuple(
            Duty(location, ALL, draw(days), draw(st.none() | st.just(last)), draw(st.sampled_from([0.1, 0.8])), "")
            for location in (ALL, *locations)
            if draw(st.integers(0, 3)) == 0
        ),
        blocked=tuple(
            Blocked(name, draw(st.sampled_from([ALL, *own])), draw(days), draw(st.none() | st.just(last)))
            for name, own in stages.items()
            if draw(st.integers(0, 3)) == 0
        ),
        court_dates=tuple(
            CourtDate(row.stream, row.stage, draw(st.sampled_from(weeks)), round(row.cases * draw(SHARES), 3))
            for row in stock
            if draw(st.integers(0, 3)) == 0
        ),
        outcomes=tuple(
            Outcome(name, draw(days), draw(SHARES), draw(SHARES), draw(SHARES))
            for name in stages
            if draw(st.booleans())
        ),
        chain=(
            Partner("capped", "units", draw(st.none() | amounts(5)), draw(amounts(20)), 10.0),
            Partner("signalled", "units", draw(st.none() | amounts(20)), None, draw(amounts(500))),
        ),
        chain_loads=tuple(
            ChainLoad(partner, draw(st.sampled_from(drivers)), draw(amounts(3)), draw(st.integers(0, 4)))
            for partner, drivers in (("capped", DRIVERS[:-1]), ("signalled", DRIVERS))
            if draw(st.booleans())
        ),
        smoothing=draw(
            st.just(())
            | st.builds(Smoothing, st.just("decisions"), SHARES, SHARES, st.none() | amounts(20), SHARES).map(
                lambda row: (row,)
            )
        ),
        penalties=draw(st.just(()) | amounts(2000).map(lambda most: (Penalty("judicial", 100.0, most, 450.0),))),
        start_group=tuple(
            StartGroup(name, max(draw(days), date(2026, 6, 14)), draw(SHARES)) for name in stages if draw(st.booleans())
        ),
        agreements=draw(st.just(()) | st.builds(_agreement, days, days, amounts(60)).map(lambda row: (row,))),
    )


def _people_who_may_start(draw, locations, groups, weeks, there: float) -> dict:
    """Classes, moves, ceilings and overtime, by table; nothing half of the time."""
    if draw(st.booleans()):
        return {}
    starts = st.integers(0, len(weeks) - 1).map(lambda week: (weeks[week], weeks[-1]))
    frequency, size = st.integers(1, 3), st.integers(0, 3)
    courses = st.sampled_from([None, "course"])
    terms = st.builds(lambda *own: (*own[0], *own[1:]), starts, frequency, size, courses, amounts(500))
    some = st.sampled_from(locations), st.sampled_from(groups)
    first, last = weeks[draw(st.integers(0, 2))].monday, weeks[-1].sunday
    return {
        "courses": (CourseStep("course", 0, 0.1, 0.3), CourseStep("course", 2, draw(SHARES), 0.1)),
        "hiring": (Hiring(draw(some[0]), draw(some[1]), *draw(terms)),),
        "hiring_limits": draw(st.just(()) | st.builds(lambda most: (HiringLimit(first, last, most),), size)),
        "retraining": (Retraining(locations[0], groups[0], groups[1], *draw(terms)),) if len(groups) > 1 else (),
        "transfers": (Transfer(*locations, groups[0], *draw(terms)),) if len(locations) > 1 else (),
        "transfer_limits": (TransferLimit(locations[0], draw(SHARES)),) if draw(st.booleans()) else (),
        "ceilings": (Ceiling(first, last, ALL, ALL, there + draw(st.integers(0, 3))),),
        "overtime": (Overtime(draw(st.just(ALL) | some[0]), ALL, first, last, draw(SHARES), draw(amounts(80))),),
    }


def _stream(draw, name: str) -> Stream:
    return Stream(
        name,
        name,
        "category",
        "4",
        draw(st.sampled_from(["old", "pact"])),
        lane=draw(st.sampled_from(["none", "none", "nuisance", "safe"])),
        counts=draw(st.booleans()),
        term=draw(st.sampled_from([None, "15d", "3w", "1m", "12m"])),
        buffer_weeks=draw(st.integers(0, 2)),
        hear_within_weeks=draw(st.none() | st.integers(0, 4)),
        waiting_weight=draw(st.sampled_from([0.0, 1.0, 2.5])),
        screen_within_weeks=draw(st.none() | st.integers(0, 3)),
    )


def _agreement(one: date, other: date, cases: float) -> Agreement:
    return Agreement("4", min(one, other) - timedelta(days=5), max(one, other), cases)


def _withdrawals(draw, stages: dict[str, tuple[str, ...]], last: date) -> tuple[Withdrawal, ...]:
    return tuple(
        Withdrawal(name, share_of, FIRST, last, draw(SHARES))
        for name, own in stages.items()
        for share_of in ("lodged", "stock")
        if own[0] == STAGES[0] and draw(st.booleans())
    )


def _conversions(draw, streams: list[Stream], stages: dict[str, tuple[str, ...]]) -> tuple[Conversion, ...]:
    """From a stream to a later one, so that no case goes round."""
    names = [stream.stream for stream in streams]
    return tuple(
        Conversion(
            source,
            draw(st.sampled_from(stages[source])),
            target,
            draw(st.sampled_from(stages[target])),
            draw(SHARES),
            draw(st.integers(0, 3)),
        )
        for source, target in pairwise(names)
        if draw(st.booleans())
    )
