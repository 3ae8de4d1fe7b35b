"""A synthetic instance of the size of the country."""

from datetime import date

from planner.domain.instance import (
    Eligibility,
    Group,
    Guarantee,
    Inflow,
    Instance,
    Interpreters,
    Language,
    Location,
    OrdinaryPace,
    Place,
    Staff,
    Stock,
    Stream,
    Work,
)
from tests.evaluation.build import calendar, header


def national() -> Instance:
    """8 offices, 6 groups, 24 streams (and 6 twins), about 80 tasks and 210 weeks."""
    first, last = date(2026, 6, 12), date(2030, 6, 14)
    locations = [f"place-{index}" for index in range(8)]
    old = [f"old-{index}" for index in range(10)]
    new = [f"new-{index}" for index in range(14)]
    counting, names = new[:6], [*old, *new]
    groups = {"prep": ("preparation",), "hear": ("hearing",), "decide": ("decision",), "both": ("hearing", "decision")}
    return Instance(
        header=header(
            first,
            last,
            programme_start=date(2026, 10, 1),
            clearance=date(2029, 6, 12),
            guarantee=Guarantee(8000.0, "first"),
        ),
        locations=tuple(Location(name, name, 12, 30.0) for name in locations),
        groups=tuple(Group(group, group, 7.2, 0.8) for group in groups),
        staff=tuple(Staff(name, group, 21.3, 0.05) for name in locations for group in groups),
        calendar=calendar(first, last),
        streams=(
            *(Stream(name, name, "cat", "4", "old", term="15m") for name in old),
            *(
                Stream(name, name, "cat", "4", "pact", counts=name in counting, term="6m", buffer_weeks=2)
                for name in new
            ),
        ),
        work=tuple(
            Work(name, stage, hours, lag_weeks=1, no_show=0.1)
            for name in names
            for stage, hours in (("preparation", 1.5), ("hearing", 5.0), ("decision", 7.0))
        ),
        stock=tuple(Stock(name, "preparation", date(2024, 1, 1), date(2026, 6, 11), 2000.3) for name in old),
        inflow=tuple(Inflow(name, first, last, 7500.0) for name in new),
        eligibility=tuple(
            Eligibility(group, name, stage) for group, stages in groups.items() for name in names for stage in stages
        ),
        places=tuple(
            Place(location, name, "all")
            for place, location in enumerate(locations)
            for index, name in enumerate(names)
            if (place + index) % 3
        ),
        interpreters=(Interpreters("arabic", 1500.0), Interpreters("tigrinya", 900.0)),
        languages=tuple(Language(name, "arabic", 0.3) for name in names),
        ordinary_pace=(OrdinaryPace("decision", 150.0),),
    )
