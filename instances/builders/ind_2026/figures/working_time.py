"""The time that people of ind-2026 have for cases."""

from __future__ import annotations

from datetime import date

OVERTIME_GROUPS = ("hearing-and-decision", "specialist", "child-certified")
OVERTIME_SHARE, OVERTIME_COST = 0.05, 142.5
OVERTIME_SOURCE = (
    "Assumption: up to 5 % more of those with most skills, in the autumn, when most applications come in, of the years "
    "up to the clearance date; an hour costs one and a half times the tariff of EUR 95"
)
AUTUMNS = [(date(2026, 10, 1), date(2026, 12, 18)), *((date(y, 9, 1), date(y, 12, 18)) for y in (2027, 2028))]

# What takes staff away from cases, and is not left out of the deployable share.
DECIDERS = ("decision", "hearing-and-decision", "specialist", "child-certified")
COURT_DUTY = [(0.014, 0.052), (0.008, 0.031), (0.003, 0.010)]  # of those who decide, and of preparation
COURT_DUTY_SOURCE = (
    "Assumption: 3 hours of somebody who decides and 2 of preparation for each appeal against a late decision; 1 % a "
    "month of an overdue stock of 41,000 that runs down to 12 June 2029, so {filed} in this year, against 869,000 and "
    "159,000 hours a year"
)
FILED = ("4,100", "2,460", "820")
APPEAL_DUTY = 0.023
APPEAL_DUTY_SOURCE = (
    "Assumption: an hour of somebody who decides for each of some 19,800 appeals a year (outcomes of this instance), "
    "against 869,000 hours; the hearing in court is for others"
)
INTAKE_DUTY, INTAKE_PLACES = 0.05, ("ter-apel", "schiphol")
INTAKE_HELPERS = ("hearing", "hearing-and-decision", "child-certified")
INTAKE_DUTY_SOURCE = (
    "Assumption: reception and preparation of asylum (OVA) is the service's task from 12 June 2026 and has its own "
    "staff, but those who hear step in for 5 % of their time where applications are registered"
)

# Summer and the turn of the year; the other weeks are raised so that the year averages 1.
HOLIDAYS = {**dict.fromkeys(range(28, 35), 0.75), 52: 0.4, 53: 0.4, 1: 0.4}
CALENDAR_SOURCE = (
    "Assumption: weeks 28 to 34 0.75, weeks 52, 53 and 1 0.4, the others so that the year averages 1, since the net "
    "hours of a year are already after leave"
)
CHANGE_OVER_LAST, CHANGE_OVER_OUTPUT = date(2026, 9, 30), 0.8
CHANGE_OVER_SOURCE = "Assumption: the change-over costs 20 % of output from June to September 2026"
