"""Streams of ind-2026: terms, hours, lags, and where cases go over."""

from __future__ import annotations

from datetime import date

from instances.builders.lines import barred

# Applications from before 12 June 2026: open cases, hours of the three stages, weight of a week of waiting.
OLD = barred("""
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
PACT = barred("""
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
OTHER = barred("""
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
LAGS = barred("""
streams        | preparation | hearing | reason
O7 O9 N3s N3n  | 0           | 0       | fast lanes are handed over at once
N5             | 0           | 0       | the border procedure is handed over at once
O6 N6          | 1           | 0       | the lane of minors is handed over within a week
N1             | 2           | 4       | hand-over 2 weeks, reply of the other state about 4 weeks
""")

CONVERSIONS = barred("""
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

# Hours of a case that change by week.
CHANGES = barred("""
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
