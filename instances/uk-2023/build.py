"""Writes the tables of the instance uk-2023: asylum casework of the United Kingdom from 3 April 2023.

The figures are worked out from five public tables of the Home Office (aggregated by nationality and by quarter or
month), which are not part of this repository; what is not in them stands here as a constant with its reason. Every
step is explained in docs/decisions/0004-uk-2023-figures.md. Standard library only:

    python instances/uk-2023/build.py --data FOLDER [--out FOLDER]
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

# ---------------------------------------------------------------------------------------------- header and dates

FIRST, CLEARANCE, LAST = date(2023, 4, 3), date(2023, 12, 31), date(2024, 6, 30)
STOCK_DAY = date(2023, 3, 31)
CUT_OFF = date(2022, 6, 28)
LAST_YEAR = ("2022-06-30", "2022-09-30", "2022-12-31", "2023-03-31")

TITLE = "United Kingdom, asylum decisions from 3 April 2023"
COUNTING_UNIT = (
    "one asylum application for which an initial decision is due, counted by main applicant; dependants are not "
    "counted apart; withdrawals and administrative closures are not decisions"
)
DESCRIPTION = (
    "The stock of 31 March 2023 in the public statistics of the Home Office, what was known of applications, staff and "
    "output on that day, and the undertaking to decide every application from before 28 June 2022 by the end of 2023. "
    "Stock, applications and staff are published figures; hours, training and the split of the stock by date of "
    "application are derived or assumed, each marked as such with its reason."
)

# -------------------------------------------------------------------------------------------------------- groups

GROUPS = {
    "questionnaire": ("Afghanistan", "Eritrea", "Libya", "Syria", "Yemen"),
    "albania": ("Albania",),
    "iran-iraq": ("Iran", "Iraq"),
    "other": (),
}
GROUP_NAMES = {
    "questionnaire": "Afghanistan, Eritrea, Libya, Syria, Yemen",
    "albania": "Albania",
    "iran-iraq": "Iran, Iraq",
    "other": "other nationalities",
}
SUBSTANTIVE = ("Grant of Protection", "Grant of Other Leave", "Refused")

# --------------------------------------------------------------------------------------------------- assumptions

OLDEST = date(2019, 4, 1)
RAMP = ((0, 0.0), (2, 0.35), (6, 0.60), (9, 0.80), (12, 1.0))
RAMP_SOURCE = (
    "new caseworkers count for 0 % in the month of arrival and the next, 35 % from the 2nd month, 60 % from the 6th, "
    "80 % from the 9th and wholly after a year (assumption: initial training of nine weeks, a year to full output)"
)
PLANNED_STAFF, PLANNED_MONTHS = 2500, tuple(date(2023, month, 1) for month in range(4, 10))
HOURS_PER_STAFF_DAY, DEPLOYABLE_SHARE = 7.4, 0.8
WORKING_DAYS_PER_MONTH = 365.25 / 12 * 5 / 7
PREPARATION_HOURS, SUPPORT_STAFF = 0.5, 200
WRITTEN_SHARE, WRITTEN_HOURS, WIDENED_SHARE = 0.9, 2.0, 0.7
WEEKS_OF_RAMP = {0: 0, 2: 9, 6: 26, 9: 39, 12: 52}
HIRED_FIRST, HIRED_LAST, CLASS_WEEKS, CLASS_MOST, HIRING_COST = date(2023, 4, 3), date(2023, 9, 4), 4, 300, 9000
TEAM_LEAST, TEAM_MOST, TEAM_WEEKS, TEAM_LEARNED, TEAM_COST = 50, 400, 13, 1.18, 100000
QUESTIONNAIRE_WEEKS, INVITATION_WEEKS, DECIDING_WEEKS = 4, 3, 1
ROOMS, ROOM_HOURS = 2000, 37

STATISTICS = "Home Office, Immigration System Statistics, year ending March 2023"
TRANSPARENCY = "Home Office, Immigration and Protection transparency data, first quarter of 2023"

# ---------------------------------------------------------------------------------------------------- raw tables

Counts = dict[tuple[str, ...], float]


@dataclass(frozen=True)
class Raw:
    """The public tables, by group of nationalities; quarters and months are known by their last day."""

    waiting: Counts  # quarter, group, duration
    waiting_by_age: Counts  # quarter, age
    applications: Counts  # quarter, group
    decisions: Counts  # quarter, group, outcome
    casework: Counts  # month, column


def read_raw(folder: Path) -> Raw:
    """The five tables, added up over the nationalities of a group."""
    waiting, by_age = _rows(folder, "awaiting_by_nationality_quarterly"), _rows(folder, "awaiting_by_age_quarterly")
    applications, decisions = _rows(folder, "applications_quarterly"), _rows(folder, "decisions_quarterly")
    casework = _rows(folder, "caseworking_monthly")
    return Raw(
        waiting=_added((r["Date"], group_of(r["Nationality"]), r["Duration"], r["Applications"]) for r in waiting),
        waiting_by_age=_added((r["Date"], age, r[age]) for r in by_age for age in r if age != "Date"),
        applications=_added((r["Date"], group_of(r["Nationality"]), r["Applications"]) for r in applications),
        decisions=_added(
            (r["Date"], group_of(r["Nationality"]), r["Case outcome group"], r["Decisions"]) for r in decisions
        ),
        casework=_added((r["Date"], name, r[name]) for r in casework for name in r if name != "Date"),
    )


def group_of(nationality: str) -> str:
    """The group that a nationality belongs to."""
    return next((group for group, members in GROUPS.items() if nationality in members), "other")


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _added(cells: Iterable[tuple[str, ...]]) -> Counts:
    total: Counts = defaultdict(float)
    for *key, count in cells:
        total[tuple(key)] += float(count)
    return dict(total)


# ---------------------------------------------------------------------------------------------------- derivation


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


# -------------------------------------------------------------------------------------------------------- tables

STAGES = ("preparation", "hearing", "decision")
Lines = list[tuple[object, ...]]


def tables(raw: Raw) -> dict[str, tuple[str, Lines]]:
    """Every table: the names of its columns, and its rows with evidence code and source as the last two cells."""
    return {
        "locations": ("location name hearing_rooms room_hours", [LOCATION]),
        "groups": ("group name hours_per_staff_day deployable_share", groups()),
        "staff": ("location group people", staff(raw)),
        "staff_changes": ("location group week people", staff_changes(raw)),
        "calendar": ("week factor", calendar()),
        "streams": ("stream name category track lodged", streams()),
        "work": ("stream stage hours lag_weeks no_show written_share written_hours", work(raw)),
        "stock": ("stream stage lodged_first lodged_last cases", stock(raw)),
        "inflow": ("stream first last cases", inflow(raw)),
        "withdrawals": ("stream share_of first last share", withdrawals(raw)),
        "eligibility": ("group stream stage", eligibility()),
        "places": ("location stream stage", places()),
    }


LOCATION = (
    *("national", "All offices together", ROOMS, ROOM_HOURS, "A"),
    "Assumption: the public data know no offices and no rooms, and interviews are held by video too; so many rooms "
    "that they never bind",
)


def groups() -> Lines:
    """Caseworkers, and the support staff that prepares."""
    caseworker = (
        "Assumption: 37 hours a week, 80 % of them left after leave, sickness and training; the hours of the stages "
        "are worked out with the same figures, so that only their product matters"
    )
    support = "Assumption: as the caseworkers; not in the public data"
    return [
        ("caseworker", "Caseworkers", HOURS_PER_STAFF_DAY, DEPLOYABLE_SHARE, "A", caseworker),
        ("support", "Support staff", HOURS_PER_STAFF_DAY, DEPLOYABLE_SHARE, "A", support),
    ]


def staff(raw: Raw) -> Lines:
    """Trained equivalents in April 2023."""
    published = raw.casework[STOCK_DAY.isoformat(), "Asylum Caseworking Staff"]
    people = round(effective_staff(raw)[date(2023, 4, 30)], 1)
    caseworkers = (
        f"Derived: {published:,.0f} full-time caseworkers on 31 March 2023 ({TRANSPARENCY}), in fully trained "
        f"equivalents in April; {RAMP_SOURCE}; leavers are replaced"
    )
    support = "Assumption: so many that preparation never binds; not in the public data"
    return [
        ("national", "caseworker", people, "D", caseworkers),
        ("national", "support", SUPPORT_STAFF, "A", support),
    ]


def staff_changes(raw: Raw) -> Lines:
    """What each following month adds in trained equivalents, from the week of its first day."""
    source = (
        f"Assumption: {PLANNED_STAFF:,} caseworkers by the end of September 2023 as announced, in six equal classes "
        f"from April on, and the classes of the year before maturing; {RAMP_SOURCE}"
    )
    return [
        ("national", "caseworker", week, people, "A", source) for week, people in monthly_changes(effective_staff(raw))
    ]


def monthly_changes(by_month: Mapping[date, float]) -> list[tuple[str, float]]:
    """What each month from May 2023 adds, by the week of its first day."""
    before = round(by_month[date(2023, 4, 30)], 1)
    changes = []
    for month in months(date(2023, 5, 1), 14):
        people = round(by_month[month], 1)
        if people != before:
            changes.append((week_of(month.replace(day=1)), round(people - before, 1)))
        before = people
    return changes


def week_of(day: date) -> str:
    """The label of the ISO week that holds the day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def calendar() -> Lines:
    """Every week alike."""
    source = (
        "Assumption: every week alike, since leave is in the deployable share; the monthly figures show no holidays"
    )
    weeks = (LAST - FIRST).days // 7 + 1
    return [(week_of(FIRST + timedelta(weeks=index)), 1, "A", source) for index in range(weeks)]


def streams() -> Lines:
    """Applications from before the cut-off and later ones, for each group of nationalities."""
    legacy = (
        "Applied for before 28 June 2022, the cut-off of the Nationality and Borders Act 2022; to be decided by the "
        "end of 2023. The grouping by nationality is ours"
    )
    newer = (
        "Applied for from 28 June 2022 on. No term is planned for: the public data have no legal deadline for a "
        "newer case, so none of them can be late. The grouping by nationality is ours"
    )
    old: Lines = [
        (f"legacy-{group}", f"Legacy, {name}", group, "legacy", "old", "R", legacy)
        for group, name in GROUP_NAMES.items()
    ]
    pact: Lines = [
        (f"newer-{group}", f"Newer, {name}", group, "newer", "pact", "R", newer) for group, name in GROUP_NAMES.items()
    ]
    return [*old, *pact]


def stages_of() -> dict[str, tuple[str, ...]]:
    """The stages that each stream has."""
    return {f"{kind}-{group}": STAGES for kind in ("legacy", "newer") for group in GROUPS}


def work(raw: Raw) -> Lines:
    """Hours of the stages: an interview and a decision count alike, as in the published count of principal stages."""
    hours, per_decision = stage_hours(raw), interviews_per_decision(raw)
    calibrated = (
        f"Derived: {interviews(raw, LAST_YEAR):,.0f} interviews and {decided(raw, LAST_YEAR):,.0f} grants and "
        f"refusals from April 2022 to March 2023 are {rate(raw):.2f} a month for a fully trained caseworker, who has "
        f"{HOURS_PER_STAFF_DAY * DEPLOYABLE_SHARE * WORKING_DAYS_PER_MONTH:.1f} net hours; "
        "each counts alike; who is trained follows from the assumed ramp of staff.csv"
    )
    interviewed = f"{calibrated}; {per_decision:.2f} interviews for one decision since January 2020"
    prepared = "Assumption: support staff invites and completes the file"
    questionnaire = (
        "Assumption: support staff sends the questionnaire and completes the file; 20 working days to return it, the "
        "process for five nationalities announced on 23 February 2023 for applications from before 28 June 2022"
    )
    written = (
        f"{interviewed}. For {1 - WRITTEN_SHARE:.0%} of the cases only (assumption): the others return a questionnaire "
        f"(announced on 23 February 2023), which takes a caseworker {WRITTEN_HOURS:g} hours to read (assumption)"
    )
    lines: Lines = []
    for stream in stages_of():
        asked = stream == "legacy-questionnaire"
        lag, prepares = (QUESTIONNAIRE_WEEKS, questionnaire) if asked else (INVITATION_WEEKS, prepared)
        interview = round(hours * per_decision, 1)
        lines += [
            (stream, "preparation", PREPARATION_HOURS, lag, 0, 0, "", "A", prepares),
            (stream, "hearing", interview, DECIDING_WEEKS, 0, WRITTEN_SHARE, WRITTEN_HOURS, "A", written)
            if asked
            else (stream, "hearing", interview, DECIDING_WEEKS, 0, 0, "", "D", interviewed),
            (stream, "decision", round(hours, 1), 0, 0, 0, "", "D", calibrated),
        ]
    return lines


def stock(raw: Raw) -> Lines:
    """Open cases by time of application; those interviewed in the last quarter wait for the decision."""
    found = stocks(raw)
    interviewed = apportioned(
        round(interviews(raw, LAST_YEAR[-1:]) / interviews_per_decision(raw)),
        {group: found[group].over_year for group in GROUPS if group != "questionnaire"},
    )
    by_nationality = (
        f"Derived: cases open on 31 March 2023 by nationality and for more or less than six months ({STATISTICS})"
    )
    by_age = f"{by_nationality}, split by the ages of all open cases and the applications of each quarter"
    in_hand = (
        f"Assumption: the cases interviewed from January to March 2023 ({interviews(raw, LAST_YEAR[-1:]):,.0f} "
        f"interviews, {TRANSPARENCY}) wait for a decision and are the oldest, in proportion to stock; the public "
        "data do not tell who has been interviewed"
    )
    lines: Lines = []
    for group, own in found.items():
        legacy, newer, waits = f"legacy-{group}", f"newer-{group}", "preparation"
        decided_next = interviewed.get(group, 0)
        before_spring, before_cut_off = date(2022, 3, 31), CUT_OFF - timedelta(days=1)
        lines += [
            (legacy, waits, OLDEST, before_spring, own.over_year - decided_next, "D", by_age),
            (legacy, waits, date(2022, 4, 1), before_cut_off, own.spring, "D", by_age),
            (newer, waits, CUT_OFF, date(2022, 9, 30), own.summer, "D", by_age),
            (newer, waits, date(2022, 10, 1), date(2022, 12, 31), own.autumn, "D", by_age),
            (newer, waits, date(2023, 1, 1), STOCK_DAY, own.winter, "D", by_age),
        ]
        if decided_next:
            lines.append((legacy, "decision", OLDEST, before_spring, decided_next, "A", in_hand))
    return sorted(lines, key=lambda line: list(stages_of()).index(str(line[0])))


def inflow(raw: Raw) -> Lines:
    """What was known on the first day: each quarter as a year before, Albania as in the last quarter."""
    as_before = f"Assumption: as in the same quarter a year before ({STATISTICS})"
    as_last = (
        f"Assumption: as in the first quarter of 2023 ({STATISTICS}), since applications from Albania had fallen "
        "from 7,757 to 1,164 in a quarter after the agreement of December 2022"
    )
    lines: Lines = []
    for group in GROUPS:
        for index, end in enumerate(quarter_end(day) for day in months(date(2023, 6, 1), 13)[::3]):
            start = max(FIRST, end.replace(day=1, month=end.month - 2))
            days = (end - end.replace(day=1, month=end.month - 2)).days + 1
            like, source = (LAST_YEAR[-1], as_last) if group == "albania" else (LAST_YEAR[index % 4], as_before)
            cases = round(raw.applications[like, group] * ((end - start).days + 1) / days)
            lines.append((f"newer-{group}", start, end, cases, "A", source))
    return lines


def withdrawals(raw: Raw) -> Lines:
    """At the rate of the last year: of the legacy stock while it runs down, of the newer stock, and of new cases."""
    lines: Lines = []
    for group in GROUPS:
        yearly = withdrawal_rate(raw, group)
        known = f"Derived: {yearly:.1%} of the group's mean stock was withdrawn in the year before ({STATISTICS})"
        to_clearance = yearly * ((CLEARANCE - FIRST).days + 1) / 365 / 2
        to_end = yearly * ((LAST - FIRST).days + 1) / 365
        run_down = f"{known}; a stock that runs down evenly to the end of 2023 is on average half of itself"
        lines += [
            (f"legacy-{group}", "stock", FIRST, CLEARANCE, round(to_clearance, 4), "D", run_down),
            (f"newer-{group}", "stock", FIRST, LAST, round(to_end, 4), "D", f"{known}; over the whole horizon"),
            (f"newer-{group}", "lodged", FIRST, LAST, round(yearly, 4), "D", f"{known}; a new case waits about a year"),
        ]
    return lines


def eligibility() -> Lines:
    """Caseworkers interview and decide in every stream, support staff prepares."""
    source = "Caseworkers interview and decide; specialisation by nationality is not in the public data"
    return [
        ("support" if stage == "preparation" else "caseworker", stream, stage, "A", f"Assumption: {source}")
        for stream, own in stages_of().items()
        for stage in own
    ]


def places() -> Lines:
    """Everything at the one location."""
    return [("national", stream, "all", "A", "Assumption: one location, see locations.csv") for stream in stages_of()]


# ----------------------------------------------------------------------------------------------------- scenarios


def scenarios(raw: Raw) -> dict[str, str]:
    """The text of the scenarios with rules on hiring, questionnaires and teams, by name."""
    return {
        "hiring-chosen": hiring_chosen(raw),
        "questionnaires-widened": QUESTIONNAIRES_WIDENED,
        "questionnaire-team": QUESTIONNAIRE_TEAM,
    }


def hiring_chosen(raw: Raw) -> str:
    """The plan chooses the classes of newcomers that the tables have as given."""
    last = raw.casework[STOCK_DAY.isoformat(), "Asylum Caseworking Staff"]
    hired = round(PLANNED_STAFF - last)
    maturing = (
        f"Derived: newcomers of the year before come to full output, nobody else comes ({TRANSPARENCY}); {RAMP_SOURCE}"
    )
    parts = [
        'title = "Hiring by choice"',
        f'about = "The plan chooses when the {hired:,} caseworkers come who are to make {PLANNED_STAFF:,} by September '
        '2023, in classes that start every four weeks from April on, instead of six equal ones."',
        _block("remove", "staff_changes", 'where = { group = "caseworker" }', "A", maturing),
    ]
    parts += [
        _row(
            "staff_changes",
            f'location = "national", group = "caseworker", week = "{week}", people = {people}',
            "D",
            maturing,
        )
        for week, people in monthly_changes(effective_staff(raw, last))
    ]
    course = (
        "Assumption: the ramp of staff.csv in weeks. No mentoring apart: what it costs is in the output of the year "
        "before, in which staff grew by 500"
    )
    parts += [
        _row(
            "courses",
            f'course = "caseworker", from_week = {WEEKS_OF_RAMP[month]}, output = {output}, mentoring = 0',
            "A",
            course,
        )
        for month, output in RAMP
    ]
    classes = (
        f"Assumption: classes of at most {CLASS_MOST} every {CLASS_WEEKS} weeks, against six of about {hired / 6:.0f} "
        f"in the tables; EUR {HIRING_COST:,} for hiring and training, assumed"
    )
    limit = f"Background: {PLANNED_STAFF:,} caseworkers by September 2023 as announced, {last:,.0f} on 31 March 2023"
    parts += [
        _row(
            "hiring",
            'location = "national", group = "caseworker", '
            f'first = "{week_of(HIRED_FIRST)}", last = "{week_of(HIRED_LAST)}", every_weeks = {CLASS_WEEKS}, '
            f'most = {CLASS_MOST}, course = "caseworker", cost = {HIRING_COST}',
            "A",
            classes,
        ),
        _row("hiring_limits", f"first = {FIRST}, last = {LAST}, people = {hired}", "B", limit),
    ]
    return _joined(parts)


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts) + "\n"


def _block(kind: str, table: str, body: str, evidence: str, source: str) -> str:
    return f'\n[[{kind}]]\ntable = "{table}"\n{body}\nevidence = "{evidence}"\nsource = "{source}"'


def _row(table: str, cells: str, evidence: str, source: str) -> str:
    return _block("append", table, f"row = {{ {cells} }}", evidence, source)


def _written(stream: str, share: float, about: str) -> str:
    return _block(
        "change",
        "work",
        f'where = {{ stream = "{stream}", stage = "hearing" }}\n'
        f"set = {{ written_share = {share}, written_hours = {WRITTEN_HOURS} }}",
        "A",
        f"Assumption: a questionnaire in place of the interview for {share:.0%} of the cases, {WRITTEN_HOURS:g} hours "
        f"to read; {about}",
    )


QUESTIONNAIRES_WIDENED = _joined(
    (
        'title = "Questionnaires for more cases"',
        'about = "Questionnaires for legacy cases of Iran and Iraq and for newer cases of the five nationalities, as '
        'came in the course of 2023; here from the first week on."',
        _written("legacy-iran-iraq", WIDENED_SHARE, "Iran and Iraq were added in spring 2023 (background)"),
        _written("newer-questionnaire", WRITTEN_SHARE, "newer cases were added in summer 2023 (background)"),
    )
)
QUESTIONNAIRE_TEAM = _joined(
    (
        'title = "A team for questionnaires"',
        'about = "A specialised team may be opened for the five nationalities whose cases go by questionnaire."',
        _row(
            "teams",
            'team = "questionnaires", location = "national", category = "questionnaire", '
            f'first = "{week_of(FIRST)}", last = "{week_of(LAST)}", every_weeks = {TEAM_WEEKS}, least = {TEAM_LEAST}, '
            f"most = {TEAM_MOST}, least_weeks = {2 * TEAM_WEEKS}, learning_weeks = {TEAM_WEEKS}, "
            f"learned_output = {TEAM_LEARNED}, cost = {TEAM_COST}",
            "A",
            "Assumption: that such cases were done by teams of their own is background; its sizes, the 15 % fewer "
            "hours after a quarter (1 / 0.85) and the cost of opening are assumed",
        ),
    )
)


# --------------------------------------------------------------------------------------------------------- files


def header() -> str:
    """The text of `instance.toml`."""
    return f"""\
name = "uk-2023"
title = "{TITLE}"
synthetic = false
counting_unit = "{COUNTING_UNIT}"
description = "{DESCRIPTION}"

[dates]
first = {FIRST}
programme_start = {FIRST}
clearance = {CLEARANCE}
last = {LAST}
"""


def write(raw: Raw, folder: Path) -> None:
    """Writes `instance.toml`, one CSV file per table and the scenarios that are worked out."""
    (folder / "scenarios").mkdir(parents=True, exist_ok=True)
    (folder / "instance.toml").write_text(header(), encoding="utf-8", newline="\n")
    for name, (columns, lines) in tables(raw).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((*columns.split(), "evidence", "source"))
            writer.writerows(lines)
    for name, text in scenarios(raw).items():
        (folder / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes the tables of the instance uk-2023.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the five public tables")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write into")
    arguments = parser.parse_args()
    write(read_raw(arguments.data), arguments.out)
