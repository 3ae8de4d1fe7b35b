"""Instances built by hand: `tiny` small enough to reckon in the head, `varied` with a bit of everything."""

from datetime import date

from planner.domain.instance import (
    Agreement,
    Blocked,
    CalendarWeek,
    ChainLoad,
    Conversion,
    CourtDate,
    Duty,
    Eligibility,
    Group,
    Guarantee,
    Header,
    HoursChange,
    Inflow,
    Instance,
    Interpreters,
    Language,
    Location,
    OrdinaryPace,
    Outcome,
    Partner,
    Penalty,
    Place,
    Productivity,
    Season,
    Smoothing,
    Staff,
    StaffChange,
    StartGroup,
    Stock,
    Stream,
    Withdrawal,
    Work,
)
from planner.domain.weeks import horizon

MONDAY = date(2026, 6, 1)


def header(first: date, last: date, **changes) -> Header:
    facts = {
        "name": "test",
        "title": "Test",
        "synthetic": True,
        "counting_unit": "application",
        "description": "",
        "first": first,
        "programme_start": first,
        "clearance": last,
        "last": last,
    }
    return Header(**{**facts, **changes})


def calendar(first: date, last: date, factor: float = 1.0) -> tuple[CalendarWeek, ...]:
    return tuple(CalendarWeek(week, factor) for week in horizon(first, last))


def tiny() -> Instance:
    """Four whole weeks, one office, two people: each supplies 5 days of 8 hours a week, 80 hours together.

    Stream `old`: 20 cases opened for preparation (2 hours, next stage a week later) and decision (4 hours).
    Stream `new`: 7 cases lodged a week, 1 a day, heard (8 hours, 20 % no-show: 10 hours) within a week and decided
    (4 hours) within two weeks of lodging.
    """
    first, last = MONDAY, date(2026, 6, 28)
    return Instance(
        header=header(first, last),
        locations=(Location("north", "North", hearing_rooms=1, room_hours=50.0),),
        groups=(Group("officers", "All-rounders", hours_per_staff_day=8.0, deployable_share=1.0),),
        staff=(Staff("north", "officers", 2.0),),
        calendar=calendar(first, last),
        streams=(
            Stream("old", "Old", "syria", "4", "old", term="6m", waiting_weight=2.0),
            Stream(
                "new",
                "New",
                "other",
                "4",
                "pact",
                lane="nuisance",
                term="2w",
                hear_within_weeks=1,
            ),
        ),
        work=(
            Work("old", "preparation", 2.0, lag_weeks=1),
            Work("old", "decision", 4.0),
            Work("new", "hearing", 8.0, no_show=0.2),
            Work("new", "decision", 4.0),
        ),
        stock=(Stock("old", "preparation", date(2025, 6, 1), date(2025, 6, 30), 20.0),),
        inflow=(Inflow("new", first, last, 28.0),),
        eligibility=(Eligibility("officers", "old", "all"), Eligibility("officers", "new", "all")),
        places=(Place("north", "old", "all"), Place("north", "new", "all")),
        interpreters=(Interpreters("arabic", 40.0),),
        languages=(Language("new", "arabic", 0.5),),
    )


def varied() -> Instance:
    """Sixteen weeks, two offices, three groups, twins, a lane, withdrawals, conversions, pace, edge weeks."""
    first, last = date(2026, 6, 12), date(2026, 9, 25)
    weeks = horizon(first, last)
    return Instance(
        header=header(
            first,
            last,
            programme_start=date(2026, 7, 15),
            clearance=date(2026, 9, 1),
            guarantee=Guarantee(100.0, "even"),
            hours_factor=1.1,
        ),
        locations=(Location("east", "East", 2, 30.0), Location("west", "West", 1, 30.0, 1, 0.5)),
        groups=(
            Group("prep", "Preparation", 7.6, 0.8),
            Group("mixed", "Hearing and decision", 7.2, 0.75),
            Group("special", "Specialists", 7.2, 0.7),
        ),
        staff=(
            Staff("east", "prep", 3.3, 0.1),
            Staff("east", "mixed", 6.0, 0.2),
            Staff("west", "mixed", 4.4),
            Staff("west", "special", 2.0),
        ),
        staff_changes=(
            StaffChange("west", "mixed", weeks[5], 1.5),
            StaffChange("east", "prep", weeks[7], -1.0),
        ),
        calendar=tuple(CalendarWeek(week, 0.6 if 5 <= t < 8 else 1.0) for t, week in enumerate(weeks)),
        streams=(
            Stream("old-a", "Old A", "syria", "4", "old", term="15m", waiting_weight=3.0),
            Stream("old-d", "Old Dublin", "dublin", "1", "old", waiting_weight=0.5, screen_within_weeks=4),
            Stream(
                "new-a", "New A", "other", "4", "pact", counts=True, term="6w", buffer_weeks=1, screen_within_weeks=2
            ),
            Stream("new-b", "New B", "eritrea", "4", "pact", counts=True, term="2m"),
            Stream(
                "lane", "Nuisance", "safe", "2", "pact", lane="nuisance", counts=True, term="4w", hear_within_weeks=2
            ),
            Stream("again", "Repeated", "repeated", "5", "pact", term="40d", waiting_weight=0.7),
        ),
        work=(
            Work("old-a", "preparation", 1.5, lag_weeks=1),
            Work("old-a", "hearing", 5.0, lag_weeks=2, no_show=0.15),
            Work("old-a", "decision", 7.0),
            Work("old-d", "preparation", 1.0),
            Work("old-d", "decision", 3.0),
            Work("new-a", "preparation", 1.5),
            Work("new-a", "hearing", 5.0, lag_weeks=1, no_show=0.1),
            Work("new-a", "decision", 6.0),
            Work("new-b", "hearing", 6.0, no_show=0.1, written_share=0.25, written_hours=2.0),
            Work("new-b", "decision", 6.5),
            Work("lane", "preparation", 0.5),
            Work("lane", "hearing", 3.0, no_show=0.3),
            Work("lane", "decision", 4.0),
            Work("again", "decision", 5.0),
        ),
        productivity=(Productivity(date(2026, 6, 12), date(2026, 7, 1), 0.8),),
        hours_changes=(
            HoursChange("all", "all", date(2026, 7, 20), date(2026, 8, 5), 0.9, "programme"),
            HoursChange("new-a", "hearing", date(2026, 7, 29), None, 1.3, "ageing"),
        ),
        stock=(
            Stock("old-a", "preparation", date(2024, 1, 1), date(2025, 12, 31), 60.5),
            Stock("old-a", "hearing", date(2023, 5, 1), date(2024, 2, 10), 22.25),
            Stock("old-a", "decision", date(2023, 1, 1), date(2023, 4, 30), 11.0),
            Stock("old-d", "preparation", date(2026, 1, 1), date(2026, 6, 11), 40.0),
            Stock("lane", "hearing", date(2026, 5, 20), date(2026, 6, 11), 3.0),
        ),
        inflow=(
            Inflow("new-a", first, date(2027, 6, 11), 220.0, "year"),
            Inflow("new-b", first, date(2026, 12, 31), 50.0),
            Inflow("lane", first, date(2027, 6, 11), 90.0),
            Inflow("again", date(2026, 7, 1), date(2026, 8, 15), 17.0),
        ),
        season=tuple(Season("year", quarter, factor) for quarter, factor in ((1, 0.8), (2, 1.0), (3, 1.4), (4, 0.9))),
        withdrawals=(
            Withdrawal("old-a", "stock", date(2026, 6, 12), date(2026, 8, 6), 0.08),
            Withdrawal("new-a", "lodged", date(2026, 6, 12), date(2026, 9, 25), 0.05),
        ),
        conversions=(
            Conversion("old-d", "decision", "old-a", "preparation", 0.3, 3),
            Conversion("new-a", "preparation", "new-b", "hearing", 0.1, 1),
        ),
        eligibility=(
            Eligibility("prep", "old-a", "preparation"),
            Eligibility("prep", "old-d", "preparation"),
            Eligibility("prep", "new-a", "preparation", 1.1),
            Eligibility("prep", "lane", "preparation"),
            *(Eligibility("mixed", name, "all", 0.9) for name in ("old-a", "old-d", "new-a", "new-b", "again")),
            Eligibility("mixed", "lane", "hearing"),
            Eligibility("mixed", "lane", "decision", 0.95),
            Eligibility("special", "lane", "all"),
            Eligibility("special", "old-a", "decision", 1.2),
        ),
        places=tuple(
            Place(location, stream, "all", 0.6 if location == "west" else 1.0)
            for location, streams in (
                ("east", ("old-a", "old-d", "new-a", "lane")),
                ("west", ("old-a", "new-a", "new-b", "lane", "again")),
            )
            for stream in streams
        ),
        interpreters=(Interpreters("arabic", 40.0), Interpreters("tigrinya", 30.0)),
        languages=(
            Language("old-a", "arabic", 0.8),
            Language("new-a", "arabic", 0.3),
            Language("new-b", "tigrinya", 0.9),
        ),
        ordinary_pace=(OrdinaryPace("decision", 4.0), OrdinaryPace("hearing", 4.0)),
        duties=(
            Duty("all", "mixed", date(2026, 7, 1), None, 0.05, "mentoring"),
            Duty("west", "all", date(2026, 6, 20), date(2026, 7, 2), 0.1, "reception"),
        ),
        blocked=(Blocked("new-b", "all", date(2026, 7, 8), date(2026, 7, 21)),),
        court_dates=(
            CourtDate("old-a", "hearing", weeks[4], 9.5),
            CourtDate("old-a", "decision", weeks[2], 2.0),
            CourtDate("old-d", "preparation", weeks[9], 6.25),
        ),
        outcomes=(
            Outcome("old-a", first, 0.3, 0.75, 0.1),
            Outcome("old-a", date(2026, 8, 1), 0.85, 0.6, 0.1),
            Outcome("new-a", first, 0.6, 0.6, 0.2),
            Outcome("lane", first, 0.02, 0.65, 0.4),
        ),
        chain=(Partner("courts", "appeals", 2.5, None, 500.0), Partner("housing", "grants", None, 3.5)),
        chain_loads=(
            ChainLoad("courts", "appeal", 1.0, 3),
            ChainLoad("courts", "open", 0.01),
            ChainLoad("housing", "grant", 1.0),
            ChainLoad("housing", "grant", 0.2, 6),
        ),
        smoothing=(Smoothing("decisions", 0.15, 0.3),),
        penalties=(Penalty("judicial", 100.0, 750.0, 453.5),),
        start_group=(StartGroup("old-a", date(2026, 8, 20), 0.4), StartGroup("old-d", date(2026, 7, 31), 0.9)),
        agreements=(
            Agreement("4", first, date(2026, 8, 31), 150.0),
            Agreement("1", date(2026, 1, 1), date(2026, 12, 31), 40.0),
        ),
    )
