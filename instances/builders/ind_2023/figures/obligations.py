"""What ind-2023 owes to others: agreed production and dates of courts."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2023.figures.title import LETTER

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
