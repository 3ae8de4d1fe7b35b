"""Writes the tables and scenarios of the instance ind-2023: the service in spring 2023, partly synthetic.

Published totals are split by assumptions; each figure stands here with its evidence code and the sentence that says
where it comes from. Why each is what it is, and what a plan says beside what happened, stands in
docs/decisions/0016-ind-2023-figures.md. Standard library only:

    python instances/ind-2023/build.py [FOLDER]
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from pathlib import Path

Rows = list[dict[str, str]]


def figures(text: str) -> Rows:
    """A table written as lines of cells between bars, the first line its columns."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(header, cells, strict=True)) for cells in lines]


# ---------------------------------------------------------------------------------------------- header and dates

FIRST, CLEARANCE, LAST = date(2023, 5, 1), date(2024, 7, 31), date(2025, 11, 2)

TITLE = "IND, hearing and deciding from 1 May 2023 (looking back; partly synthetic, not IND data)"
COUNTING_UNIT = (
    "one case as the IND counts its stock and production by track: first and repeated applications in tracks 1, 2 and "
    "4; family reunification and resettlement not; withdrawals are counted apart"
)
DESCRIPTION = (
    "Looking back at a year that is known; partly synthetic, not IND data. Stock of 30 April 2023 by track, agreed "
    "production, terms and the special project are published figures. Their split by category and age, hours, staff, "
    "rooms and places are planning assumptions, each marked as such with its reason. Here old means open on 30 April "
    "2023, pact means lodged later (and fast lanes, old and new alike); the clearance date is the day on which the "
    "last of the old cases is past 15 months."
)
LETTER = "Letter on the state of the IND, summer 2023"

# ------------------------------------------------------------------------------------------------------- streams

# S: Syria and Yemen, A: other cases of track 4, L: low chance, N: nuisance, R: repeated, D: track 1, V: track 2.
# X: past the 6 months before the extension of 27 September 2022; 3 and 4 behind a letter: lodged in 2023, later.
STREAMS = figures("""
stream | name                                         | category    | track   | lodged | lane     | term | buffer | hear_within | weight | preparation | hearing | decision | no_show
SX     | Syria and Yemen, overdue                     | syria-yemen | track-4 | old    | none     | 6m   | 0      |             | 2      | 2.5         | 5       | 6.5      | 0.03
AX     | Other, overdue                               | other       | track-4 | old    | none     | 6m   | 0      |             | 2      | 2.5         | 10.5    | 16       | 0.07
S      | Syria and Yemen                              | syria-yemen | track-4 | old    | none     | 15m  | 0      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A      | Other                                        | other       | track-4 | old    | none     | 15m  | 0      |             | 1      | 2.5         | 10.5    | 16       | 0.07
D      | Another state responsible (Dublin)           | transfer    | track-1 | old    | none     |      | 0      |             | 1      | 1           | 4       | 6        | 0.12
S3     | Syria and Yemen, lodged in 2023              | syria-yemen | track-4 | pact   | none     | 15m  | 2      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A3     | Other, lodged in 2023                        | other       | track-4 | pact   | none     | 15m  | 2      |             | 1      | 2.5         | 10.5    | 16       | 0.07
S4     | Syria and Yemen, lodged from 2024            | syria-yemen | track-4 | pact   | none     | 6m   | 2      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A4     | Other, lodged from 2024                      | other       | track-4 | pact   | none     | 6m   | 2      |             | 1      | 2.5         | 10.5    | 16       | 0.07
LN     | Algeria and Moldova                          | low-chance  | track-4 | pact   | safe     | 6m   | 2      | 4           | 3      | 1           | 6       | 10       | 0.20
NN     | Nuisance                                     | nuisance    | track-4 | pact   | nuisance | 6m   | 2      | 2           | 4      | 1           | 6       | 10       | 0.20
RN     | Repeated                                     | repeated    | track-4 | pact   | none     | 6m   | 2      |             | 1      | 1.5         | 5       | 11       | 0.08
DN     | Another state responsible (Dublin), new      | transfer    | track-1 | pact   | none     | 6m   | 2      |             | 1      | 1           | 4       | 6        | 0.12
VN     | Safe country                                 | safe        | track-2 | pact   | safe     | 6m   | 2      | 4           | 3      | 1           | 5       | 7.5      | 0.20
""")  # noqa: E501
STAGES = ("preparation", "hearing", "decision")

EXTENDED = (
    f"{LETTER}: 6 months and 9 more for cases whose term had not lapsed on 27 September 2022, and for those lodged "
    "until 1 January 2024 ('wettelijke beslistermijn van zes maanden', WBV 2023/3)"
)
SIX_MONTHS = (
    "Lodged before 28 March 2022, so that the 6 months of article 42 of the Aliens Act had lapsed on 27 September 2022 "
    "and the extension did not reach them"
)
TERM = {
    **dict.fromkeys(("SX", "AX"), SIX_MONTHS),
    **dict.fromkeys(("S", "A", "S3", "A3"), EXTENDED),
    **dict.fromkeys(
        ("S4", "A4"),
        "As known on 30 April 2023 the extension ended with cases lodged in 2023, so 6 months (article 42 of the "
        "Aliens Act); that it was continued into 2024 and withdrawn in 2025 is in the scenario extension-2024",
    ),
    "D": "No term is planned for; the stock of track 1 is taken to be in proceedings with other states",
    "DN": "Assumption: 6 months, 3 to ask another state and 2 for its reply (Regulation 604/2013, background)",
    "VN": f"6 months; {LETTER}: planning horizon of 4 weeks taken over for safe countries (assumption)",
    "LN": f"{LETTER}: 'planhorizon van vier weken' for Algerians and Moldovans in track 4. Term assumed 6 months in "
    "all years, the stricter one",
    "NN": f"{LETTER}: 'verkort naar twee weken' on nuisance. Term assumed 6 months in all years, the stricter one",
    "RN": "Assumption: 6 months in all years, the stricter one; repeated applications are taken to be in track 4",
}
CATEGORIES = "the split by category, buffer and weight of waiting: assumptions"
HOURS_SOURCE = (
    "Assumption: net staff hours; none per stage are published; as likely grants, the mean of other ordinary and "
    "extended cases, fast lanes and transfers in ind-2026"
)
NO_SHOW_SOURCE = "no-show assumed by category, as in ind-2026"
LAGS = {
    "preparation": (2, "hand-over 2 weeks"),
    "hearing": (1, "corrections to the report 1 week"),
}
FAST = ("LN", "NN", "VN")
TRANSFERS = ("D", "DN")

CONVERSIONS = (("D", "A"), ("DN", "A4"))
CONVERSION_SOURCE = (
    "Assumption: 20 % of transfers fail or come too late (10,704 requests and 1,807 transfers in 2023 show that many "
    "do), known when the 6 months for a transfer are over; they start track 4 with a term of its own"
)

# ------------------------------------------------------------------------------------------------- stock and inflow

STOCK = {"SX": 1000, "AX": 4000, "S": 14100, "A": 13955, "D": 3650, "LN": 500, "VN": 125}
TRACK_STOCK = {"track-4": 33555, "track-1": 3650, "track-2": 125}
STOCK_REASON = {
    "SX": "a fifth of 5,000 overdue (assumption: 4,000 of them with an appeal open)",
    "AX": "four fifths of 5,000 overdue (assumption: 4,000 of them with an appeal open)",
    "S": "45 % of track 4 from Syria and Yemen, less the overdue (assumption: Syria alone was 36 % of all applications "
    "in 2024, and few of its cases are in track 1)",
    "A": "the rest of track 4 (assumption)",
    "LN": "500 Algerians and Moldovans, whose stock was being cleared (assumption)",
    "D": "all of track 1",
    "VN": "all of track 2",
}
OVERDUE_BAND = ((date(2021, 7, 1), date(2022, 3, 27)),)
ORDINARY_BANDS = (
    (date(2022, 3, 28), date(2022, 6, 30)),
    (date(2022, 7, 1), date(2022, 9, 30)),
    (date(2022, 10, 1), date(2022, 12, 31)),
    (date(2023, 1, 1), date(2023, 3, 31)),
    (date(2023, 4, 1), date(2023, 4, 30)),
)
RECENT_BAND = ((date(2022, 11, 1), date(2023, 4, 30)),)
BANDS = {"SX": OVERDUE_BAND, "AX": OVERDUE_BAND, "S": ORDINARY_BANDS, "A": ORDINARY_BANDS}
BAND_REASON = {
    OVERDUE_BAND: "evenly over the nine months before the extended cohort (assumption)",
    ORDINARY_BANDS: "by the applications of each quarter of 2022 and 2023, season included (derived): little of them "
    "was decided before the oldest were",
    RECENT_BAND: "evenly over half a year (assumption)",
}
IN_HAND = {"S": 1170, "A": 1390}
IN_HAND_SOURCE = (
    "Assumption: 6 weeks of the agreed production (22,184 x 6 / 52 = 2,560) wait for the hearing and as many for the "
    "decision, from the oldest of the cases with 15 months, in proportion to stock"
)

APPLICATIONS = {2022: 35535, 2023: 38377, 2024: 32175, 2025: 24100}
REPEATED = {2023: 1390, 2024: 1585, 2025: 1585}
PERIODS = tuple((max(FIRST, date(year, 1, 1)), min(LAST, date(year, 12, 31)), year) for year in (2023, 2024, 2025))
# Per cent of the first applications; the rest is track 4, of which 45, 52, 2 and 1 % in the four categories.
TRACK_1, TRACK_2 = 19.0, 2.6
TRACK_4 = {"syria-yemen": 45, "other": 52, "low-chance": 2, "nuisance": 1}
SEASON = {1: 0.83, 2: 0.88, 3: 1.12, 4: 1.18}
SEASON_SOURCE = "Derived: mean of the quarters 2022 to 2025 in the first applications counted by Statistics Netherlands"
INFLOW_SOURCE = (
    "{total:,} first applications in {year} (Statistics Netherlands; asylumineurope.org; what happened, not what was "
    "expected), the part from {first} to {last} by season; {share}"
)
TRACK_REASON = {
    "transfer": "19 % in track 1 (2023, asylumineurope.org), derived",
    "safe": "2.6 % in track 2 (1,150 decisions of 2023 less the stock that was cleared), derived",
}

WITHDRAWN_OLD, WITHDRAWN_NEW = 0.05, 0.05
WITHDRAWN_OLD_SOURCE = "Assumption: 8 % a year, of a stock that runs down evenly to 31 July 2024 (15 months)"
WITHDRAWN_NEW_SOURCE = "Assumption: 5 % of new applications are withdrawn before preparation"

# --------------------------------------------------------------------------------------- agreements, courts, project

AGREED, EXTRA = 22184, 13000
AGREED_SOURCE = f"{LETTER}: 'op spoor 4 tenminste 22.184 zaken' in 2023, without the special project"
EXTRA_SOURCE = (
    f"Derived: 22,184 a year and the 13,000 extra cases of the special project in its first year from May 2023 "
    f"({LETTER}: '13.000 extra zaken'); that the agreement of 2023 goes on to April 2024 is an assumption"
)
PENALTY_SOURCE = (
    "Rulings of the court of The Hague (ECLI:NL:RBDHA:2025:2703 and others): EUR 100 a day, at most EUR 7,500, costs "
    "EUR 453.50; those of 2025, taken to hold in 2023"
)
OPEN_APPEALS, OPEN_FIRST = 4000, date(2023, 5, 15)
OPEN_WEEKS = 16
OPEN_SOURCE = (
    f"Assumption: the 'circa 4000 openstaande BNTB-zaken uit 2022' ({LETTER}) are overdue cases of track 4 that wait "
    "for preparation; their dates are spread evenly over 16 weeks (8 to hear and 8 to decide) from 15 May 2023"
)
NEW_APPEALS, NEW_FIRST, NEW_LAST = 20000, date(2023, 5, 1), date(2024, 12, 30)
FILED_FIRST, FILED_MONTHS, UPHELD, WEEKS_TO_DATE = date(2023, 7, 1), 13, 0.9, 24
NEW_SOURCE = (
    f"Assumption: of the 20,000 new appeals expected to 30 December 2024 ({LETTER}) 1,000 a month; those of July 2023 "
    "to July 2024, when the 15 months of the stock pass, are of the stock; 90 % win, ruling after 8 weeks, 16 to decide"
)

# ----------------------------------------------------------------------------------------------- places and people

PLACES = figures("""
location  | name      | rooms | per_cent | no_show_factor | streams
ter-apel  | Ter Apel  | 30    | 25       | 1              | SX AX S A D S3 A3 S4 A4 LN NN DN VN
budel     | Budel     | 25    | 20       | 0.6            | SX AX S A D S3 A3 S4 A4 LN NN DN VN
den-bosch | Den Bosch | 35    | 30       | 1              | SX AX S A S3 A3 S4 A4 RN
zevenaar  | Zevenaar  | 30    | 25       | 1              | SX AX S A S3 A3 S4 A4 RN
""")
PROJECT, PROJECT_STREAMS = "project", ("SX", "S", "S3", "S4")
ROOM_HOURS = 45
ROOMS_SOURCE = "Assumption: rooms chosen to go with the staff (real figures not found), each in use 9 hours a day"
PLACE_SOURCE = (
    "Assumption: {name} named in public sources as a place where asylum cases are heard; which streams, and its part "
    "of the staff, are assumed"
)
BUDEL_SOURCE = "; invited in person as the same letter says, 40 % fewer no-shows (assumption)"
PREPARED_SOURCE = "Assumption: preparation is file work, done anywhere"

HOURS_PER_STAFF_DAY, DEPLOYABLE_SHARE = 5.3, 0.7
HOURS_PER_YEAR = 1380
GROUPS = (
    ("officer", "Hearing and decision"),
    ("project", "Special project"),
    ("preparation", "Preparation"),
)
GROUP_SOURCE = (
    "Assumption: 1,380 net hours a year (after leave and sickness) are 26.5 a week, over five days; 70 % is left for "
    "cases after training, mentoring, appeals, court orders and quality; real figures not found"
)
TRACK_1_DECISIONS, TRACK_2_DECISIONS = 6130, 1150
STAFF_SOURCE = (
    "Derived: as many as the hours for the agreed 22,184 decisions in track 4 (capacity given as about 22,000 a year, "
    "ind.nl 14 April 2022) and the 6,130 and 1,150 in tracks 1 and 2 of 2023 take, at the assumed hours and shares; "
    "{per_cent} % of them at {name} (assumption); leavers are replaced"
)
PREPARATION_SOURCE = (
    "Assumption: as many as the preparation of the same cases and of the 13,000 of the project takes, and a tenth in "
    "reserve, over the locations as the others"
)
PROJECT_WEEKS = ((FIRST, 80), (date(2023, 6, 5), 40), (date(2023, 7, 3), 40))
PROJECT_SOURCE = (
    "Derived: 13,000 cases of Syrians and Yemenis at the assumed hours take 157 people in a year of normal output; "
    "that half were there on 1 May, a quarter each in June and July, is an assumption ('zowel intern als extern "
    "personeel geworven', letter of summer 2023)"
)
NEWCOMER = 0.8
TEAM = {"least": 40, "most": 160, "every_weeks": 13, "least_weeks": 52, "learning_weeks": 26}
TEAM_OUTPUT, TEAM_LEARNED, TEAM_COST = 1.0, 1.475, 50000
TEAM_SOURCE = (
    "Assumption: likely grants of Syrians and Yemenis in one way of working ('projectmatig', letter of summer 2023). "
    "People new to the work reach 0.8 by themselves (eligibility) and in the team; after 26 weeks 15 % fewer hours "
    "than normal, so 1.18 / 0.8. At least 40 people, evaluated after a year; cost of opening assumed"
)
SKILL_SOURCE = "Officers hear and decide (vacancies of the service name one function for both)"
PROJECT_SKILL_SOURCE = "Assumption: the project does Syrians and Yemenis only; new people at 0.8 of normal output"
PREPARING_SOURCE = "Assumption: preparation asks no knowledge of the category"

HOLIDAYS = {**dict.fromkeys(range(28, 35), 0.75), 52: 0.4, 1: 0.4}
CALENDAR_SOURCE = (
    "Assumption: weeks 28 to 34 0.75, weeks 52 and 1 0.4, the others so that the year averages 1, since the net hours "
    "of a year are already after leave"
)

# ---------------------------------------------------------------------------------------------------------- tables

Lines = list[tuple[object, ...]]


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


def locations() -> Lines:
    """Four offices, and the project as a fifth."""
    project = "Assumption: rooms of the project, chosen to go with its staff; where it worked is not known"
    return [
        *((row["location"], row["name"], row["rooms"], ROOM_HOURS, "A", ROOMS_SOURCE) for row in PLACES),
        (PROJECT, "Special project (BAA)", 40, ROOM_HOURS, "A", project),
    ]


def staff() -> Lines:
    """Officers and preparation by location, and the first people of the project."""
    lines: Lines = []
    shares = [int(row["per_cent"]) for row in PLACES]
    people = zip(PLACES, apportioned(officers(), shares), apportioned(preparers(), shares), strict=True)
    for row, own, preparing in people:
        lines += [
            (row["location"], "officer", own, "D", STAFF_SOURCE.format(**row)),
            (row["location"], "preparation", preparing, "A", PREPARATION_SOURCE),
        ]
    return [*lines, (PROJECT, "project", PROJECT_WEEKS[0][1], "A", PROJECT_SOURCE)]


def officers() -> int:
    """People who hear and decide what was agreed for track 4, and what tracks 1 and 2 decided in 2023."""
    track_4 = sum(hours_of(name) * share for name, share in (("S", 0.45), ("A", 0.52), ("LN", 0.02), ("NN", 0.01)))
    hours = AGREED * track_4 + TRACK_1_DECISIONS * hours_of("D") + TRACK_2_DECISIONS * hours_of("VN")
    return ceil(hours / (HOURS_PER_YEAR * DEPLOYABLE_SHARE))


def preparers() -> int:
    """People who prepare the same cases and those of the project, and a tenth more."""
    ordinary = (AGREED * 0.97 + EXTRA) * 2.5 + AGREED * 0.03 + TRACK_1_DECISIONS + TRACK_2_DECISIONS
    return ceil(1.1 * ordinary / (HOURS_PER_YEAR * DEPLOYABLE_SHARE))


def hours_of(stream: str) -> float:
    """Hours of hearing, with what no-show loses, and decision."""
    row = next(row for row in STREAMS if row["stream"] == stream)
    return float(row["hearing"]) / (1 - float(row["no_show"])) + float(row["decision"])


def calendar() -> Lines:
    """Every week of the horizon."""
    weeks = (LAST - FIRST).days // 7 + 1
    labels = [(FIRST + timedelta(weeks=index)).isocalendar()[:2] for index in range(weeks)]
    others = round((52 - sum(HOLIDAYS.values())) / (52 - len(HOLIDAYS)), 4)
    return [(f"{year}-W{week:02d}", HOLIDAYS.get(week, others), "A", CALENDAR_SOURCE) for year, week in labels]


def week_of(day: date) -> str:
    """The label of the ISO week that holds the day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def streams() -> Lines:
    """Terms, lanes and weights."""
    return [
        (
            *(row[name] for name in ("stream", "name", "category", "track", "lodged", "lane")),
            *("no", row["term"], row["buffer"], row["hear_within"], row["weight"], "A"),
            f"{TERM[row['stream']]}; {CATEGORIES}",
        )
        for row in STREAMS
    ]


def work() -> Lines:
    """Hours, lags and no-show of every stage."""
    return [
        (
            *(row["stream"], stage, row[stage], _lag(row["stream"], stage)[0]),
            *(row["no_show"] if stage == "hearing" else 0, "A"),
            "; ".join(
                [HOURS_SOURCE, *([NO_SHOW_SOURCE] if stage == "hearing" else []), *_lag(row["stream"], stage)[1:]]
            ),
        )
        for row in STREAMS
        for stage in STAGES
    ]


def _lag(stream: str, stage: str) -> tuple[int, *tuple[str, ...]]:
    if stage == "decision":
        return (0,)
    if stream in FAST:
        return 0, "fast lanes are handed over at once"
    if stream in TRANSFERS and stage == "hearing":
        return 4, "reply of the other state about 4 weeks"
    return LAGS[stage]


def stock() -> Lines:
    """Open cases by time of lodging; work in hand comes out of the oldest."""
    lines: Lines = []
    for stream, size in STOCK.items():
        bands = BANDS.get(stream, RECENT_BAND)
        cases = apportioned(size, [round(_applications(*band)) for band in bands])
        hand = IN_HAND.get(stream, 0)
        cases[0] -= 2 * hand
        track = next(row["track"] for row in STREAMS if row["stream"] == stream)
        whole = TRACK_STOCK[track] == size
        source = (
            f"{'Published, but for the age' if whole else 'Assumption'}: {TRACK_STOCK[track]:,} cases in "
            f"{track.replace('-', ' ')} on 30 April 2023 ({LETTER}); {STOCK_REASON[stream]}; {BAND_REASON[bands]}"
        )
        lines += [(stream, "preparation", *band, count, "A", source) for band, count in zip(bands, cases, strict=True)]
        if hand:
            lines += [(stream, stage, *bands[0], hand, "A", IN_HAND_SOURCE) for stage in STAGES[1:]]
    return lines


def _applications(first: date, last: date) -> float:
    """First applications of a period, by year and season."""
    days = [first + timedelta(days=index) for index in range((last - first).days + 1)]
    return sum(APPLICATIONS.get(day.year, APPLICATIONS[2022]) * day_share(day) for day in days)


def day_share(day: date) -> float:
    """The part of its year's applications that is lodged on a day."""
    year = [date(day.year, 1, 1) + timedelta(days=index) for index in range(366)]
    weights = [SEASON[_quarter(other)] for other in year if other.year == day.year]
    return SEASON[_quarter(day)] / sum(weights)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def inflow() -> Lines:
    """Applications of each year, those within the horizon."""
    lines: Lines = []
    for first, last, year in PERIODS:
        part = sum(day_share(first + timedelta(days=index)) for index in range((last - first).days + 1))
        for row in STREAMS:
            if row["lodged"] == "old" or row["stream"] in (("S4", "A4") if year == 2023 else ("S3", "A3")):
                continue
            lines.append((row["stream"], first, last, *_lodged(row, year, part), first, last))
    return [
        (stream, first, last, cases, "asylum", code, source.format(first=start, last=end))
        for stream, first, last, cases, code, source, start, end in lines
    ]


def _lodged(row: dict[str, str], year: int, part: float) -> tuple[int, str, str]:
    category = row["category"]
    if category == "repeated":
        known = "asylumineurope.org" if year < 2025 else "assumed as in 2024"
        source = f"{REPEATED[year]:,} repeated applications in {year} ({known}), the part from {{first}} to {{last}}"
        return round(REPEATED[year] * part), "D" if year < 2025 else "A", source
    share = {"transfer": TRACK_1, "safe": TRACK_2}.get(category, 0)
    reason = TRACK_REASON.get(category, "")
    if not share:
        share = (100 - TRACK_1 - TRACK_2) * TRACK_4[category] / 100
        reason = f"78.4 % in track 4, of which {TRACK_4[category]} % (assumption)"
    source = INFLOW_SOURCE.replace("{total:,}", f"{APPLICATIONS[year]:,}").replace("{year}", str(year))
    code = "D" if category in TRACK_REASON and year == 2023 else "A"
    return round(APPLICATIONS[year] * part * share / 100), code, source.replace("{share}", reason)


def apportioned(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of a total in proportion to the weights, by the largest remainders."""
    parts, remainders = zip(*(divmod(total * weight, sum(weights)) for weight in weights), strict=True)
    ranked = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    raised = set(ranked[: total - sum(parts)])
    return [part + (index in raised) for index, part in enumerate(parts)]


def withdrawals() -> Lines:
    """Shares of the old stock of track 4, and of new applications."""
    old: Lines = [
        (stream, "stock", FIRST, CLEARANCE, WITHDRAWN_OLD, "A", WITHDRAWN_OLD_SOURCE)
        for stream in STOCK
        if stream not in FAST
    ]
    new: Lines = [
        (row["stream"], "lodged", FIRST, LAST, WITHDRAWN_NEW, "A", WITHDRAWN_NEW_SOURCE)
        for row in STREAMS
        if row["lodged"] == "pact"
    ]
    return [*old, *new]


def eligibility() -> Lines:
    """Officers hear and decide everything, the project its category, and preparation is for any stream."""
    lines: Lines = []
    for row in STREAMS:
        stream = row["stream"]
        lines.append(("preparation", stream, "preparation", 1, "A", PREPARING_SOURCE))
        lines += [("officer", stream, stage, 1, "R", SKILL_SOURCE) for stage in STAGES[1:]]
        if stream in PROJECT_STREAMS:
            lines += [("project", stream, stage, NEWCOMER, "A", PROJECT_SKILL_SOURCE) for stage in STAGES[1:]]
    return lines


def places() -> Lines:
    """Preparation anywhere, hearings and decisions where the stream is at home."""
    lines: Lines = []
    for row in PLACES:
        source = PLACE_SOURCE.format(**row) + (BUDEL_SOURCE if row["no_show_factor"] != "1" else "")
        lines += [(row["location"], case["stream"], "preparation", 1, "A", PREPARED_SOURCE) for case in STREAMS]
        lines += [
            (row["location"], stream, stage, row["no_show_factor"] if stage == "hearing" else 1, "A", source)
            for stream in row["streams"].split()
            for stage in STAGES[1:]
        ]
    own = (
        "The special project hears and decides Syrians and Yemenis (letter of summer 2023); that it has a place of its "
    )
    return [
        *lines,
        *(
            (PROJECT, stream, stage, 1, "A", f"{own}own is an assumption")
            for stream in PROJECT_STREAMS
            for stage in STAGES[1:]
        ),
    ]


def team() -> tuple[object, ...]:
    """The special project as a specialised team."""
    sizes = (TEAM[name] for name in ("every_weeks", "least", "most", "least_weeks", "learning_weeks"))
    output = (TEAM_OUTPUT, TEAM_LEARNED, TEAM_COST)
    return ("baa", PROJECT, "syria-yemen", week_of(FIRST), week_of(LAST), *sizes, *output, "A", TEAM_SOURCE)


def court_dates() -> Lines:
    """The open appeals of 2022, and the part of the expected ones that can only be of the stock."""
    overdue = apportioned(OPEN_APPEALS, [STOCK["SX"], STOCK["AX"]])
    lines: Lines = [
        (stream, "preparation", week_of(OPEN_FIRST + timedelta(weeks=index)), cases, "A", OPEN_SOURCE)
        for stream, total in zip(("SX", "AX"), overdue, strict=True)
        for index, cases in enumerate(apportioned(total, [1] * OPEN_WEEKS))
    ]
    months = (NEW_LAST.year - NEW_FIRST.year) * 12 + NEW_LAST.month - NEW_FIRST.month + 1
    monthly = apportioned(round(NEW_APPEALS / months * UPHELD), [STOCK["S"], STOCK["A"]])
    for stream, cases in zip(("S", "A"), monthly, strict=True):
        for index in range(FILED_MONTHS):
            month = FILED_FIRST.month - 1 + index
            filed = date(FILED_FIRST.year + month // 12, month % 12 + 1, 15)
            due = week_of(filed + timedelta(weeks=WEEKS_TO_DATE))
            lines.append((stream, "preparation", due, cases, "A", NEW_SOURCE))
    return lines


# ------------------------------------------------------------------------------------------------------- scenarios

# First, resettled, repeated and family applications in the forecast of spring 2023, and first ones of 2022 in 49,500.
MPP = {"min": 49000, "medio": 67000, "max": 77000}
MPP_2022 = 67000 - 17500
COUNTED, FIRST_REQUESTS = 27680, 17910


def scenarios() -> dict[str, str]:
    """The text of each scenario, by name."""
    texts = {
        "without-project": _scenario(
            "Without the special project",
            "No people, no team and no extra production of the special project: what it adds.",
            *(_removal("staff", 'location = "project"'), _removal("staff_changes", 'location = "project"')),
            _removal("teams", 'team = "baa"'),
            _removal("agreements", "first = 2023-05-01"),
        ),
        "extension-2024": _scenario(
            "Extension goes on",
            "Cases lodged from 2024 have 15 months too, as happened until the extension was withdrawn in 2025.",
            _terms(
                ("S4", "A4"), "15m", "R", "Extension continued into 2024 (asylumineurope.org); withdrawn by IB 2025/28"
            ),
        ),
        "without-extension": _scenario(
            "Extension does not hold",
            "Every term is 6 months: the letter says that penalties rise when the extension does not hold.",
            _terms(
                ("S", "A", "S3", "A3"),
                "6m",
                "S",
                f"{LETTER}: 'Indien de verlengde beslistermijn geen standhoudt'; 6 months of article 42",
            ),
        ),
        "first-requests": _scenario(
            "Only decisions on first requests count",
            "Each decision takes as many hours more as the 17,910 decisions on first requests of 2023 are fewer than "
            "the 27,680 that the service counts in track 4; what is agreed shrinks alike.",
            first_requests(),
        ),
        "inflow-15000-more": _scenario(
            "15,000 more first applications",
            "15,000 first applications a year more than there were.",
            *(
                _inflow(year, (APPLICATIONS[year] + 15000) / APPLICATIONS[year], "Assumption: 15,000 more a year")
                for year in REPEATED
            ),
        ),
    }
    for name, total in MPP.items():
        expected = total * APPLICATIONS[2022] / MPP_2022
        source = (
            f"Derived: {total:,} in the forecast of spring 2023 ({LETTER}), of which as large a part first "
            f"applications as in 2022 (35,535 of 49,500): {expected:,.0f}. The forecast also counts resettlement, "
            "repeated and family applications"
        )
        texts[f"mpp-{name}"] = _scenario(
            f"Forecast of spring 2023, {name}",
            f"{expected:,.0f} first applications in every year instead of what there were; forecast for 2023 only.",
            *(_inflow(year, expected / APPLICATIONS[year], source, "D") for year in REPEATED),
        )
    return texts


def first_requests() -> str:
    """Hours and agreements when the service's count holds much that is no first application."""
    share = FIRST_REQUESTS / COUNTED
    source = (
        f"Derived: {FIRST_REQUESTS:,} decisions on first requests in 2023 (Eurostat, in asylumineurope.org) and "
        f"{COUNTED:,} in track 4 in the count of the service"
    )
    return (
        f'\n[work]\nhours_factor = {1 / share:.4f}\nevidence = "D"\nsource = "{source}"\n'
        f'\n[[change]]\ntable = "agreements"\nmultiply = {{ cases = {share:.4f} }}\nevidence = "D"\n'
        f'source = "{source}; taken to hold for what was agreed too"'
    )


def _scenario(title: str, about: str, *parts: str) -> str:
    return "\n".join([f'title = "{title}"', f'about = "{about} Partly synthetic, not IND data."', *parts, ""])


def _removal(table: str, where: str) -> str:
    return (
        f'\n[[remove]]\ntable = "{table}"\nwhere = {{ {where} }}\nevidence = "A"\n'
        'source = "Assumption: the special project left out, to see what it adds"'
    )


def _terms(names: Sequence[str], term: str, evidence: str, source: str) -> str:
    where = ", ".join(f'"{name}"' for name in names)
    return (
        f'\n[[change]]\ntable = "streams"\nwhere = {{ stream = [{where}] }}\nset = {{ term = "{term}" }}\n'
        f'evidence = "{evidence}"\nsource = "{source}"'
    )


def _inflow(year: int, factor: float, source: str, evidence: str = "A") -> str:
    names = [
        row["stream"]
        for row in STREAMS
        if row["lodged"] == "pact"
        and row["category"] != "repeated"
        and row["stream"] not in (("S4", "A4") if year == 2023 else ("S3", "A3"))
    ]
    first = next(period[0] for period in PERIODS if period[2] == year)
    where = ", ".join(f'"{name}"' for name in names)
    return (
        f'\n[[change]]\ntable = "inflow"\nwhere = {{ stream = [{where}], first = {first} }}\n'
        f'multiply = {{ cases = {factor:.4f} }}\nevidence = "{evidence}"\nsource = "{source}"'
    )


# ----------------------------------------------------------------------------------------------------------- files


def header() -> str:
    """The text of `instance.toml`."""
    return f"""\
name = "ind-2023"
title = "{TITLE}"
synthetic = true
counting_unit = "{COUNTING_UNIT}"
description = "{DESCRIPTION}"

[dates]
first = {FIRST}
programme_start = {FIRST}
clearance = {CLEARANCE}
last = {LAST}
"""


def write(folder: Path) -> None:
    """Writes `instance.toml`, one CSV file per table and the scenarios."""
    (folder / "scenarios").mkdir(parents=True, exist_ok=True)
    (folder / "instance.toml").write_text(header(), encoding="utf-8", newline="\n")
    for name, (columns, lines) in tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((*columns.split(), "evidence", "source"))
            writer.writerows(lines)
    for name, text in scenarios().items():
        (folder / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
