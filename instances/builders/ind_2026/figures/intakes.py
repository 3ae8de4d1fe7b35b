"""People of ind-2026 who come, change their work or move."""

from __future__ import annotations

from datetime import date

from instances.builders.lines import barred

# People who come, change their work and move.
COURSES = barred("""
course     | from_week | output | mentoring | reason
officer    | 0         | 0      | 0.15      | a year to full output: nothing for 3 months, then 35, 60 and 80 %; 0.15 of a trained colleague throughout
officer    | 13        | 0.35   | 0.15      | a year to full output: nothing for 3 months, then 35, 60 and 80 %; 0.15 of a trained colleague throughout
officer    | 26        | 0.6    | 0.15      | a year to full output: nothing for 3 months, then 35, 60 and 80 %; 0.15 of a trained colleague throughout
officer    | 39        | 0.8    | 0.15      | a year to full output: nothing for 3 months, then 35, 60 and 80 %; 0.15 of a trained colleague throughout
officer    | 52        | 1      | 0         | a year to full output
files      | 0         | 0      | 0.15      | file work is learned in three months, the first one without output
files      | 4         | 0.5    | 0.15      | file work is learned in three months, the first one without output
files      | 13        | 1      | 0         | file work is learned in three months
specialist | 0         | 0.5    | 0.1       | half a year at half output, beside an experienced specialist
specialist | 26        | 1      | 0         | half a year at half output
both       | 0         | 0.6    | 0.1       | a quarter of a year beside somebody who decides
both       | 13        | 1      | 0         | a quarter of a year
child      | 0         | 0.5    | 0.1       | a short course of six weeks
child      | 6         | 1      | 0         | a short course of six weeks
settling   | 0         | 0.85   | 0         | settling in and travelling cost 4 hours of 26.5 a week, for four weeks
settling   | 4         | 1      | 0         | settled after four weeks
""")  # noqa: E501
FIRST_CLASS, LAST_CLASS, QUARTER, HALF_YEAR = "2026-W28", "2029-W40", 13, 26
HIRED = barred("""
group                | locations                                                      | most | course  | cost  | reason
hearing-and-decision | ter-apel budel den-bosch zevenaar schiphol arnhem utrecht      | 10   | officer | 10000 | newcomers learn to hear and to decide, as vacancies ask for both
decision             | zwolle                                                         | 5    | officer | 10000 | Zwolle decides only
preparation          | ter-apel budel den-bosch zevenaar schiphol arnhem zwolle utrecht | 5  | files   | 4000  | preparation replaces its own leavers
""")  # noqa: E501
HIRED_SOURCE = (
    "Assumption: a class every quarter, no larger than the place can mentor; {reason}; cost of recruitment and course, "
    "the time lost being in the course"
)
NEWCOMERS, LAST_QUARTER = 30, date(2029, 12, 31)
NEWCOMERS_SOURCE = (
    "Assumption: at most 30 newcomers a quarter (range 0 to 60); the answer to the Senate of 2025 speaks of 'in "
    "beperkte mate meer' staff"
)
RETRAINED = barred("""
group                | to_group             | locations                                                 | most | course     | cost | reason
decision             | specialist           | den-bosch zevenaar arnhem zwolle                          | 5    | specialist | 5000 | those who decide become specialists of the extended assessment
hearing              | hearing-and-decision | ter-apel budel den-bosch zevenaar schiphol arnhem utrecht | 5    | both       | 4000 | those who hear learn to decide
hearing-and-decision | child-certified      | ter-apel den-bosch arnhem                                 | 3    | child      | 2000 | a certificate for hearing children, a shorter course
""")  # noqa: E501
RETRAINED_SOURCE = "Assumption: {reason}; a class every half year, cost of the course"
MOVES = barred("""
location  | to_location | groups                                | reason
schiphol  | utrecht     | hearing decision hearing-and-decision | the border procedure does not fill the staff there
schiphol  | den-bosch   | hearing-and-decision                  | the border procedure does not fill the staff there
ter-apel  | arnhem      | hearing-and-decision                  | between the north and the middle
den-bosch | budel       | hearing-and-decision                  | Budel is a side location of Den Bosch
budel     | den-bosch   | hearing-and-decision                  | Budel is a side location of Den Bosch
zevenaar  | arnhem      | hearing-and-decision                  | neighbours
""")
MOVE_MOST, MOVE_COST, MOVE_SHARE = 5, 1520, 0.05
MOVE_SOURCE = (
    "Assumption: {reason}; at most 5 at a time, every half year; cost of 4 hours a week at EUR 95 for four weeks of "
    "settling in"
)
MOVE_LIMIT_SOURCE = "Assumption: at most 5 % of a location's people in four weeks"
