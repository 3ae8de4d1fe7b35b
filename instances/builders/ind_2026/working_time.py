"""Tables on the time that people have for cases."""

from __future__ import annotations

from datetime import date, timedelta

from instances.builders.ind_2026.figures.dates import FIRST, LAST, PACT_YEARS
from instances.builders.ind_2026.figures.offices import PLACES
from instances.builders.ind_2026.figures.working_time import (
    APPEAL_DUTY,
    APPEAL_DUTY_SOURCE,
    CALENDAR_SOURCE,
    COURT_DUTY,
    COURT_DUTY_SOURCE,
    DECIDERS,
    FILED,
    HOLIDAYS,
    INTAKE_DUTY,
    INTAKE_DUTY_SOURCE,
    INTAKE_HELPERS,
    INTAKE_PLACES,
)
from instances.builders.lines import Lines


def duties() -> Lines:
    """What takes staff away from cases."""
    lines: Lines = []
    for year, shares, filed in zip(PACT_YEARS, COURT_DUTY, FILED, strict=False):
        source = COURT_DUTY_SOURCE.format(filed=filed)
        lines += [("all", group, *year, shares[0], "late appeals", "A", source) for group in DECIDERS]
        lines.append(("all", "preparation", *year, shares[1], "late appeals", "A", source))
    lines += [("all", group, FIRST, "", APPEAL_DUTY, "appeals", "A", APPEAL_DUTY_SOURCE) for group in DECIDERS]
    return lines + [
        (place, group, FIRST, "", INTAKE_DUTY, "reception", "A", INTAKE_DUTY_SOURCE)
        for place in INTAKE_PLACES
        for group in INTAKE_HELPERS
        if any(row["location"] == place and row[group] != "0" for row in PLACES)
    ]


def calendar() -> Lines:
    """Every week of the horizon."""
    weeks = (LAST - FIRST).days // 7 + 2
    days = [FIRST + timedelta(weeks=index) for index in range(weeks)]
    labels = [day.isocalendar()[:2] for day in days if day - timedelta(days=day.weekday()) <= LAST]
    return [(f"{year}-W{week:02d}", _week_factor(year, week), "A", CALENDAR_SOURCE) for year, week in labels]


def _week_factor(year: int, week: int) -> float:
    weeks = date(year, 12, 28).isocalendar().week
    holidays = {number: factor for number, factor in HOLIDAYS.items() if number <= weeks}
    others = (weeks - sum(holidays.values())) / (weeks - len(holidays))
    return holidays.get(week, round(others, 4))
