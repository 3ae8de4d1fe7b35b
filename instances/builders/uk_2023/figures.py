"""What uk-2023 says of itself, and the figures that are not in the public tables."""

from __future__ import annotations

from datetime import date

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
