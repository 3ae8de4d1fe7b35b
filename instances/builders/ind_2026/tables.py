"""Every table of ind-2026."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2026.cases import inflow, stock, withdrawals
from instances.builders.ind_2026.chain import outcomes
from instances.builders.ind_2026.figures.cases import SEASON, SEASON_SOURCE
from instances.builders.ind_2026.figures.chain import CHAIN, CHAIN_LOADS, CHAIN_SOURCE
from instances.builders.ind_2026.figures.dates import FIRST
from instances.builders.ind_2026.figures.intakes import COURSES, MOVE_LIMIT_SOURCE, MOVE_SHARE
from instances.builders.ind_2026.figures.obligations import (
    PENALTY_SOURCE,
    START_DATE,
    START_GROUP,
    START_SHARE,
    START_SOURCE,
)
from instances.builders.ind_2026.figures.offices import PLACES
from instances.builders.ind_2026.figures.pace import PACE, PACE_SOURCE, SMOOTHING_SOURCE
from instances.builders.ind_2026.figures.staff import CEILING, CEILING_SOURCE
from instances.builders.ind_2026.figures.streams import CONVERSION_SOURCE, CONVERSIONS
from instances.builders.ind_2026.figures.teams import TEAM_LIMIT_SOURCE, TEAM_LIMITS
from instances.builders.ind_2026.figures.working_time import (
    AUTUMNS,
    CHANGE_OVER_LAST,
    CHANGE_OVER_OUTPUT,
    CHANGE_OVER_SOURCE,
    OVERTIME_COST,
    OVERTIME_GROUPS,
    OVERTIME_SHARE,
    OVERTIME_SOURCE,
)
from instances.builders.ind_2026.intakes import hiring, hiring_limits, retraining, transfers
from instances.builders.ind_2026.interpreters import interpreters, languages
from instances.builders.ind_2026.obligations import agreements, court_dates
from instances.builders.ind_2026.offices import locations, places
from instances.builders.ind_2026.staff import eligibility, groups, staff
from instances.builders.ind_2026.streams import hours_changes, streams, work
from instances.builders.ind_2026.teams import teams
from instances.builders.ind_2026.working_time import calendar, duties
from instances.builders.lines import Lines
from planner.domain.stages import STAGES


def tables() -> dict[str, tuple[str, Lines]]:
    """Every table: the names of its columns, and its rows with evidence code and source as the last two cells."""
    return {
        "locations": ("location name hearing_rooms room_hours process_beds stay_weeks", locations()),
        "groups": ("group name hours_per_staff_day deployable_share", groups()),
        "staff": ("location group people leavers_per_year", staff()),
        "courses": (
            "course from_week output mentoring",
            [(*list(row.values())[:-1], "A", f"Assumption: {row['reason']}") for row in COURSES],
        ),
        "hiring": ("location group first last every_weeks most course cost", hiring()),
        "hiring_limits": ("first last people", hiring_limits()),
        "retraining": ("location group to_group first last every_weeks most course cost", retraining()),
        "transfers": ("location to_location group first last every_weeks most course cost", transfers()),
        "transfer_limits": (
            "location share",
            [(row["location"], MOVE_SHARE, "A", MOVE_LIMIT_SOURCE) for row in PLACES],
        ),
        "ceilings": (
            "first last location group people",
            [
                (max(FIRST, date(year, 1, 1)), date(year, 12, 31), "all", "all", CEILING, "A", CEILING_SOURCE)
                for year in range(2026, 2031)
            ],
        ),
        "overtime": (
            "location group first last share cost",
            [
                ("all", group, *autumn, OVERTIME_SHARE, OVERTIME_COST, "A", OVERTIME_SOURCE)
                for group in OVERTIME_GROUPS
                for autumn in AUTUMNS
            ],
        ),
        "duties": ("location group first last share what", duties()),
        "teams": (
            "team location category first last every_weeks least most least_weeks learning_weeks output learned_output "
            "cost",
            teams(),
        ),
        "team_limits": (
            "location teams",
            [(*own, "A", TEAM_LIMIT_SOURCE) for own in TEAM_LIMITS.items()],
        ),
        "calendar": ("week factor", calendar()),
        "streams": (
            "stream name category track lodged lane counts term buffer_weeks hear_within_weeks "
            "screen_within_weeks waiting_weight",
            streams(),
        ),
        "work": ("stream stage hours lag_weeks no_show written_share written_hours", work()),
        "productivity": (
            "first last output",
            [(FIRST, CHANGE_OVER_LAST, CHANGE_OVER_OUTPUT, "A", CHANGE_OVER_SOURCE)],
        ),
        "hours_changes": ("stream stage first last factor what", hours_changes()),
        "agreements": ("track first last cases", agreements()),
        "stock": ("stream stage lodged_first lodged_last cases", stock()),
        "inflow": ("stream first last cases season", inflow()),
        "season": ("season quarter factor", [(*row.values(), "D", SEASON_SOURCE) for row in SEASON]),
        "withdrawals": ("stream share_of first last share", withdrawals()),
        "conversions": (
            "stream stage to_stream to_stage share lag_weeks",
            [(*row.values(), "A", CONVERSION_SOURCE[row["stream"]]) for row in CONVERSIONS],
        ),
        "eligibility": ("group stream stage most_share", eligibility()),
        "places": ("location stream stage no_show_factor", places()),
        "interpreters": ("language hours_per_week", interpreters()),
        "languages": ("stream language share", languages()),
        "court_dates": ("stream stage due_week cases", court_dates()),
        "penalties": (
            "kind euro_per_day most_per_case costs_order",
            [("judicial", 100, 7500, 453.5, "R", PENALTY_SOURCE)],
        ),
        "outcomes": ("stream first grant_share appeal_share return_share", outcomes()),
        "chain": (
            "partner unit signal_per_week cap_per_week euro_above_signal",
            [(*list(row.values())[:-1], "A", CHAIN_SOURCE.format(**row)) for row in CHAIN],
        ),
        "chain_loads": (
            "partner driver factor lag_weeks",
            [(*list(row.values())[:-1], "A", f"Assumption: {row['reason']}") for row in CHAIN_LOADS],
        ),
        "smoothing": ("of share calendar_step", [("decisions", 0.15, 0.1, "A", SMOOTHING_SOURCE)]),
        "start_group": (
            "stream date share",
            [(stream, START_DATE, START_SHARE, "A", START_SOURCE) for stream in START_GROUP],
        ),
        "ordinary_pace": ("stage cases_per_week", [(stage, PACE, "A", PACE_SOURCE) for stage in STAGES]),
    }
