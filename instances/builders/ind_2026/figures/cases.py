"""Cases of ind-2026: stock, inflow and withdrawals."""

from __future__ import annotations

from instances.builders.lines import barred

AGE_BANDS = barred("""
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

SEASON = barred("""
season | quarter | factor
asylum | 1       | 0.83
asylum | 2       | 0.88
asylum | 3       | 1.12
asylum | 4       | 1.18
""")
SEASON_SOURCE = "Derived: mean of the quarters 2022 to 2025 in the first applications counted by Statistics Netherlands"

FAST_LANES = ("O7", "O9")
OLD_WITHDRAWALS = barred("""
streams  | first      | last       | share  | on_average
ordinary | 2026-06-12 | 2027-06-11 | 0.0667 | evenly to June 2029 is on average five sixths of itself in the first year
ordinary | 2027-06-12 | 2028-06-11 | 0.04   | evenly to June 2029 is on average half of itself in the second year
fast     | 2026-06-12 | 2027-06-11 | 0.04   | evenly within the first year, as a fast lane does, is on average half of itself
""")  # noqa: E501
OLD_WITHDRAWAL_SOURCE = "Assumption: 8 % a year in the first two years; a stock that runs down {on_average}"
PACT_WITHDRAWAL = 0.05
PACT_WITHDRAWAL_SOURCE = "Assumption: 5 % of new applications are withdrawn before preparation"
