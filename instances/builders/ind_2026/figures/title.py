"""What ind-2026 says of itself, and the figures that are not tables."""

from __future__ import annotations

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

REMOTE_SHARE = 0.2
REMOTE_SOURCE = "Assumption: a fifth of the hearings can be held by video; no published figure was found"
