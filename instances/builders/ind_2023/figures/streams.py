"""Streams of ind-2023: terms, hours, lags, and where cases go over."""

from __future__ import annotations

from instances.builders.ind_2023.figures.title import LETTER
from instances.builders.lines import barred

# S: Syria and Yemen, A: other cases of track 4, L: low chance, N: nuisance, R: repeated, D: track 1, V: track 2.
# X: past the 6 months before the extension of 27 September 2022; 3 and 4 behind a letter: lodged in 2023, later.
STREAMS = barred("""
stream | name                                         | category    | track   | lodged | lane     | term | buffer | hear_within | weight | preparation | hearing | decision | no_show
SX     | Syria and Yemen, overdue                     | syria-yemen | track-4 | old    | none     | 6m   | 0      |             | 2      | 2.5         | 5       | 6.5      | 0.03
AX     | Other, overdue                               | other       | track-4 | old    | none     | 6m   | 0      |             | 2      | 2.5         | 10.5    | 16       | 0.07
S      | Syria and Yemen                              | syria-yemen | track-4 | old    | none     | 15m  | 0      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A      | Other                                        | other       | track-4 | old    | none     | 15m  | 0      |             | 1      | 2.5         | 10.5    | 16       | 0.07
D      | Another state responsible (Dublin)           | transfer    | track-1 | old    | none     |      | 0      |             | 1      | 1           | 4       | 6        | 0.12
S3     | Syria and Yemen, lodged in 2023              | syria-yemen | track-4 | pact   | none     | 15m  | 2      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A3     | Other, lodged in 2023                        | other       | track-4 | pact   | none     | 15m  | 2      |             | 1      | 2.5         | 10.5    | 16       | 0.07
S4     | Syria and Yemen, lodged from 2024            | syria-yemen | track-4 | pact   | none     | 6m   | 2      |             | 1      | 2.5         | 5       | 6.5      | 0.03
A4     | Other, lodged from 2024                      | other       | track-4 | pact   | none     | 6m   | 2      |             | 1      | 2.5         | 10.5    | 16       | 0.07
LN     | Algeria and Moldova                          | low-chance  | track-4 | pact   | safe     | 6m   | 2      | 4           | 3      | 1           | 6       | 10       | 0.20
NN     | Nuisance                                     | nuisance    | track-4 | pact   | nuisance | 6m   | 2      | 2           | 4      | 1           | 6       | 10       | 0.20
RN     | Repeated                                     | repeated    | track-4 | pact   | none     | 6m   | 2      |             | 1      | 1.5         | 5       | 11       | 0.08
DN     | Another state responsible (Dublin), new      | transfer    | track-1 | pact   | none     | 6m   | 2      |             | 1      | 1           | 4       | 6        | 0.12
VN     | Safe country                                 | safe        | track-2 | pact   | safe     | 6m   | 2      | 4           | 3      | 1           | 5       | 7.5      | 0.20
""")  # noqa: E501

EXTENDED = (
    f"{LETTER}: 6 months and 9 more for cases whose term had not lapsed on 27 September 2022, and for those lodged "
    "until 1 January 2024 ('wettelijke beslistermijn van zes maanden', WBV 2023/3)"
)
SIX_MONTHS = (
    "Lodged before 28 March 2022, so that the 6 months of article 42 of the Aliens Act had lapsed on 27 September 2022 "
    "and the extension did not reach them"
)
TERM = {
    **dict.fromkeys(("SX", "AX"), SIX_MONTHS),
    **dict.fromkeys(("S", "A", "S3", "A3"), EXTENDED),
    **dict.fromkeys(
        ("S4", "A4"),
        "As known on 30 April 2023 the extension ended with cases lodged in 2023, so 6 months (article 42 of the "
        "Aliens Act); that it was continued into 2024 and withdrawn in 2025 is in the scenario extension-2024",
    ),
    "D": "No term is planned for; the stock of track 1 is taken to be in proceedings with other states",
    "DN": "Assumption: 6 months, 3 to ask another state and 2 for its reply (Regulation 604/2013, background)",
    "VN": f"6 months; {LETTER}: planning horizon of 4 weeks taken over for safe countries (assumption)",
    "LN": f"{LETTER}: 'planhorizon van vier weken' for Algerians and Moldovans in track 4. Term assumed 6 months in "
    "all years, the stricter one",
    "NN": f"{LETTER}: 'verkort naar twee weken' on nuisance. Term assumed 6 months in all years, the stricter one",
    "RN": "Assumption: 6 months in all years, the stricter one; repeated applications are taken to be in track 4",
}
CATEGORIES = "the split by category, buffer and weight of waiting: assumptions"
HOURS_SOURCE = (
    "Assumption: net staff hours; none per stage are published; as likely grants, the mean of other ordinary and "
    "extended cases, fast lanes and transfers in ind-2026"
)
NO_SHOW_SOURCE = "no-show assumed by category, as in ind-2026"
LAGS = {
    "preparation": (2, "hand-over 2 weeks"),
    "hearing": (1, "corrections to the report 1 week"),
}
FAST = ("LN", "NN", "VN")
TRANSFERS = ("D", "DN")

CONVERSIONS = (("D", "A"), ("DN", "A4"))
CONVERSION_SOURCE = (
    "Assumption: 20 % of transfers fail or come too late (10,704 requests and 1,807 transfers in 2023 show that many "
    "do), known when the 6 months for a transfer are over; they start track 4 with a term of its own"
)
