"""Offices and people of ind-2023: rooms, groups, the special project, the calendar."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2023.figures.dates import FIRST
from instances.builders.lines import barred

PLACES = barred("""
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
