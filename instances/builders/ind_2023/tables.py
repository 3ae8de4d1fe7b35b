"""Every table of ind-2023."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2023.cases import inflow, stock, withdrawals
from instances.builders.ind_2023.figures.cases import SEASON, SEASON_SOURCE
from instances.builders.ind_2023.figures.dates import FIRST
from instances.builders.ind_2023.figures.obligations import AGREED, AGREED_SOURCE, EXTRA, EXTRA_SOURCE, PENALTY_SOURCE
from instances.builders.ind_2023.figures.people import (
    DEPLOYABLE_SHARE,
    GROUP_SOURCE,
    GROUPS,
    HOURS_PER_STAFF_DAY,
    PROJECT,
    PROJECT_SOURCE,
    PROJECT_WEEKS,
)
from instances.builders.ind_2023.figures.streams import CONVERSION_SOURCE, CONVERSIONS
from instances.builders.ind_2023.obligations import court_dates
from instances.builders.ind_2023.people import calendar, eligibility, locations, places, staff, team
from instances.builders.ind_2023.streams import streams, work
from instances.builders.lines import Lines, week_of


def tables() -> dict[str, tuple[str, Lines]]:
    """Every table: the names of its columns, and its rows with evidence code and source as the last two cells."""
    season: Lines = [("asylum", quarter, factor, "D", SEASON_SOURCE) for quarter, factor in SEASON.items()]
    return {
        "locations": ("location name hearing_rooms room_hours", locations()),
        "groups": (
            "group name hours_per_staff_day deployable_share",
            [(*group, HOURS_PER_STAFF_DAY, DEPLOYABLE_SHARE, "A", GROUP_SOURCE) for group in GROUPS],
        ),
        "staff": ("location group people", staff()),
        "staff_changes": (
            "location group week people",
            [("project", PROJECT, week_of(day), people, "A", PROJECT_SOURCE) for day, people in PROJECT_WEEKS[1:]],
        ),
        "calendar": ("week factor", calendar()),
        "streams": (
            "stream name category track lodged lane counts term buffer_weeks hear_within_weeks waiting_weight",
            streams(),
        ),
        "work": ("stream stage hours lag_weeks no_show", work()),
        "stock": ("stream stage lodged_first lodged_last cases", stock()),
        "inflow": ("stream first last cases season", inflow()),
        "season": ("season quarter factor", season),
        "withdrawals": ("stream share_of first last share", withdrawals()),
        "conversions": (
            "stream stage to_stream to_stage share lag_weeks",
            [
                (stream, "decision", target, "preparation", 0.2, 26, "A", CONVERSION_SOURCE)
                for stream, target in CONVERSIONS
            ],
        ),
        "eligibility": ("group stream stage efficiency", eligibility()),
        "places": ("location stream stage no_show_factor", places()),
        "teams": (
            "team location category first last every_weeks least most least_weeks learning_weeks output learned_output "
            "cost",
            [team()],
        ),
        "agreements": (
            "track first last cases",
            [
                ("track-4", date(2023, 1, 1), date(2023, 12, 31), AGREED, "S", AGREED_SOURCE),
                ("track-4", FIRST, date(2024, 4, 30), AGREED + EXTRA, "D", EXTRA_SOURCE),
            ],
        ),
        "court_dates": ("stream stage due_week cases", court_dates()),
        "penalties": (
            "kind euro_per_day most_per_case costs_order",
            [("judicial", 100, 7500, 453.5, "R", PENALTY_SOURCE)],
        ),
    }
