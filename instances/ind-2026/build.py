"""Writes the tables of the instance ind-2026 into a folder: synthetic, not IND data.

The figures stand here in small tables, each with its evidence code and the sentence that says where it comes
from; the CSV files and `instance.toml` follow from them by arithmetic. Why each figure is what it is stands in
docs/decisions/0003-ind-2026-figures.md. Standard library only, but for the planner's reckoning of court dates:

    python instances/ind-2026/build.py [FOLDER]
"""

from __future__ import annotations

import csv
import dataclasses
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from planner.domain.court_filings import Filing, Lot, expected_court_dates

Rows = list[dict[str, str]]


def figures(text: str) -> Rows:
    """A table written as lines of cells between bars, the first line its columns."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(header, cells, strict=True)) for cells in lines]


# ---------------------------------------------------------------------------------------------- header and dates

FIRST, PROGRAMME_START = date(2026, 6, 12), date(2026, 10, 1)
CLEARANCE, LAST = date(2029, 6, 12), date(2030, 6, 16)
PACT_YEARS = [(date(year, 6, 12), date(year + 1, 6, 11)) for year in range(2026, 2031)]

TITLE = "IND, hearing and deciding from 12 June 2026 (synthetic, not IND data)"
COUNTING_UNIT = (
    "one application of one person, for which a first decision is due: first applications, those that another state "
    "is responsible for and repeated ones; family reunification only as competing demand; withdrawals are counted apart"
)
DESCRIPTION = (
    "Synthetic, not IND data. About 50,000 applications from before 12 June 2026 are to be decided within three "
    "years, while new applications under the Pact keep their legal terms. Dates, rules and priorities are those of "
    "the published plan of action; stock by category, hours, staff, rooms and interpreters are planning "
    "assumptions, each marked as such with its reason."
)
GUARANTEE_SOURCE = (
    "Letter of 5 June 2026 (plan of action on open asylum applications): 'tot een omvang van jaarlijks 25.000 eerste "
    "asielaanvragen'. That the volume is spread evenly over the year is an assumption; the scenario guarantee-first "
    "takes the first ones lodged"
)
HOURS_FACTOR_SOURCE = (
    "Base of three assumed productivities (0.80, 1.00, 1.35): 630 net full-time staff of 1,380 hours and the 39,500 "
    "first decisions of 2024 give 22 hours per decision, near the mean of the hours chosen"
)

# ------------------------------------------------------------------------------------------------------- streams

# Applications from before 12 June 2026: open cases, hours of the three stages, weight of a week of waiting.
OLD = figures("""
stream | name                               | category | track   | lane     | weight | stock | preparation | hearing | decision | no_show
O1     | Syria                              | syria    | track-4 | none     | 3      | 13000 | 2.5         | 8       | 12       | 0.06
O2     | Other, grant not very likely       | unlikely | track-4 | none     | 3      | 9000  | 2.5         | 9       | 14       | 0.10
O3     | Likely grant                       | likely   | track-4 | none     | 1      | 8500  | 2.5         | 5       | 6.5      | 0.03
O4     | Extended assessment                | extended | track-4 | none     | 1      | 10500 | 5           | 14      | 21       | 0.05
O5     | Repeated, without children         | repeated | track-4 | none     | 1      | 2250  | 1.5         | 5       | 11       | 0.08
O5c    | Repeated, with children            | repeated | track-4 | repeated | 3      | 250   | 1.5         | 5       | 11       | 0.08
O6     | Unaccompanied minors               | minors   | track-4 | minors   | 2      | 2000  | 4           | 11      | 14       | 0.04
O7     | Safe countries of origin           | safe     | track-2 | safe     | 3      | 300   | 1           | 5       | 7.5      | 0.20
O8     | Another state responsible (Dublin) | transfer | track-1 | none     | 1      | 3600  | 1           | 4       | 6        | 0.12
O9     | Nuisance                           | nuisance | track-4 | nuisance | 4      | 600   | 1           | 6       | 10       | 0.20
""")  # noqa: E501

# Applications from 12 June 2026 on: cases lodged in a Pact year (12 June to 11 June), legal term and planning buffer.
PACT = figures("""
stream | name                           | category     | track          | lane     | counts | term | buffer | hear_within | lodged | preparation | hearing | decision | no_show
N1     | Another state responsible      | transfer     | responsibility | none     | yes    | 15w  | 2      |             | 5500   | 1           | 4       | 6        | 0.12
N2     | Inadmissible                   | inadmissible | inadmissible   | none     | yes    | 2m   | 2      |             | 1250   | 1.5         | 4       | 7.5      | 0.10
N3     | Accelerated                    | accelerated  | accelerated    | none     | yes    | 3m   | 2      |             | 5350   | 2           | 8       | 11       | 0.10
N3s    | Accelerated, safe countries    | safe         | accelerated    | safe     | yes    | 3m   | 2      | 4           | 300    | 2           | 8       | 11       | 0.20
N3n    | Accelerated, nuisance          | nuisance     | accelerated    | nuisance | yes    | 3m   | 2      | 2           | 600    | 2           | 8       | 11       | 0.20
N4     | Normal                         | normal       | normal         | none     | yes    | 6m   | 2      |             | 9200   | 2.5         | 10      | 16       | 0.05
N4e    | Normal, term extended          | normal       | normal         | none     | yes    | 12m  | 2      |             | 800    | 2.5         | 10      | 16       | 0.05
N4f    | Normal after a failed transfer | normal       | normal         | none     | yes    | 6m   | 2      |             |        | 2.5         | 10      | 16       | 0.05
N4a    | Normal after accelerated       | normal       | normal         | none     | yes    | 13w  | 2      |             |        |             |         | 16       | 0
N5     | Border                         | border       | border         | none     | yes    | 12w  | 7      |             | 1000   | 1.5         | 8       | 11       | 0
N6     | Unaccompanied minors           | minors       | normal         | minors   | yes    | 6m   | 2      |             | 1000   | 4           | 11      | 14       | 0.04
N7     | Repeated                       | repeated     | repeated       | none     | no     | 2m   | 2      |             | 1600   | 1           | 4       | 10       | 0.08
""")  # noqa: E501

# Other work of the same staff: neither old nor Pact cases.
OTHER = figures("""
stream | name                                           | category | track  | weight | term | stock | lodged | preparation | hearing | decision | no_show
F1     | Family reunification, with officers in Zevenaar | family   | family | 0.5    | 9m   | 750   | 1000   |             |         | 7        | 0
""")  # noqa: E501
OTHER_SOURCE = (
    "Competing demand: all family reunification reports in Zevenaar (news of the service, 2023). Term of 9 months: "
    "Directive 2003/86, art. 5(4) (background, not looked up); weight of waiting half, since the family waits outside "
    "reception (assumption)"
)
OTHER_STOCK_FIRST = date(2025, 9, 12)
OTHER_STOCK_SOURCE = (
    "Assumption: of some 65,000 family members who wait, officers for asylum in Zevenaar have nine months of their own "
    "1,000 a year; the others are decided by staff who are not in this instance (scenario family-reunification)"
)
OTHER_INFLOW_SOURCE = (
    "Assumption: 1,000 of the 21,310 decisions on family reunification of 2024 are made by officers for asylum: 7,000 "
    "hours a year, 6 % of those in Zevenaar"
)

OLD_TERM = (
    "No term is planned for: all are past their legal term by 12 December 2026, so that 12 June 2029 is the operative "
    "date (letter of 5 June 2026: 'binnen maximaal drie jaar na 12 juni 2026')"
)
OLD_SHARE = {
    "O5": "90 % of the repeated applications, which are those without children (assumption)",
    "O5c": "10 % of the repeated applications, which are those with children and have precedence (assumption)",
}
OLD_WEIGHT = (
    "weight of waiting: assumption by the priorities of the same letter (nuisance; then safe countries, repeated with "
    "children and the start group; then minors; then the rest)"
)
PACT_TERM = {
    "N1": "Term derived: request within 2 months and reply within 1 (Regulation 2024/1351, arts. 39 and 40), decision "
    "within 2 weeks of acceptance (art. 42)",
    "N2": "Term: 2 months from lodging (Regulation 2024/1348, art. 35, as printed on migrationpact.info)",
    "N3": "Term: 3 months from lodging (Regulation 2024/1348, art. 35(3), as printed on migrationpact.info)",
    "N3s": "Term as accelerated; heard within the horizon of 4 weeks for low-chance nationalities (letter on the state "
    "of the IND, summer 2023: 'planhorizon van vier weken')",
    "N3n": "Term as accelerated; heard within the horizon of 2 weeks for nuisance (letter on the state of the IND, "
    "summer 2023: 'verkort naar twee weken')",
    "N4": "Term: 6 months from lodging (European Parliament, press release 15932 of 14 December 2023)",
    "N4e": "Term: 6 months and at most 6 more (Regulation 2024/1348, art. 35(4)-(7): background, not looked up); "
    "that 8 % of normal cases get them is an assumption",
    "N4f": "Assumption: after a failed transfer the case starts a normal procedure with 6 months of its own",
    "N4a": "Assumption: turned normal at the hearing, when about half of the 26 weeks since lodging is left",
    "N5": "Term: 12 weeks including appeal (European Parliament, press release 15932 of 14 December 2023); the first "
    "decision is planned by week 5 (assumption), hence a buffer of 7 weeks",
    "N6": "Term: 6 months as normal; a lane of its own as in the letter of 5 June 2026 (outside the plan's categories)",
    "N7": "No term of its own was found; planned with the 2 months of inadmissibility (Regulation 2024/1348, arts. "
    "55-56: background, not looked up)",
}
PACT_BUFFER = "buffer before the term and weight of waiting: assumptions"

HOURS_SOURCE = (
    "Assumption: net staff hours at base productivity, since none per stage are published (mean of a new case 21, of "
    "an old case 24)"
)
NO_SHOW_SOURCE = "no-show assumed by category, a new one as the old one most like it, none in the closed centre"

# Old streams: share of the cases that can do without a full hearing. Its written enquiry takes the same everywhere.
WRITTEN = {"O1": "0.10", "O2": "0.05", "O3": "0.50", "O5": "0.40", "O5c": "0.40", "O8": "0.10"}
WRITTEN_HOURS = 2
WRITTEN_SOURCE = (
    "assumption: of this category so many can skip a full hearing without loss of quality; questions in writing, read "
    "and followed up, are taken to be 2 hours, half of the shortest hearing"
)

# Weeks from lodging within which a new case is prepared and screened; not again after a failed transfer.
SCREEN_WITHIN = 4
SCREENED_BEFORE = ("N4f",)
SCREENING_SOURCE = (
    "screened on signals of terrorism within 4 weeks: assumption, since the reaction to the Court of Audit of 29 April "
    "2026 asks for it earlier ('eerder in het asielproces ook de genoemde screening') without a time; 4 weeks as the "
    "horizon for low-chance nationalities (letter on the state of the IND, summer 2023: 'planhorizon van vier weken')"
)

# Weeks from the end of a stage to the next: hand-over of the ready file, and what is still to come after a hearing.
ORDINARY_LAG = {"preparation": "2", "hearing": "1", "reason": "hand-over 2 weeks, corrections to the report 1 week"}
LAGS = figures("""
streams        | preparation | hearing | reason
O7 O9 N3s N3n  | 0           | 0       | fast lanes are handed over at once
N5             | 0           | 0       | the border procedure is handed over at once
O6 N6          | 1           | 0       | the lane of minors is handed over within a week
N1             | 2           | 4       | hand-over 2 weeks, reply of the other state about 4 weeks
""")

CONVERSIONS = figures("""
stream | stage    | to_stream | to_stage    | share | lag_weeks
N1     | decision | N4f       | preparation | 0.20  | 26
N3     | hearing  | N4a       | decision    | 0.15  | 1
""")
CONVERSION_SOURCE = {
    "N1": "Assumption: 20 % of transfers fail or come too late (7,986 requests and 2,245 transfers in 2024 show that "
    "many do), which is known when the 6 months for the transfer are over",
    "N3": "Assumption: 15 % of accelerated cases turn out at the hearing to need the normal procedure; lag as after "
    "any hearing",
}

# --------------------------------------------------------------------------------------- stock, inflow, withdrawals

AGE_BANDS = figures("""
lodged_first | lodged_last | per_cent | age
2025-12-12   | 2026-06-11  | 17       | under 6 months
2025-03-12   | 2025-12-11  | 30       | 6 to 15 months
2024-09-12   | 2025-03-11  | 18       | 15 to 21 months
2023-09-01   | 2024-09-11  | 35       | over 21 months, from September 2023, whose cases were being handled in spring 2026
""")  # noqa: E501
STOCK_SOURCE = (
    "Assumption: 50,000 open cases ('almost 50,000' on 26 January 2026), this stream's share of them assumed; "
    "{per_cent} % {age} (over half had waited more than 15 months)"
)
IN_HAND = 1500
IN_HAND_STREAMS = ("O1", "O2", "O3", "O4", "O5", "O5c", "O6")
IN_HAND_SOURCE = (
    "Assumption: work in hand of 6 weeks at the ordinary pace (1,500 cases) waits for this stage, taken from the "
    "oldest cases of these streams in proportion to stock"
)
PACE = 250
PACE_SOURCE = (
    "Assumption: middle of 220 to 280 first decisions a week on old cases during the change-over, for each stage alike"
)

INFLOW_SOURCE = {
    "N3": "Assumption: 25 % of 25,000 first applications, less 300 from safe countries and 600 nuisance",
    "N3s": "Assumption: 300 a year of the accelerated applications",
    "N3n": "Assumption: 600 a year of the accelerated applications",
    "N4": "Assumption: 92 % of the normal procedure, which takes 40 % of 25,000 first applications",
    "N4e": "Assumption: 8 % of the normal procedure, which takes 40 % of 25,000 first applications",
    "N7": "Assumption: a little above the repeated applications of 2022 to 2024 (1,529; 1,390; 1,585)",
}
INFLOW_ORDINARY = "Assumption: {per_cent} % of 25,000 first applications"
INFLOW_TOTAL = "; 25,000 a year is the middle scenario named in the letter of 5 June 2026"

SEASON = figures("""
season | quarter | factor
asylum | 1       | 0.83
asylum | 2       | 0.88
asylum | 3       | 1.12
asylum | 4       | 1.18
""")
SEASON_SOURCE = "Derived: mean of the quarters 2022 to 2025 in the first applications counted by Statistics Netherlands"

FAST_LANES = ("O7", "O9")
OLD_WITHDRAWALS = figures("""
streams  | first      | last       | share  | on_average
ordinary | 2026-06-12 | 2027-06-11 | 0.0667 | evenly to June 2029 is on average five sixths of itself in the first year
ordinary | 2027-06-12 | 2028-06-11 | 0.04   | evenly to June 2029 is on average half of itself in the second year
fast     | 2026-06-12 | 2027-06-11 | 0.04   | evenly within the first year, as a fast lane does, is on average half of itself
""")  # noqa: E501
OLD_WITHDRAWAL_SOURCE = "Assumption: 8 % a year in the first two years; a stock that runs down {on_average}"
PACT_WITHDRAWAL = 0.05
PACT_WITHDRAWAL_SOURCE = "Assumption: 5 % of new applications are withdrawn before preparation"

# -------------------------------------------------------------------------------------------------- courts and chain

# Per cent: decisions that grant, refusals that are appealed, refusals that come to the return service.
OUTCOMES = figures("""
streams    | grant | appeal | return | reason
O1         | 30    | 75     | 50     | its category
O2         | 20    | 75     | 50     | its category
O3         | 85    | 60     | 50     | its category
O4         | 55    | 80     | 50     | its category
O5 O5c     | 15    | 70     | 50     | its category
O6         | 65    | 60     | 50     | its category
O7         | 1     | 60     | 50     | its category
O8 N1      | 0     | 80     | 28     | transfers, of which 2,245 followed on 7,986 requests in 2024
O9         | 2     | 65     | 50     | its category
N2         | 0     | 75     | 50     | inadmissible is no grant; appeals as in other refusals
N3 N4a     | 8     | 75     | 50     | accelerated; appeals as in the old category most like it
N3s        | 1     | 60     | 50     | as the old cases from safe countries
N3n        | 2     | 65     | 50     | as the old nuisance cases
N4 N4e N4f | 60    | 75     | 50     | normal; appeals as in the old category most like it
N5         | 10    | 75     | 50     | border; appeals as in the old category most like it
N6         | 65    | 60     | 50     | minors
N7         | 15    | 70     | 50     | repeated; appeals as in the old category most like it
""")
OUTCOME_SOURCE = (
    "Assumption: grants and appeals by category, since those of 2023 are no guide after the policies of 2024 and 2025 "
    "({reason}); the share that comes to the return service is assumed too, half unless said otherwise"
)
CHAIN = figures("""
partner             | unit                              | signal | cap | euro | reason
courts              | appeals lodged in a week          | 450    | 550 | 518  | 450 asylum appeals a week are a signal and 550 a hard peak, for the whole country
returns             | people who come to the return service in a week | 300 |  | 518 | signal of 300 a week
housing             | grants that need a home in a week | 350    |     | 518  | municipalities and reception can smooth at most 350 grants a week
family              | applications for family reunification in a week | | | 0   | no signal value was found; for information
legal-aid           | hearings and refusals with a lawyer in a week | | | 0 | no signal value was found; for information
reception           | people without a first decision at the end of the week | | | 0 | EUR 74 a day counts in the aim itself, as waiting; no signal value was found
""")  # noqa: E501
CHAIN_SOURCE = (
    "Assumption: {reason}; above a signal each one is taken to wait a week longer in reception, 7 x EUR 74 (COA 2022, "
    "EUR 27,100 per regular place and year)"
)
CHAIN_LOADS = figures("""
partner   | driver | factor | lag_weeks | reason
courts    | appeal | 1      | 4         | an appeal is lodged within four weeks
returns   | return | 1      | 8         | a refused person comes to the return service when the term for leaving is over
housing   | grant  | 1      | 0         | a grant counts in its own week
legal-aid | hearing | 1     | 0         | a lawyer is there for each hearing
legal-aid | refusal | 1     | 0         | a lawyer reads each refusal and advises on an appeal
family    | grant  | 0.4    | 26        | 0.8 applications for each person granted after 6 to 12 months, half of them after 6
family    | grant  | 0.4    | 52        | 0.8 applications for each person granted after 6 to 12 months, half of them after 12
reception | open   | 1      | 0         | everybody without a first decision is in reception
""")  # noqa: E501
SMOOTHING_SOURCE = (
    "Assumption: 15 % more or less than in the week before; holiday weeks, whose staff differs by more than a tenth of "
    "a normal week, are excepted"
)
START_GROUP, START_DATE, START_SHARE = ("O1", "O2"), date(2027, 10, 1), 0.5
START_SOURCE = (
    "Letter of 5 June 2026: those whose grant is not very likely come first ('niet zeer waarschijnlijk is dat hun "
    "aanvraag wordt ingewilligd'); that half of them are decided within a year of the programme's start is assumed"
)
PENALTY_SOURCE = (
    "Rulings of the court of The Hague, 2025 (ECLI:NL:RBDHA:2025:2703 and others): EUR 100 a day, at most EUR 7,500, "
    "costs EUR 453.50"
)
FILING = Filing(
    legal_term="6m",
    share_per_month=0.01,
    upheld=0.9,
    weeks_to_ruling=8,
    term_unheard=16,
    term_heard=4,
    long_wait="21m",
    term_after_long_wait=8,
)
FOUR_WEEKS = dataclasses.replace(FILING, term_unheard=4, term_heard=4, term_after_long_wait=4)
FOUR_WEEKS_SOURCE = "Assumption: as in the base, with a term of 4 weeks for all"
FILING_STREAMS = ("O1", "O2", "O3", "O4", "O5")
FILING_MONTHS = 36
COURT_SOURCE = (
    "Assumption: 1 % of the overdue cases of track 4 go to court each month, nine tenths with success after 8 weeks, "
    "for a stock that runs down evenly to 12 June 2029; terms of 16 weeks before the hearing, 8 after 21 months of "
    "waiting and 4 after the hearing (rulings of the court of The Hague); dates set before 12 June 2026 are not known"
)

# ----------------------------------------------------------------------------------------------- places and people

# People who hear or decide: rows add up to each location's share of 900, columns to 30, 40 and 30 %.
PLACES = figures("""
location  | name      | rooms | per_cent | hearing | decision | hearing-and-decision | specialist | child-certified | preparation
ter-apel  | Ter Apel  | 40    | 20       | 70      | 80       | 22                   | 0          | 8               | 23
budel     | Budel     | 30    | 14       | 51      | 58       | 17                   | 0          | 0               | 16
den-bosch | Den Bosch | 35    | 20       | 46      | 70       | 15                   | 24         | 25              | 23
zevenaar  | Zevenaar  | 30    | 14       | 39      | 54       | 13                   | 20         | 0               | 16
schiphol  | Schiphol  | 15    | 6        | 16      | 22       | 16                   | 0          | 0               | 7
arnhem    | Arnhem    | 20    | 10       | 19      | 33       | 6                    | 20         | 12              | 12
zwolle    | Zwolle    | 15    | 8        | 0       | 10       | 0                    | 62         | 0               | 9
utrecht   | Utrecht   | 15    | 8        | 29      | 33       | 10                   | 0          | 0               | 9
""")  # noqa: E501
STAFF_SOURCE = (
    "Assumption: 900 people hear or decide, 30 % hearing, 40 % decision, 30 % both, with {per_cent} % of all at "
    "{name}; 9 % leave in a year (range 6 to 14 %)"
)
LEAVERS = 0.09
PREPARATION_SOURCE = (
    "Assumption: preparation needs 73 net full-time staff, at 70 % deployable and a tenth in reserve for the season "
    "115 people, over the locations as the others; 9 % leave in a year as of the others"
)
SUPPORT = {"ter-apel": 4, "budel": 3, "den-bosch": 4, "zevenaar": 3, "arnhem": 2, "utrecht": 2}
SUPPORT_SHARE, SUPPORTED = 0.1, ("N4", "N4e", "N4f", "N4a")
SUPPORT_STAFF_SOURCE = (
    "Assumption: a local support office (Bedrijfsbureau) where the normal procedure is decided; a tenth of its 196,000 "
    "hours a year is administration, for which 18 people have 17,400; those who leave are replaced at once"
)
SUPPORT_SOURCE = (
    "Assumption: a tenth of the hours of a decision in the normal procedure is administration that a support office "
    "can take over; begun there, where most is decided"
)
ROOM_HOURS = 45
ROOMS_SOURCE = "Assumption: rooms chosen to go with the staff (real figures not found), each in use 9 hours a day"
BEDS_PER_ROOM, STAY_WEEKS = 8, 2
WITHOUT_BEDS = ("schiphol", "zwolle")
BEDS_SOURCE = (
    "; process beds: no figures found, 8 for each room, since four people a week are heard in it (10 hours each, "
    "no-show included) and stay two weeks around it, rest and preparation (6 days) included"
)

# Where the hearings and decisions of a stream are made; preparation is file work and done anywhere.
WHERE = figures("""
location  | streams                                         | reason
ter-apel  | O7 O8 O9 N1 N2 N3 N3s N3n N4 N4e N4f N4a N6 N7  | registers all land arrivals: every new procedure but the border, Dublin and fast lanes
budel     | O1 O2 O3 O7 O8 O9 N3 N3s N3n N4 N4e N4f N4a     | ordinary old cases, Dublin, fast lanes, accelerated and normal
den-bosch | O1 O2 O3 O4 O5 O5c O6 N3 N4 N4e N4f N4a N6      | old cases, accelerated and normal, minors
zevenaar  | O1 O2 O3 O4 O5 O5c N4 N4e N4f N4a F1            | old cases, normal and its part of family reunification
schiphol  | O8 N5                                           | closed centre: border procedure and Dublin, no general old cases
arnhem    | O1 O2 O3 O4 O5 O5c O6 N4 N4e N4f N4a            | old cases, minors and normal (its part in asylum work is not confirmed)
zwolle    | O4 O5 O5c                                       | decisions only, extended assessment and repeated (its part in asylum work is not confirmed)
utrecht   | O1 O2 O3 N3 N4 N4e N4f N4a                      | ordinary old cases, accelerated and normal
""")  # noqa: E501
DECISIONS_ONLY = ("zwolle",)
PERSONAL_INVITATION = {"budel": 0.6}
INVITATION_SOURCE = (
    "; no-show assumed 40 % lower by the personal invitation of the Budel method (figure not found, range 0 to 60 %)"
)
REMOTE_SHARE = 0.2
REMOTE_SOURCE = "Assumption: a fifth of the hearings can be held by video; no published figure was found"
PREPARED_SOURCE = "Assumption: preparation is file work, done anywhere"

GROUPS = figures("""
group                | name                                   | stages           | besides_ordinary
preparation          | Preparation                            | preparation      |
hearing              | Hearing                                | hearing          |
decision             | Decision                               | decision         | F1
hearing-and-decision | Hearing and decision                   | hearing decision | F1
specialist           | Specialists of the extended assessment | hearing decision | O4
child-certified      | Certified to hear children             | hearing decision | O6 N6
support              | Support office                         |                  |
""")
SPECIAL = ("O4", "O6", "N6", "F1")
HOURS_PER_STAFF_DAY = 5.3
DEPLOYABLE_SHARE = {"preparation": 0.744, "support": 0.7}
OFFICERS_SHARE = 0.777
GROUP_SOURCE = "Assumption: 1,380 net hours a year (after leave and sickness) are 26.5 a week, over five days; {reason}"
SHARE_REASON = {
    "preparation": "70 % is left for cases of those in service, a newcomer of the 9 % a year costs 0.2 year (1.8 % in "
    "all) and court orders take 3.1 % in the mean: (0.70 / 0.982) + 0.031",
    "support": "70 % as of the others; training and court orders are not counted",
    "officers": "of 900 people 630 are there for cases, 70 %; newcomers for the 81 who leave in a year lack 0.5625 of "
    "a year each and take 0.15 of a mentor, 58 people in all, and duties take 2.9 % in the mean: 630 / 842 + 0.029. "
    "What is left out is ordinary training, meetings and quality",
}

# People who come, change their work and move.
COURSES = figures("""
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
HIRED = figures("""
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
RETRAINED = figures("""
group                | to_group             | locations                                                 | most | course     | cost | reason
decision             | specialist           | den-bosch zevenaar arnhem zwolle                          | 5    | specialist | 5000 | those who decide become specialists of the extended assessment
hearing              | hearing-and-decision | ter-apel budel den-bosch zevenaar schiphol arnhem utrecht | 5    | both       | 4000 | those who hear learn to decide
hearing-and-decision | child-certified      | ter-apel den-bosch arnhem                                 | 3    | child      | 2000 | a certificate for hearing children, a shorter course
""")  # noqa: E501
RETRAINED_SOURCE = "Assumption: {reason}; a class every half year, cost of the course"
MOVES = figures("""
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
CEILING = 900 + 115 + 18
CEILING_SOURCE = (
    "Assumption: the budget pays for the people in service on 12 June 2026 (900 who hear or decide, 115 for "
    "preparation, 18 for support) and no more"
)
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

# Specialised teams: staff of one place for one category.
TEAMS = figures("""
team               | location  | category | least | most | reason
syria-budel        | budel     | syria    | 10    | 40   | Syria, the start group
syria-utrecht      | utrecht   | syria    | 8     | 30   | Syria, the start group
likely-den-bosch   | den-bosch | likely   | 8     | 30   | likely grants, in standard form
extended-den-bosch | den-bosch | extended | 8     | 24   | extended assessment, with the specialists there
extended-arnhem    | arnhem    | extended | 8     | 20   | extended assessment, with the specialists there
extended-zwolle    | zwolle    | extended | 15    | 60   | extended assessment, decisions only
""")
TEAM_FIRST, TEAM_LAST, TEAM_BLOCK, TEAM_LIFE, TEAM_LEARNING = "2026-W40", "2029-W23", 13, 52, 26
TEAM_LEARNED, TEAM_COST = 1.1765, 25000
TEAM_SOURCE = (
    "Assumption: {reason}; 15 % fewer hours after 26 weeks (range 0 to 25 %), so output 1 / 0.85; open for whole "
    "quarters and a year at least, since half a year is learning; EUR 25,000 for some 260 hours of working "
    "instructions at the tariff of EUR 95"
)
TEAM_LIMITS = {"budel": 1, "utrecht": 1, "den-bosch": 2, "arnhem": 1, "zwolle": 1}
TEAM_LIMIT_SOURCE = "Assumption: one team leader and room for one team at a place, two in Den Bosch"

# Hours of a case that change by week.
CHANGES = figures("""
streams  | stages           | first      | last       | factor | what         | evidence | reason
all      | hearing decision | 2027-01-01 | 2027-12-31 | 0.99   | Ambitie 2028 | A        | the programme Ambitie 2028 is under way (letter of 5 June 2026) and has published no figure: 1 % in 2027, before any gain of the Pact, which is in the hours already
all      | hearing decision | 2028-01-01 |            | 0.98   | Ambitie 2028 | A        | the programme Ambitie 2028 is under way (letter of 5 June 2026) and has published no figure: 2 % from 2028 on
all      | preparation      | 2027-01-01 |            | 0.95   | robots       | A        | more than forty robots do support work ('meer dan veertig robots', mid-2025); 5 % of preparation from 2027 on, nothing of hearings and decisions
O1 O2 O4 | hearing decision | 2027-06-12 | 2028-06-11 | 1.02   | age          | A        | a case that has waited longer has more to ask and to weigh: life here, changes at home; 2 % in the second year
O1 O2 O4 | hearing decision | 2028-06-12 | 2029-06-12 | 1.04   | age          | A        | a case that has waited longer has more to ask and to weigh: life here, changes at home; 4 % in the third year
O6       | hearing          | 2027-06-12 | 2028-06-11 | 0.95   | age          | A        | some of the minors have come of age and need no hearing fit for a child; 5 % less in the second year
O6       | hearing          | 2028-06-12 | 2029-06-12 | 0.90   | age          | A        | some of the minors have come of age and need no hearing fit for a child; 10 % less in the third year
""")  # noqa: E501
CHANGE_SOURCE = "Assumption: {reason}"

AGREED = figures("""
track          | cases | years     | reason
track-4        | 12500 | 2027 2028 | 46,100 old cases of track 4, less a tenth withdrawn and 4,000 decided in 2026, are 266 a week to June 2029: 13,900 a year
normal         | 11000 | 2027 2028 2029 | 10,450 lodged and not withdrawn, 1,045 after a failed transfer, 762 out of the accelerated: 12,250 a year
accelerated    | 4600  | 2027 2028 2029 | 5,938 lodged and not withdrawn, less 762 that turn normal: 5,175 a year
responsibility | 3700  | 2027 2028 2029 | 5,225 lodged and not withdrawn, less a fifth that turns normal: 4,180 a year
""")  # noqa: E501
AGREED_SOURCE = (
    "Assumption: nine tenths of what the year brings, as an agreement leaves room for fewer applications; {reason}. "
    "The last one published is 22,184 cases of track 4 in 2023"
)
SKILL_SOURCE = (
    "Assumption: who hears or decides may do so in every stream but the extended assessment (specialists) and minors "
    "(certified staff)"
)
PREPARING_SOURCE = "Assumption: preparation asks no knowledge of the category"

# Summer and the turn of the year; the other weeks are raised so that the year averages 1.
HOLIDAYS = {**dict.fromkeys(range(28, 35), 0.75), 52: 0.4, 53: 0.4, 1: 0.4}
CALENDAR_SOURCE = (
    "Assumption: weeks 28 to 34 0.75, weeks 52, 53 and 1 0.4, the others so that the year averages 1, since the net "
    "hours of a year are already after leave"
)
CHANGE_OVER_LAST, CHANGE_OVER_OUTPUT = date(2026, 9, 30), 0.8
CHANGE_OVER_SOURCE = "Assumption: the change-over costs 20 % of output from June to September 2026"

# ---------------------------------------------------------------------------------------------------- interpreters

POOLS = figures("""
language   | slots
tigrinya   | 90
arabic     | 260
turkish    | 80
dari-farsi | 110
somali     | 60
other      | 300
""")
SLOT_HOURS = 8
POOL_SOURCE = "Assumption: {slots} of 900 interpreter days a week, of 8 hearing hours each; real figures not found"

LANGUAGES = figures("""
streams    | tigrinya | arabic | turkish | dari-farsi | somali | other | reason
O1         |          | 0.90   |         |            |        | 0.10  | Syrians, a tenth of them in Kurdish or Armenian
O2         |          | 0.25   | 0.15    | 0.05       | 0.10   | 0.45  | many nationalities with few grants
O3         | 0.50     | 0.25   |         | 0.15       |        | 0.10  | Eritrea, Sudan, parts of Yemen and Afghanistan
O4         |          | 0.15   | 0.20    | 0.30       | 0.05   | 0.30  | Turkiye, Iran, Iraq and others
O5 O5c N7  |          | 0.25   | 0.05    | 0.25       | 0.10   | 0.35  | repeated applications, of nationalities that have been here long
O6 N6      | 0.35     | 0.30   |         | 0.10       | 0.10   | 0.15  | minors, in 2025 above all from Eritrea and Syria
O7 N3s     |          | 0.50   |         |            |        | 0.50  | half from North Africa
O9 N3n     |          | 0.80   |         |            |        | 0.20  | mostly from North Africa
O8 N1 N2   | 0.13     | 0.27   | 0.09    | 0.10       | 0.07   | 0.34  | as all applicants: in 2025 Syria 14 %, Eritrea 13 %, Iraq 2 %
N3         |          | 0.25   | 0.10    |            | 0.05   | 0.60  | many nationalities with few grants
N4 N4e N4f | 0.15     | 0.20   | 0.08    | 0.15       | 0.10   | 0.32  | as all applicants, less those of the accelerated procedure
N5         |          | 0.15   | 0.15    | 0.05       | 0.05   | 0.60  | arrivals by air, from everywhere
""")  # noqa: E501
LANGUAGE_SOURCE = "Assumption: {reason}"

# ---------------------------------------------------------------------------------------------------------- tables

STAGES = ("preparation", "hearing", "decision")
Lines = list[tuple[object, ...]]


def tables() -> dict[str, tuple[str, Lines]]:
    """Every table: the names of its columns, and its rows with evidence code and source as the last two cells."""
    return {
        "locations": ("location name hearing_rooms room_hours process_beds stay_weeks", locations()),
        "groups": ("group name hours_per_staff_day deployable_share", groups()),
        "staff": ("location group people leavers_per_year", staff()),
        "courses": (
            "course from_week output mentoring",
            [(*list(row.values())[:-1], "A", f"Assumption: {row['reason']}") for row in COURSES],
        ),
        "hiring": ("location group first last every_weeks most course cost", hiring()),
        "hiring_limits": ("first last people", hiring_limits()),
        "retraining": ("location group to_group first last every_weeks most course cost", retraining()),
        "transfers": ("location to_location group first last every_weeks most course cost", transfers()),
        "transfer_limits": (
            "location share",
            [(row["location"], MOVE_SHARE, "A", MOVE_LIMIT_SOURCE) for row in PLACES],
        ),
        "ceilings": (
            "first last location group people",
            [
                (max(FIRST, date(year, 1, 1)), date(year, 12, 31), "all", "all", CEILING, "A", CEILING_SOURCE)
                for year in range(2026, 2031)
            ],
        ),
        "overtime": (
            "location group first last share cost",
            [
                ("all", group, *autumn, OVERTIME_SHARE, OVERTIME_COST, "A", OVERTIME_SOURCE)
                for group in OVERTIME_GROUPS
                for autumn in AUTUMNS
            ],
        ),
        "duties": ("location group first last share what", duties()),
        "teams": (
            "team location category first last every_weeks least most least_weeks learning_weeks output learned_output "
            "cost",
            teams(),
        ),
        "team_limits": (
            "location teams",
            [(*own, "A", TEAM_LIMIT_SOURCE) for own in TEAM_LIMITS.items()],
        ),
        "calendar": ("week factor", calendar()),
        "streams": (
            "stream name category track lodged lane counts term buffer_weeks hear_within_weeks "
            "screen_within_weeks waiting_weight",
            streams(),
        ),
        "work": ("stream stage hours lag_weeks no_show written_share written_hours", work()),
        "productivity": (
            "first last output",
            [(FIRST, CHANGE_OVER_LAST, CHANGE_OVER_OUTPUT, "A", CHANGE_OVER_SOURCE)],
        ),
        "hours_changes": ("stream stage first last factor what", hours_changes()),
        "agreements": ("track first last cases", agreements()),
        "stock": ("stream stage lodged_first lodged_last cases", stock()),
        "inflow": ("stream first last cases season", inflow()),
        "season": ("season quarter factor", [(*row.values(), "D", SEASON_SOURCE) for row in SEASON]),
        "withdrawals": ("stream share_of first last share", withdrawals()),
        "conversions": (
            "stream stage to_stream to_stage share lag_weeks",
            [(*row.values(), "A", CONVERSION_SOURCE[row["stream"]]) for row in CONVERSIONS],
        ),
        "eligibility": ("group stream stage most_share", eligibility()),
        "places": ("location stream stage no_show_factor", places()),
        "interpreters": ("language hours_per_week", interpreters()),
        "languages": ("stream language share", languages()),
        "court_dates": ("stream stage due_week cases", court_dates()),
        "penalties": (
            "kind euro_per_day most_per_case costs_order",
            [("judicial", 100, 7500, 453.5, "R", PENALTY_SOURCE)],
        ),
        "outcomes": ("stream first grant_share appeal_share return_share", outcomes()),
        "chain": (
            "partner unit signal_per_week cap_per_week euro_above_signal",
            [(*list(row.values())[:-1], "A", CHAIN_SOURCE.format(**row)) for row in CHAIN],
        ),
        "chain_loads": (
            "partner driver factor lag_weeks",
            [(*list(row.values())[:-1], "A", f"Assumption: {row['reason']}") for row in CHAIN_LOADS],
        ),
        "smoothing": ("of share calendar_step", [("decisions", 0.15, 0.1, "A", SMOOTHING_SOURCE)]),
        "start_group": (
            "stream date share",
            [(stream, START_DATE, START_SHARE, "A", START_SOURCE) for stream in START_GROUP],
        ),
        "ordinary_pace": ("stage cases_per_week", [(stage, PACE, "A", PACE_SOURCE) for stage in STAGES]),
    }


def locations() -> Lines:
    """Hearing rooms."""
    return [(row["location"], row["name"], row["rooms"], ROOM_HOURS, *_beds(row)) for row in PLACES]


def _beds(row: dict[str, str]) -> tuple[object, ...]:
    """Process beds where people stay around their hearing, and the source of the row."""
    if row["location"] in WITHOUT_BEDS:
        return ("", "", "A", ROOMS_SOURCE)
    return (int(row["rooms"]) * BEDS_PER_ROOM, STAY_WEEKS, "A", ROOMS_SOURCE + BEDS_SOURCE)


def groups() -> Lines:
    """Hours of a staff-day and what is left of it."""
    return [
        (
            *(row["group"], row["name"], HOURS_PER_STAFF_DAY),
            *(DEPLOYABLE_SHARE.get(row["group"], OFFICERS_SHARE), "A"),
            GROUP_SOURCE.format(reason=SHARE_REASON.get(row["group"], SHARE_REASON["officers"])),
        )
        for row in GROUPS
    ]


def staff() -> Lines:
    """People by location and group, where there are any."""
    lines: Lines = []
    for place in PLACES:
        lines += [
            (place["location"], group, place[group], LEAVERS, "A", _staff_source(place, group))
            for group in (row["group"] for row in GROUPS if row["group"] != "support")
            if place[group] != "0"
        ]
        if place["location"] in SUPPORT:
            lines.append((place["location"], "support", SUPPORT[place["location"]], 0, "A", SUPPORT_STAFF_SOURCE))
    return lines


def _staff_source(place: dict[str, str], group: str) -> str:
    return PREPARATION_SOURCE if group == "preparation" else STAFF_SOURCE.format(**place)


def hiring() -> Lines:
    """Classes of newcomers, every quarter."""
    return [
        (
            *(location, row["group"], FIRST_CLASS, LAST_CLASS, QUARTER, row["most"], row["course"], row["cost"]),
            *("A", HIRED_SOURCE.format(**row)),
        )
        for row in HIRED
        for location in row["locations"].split()
    ]


def hiring_limits() -> Lines:
    """Newcomers of each quarter from July 2026 on."""
    starts = [date(year, month, 1) for year in range(2026, 2030) for month in (1, 4, 7, 10)]
    ends = [start - timedelta(days=1) for start in starts[1:]] + [LAST_QUARTER]
    return [
        (start, end, NEWCOMERS, "A", NEWCOMERS_SOURCE) for start, end in zip(starts, ends, strict=True) if start > FIRST
    ]


def retraining() -> Lines:
    """Classes of people who learn other work, every half year."""
    return [
        (
            *(location, row["group"], row["to_group"], FIRST_CLASS, LAST_CLASS, HALF_YEAR),
            *(row["most"], row["course"], row["cost"], "A", RETRAINED_SOURCE.format(**row)),
        )
        for row in RETRAINED
        for location in row["locations"].split()
    ]


def transfers() -> Lines:
    """Moves between locations, every half year."""
    return [
        (
            *(row["location"], row["to_location"], group, FIRST_CLASS, LAST_CLASS, HALF_YEAR),
            *(MOVE_MOST, "settling", MOVE_COST, "A", MOVE_SOURCE.format(**row)),
        )
        for row in MOVES
        for group in row["groups"].split()
    ]


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


def teams() -> Lines:
    """Teams that may be opened."""
    return [
        (
            *(row["team"], row["location"], row["category"], TEAM_FIRST, TEAM_LAST, TEAM_BLOCK, row["least"]),
            *(row["most"], TEAM_LIFE, TEAM_LEARNING, 1, TEAM_LEARNED, TEAM_COST, "A", TEAM_SOURCE.format(**row)),
        )
        for row in TEAMS
    ]


def hours_changes() -> Lines:
    """Programme, robots and age."""
    return [
        (
            *(stream, stage, row["first"], row["last"], row["factor"], row["what"]),
            *(row["evidence"], CHANGE_SOURCE.format(**row)),
        )
        for row in CHANGES
        for stream in row["streams"].split()
        for stage in row["stages"].split()
    ]


def agreements() -> Lines:
    """Agreed production of each track and calendar year."""
    return [
        (row["track"], f"{year}-01-01", f"{year}-12-31", row["cases"], "A", AGREED_SOURCE.format(**row))
        for row in AGREED
        for year in row["years"].split()
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


def streams() -> Lines:
    """Terms, lanes and weights."""
    old: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("old", row["lane"], "no", "", 0, "", "", row["weight"], "A"),
            "; ".join(filter(None, (OLD_TERM, OLD_SHARE.get(row["stream"]), OLD_WEIGHT))),
        )
        for row in OLD
    ]
    pact: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("pact", row["lane"], row["counts"], row["term"], row["buffer"], row["hear_within"]),
            *(SCREEN_WITHIN if _screened(row) else "", 1, "A"),
            f"{PACT_TERM[row['stream']]}; {PACT_BUFFER}" + f"; {SCREENING_SOURCE}" * _screened(row),
        )
        for row in PACT
    ]
    other: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("other", "none", "no", row["term"], 0, "", "", row["weight"], "A", OTHER_SOURCE),
        )
        for row in OTHER
    ]
    return [*old, *pact, *other]


def _screened(row: dict[str, str]) -> bool:
    return bool(row["preparation"]) and row["stream"] not in SCREENED_BEFORE


def stages_of() -> dict[str, list[str]]:
    """The stages that each stream has."""
    return {row["stream"]: [stage for stage in STAGES if row[stage]] for row in (*OLD, *PACT, *OTHER)}


def work() -> Lines:
    """Hours, lags and no-show of every stage."""
    lags = {stream: row for row in LAGS for stream in row["streams"].split()}
    lines: Lines = []
    for row in (*OLD, *PACT, *OTHER):
        lag = lags.get(row["stream"], ORDINARY_LAG)
        written = WRITTEN.get(row["stream"])
        reasons = {
            "preparation": f"; {lag['reason']}",
            "hearing": f"; {NO_SHOW_SOURCE}; {lag['reason']}" + f"; {WRITTEN_SOURCE}" * bool(written),
        }
        lines += [
            (
                *(row["stream"], stage, row[stage], lag.get(stage, "0")),
                row["no_show"] if stage == "hearing" else 0,
                *((written, WRITTEN_HOURS) if written and stage == "hearing" else (0, "")),
                *("A", HOURS_SOURCE + reasons.get(stage, "")),
            )
            for stage in STAGES
            if row[stage]
        ]
    return lines


def stock() -> Lines:
    """Open cases by age; work in hand comes out of the oldest band."""
    sizes = {row["stream"]: int(row["stock"]) for row in OLD}
    in_hand = dict(zip(IN_HAND_STREAMS, apportioned(IN_HAND, [sizes[name] for name in IN_HAND_STREAMS]), strict=True))
    oldest = (AGE_BANDS[-1]["lodged_first"], AGE_BANDS[-1]["lodged_last"])
    lines: Lines = []
    for stream, size in sizes.items():
        cases = apportioned(size, [int(band["per_cent"]) for band in AGE_BANDS])
        cases[-1] -= 2 * in_hand.get(stream, 0)
        lines += [
            (stream, "preparation", band["lodged_first"], band["lodged_last"], count, "A", STOCK_SOURCE.format(**band))
            for band, count in zip(AGE_BANDS, cases, strict=True)
        ]
        if stream in in_hand:
            lines += [(stream, stage, *oldest, in_hand[stream], "A", IN_HAND_SOURCE) for stage in STAGES[1:]]
    return lines + [
        (row["stream"], "decision", OTHER_STOCK_FIRST, FIRST - timedelta(days=1), row["stock"], "A", OTHER_STOCK_SOURCE)
        for row in OTHER
    ]


def court_dates(filing: Filing = FILING, source: str = COURT_SOURCE) -> Lines:
    """Dates that courts are expected to set, from the overdue stock; to a tenth of a case."""
    lots = [
        Lot(str(stream), str(stage), date.fromisoformat(str(first)), date.fromisoformat(str(last)), float(str(cases)))
        for stream, stage, first, last, cases, *_ in stock()
        if stream in FILING_STREAMS
    ]

    def remaining(day: date) -> float:
        return max(0.0, (CLEARANCE - day).days / (CLEARANCE - FIRST).days)

    found = expected_court_dates(lots, filing, FIRST, FILING_MONTHS, remaining)
    return [
        (stream, stage, week, round(cases, 1), "A", source)
        for (stream, stage, week), cases in sorted(found.items())
        if round(cases, 1)
    ]


def outcomes() -> Lines:
    """What decisions lead to, from the start on."""
    return [
        (
            *(stream, FIRST, int(row["grant"]) / 100, int(row["appeal"]) / 100, int(row["return"]) / 100),
            *("A", OUTCOME_SOURCE.format(**row)),
        )
        for row in OUTCOMES
        for stream in row["streams"].split()
    ]


def apportioned(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of a total in proportion to the weights, by the largest remainders."""
    parts, remainders = zip(*(divmod(total * weight, sum(weights)) for weight in weights), strict=True)
    ranked = sorted(range(len(weights)), key=lambda index: (-remainders[index], index))
    raised = set(ranked[: total - sum(parts)])
    return [part + (index in raised) for index, part in enumerate(parts)]


def inflow() -> Lines:
    """Applications of each Pact year."""
    pact: Lines = [
        (row["stream"], *year, row["lodged"], "asylum", "A", _inflow_source(row["stream"], int(row["lodged"])))
        for row in PACT
        if row["lodged"]
        for year in PACT_YEARS
    ]
    return pact + [
        (row["stream"], *year, row["lodged"], "", "A", OTHER_INFLOW_SOURCE) for row in OTHER for year in PACT_YEARS
    ]


def _inflow_source(stream: str, cases: int) -> str:
    reason = INFLOW_SOURCE.get(stream, INFLOW_ORDINARY.format(per_cent=cases // 250))
    return reason if stream == "N7" else reason + INFLOW_TOTAL


def withdrawals() -> Lines:
    """Shares of the old stock and of new applications."""
    old: Lines = [
        (stream, "stock", row["first"], row["last"], row["share"], "A", OLD_WITHDRAWAL_SOURCE.format(**row))
        for stream in (case["stream"] for case in OLD)
        for row in OLD_WITHDRAWALS
        if row["streams"] == ("fast" if stream in FAST_LANES else "ordinary")
    ]
    pact: Lines = [
        (row["stream"], "lodged", FIRST, PACT_YEARS[-1][1], PACT_WITHDRAWAL, "A", PACT_WITHDRAWAL_SOURCE)
        for row in PACT
        if row["lodged"]
    ]
    return [*old, *pact]


def eligibility() -> Lines:
    """Ordinary streams for everyone, special ones for the staff certified for them."""
    lines: Lines = []
    for row in GROUPS:
        prepares = row["group"] == "preparation"
        lines += [
            (row["group"], stream, stage, 1, "A", PREPARING_SOURCE if prepares else SKILL_SOURCE)
            for stream, own in stages_of().items()
            if prepares or stream not in SPECIAL or stream in row["besides_ordinary"].split()
            for stage in own
            if stage in row["stages"].split()
        ]
    return lines + [("support", stream, "decision", SUPPORT_SHARE, "A", SUPPORT_SOURCE) for stream in SUPPORTED]


def places() -> Lines:
    """Preparation anywhere, hearings and decisions where the stream is at home."""
    lines: Lines = []
    for row in WHERE:
        source = f"Assumption: {row['reason']}"
        home = row["streams"].split()
        done = STAGES[2:] if row["location"] in DECISIONS_ONLY else STAGES[1:]
        for stream, own in stages_of().items():
            if "preparation" in own:
                lines.append((row["location"], stream, "preparation", 1, "A", PREPARED_SOURCE))
            if stream in home:
                lines += [_place(row["location"], stream, stage, source) for stage in done if stage in own]
    return lines


def _place(location: str, stream: str, stage: str, source: str) -> tuple[object, ...]:
    """With a no-show of its own where people are invited in person to their hearing."""
    factor = PERSONAL_INVITATION.get(location, 1) if stage == "hearing" else 1
    return (location, stream, stage, factor, "A", source + INVITATION_SOURCE * (factor != 1))


def interpreters() -> Lines:
    """Hours of each pool."""
    return [(row["language"], int(row["slots"]) * SLOT_HOURS, "A", POOL_SOURCE.format(**row)) for row in POOLS]


def languages() -> Lines:
    """Shares of each stream's hearings."""
    return [
        (stream, pool["language"], row[pool["language"]], "A", LANGUAGE_SOURCE.format(**row))
        for row in LANGUAGES
        for stream in row["streams"].split()
        for pool in POOLS
        if row[pool["language"]]
    ]


# ----------------------------------------------------------------------------------------------------------- files


def header() -> str:
    """The text of `instance.toml`."""
    return f"""\
name = "ind-2026"
title = "{TITLE}"
synthetic = true
counting_unit = "{COUNTING_UNIT}"
description = "{DESCRIPTION}"

[dates]
first = {FIRST}
programme_start = {PROGRAMME_START}
clearance = {CLEARANCE}
last = {LAST}
pact_start = {FIRST}

[guarantee]
cases_per_year = 25000
order = "even"
evidence = "S"
source = "{GUARANTEE_SOURCE}"

[work]
hours_factor = 1.0
evidence = "A"
source = "{HOURS_FACTOR_SOURCE}"

[hearings]
remote_share = {REMOTE_SHARE}
evidence = "A"
source = "{REMOTE_SOURCE}"
"""


def four_weeks() -> str:
    """The text of the scenario in which every court sets four weeks; its dates follow from the stock as in the base."""
    dates = court_dates(FOUR_WEEKS)
    rows = "\n".join(
        f"""
[[append]]
table = "court_dates"
row = {{ stream = "{stream}", stage = "{stage}", due_week = "{week}", cases = {cases} }}
evidence = "A"
source = "{FOUR_WEEKS_SOURCE}\""""
        for stream, stage, week, cases, *_ in dates
    )
    return f"""\
title = "Court terms of four weeks"
about = "Courts set a term of 4 weeks in every case, instead of 16, 8 or 4. Synthetic, not IND data."

[[remove]]
table = "court_dates"
where = {{ stream = {list(FILING_STREAMS)} }}
evidence = "A"
source = "{FOUR_WEEKS_SOURCE}"
{rows}
""".replace("'", '"')


def write(folder: Path) -> None:
    """Writes `instance.toml`, one CSV file per table, and the scenario that is worked out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "instance.toml").write_text(header(), encoding="utf-8", newline="\n")
    (folder / "scenarios").mkdir(exist_ok=True)
    (folder / "scenarios" / "court-terms-4.toml").write_text(four_weeks(), encoding="utf-8", newline="\n")
    for name, (columns, lines) in tables().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow((*columns.split(), "evidence", "source"))
            writer.writerows(lines)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
