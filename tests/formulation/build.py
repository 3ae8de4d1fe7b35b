"""One instance with something for every rule, as small as it can be."""

from dataclasses import replace
from datetime import date

from planner.domain.column import ALL
from planner.domain.instance import (
    Agreement,
    Blocked,
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
    InForce,
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
    Replanning,
    Retraining,
    Smoothing,
    Staff,
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
from planner.domain.weeks import Week
from tests.evaluation.build import calendar, header

FIRST, LAST = date(2026, 6, 12), date(2026, 6, 28)
"""A week of one working day and two whole ones."""

WEEKS = tuple(Week.of(FIRST).plus(number) for number in range(3))


def everything() -> Instance:
    """Two offices, two groups, old cases, new ones in part above the guarantee, transfers that fail, a lane.

    People may be hired and retrained in the east and move from there to the west; overtime is in the last week. Of
    two specialised teams in the east one may be open at a time.
    """
    return Instance(
        header=header(
            FIRST,
            LAST,
            programme_start=date(2026, 6, 23),
            clearance=date(2026, 6, 21),
            guarantee=Guarantee(8.5, "even"),
            remote_share=0.2,
            replanning=Replanning(2, 1, 3),
        ),
        locations=(
            Location("east", "East", 1, 30.0, process_beds=2, stay_weeks=1.5),
            Location("west", "West", 0, 30.0),
        ),
        groups=(Group("prepare", "Preparation", 8.0, 1.0), Group("decide", "Hearing and decision", 7.5, 0.8)),
        staff=(
            Staff("east", "prepare", 1.3),
            Staff("east", "decide", 2.0, 0.2),
            Staff("west", "prepare", 0.7),
            Staff("west", "decide", 1.0),
        ),
        courses=(
            CourseStep("deciding", 0, 0.2, 0.1),
            CourseStep("deciding", 1, 0.8, 0.05),
            CourseStep("finding the way", 0, 0.5),
        ),
        hiring=(Hiring("east", "decide", WEEKS[0], WEEKS[2], 2, 2, "deciding", 1000.0),),
        hiring_limits=(HiringLimit(date(2026, 6, 1), date(2026, 6, 21), 1),),
        retraining=(Retraining("east", "prepare", "decide", WEEKS[1], WEEKS[1], 1, 1, "deciding", 500.0),),
        transfers=(
            Transfer("east", "west", "decide", WEEKS[0], WEEKS[2], 1, 1, "finding the way", 300.0),
            Transfer("west", "east", "decide", WEEKS[1], WEEKS[1], 1, 1, None, 300.0),
        ),
        transfer_limits=(TransferLimit("east", 0.5),),
        ceilings=(
            Ceiling(date(2026, 6, 15), date(2026, 6, 28), ALL, "decide", 4.5),
            Ceiling(date(2026, 6, 15), date(2026, 6, 21), "west", ALL, 3.0),
        ),
        overtime=(Overtime("east", ALL, date(2026, 6, 17), LAST, 0.3, 60.0),),
        calendar=calendar(FIRST, LAST),
        streams=(
            Stream("old", "Old", "ordinary", "track-4", "old", waiting_weight=2.0),
            Stream("new", "New", "ordinary", "track-4", "pact", counts=True, term="3w", buffer_weeks=1),
            Stream("transfer", "Transfer", "transfer", "track-1", "pact", term="1w", waiting_weight=0.5),
            Stream(
                "lane",
                "Nuisance",
                "nuisance",
                "track-2",
                "pact",
                lane="nuisance",
                term="2w",
                hear_within_weeks=2,
                screen_within_weeks=2,
            ),
        ),
        work=(
            Work("old", "preparation", 2.0, lag_weeks=1),
            Work("old", "decision", 6.0),
            Work("new", "hearing", 4.0, no_show=0.2),
            Work("new", "decision", 8.0),
            Work("transfer", "preparation", 1.0),
            Work("transfer", "decision", 3.0),
            Work("lane", "preparation", 1.0, lag_weeks=1),
            Work("lane", "hearing", 3.0, no_show=0.25, written_share=0.5, written_hours=1.0),
            Work("lane", "decision", 4.0),
        ),
        productivity=(Productivity(FIRST, date(2026, 6, 17), 0.5),),
        hours_changes=(
            HoursChange("new", "hearing", date(2026, 6, 22), None, 1.5, "law"),
            HoursChange("all", "preparation", date(2026, 6, 24), None, 0.5, "robot"),
        ),
        stock=(
            Stock("old", "preparation", date(2025, 1, 1), date(2025, 12, 31), 10.0),
            Stock("old", "decision", date(2024, 6, 1), date(2024, 12, 31), 4.0),
            Stock("lane", "hearing", date(2026, 5, 25), date(2026, 6, 7), 2.0),
        ),
        inflow=(
            Inflow("new", FIRST, LAST, 17.0),
            Inflow("transfer", FIRST, LAST, 6.8),
            Inflow("lane", date(2026, 6, 15), LAST, 7.0),
        ),
        withdrawals=(
            Withdrawal("old", "stock", FIRST, LAST, 0.17),
            Withdrawal("new", "lodged", FIRST, LAST, 0.1),
        ),
        conversions=(
            Conversion("transfer", "preparation", "new", "hearing", 0.2, 1),
            Conversion("transfer", "decision", "new", "hearing", 0.25),
            Conversion("lane", "preparation", "transfer", "decision", 0.1),
        ),
        eligibility=(
            Eligibility("prepare", "old", "preparation"),
            Eligibility("prepare", "lane", "preparation", 0.9),
            Eligibility("decide", "old", "decision"),
            Eligibility("decide", "new", "all"),
            Eligibility("prepare", "new", "decision", 0.9, 0.25),
            Eligibility("prepare", "transfer", "preparation"),
            Eligibility("decide", "transfer", "decision"),
            Eligibility("decide", "lane", "hearing"),
            Eligibility("decide", "lane", "decision", 1.1),
        ),
        places=(
            Place("east", "old", "all"),
            Place("east", "new", "all"),
            Place("east", "lane", "all", 0.6),
            Place("west", "old", "decision"),
            Place("west", "new", "decision"),
            Place("east", "transfer", "preparation"),
            Place("west", "transfer", "decision"),
        ),
        teams=(
            Team("new-team", "east", "ordinary", WEEKS[0], WEEKS[2], 1, 0, 2, 2, 1, 0.9, 1.3, 200.0),
            Team("lane-team", "east", "nuisance", WEEKS[1], WEEKS[2], 1, 0, 1, 1, 1, 1.0, 1.2, 100.0),
        ),
        team_limits=(TeamLimit("east", 1),),
        interpreters=(Interpreters("arabic", 15.0), Interpreters("tigrinya", 10.0)),
        languages=(
            Language("new", "arabic", 0.75),
            Language("new", "tigrinya", 0.25),
            Language("lane", "tigrinya", 1.0),
        ),
        ordinary_pace=(OrdinaryPace("preparation", 4.0), OrdinaryPace("decision", 2.0)),
        duties=(Duty("west", "decide", date(2026, 6, 22), None, 0.2, "training"),),
        blocked=(Blocked("new", "decision", FIRST, FIRST), Blocked("transfer", "all", date(2026, 6, 27))),
        court_dates=(
            CourtDate("old", "preparation", Week.parse("2026-W26"), 1.5),
            CourtDate("old", "decision", Week.parse("2026-W24"), 1.0),
        ),
        outcomes=(
            Outcome("old", date(2026, 1, 1), 0.25, 0.8, 0.1),
            Outcome("new", date(2026, 6, 22), 0.6, 0.5),
        ),
        chain=(Partner("courts", "appeals", 1.5, None, 500.0), Partner("housing", "grants", 1.0, 4.0, 100.0)),
        chain_loads=(
            ChainLoad("courts", "appeal", 1.0, 1),
            ChainLoad("courts", "hearing", 0.1),
            ChainLoad("courts", "open", 0.05),
            ChainLoad("housing", "grant", 1.0),
        ),
        smoothing=(Smoothing("decisions", 0.15, 0.3, 12.0, 0.4),),
        penalties=(Penalty("judicial", 100.0, 750.0, 453.5),),
        start_group=(StartGroup("old", date(2026, 6, 24), 0.5), StartGroup("lane", date(2026, 6, 28), 1.0)),
        agreements=(
            Agreement("track-4", date(2026, 1, 1), date(2026, 12, 31), 365.0),
            Agreement("track-1", date(2026, 6, 15), date(2026, 6, 21), 3.0),
        ),
        in_force=(
            InForce(WEEKS[1], "east", "prepare", None, "old", "preparation", 3),
            InForce(WEEKS[1], "east", "decide", "lane-team", "lane", "hearing", 1),
            InForce(WEEKS[2], "west", "decide", None, "old", "decision", 2),
        ),
    )


def with_plenty_of_staff(instance: Instance) -> Instance:
    """The same with ten times the people, so that other limits bite."""
    return instance.replace(
        staff=tuple(replace(row, people=10 * row.people) for row in instance.staff),
        ceilings=tuple(replace(row, people=10 * row.people) for row in instance.ceilings),
    )
