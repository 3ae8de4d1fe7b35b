"""Cases of ind-2023: stock, inflow and withdrawals."""

from __future__ import annotations

from datetime import date

from instances.builders.ind_2023.figures.dates import FIRST, LAST

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
