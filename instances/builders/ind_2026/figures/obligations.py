"""What ind-2026 owes to others: dates of courts, agreed production, the first group."""

from __future__ import annotations

import dataclasses
from datetime import date

from instances.builders.lines import barred
from planner.domain.court_filings import Filing

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

AGREED = barred("""
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
