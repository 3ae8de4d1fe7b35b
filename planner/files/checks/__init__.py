"""Checks across the tables: what is wrong with the meaning of rows that are right by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
    Header,
    Hiring,
    HiringLimit,
    HoursChange,
    Inflow,
    Language,
    Location,
    Overtime,
    Partner,
    Productivity,
    Retraining,
    Season,
    Staff,
    StaffChange,
    StartGroup,
    Stock,
    Stream,
    Team,
    Transfer,
    Withdrawal,
    Work,
)
from planner.errors import Problem
from planner.files.checks import (
    calendar_weeks,
    chain,
    conversions,
    court_dates,
    dates,
    inflow,
    intakes,
    languages,
    locations,
    people,
    periods,
    start_group,
    stock,
    streams,
    teams,
    withdrawals,
)
from planner.files.draft import Draft

CHECKS: tuple[tuple[Callable[[Draft], Iterator[Problem]], tuple[type, ...]], ...] = (
    (dates.clearance_after_a_week, (Header,)),
    (dates.pact_before_the_horizon, (Header,)),
    (calendar_weeks.no_gap, (CalendarWeek, Header)),
    (people.never_negative, (Staff, StaffChange)),
    (intakes.courses_begin_at_the_start, (CourseStep,)),
    (intakes.lead_elsewhere, (Retraining, Transfer)),
    (periods.hiring, (Hiring,)),
    (periods.hiring_limits, (HiringLimit,)),
    (periods.retraining, (Retraining,)),
    (periods.transfers, (Transfer,)),
    (periods.ceilings, (Ceiling,)),
    (periods.overtime, (Overtime,)),
    (locations.beds_have_a_stay, (Location,)),
    (streams.end_in_a_decision, (Stream, Work)),
    (streams.heard_in_time_have_hearings, (Stream, Work)),
    (streams.screened_in_time_have_preparation, (Stream, Work)),
    (streams.only_pact_cases_count, (Stream,)),
    (streams.competing_have_no_lane, (Stream,)),
    (streams.written_enquiries_have_hours, (Work,)),
    (periods.productivity, (Productivity,)),
    (periods.hours_changes, (HoursChange,)),
    (periods.blocked, (Blocked,)),
    (periods.duties, (Duty,)),
    (periods.stock, (Stock,)),
    (periods.inflow, (Inflow,)),
    (periods.withdrawals, (Withdrawal,)),
    (periods.agreements, (Agreement,)),
    (stock.waits_for_a_stage_of_its_stream, (Stock, Work)),
    (stock.lodged_before_the_horizon, (Stock, Header)),
    (inflow.is_of_pact_streams, (Inflow, Stream)),
    (inflow.is_in_the_horizon, (Inflow, Header)),
    (inflow.season_has_weights, (Inflow, Season)),
    (withdrawals.stock_waits, (Withdrawal, Stock)),
    (withdrawals.stock_goes_in_the_horizon, (Withdrawal, Header)),
    (withdrawals.at_most_the_stock, (Withdrawal,)),
    (conversions.between_stages_that_exist, (Conversion, Work)),
    (conversions.share_on_the_grid, (Conversion,)),
    (conversions.at_most_all_cases, (Conversion,)),
    (conversions.no_way_back, (Conversion,)),
    (conversions.within_the_regime, (Conversion, Stream)),
    (languages.add_up_to_one, (Language,)),
    (teams.end_after_they_begin, (Team,)),
    (teams.size_has_room, (Team,)),
    (court_dates.wait_for_a_stage_of_their_stream, (CourtDate, Work)),
    (court_dates.are_in_the_stock, (CourtDate, Stock, Work)),
    (chain.limits_can_be_kept, (ChainLoad, Partner)),
    (start_group.dates_are_in_the_horizon, (StartGroup, Header)),
    (start_group.have_stock, (StartGroup, Stock)),
)
"""Each check with the tables that must be without other problems before it makes sense."""


def check_meaning(draft: Draft) -> Iterator[Problem]:
    """Every problem that the tables have together; a horizon with its dates out of order judges nothing else."""
    disorder = list(dates.in_order(draft)) if Header in draft.sound else []
    yield from disorder
    sound = draft.sound - {Header} if disorder else draft.sound
    for check, needs in CHECKS:
        if sound.issuperset(needs):
            yield from check(draft)
