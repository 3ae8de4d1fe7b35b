"""Four weeks, one office, two people: ten staff-days of 8 hours a week; every case takes a day and only a decision.

`old`: 40 cases from 2025. `new`: 7 cases lodged a week, one a day.
"""

from datetime import date

from planner.domain.instance import Eligibility, Group, Inflow, Instance, Location, Place, Staff, Stock, Stream, Work
from planner.generation.marking import marked
from tests.evaluation.build import MONDAY, calendar, header

LAST = date(2026, 6, 28)


def day_a_case(*more: Stream, stock: tuple[Stock, ...] = (), inflow: tuple[Inflow, ...] = ()) -> Instance:
    streams = (
        Stream("old", "Old", "any", "track-4", "old"),
        Stream("new", "New", "any", "normal", "pact", counts=True, term="6m"),
        *more,
    )
    return marked(
        Instance(
            header=header(MONDAY, LAST, description="Made by hand for tests"),
            locations=(Location("north", "North", 0, 40.0),),
            groups=(Group("officers", "All-rounders", 8.0, 1.0),),
            staff=(Staff("north", "officers", 2.0),),
            calendar=calendar(MONDAY, LAST),
            streams=streams,
            work=tuple(Work(stream.stream, "decision", 8.0) for stream in streams),
            stock=(Stock("old", "decision", date(2025, 1, 1), date(2025, 12, 31), 40.0), *stock),
            inflow=(Inflow("new", MONDAY, LAST, 28.0), *inflow),
            eligibility=tuple(Eligibility("officers", stream.stream, "all") for stream in streams),
            places=tuple(Place("north", stream.stream, "all") for stream in streams),
        ),
        "Chosen to be easy to reckon",
    )
