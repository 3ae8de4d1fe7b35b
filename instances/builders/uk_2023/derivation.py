"""What follows from the public tables: stock by age, trained staff, hours, withdrawals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from instances.builders.uk_2023.figures import (
    CUT_OFF,
    DEPLOYABLE_SHARE,
    GROUPS,
    HOURS_PER_STAFF_DAY,
    LAST_YEAR,
    PLANNED_MONTHS,
    PLANNED_STAFF,
    RAMP,
    STOCK_DAY,
    SUBSTANTIVE,
    WORKING_DAYS_PER_MONTH,
)
from instances.builders.uk_2023.raw import Raw


@dataclass(frozen=True)
class Stock:
    """Open cases of a group on the stock day, by time of application."""

    over_year: int  # applied before 1 April 2022
    spring: int  # 1 April to 27 June 2022
    summer: int  # 28 June to 30 September 2022
    autumn: int  # 1 October to 31 December 2022
    winter: int  # 1 January to 31 March 2023


def legacy_share_of_over_six_months(raw: Raw) -> float:
    """Of the cases open for more than six months, the share applied for before the cut-off of 28 June 2022."""
    spring = raw.waiting_by_age["2022-09-30", "3-6 months"]
    summer = raw.waiting_by_age["2022-09-30", "Less than 3 months"]
    six_to_twelve = raw.waiting_by_age["2023-03-31", "6-12 months"]
    over_year = raw.waiting_by_age["2023-03-31", "12 months+"]
    days, days_before = 91, (CUT_OFF - date(2022, 4, 1)).days
    legacy = over_year + six_to_twelve * spring / (spring + summer) * days_before / days
    return legacy / (over_year + six_to_twelve)


def stocks(raw: Raw) -> dict[str, Stock]:
    """The stock of each group, split by what was applied for in each period."""
    day = STOCK_DAY.isoformat()
    over_six = {group: raw.waiting[day, group, "More than 6 months"] for group in GROUPS}
    under_six = {group: raw.waiting[day, group, "6 months or less"] for group in GROUPS}
    newer_total = sum(over_six.values()) * (1 - legacy_share_of_over_six_months(raw))
    applied_summer = {
        group: raw.applications["2022-09-30", group] + raw.applications["2022-06-30", group] * 3 / 91
        for group in GROUPS
    }
    applied_spring = {group: raw.applications["2022-06-30", group] * 88 / 91 for group in GROUPS}
    summer = apportioned(round(newer_total), applied_summer)
    by_age = raw.waiting_by_age
    six_to_twelve_share = by_age[day, "6-12 months"] / (by_age[day, "6-12 months"] + by_age[day, "12 months+"])
    spring_total = sum(over_six.values()) * six_to_twelve_share - newer_total
    spring = apportioned(round(spring_total), applied_spring)
    found = {}
    for group in GROUPS:
        winter, autumn = apportioned(
            round(under_six[group]),
            {quarter: raw.applications[quarter, group] for quarter in ("2023-03-31", "2022-12-31")},
        ).values()
        over_year = round(over_six[group]) - spring[group] - summer[group]
        found[group] = Stock(over_year, spring[group], summer[group], autumn, winter)
    return found


def apportioned(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Whole parts of a total in proportion to the weights, by the largest remainders."""
    exact = {key: total * weight / sum(weights.values()) for key, weight in weights.items()}
    parts = {key: int(value) for key, value in exact.items()}
    ranked = sorted(exact, key=lambda key: parts[key] - exact[key])
    return {key: parts[key] + (key in ranked[: total - sum(parts.values())]) for key in weights}


def months(first: date, count: int) -> list[date]:
    """The last days of so many months, from the month that holds `first`."""
    starts = [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count + 1)
    ]
    return [start - timedelta(days=1) for start in starts[1:]]


def effective_staff(raw: Raw, planned_staff: float = PLANNED_STAFF) -> dict[date, float]:
    """Caseworkers by month in fully trained equivalents, to the end of the horizon; net growth is new people."""
    every = months(date(2020, 1, 1), 54)
    staff: dict[date, float] = {}
    for month in every:
        published = raw.casework.get((month.isoformat(), "Asylum Caseworking Staff"))
        planned = sum(month >= start for start in PLANNED_MONTHS) / len(PLANNED_MONTHS)
        last = raw.casework[STOCK_DAY.isoformat(), "Asylum Caseworking Staff"]
        staff[month] = last + (planned_staff - last) * planned if published is None else published
    arrivals = {month: max(0.0, staff[month] - staff[before]) for before, month in pairwise(every)}
    position = {month: index for index, month in enumerate(every)}
    return {
        month: staff[month]
        - sum(
            people * (1 - _output_after(position[month] - position[arrival]))
            for arrival, people in arrivals.items()
            if arrival <= month
        )
        for month in every
    }


def _output_after(age: int) -> float:
    return next(output for start, output in reversed(RAMP) if age >= start)


def rate(raw: Raw) -> float:
    """Interviews and substantive decisions of a fully trained caseworker in a month, over the last year."""
    staff = effective_staff(raw)
    trained = sum(staff[month] for month in months(date(2022, 4, 1), 12))
    return (interviews(raw, LAST_YEAR) + decided(raw, LAST_YEAR)) / trained


def decided(raw: Raw, quarters: Iterable[str]) -> float:
    """Grants and refusals in the quarters."""
    return sum(
        count
        for (quarter, _, outcome), count in raw.decisions.items()
        if quarter in quarters and outcome in SUBSTANTIVE
    )


def interviews(raw: Raw, quarters: Iterable[str]) -> float:
    """Substantive interviews in the quarters."""
    ends = {date.fromisoformat(quarter) for quarter in quarters}
    return sum(
        count
        for (month, name), count in raw.casework.items()
        if name == "Substantive Interviews" and quarter_end(date.fromisoformat(month)) in ends
    )


def quarter_end(day: date) -> date:
    """The last day of the quarter that holds the day."""
    return months(date(day.year, (day.month - 1) // 3 * 3 + 3, 1), 1)[0]


def interviews_per_decision(raw: Raw) -> float:
    """Interviews for one substantive decision, over all months published (since January 2020)."""
    quarters = {quarter_end(date.fromisoformat(month)).isoformat() for month, _ in raw.casework}
    return interviews(raw, quarters) / decided(raw, quarters)


def stage_hours(raw: Raw) -> float:
    """Net hours of a fully trained caseworker for one interview or one decision."""
    return HOURS_PER_STAFF_DAY * DEPLOYABLE_SHARE * WORKING_DAYS_PER_MONTH / rate(raw)


def withdrawal_rate(raw: Raw, group: str) -> float:
    """Withdrawals of the last four quarters as a share of the mean stock of their first and last days."""
    withdrawn = sum(raw.decisions.get((quarter, group, "Withdrawn"), 0) for quarter in LAST_YEAR)
    ends = ("2022-03-31", *LAST_YEAR)
    waiting = [
        sum(raw.waiting.get((quarter, group, age), 0) for age in ("6 months or less", "More than 6 months"))
        for quarter in ends
    ]
    return withdrawn / (sum(waiting) / len(waiting))
