"""Every table of uk-2023."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from instances.builders.lines import Lines, week_of
from instances.builders.uk_2023.derivation import (
    apportioned,
    decided,
    effective_staff,
    interviews,
    interviews_per_decision,
    months,
    quarter_end,
    rate,
    stage_hours,
    stocks,
    withdrawal_rate,
)
from instances.builders.uk_2023.figures import (
    CLEARANCE,
    CUT_OFF,
    DECIDING_WEEKS,
    DEPLOYABLE_SHARE,
    FIRST,
    GROUP_NAMES,
    GROUPS,
    HOURS_PER_STAFF_DAY,
    INVITATION_WEEKS,
    LAST,
    LAST_YEAR,
    OLDEST,
    PLANNED_STAFF,
    PREPARATION_HOURS,
    QUESTIONNAIRE_WEEKS,
    RAMP_SOURCE,
    ROOM_HOURS,
    ROOMS,
    STATISTICS,
    STOCK_DAY,
    SUPPORT_STAFF,
    TRANSPARENCY,
    WORKING_DAYS_PER_MONTH,
    WRITTEN_HOURS,
    WRITTEN_SHARE,
)
from instances.builders.uk_2023.raw import Raw
from planner.domain.stages import STAGES


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
